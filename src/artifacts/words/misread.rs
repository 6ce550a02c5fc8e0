//! What a scanner misread: digits for letters, letters for letters.

use crate::artifacts::{Category, Context, Finding};
use crate::text::{TokenKind, capitalised};

/// Words that scanners make of common ones, and that are no words themselves. Sorted.
const MISREAD: &[(&str, &str)] = &[
    ("bccause", "because"),
    ("bccn", "been"),
    ("bcfore", "before"),
    ("frorn", "from"),
    ("govemment", "government"),
    ("liave", "have"),
    ("liim", "him"),
    ("liis", "his"),
    ("ofthe", "of the"),
    ("tbat", "that"),
    ("tbe", "the"),
    ("tbey", "they"),
    ("tbis", "this"),
    ("thc", "the"),
    ("thcir", "their"),
    ("thcy", "they"),
    ("tiie", "the"),
    ("tlian", "than"),
    ("tliat", "that"),
    ("tlic", "the"),
    ("tlie", "the"),
    ("tlieir", "their"),
    ("tliem", "them"),
    ("tlien", "then"),
    ("tliere", "there"),
    ("tliey", "they"),
    ("tliis", "this"),
    ("vvas", "was"),
    ("vvere", "were"),
    ("vvhen", "when"),
    ("vvhich", "which"),
    ("vvith", "with"),
    ("wbat", "what"),
    ("wben", "when"),
    ("wbich", "which"),
    ("wbo", "who"),
    ("wiio", "who"),
    ("witb", "with"),
    ("witli", "with"),
    ("wliat", "what"),
    ("wlien", "when"),
    ("wliich", "which"),
    ("wlio", "who"),
    ("wouid", "would"),
];

/// Looks at every word and number.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    for (n, token) in tokens.iter().enumerate() {
        let word = token.of(text);
        match token.kind {
            TokenKind::Word if word.len() <= 10 => {
                // A capital's word starts a sentence: "Tlie".
                let known = |w: &str| MISREAD.binary_search_by_key(&w, |pair| pair.0).ok().map(|n| MISREAD[n].1);
                let first = word.as_bytes()[0];
                let found = match first {
                    b't' | b'w' | b'b' | b'f' | b'g' | b'l' | b'o' | b'v' | b'm' => known(word).map(str::to_owned),
                    b'T' | b'W' | b'V' => known(&word.to_ascii_lowercase()).map(capitalised),
                    _ => None,
                };
                if let Some(right) = found {
                    findings.push(context.finding(Category::WordOcr, token.span, format!("“{word}” is “{right}” misread by a scanner")).propose(right));
                } else {
                    digit_in_word(context, n, findings);
                }
            }
            TokenKind::Word => digit_in_word(context, n, findings),
            TokenKind::Number => letter_in_number(context, n, findings),
            _ => {}
        }
    }
}

/// "c0urt": one 0, 1 or 5 among four small letters or more.
fn digit_in_word(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let token = &context.view.layout().tokens[n];
    let word = token.of(context.view.text());
    let bytes = word.as_bytes();
    let Some(at) = bytes.iter().position(u8::is_ascii_digit) else { return };
    let small = |b: &u8| b.is_ascii_lowercase();
    let rest_small = bytes[1..at.max(1)].iter().all(small) && bytes[at + 1..].iter().all(small) && bytes[0].is_ascii_alphabetic();
    if at == 0 || at + 1 >= bytes.len() || bytes.len() < 5 || !rest_small {
        return;
    }
    let letter = match bytes[at] {
        b'0' => 'o',
        b'1' => 'l',
        b'5' => 's',
        _ => return,
    };
    let fixed: String = word.chars().enumerate().map(|(m, c)| if m == at { letter } else { c }).collect();
    // "w1th" is "with": an l between consonants is an i.
    let vowel = |c: Option<char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y'));
    let lonely = letter == 'l' && !vowel(fixed[..at].chars().next_back()) && !vowel(fixed[at + 1..].chars().next());
    let fixed = if lonely { word.chars().enumerate().map(|(m, c)| if m == at { 'i' } else { c }).collect() } else { fixed };
    let message = format!("“{word}” has the digit {} in place of a letter", char::from(bytes[at]));
    findings.push(context.finding(Category::WordOcrDigit, token.span, message).propose(fixed));
}

/// "2O17", "1OO": the letter O or l among digits.
fn letter_in_number(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let token = &context.view.layout().tokens[n];
    let word = token.of(context.view.text());
    let bytes = word.as_bytes();
    let digits = bytes.iter().filter(|b| b.is_ascii_digit()).count();
    let wrong = bytes.iter().filter(|b| matches!(b, b'O' | b'l' | b'I')).count();
    if wrong == 0 || digits < 2 || digits + wrong != bytes.len() || bytes.len() < 4 || !bytes[bytes.len() - 1].is_ascii_digit() {
        return;
    }
    let fixed: String = word
        .chars()
        .map(|c| match c {
            'O' => '0',
            'l' | 'I' => '1',
            c => c,
        })
        .collect();
    findings.push(context.finding(Category::WordOcrDigit, token.span, format!("“{word}” has a letter in place of a digit")).propose(fixed));
}

#[cfg(test)]
mod tests {
    use super::MISREAD;
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn the_table_can_be_searched() {
        assert!(MISREAD.windows(2).all(|w| w[0].0 < w[1].0), "{:?}", MISREAD.windows(2).find(|w| w[0].0 >= w[1].0));
    }

    #[test]
    fn misread_words() {
        fires(Category::WordOcr, "⟦tlie→the⟧ mayor left ⟦witli→with⟧ her");
        fires(Category::WordOcrDigit, "the ⟦c0urt→court⟧ ruled in ⟦2O17→2017⟧");
        silent(Category::WordOcrDigit, "B2B, 4K, 3D, G20, 2nd, R2-D2, 50-50, O2 arena, covid19, mp3s, h1n1, 10th");
    }
}
