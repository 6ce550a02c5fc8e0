//! What a scanner misread: digits for letters, letters for letters.

use crate::artifacts::{Category, Context, Finding};
use crate::lexicon::{PhraseSet, WordSet};
use crate::text::{Span, Token, TokenKind, capitalised};

/// Words that scanners make of common ones, and that are no words themselves, each with the word that it was.
const MISREAD: PhraseSet = PhraseSet::new(
    "0f=of|bccause=because|bccn=been|bcfore=before|frorn=from|govemment=government|lf=If|liave=have|liim=him|liis=his|lt=It|ofthe=of the|\
     t0=to|tbat=that|tbe=the|tbey=they|tbis=this|thc=the|thcir=their|thcy=they|tiie=the|tlian=than|tliat=that|tlic=the|tlie=the|tlieir=their|\
     tliem=them|tlien=then|tliere=there|tliey=they|tliis=this|vvas=was|vvere=were|vvhen=when|vvhich=which|vvith=with|wbat=what|\
     wben=when|wbich=which|wbo=who|wiio=who|witb=with|witli=with|wliat=what|wlien=when|wliich=which|wlio=who|wouid=would",
);

/// What follows a number: with it, a letter among digits is one.
const COUNTED: WordSet = WordSet::new(
    "April August December February January July June March May November October September billion days dollars euros hours men miles million minutes months \
     people percent points pounds thousand times trillion weeks women workers years",
);

/// Looks at every word and number.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let text = context.view.text();
    for (n, token) in context.view.layout().tokens.iter().enumerate() {
        let word = token.of(text);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) || !word.is_ascii() {
            continue;
        }
        if let Some(right) = misread(word) {
            findings.push(context.finding(Category::WordOcr, token.span, format!("“{word}” is “{right}” misread by a scanner")).propose(right));
        } else if word.len() > 1 && word.len() <= LONGEST && word.bytes().any(|b| b.is_ascii_digit()) {
            findings.extend(number(context, n, word).or_else(|| known(context, n, word)).or_else(|| likely(context, n, word)));
        }
    }
}

/// No word with a digit in it is longer.
const LONGEST: usize = 24;

/// The word of the table; a capital's word starts a sentence: "Tlie".
fn misread(word: &str) -> Option<String> {
    match word.as_bytes()[0] {
        b't' | b'w' | b'0' | b'b' | b'f' | b'g' | b'l' | b'o' | b'v' => MISREAD.value(word).map(str::to_owned),
        b'T' | b'W' | b'V' => MISREAD.value(&word.to_ascii_lowercase()).map(capitalised),
        _ => None,
    }
}

/// "2O17", "1OO", "l0 million", "£1O": the letter O or l among digits.
fn number(context: &Context<'_>, n: usize, word: &str) -> Option<Finding> {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let span = tokens[n].span;
    let bytes = word.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let wrong = bytes.iter().filter(|b| matches!(b, b'O' | b'l' | b'I')).count();
    if wrong == 0 || digits + wrong != bytes.len() {
        return None;
    }
    let before = &text[..span.start()];
    let grouped = before.strip_suffix(',').is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()));
    let long = digits > 1 && (bytes.len() > 3 || bytes[0] == b'l' || grouped) && bytes[bytes.len() - 1].is_ascii_digit();
    let money = before.ends_with(['£', '$', '€']);
    let counts = |next: &Token| text[span.end()..next.span.start()] == *" " && COUNTED.has(next.of(text));
    // "the I95 miles": a road.
    let counted = !matches!(bytes[0], b'I' | b'O') && is_apart(text, span) && tokens.get(n + 1).is_some_and(counts);
    if !(long || money || counted) {
        return None;
    }
    let digit = |c| match c {
        'O' => '0',
        'l' | 'I' => '1',
        c => c,
    };
    let fixed: String = word.chars().map(digit).collect();
    Some(context.finding(Category::WordOcrDigit, span, format!("“{word}” has a letter in place of a digit")).propose(fixed))
}

/// True where nothing is written onto the word, as in a code: "B-52", "@l33t_1".
fn is_apart(text: &str, span: Span) -> bool {
    !text[..span.start()].ends_with(['-', '–', '/', '_', '@', '#', '.', '&', '\\', '='])
        && !text[span.end()..].starts_with(['-', '–', '/', '_', '@', '\\', '='])
}

/// "c0urt", "0ctober", "Apri1": the digits 0, 1 and 5 for letters, where one reading alone is a word.
fn known(context: &Context<'_>, n: usize, word: &str) -> Option<Finding> {
    let (text, layout) = (context.view.text(), context.view.layout());
    let dictionary = context.dictionary?;
    let span = layout.tokens[n].span;
    let bytes = word.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let letters = bytes.len() - digits;
    let (leads, ends) = (bytes[0].is_ascii_digit(), bytes[bytes.len() - 1].is_ascii_digit());
    // "5th" and "10s" are what they are, and "Gate5" has lost a blank.
    if digits > 2 || letters < 3 || letters < 4 && !(leads || ends) || bytes.ends_with(b"5") || !is_apart(text, span) {
        return None;
    }
    let mut readings = vec![String::new()];
    for (at, c) in word.char_indices() {
        let letters = match c {
            '0' => "o",
            '1' => "li",
            '5' => "s",
            'a'..='z' => &word[at..=at],
            'A'..='Z' if at == 0 => &word[..1],
            _ => return None,
        };
        readings = readings.iter().flat_map(|r| letters.chars().map(move |l| format!("{r}{l}"))).collect();
    }
    let rank = |w: &str| dictionary.rank(&w.to_ascii_lowercase());
    // A name has no rank.
    readings.retain(|r| rank(r).is_some_and(|r| r < COMMON) || dictionary.is_name(&r.to_ascii_lowercase()));
    let [reading] = readings.as_slice() else { return None };
    let rest = word.trim_matches(|c: char| c.is_ascii_digit());
    if (leads || ends) && rank(rest).is_some_and(|rest| rank(reading).is_none_or(|whole| whole > rest / 8)) {
        return None;
    }
    let starts = || layout.sentence_at(span.start()).is_some_and(|s| layout.sentences[s].tokens.start == n);
    let fixed = if rank(reading).is_none() || leads && starts() { capitalised(reading) } else { reading.clone() };
    let message = format!("“{word}” is no word; “{fixed}” is, with letters for digits that look like them");
    let mut finding = context.finding(Category::WordOcrDigit, span, message).repair(fixed);
    finding.certain = !context.is_quoted(span);
    Some(finding)
}

/// "c0urt": one 0, 1 or 5 among four small letters or more.
fn likely(context: &Context<'_>, n: usize, word: &str) -> Option<Finding> {
    let bytes = word.as_bytes();
    let at = bytes.iter().position(u8::is_ascii_digit)?;
    let small = |b: &u8| b.is_ascii_lowercase();
    let rest_small = bytes[1..at.max(1)].iter().all(small) && bytes[at + 1..].iter().all(small) && bytes[0].is_ascii_alphabetic();
    if at == 0 || at + 1 >= bytes.len() || bytes.len() < 5 || !rest_small {
        return None;
    }
    let letter = match bytes[at] {
        b'0' => "o",
        b'1' => "l",
        b'5' => "s",
        _ => return None,
    };
    // "w1th" is "with": an l between consonants is an i.
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let letter = if letter == "l" && !vowel(bytes[at - 1]) && !vowel(bytes[at + 1]) { "i" } else { letter };
    let fixed = format!("{}{letter}{}", &word[..at], &word[at + 1..]);
    let message = format!("“{word}” has the digit {} in place of a letter", &word[at..=at]);
    Some(context.finding(Category::WordOcrDigit, context.view.layout().tokens[n].span, message).propose(fixed))
}

/// A word that a digit stands in must be among so many of the commonest.
const COMMON: u32 = 12_000;

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::spelling::small;
    use crate::artifacts::testing::{fires, silent};
    use crate::{Layers, Models, analyse};

    /// What the digits of `text` are read as with a dictionary, and whether that is certain.
    fn read(text: &str) -> Vec<(String, bool)> {
        let models = Models { dictionary: Some(small().into()), ..Models::default() };
        let found = analyse(text, &models, Layers::ALL).annotations.into_iter().filter(|a| a.label == "word.ocr_digit");
        found.map(|a| (a.text_attribute("fix").unwrap_or_default().to_owned(), a.is_certain())).collect()
    }

    #[test]
    fn misread_words() {
        fires(Category::WordOcr, "⟦tlie→the⟧ mayor left ⟦witli→with⟧ her. ⟦lt→It⟧ was late. ⟦Tbe→The⟧ end.");
        fires(Category::WordOcrDigit, "the ⟦c0urt→court⟧ ruled in ⟦2O17→2017⟧");
        silent(Category::WordOcrDigit, "B2B, 4K, 3D, G20, 2nd, R2-D2, 50-50, O2 arena, covid19, mp3s, h1n1, 10th");
    }

    #[test]
    fn letters_in_numbers() {
        fires(Category::WordOcrDigit, "He paid ⟦l0→10⟧ million pounds, or £⟦1O→10⟧ each, to ⟦5O→50⟧ workers on ⟦3l→31⟧ March; 5,⟦O00→000⟧ and ⟦l00→100⟧ more.");
        silent(Category::WordOcrDigit, "He drank 5l a day, drove the I5 people know, and saw O2 people, the B-1O men and 3l of milk.");
    }

    #[test]
    fn digits_in_words() {
        let certain = |words: &[&str]| words.iter().map(|w| ((*w).to_owned(), true)).collect::<Vec<_>>();
        let text = "The council met on 0ctober 12 and 1ast year, she 5aid in Apri1 of the bui1ding. 0nly the m1nister left.";
        assert_eq!(read(text), certain(&["October", "last", "said", "April", "building", "Only", "minister"]));
        assert_eq!(read("“We met in 0ctober,” said Ada Stone."), [("October".to_owned(), false)]);
        for clean in [
            "The B-52 and the iPhone 4, the l33t n00b, 5th and 10s, 1st, 50s, 5km, 5mins, 15pm, 1bn, 0am, 100ml, 5ins, 1oz, 5ive.",
            "She ran 5miles in 0range shoes from Gate5 to Section5 of Phase1; Mode1, sh1t, MP5, A1, h1n1, covid19, f0o1.com, @5tone, #1ove.",
            "Flight BA105 left at 10am; he is 5ft 10in, with 1,050 points on the M50 and £5bn in 1Q05.",
        ] {
            assert_eq!(read(clean), [], "{clean}");
        }
    }
}
