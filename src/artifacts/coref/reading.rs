//! The words of a document as the damage detectors look at them.

use std::collections::HashMap;

use crate::artifacts::duplicates::is_reduplicated;
use crate::lexicon::{FURTHER_SMALL_WORDS, SMALL_WORDS, WordClass, WordSet};
use crate::text::{Span, TokenKind, View};

/// What a word can be in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A word of the closed classes, verbs of speaking and helping included.
    Function,
    /// A capitalised word that is none of those.
    Name,
    /// Any other word.
    Open,
    /// Digits.
    Number,
    /// A clitic: "’s", "n't".
    Clitic,
    /// A stop, comma, bracket, dash, quotation mark or sign.
    Mark,
}

/// One token with what the features and rules ask of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    /// In bytes of the view.
    pub(super) span: Span,
    pub(super) class: Class,
    /// The same number for the same characters in this document.
    pub(super) id: u32,
    /// Its form as features see it: the lower-cased word and whether it is capitalised; every name has the same.
    pub(super) form: u32,
    /// A coarser form: the ending of an open-class word.
    pub(super) shape: u32,
    /// True where nothing, a stop or an opening mark stands before it, or a line ends there.
    pub(super) starts_sentence: bool,
    /// True where two blanks or more stand before it in the same line.
    pub(super) after_gap: bool,
    /// True where a line ends before it.
    pub(super) after_line: bool,
    /// True for half of a name that stands twice in a row by nature: in this document it does wherever it stands.
    pub(super) is_half: bool,
}

/// All words of a view.
#[derive(Clone, Debug)]
pub(super) struct Reading<'t> {
    pub(super) text: &'t str,
    pub(super) words: Vec<Word<'t>>,
}

impl<'t> Reading<'t> {
    pub(super) fn of(view: &'t View<'_>) -> Self {
        let text = view.text();
        let mut ids: HashMap<&str, u32> = HashMap::new();
        let mut words: Vec<Word<'_>> = Vec::with_capacity(view.layout().tokens.len());
        let mut at = 0;
        for token in &view.layout().tokens {
            let word = token.of(text);
            let next = ids.len() as u32;
            let id = *ids.entry(word).or_insert(next);
            let class = class(word, token.kind);
            let space = &text[at..token.span.start()];
            let after_line = space.contains('\n');
            let starts_sentence =
                after_line || words.last().is_none_or(|w| w.class == Class::Mark && !matches!(w.text, "," | "-" | ")" | "’" | "'" | "$" | "%"));
            words.push(Word {
                text: word,
                span: token.span,
                class,
                id,
                form: form(word, class),
                shape: shape(word, class),
                starts_sentence,
                after_gap: !after_line && space.chars().nth(1).is_some(),
                after_line,
                is_half: false,
            });
            at = token.span.end();
        }
        mark_halves(&mut words, ids.len());
        Reading { text, words }
    }

    /// Word `n`, counted from `base`; `None` outside the document.
    pub(super) fn at(&self, base: usize, offset: isize) -> Option<&Word<'t>> {
        base.checked_add_signed(offset).and_then(|n| self.words.get(n))
    }

    /// Words `start..end` as they stand in the text.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'t str {
        self.span(start, end).of(self.text)
    }

    /// The place of words `start..end`, in bytes of the view.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        self.words[start].span.cover(self.words[end - 1].span)
    }
}

/// Marks the halves of names that are doubled by nature.
fn mark_halves(words: &mut [Word<'_>], ids: usize) {
    let doubled: Vec<usize> = (1..words.len()).filter(|n| words[*n].class == Class::Name && words[*n].id == words[n - 1].id).collect();
    if doubled.is_empty() {
        return;
    }
    // For each word, how often it stands, and how often as a half.
    let mut counts = vec![(0u32, 0u32); ids];
    words.iter().for_each(|w| counts[w.id as usize].0 += 1);
    doubled.iter().for_each(|n| counts[words[*n].id as usize].1 += 2);
    for word in words.iter_mut() {
        let (all, halves) = counts[word.id as usize];
        word.is_half = halves > 0 && (halves >= all || is_reduplicated(&word.text.to_lowercase()));
    }
}

fn class(word: &str, kind: TokenKind) -> Class {
    match kind {
        TokenKind::Number => Class::Number,
        TokenKind::Clitic => Class::Clitic,
        TokenKind::Word if is_function_word(word) => Class::Function,
        TokenKind::Word if word.starts_with(char::is_uppercase) => Class::Name,
        TokenKind::Word => Class::Open,
        _ => Class::Mark,
    }
}

/// True for a word of [`FUNCTION_WORDS`], in any case.
pub(super) fn is_function_word(word: &str) -> bool {
    // The longest has ten letters.
    let mut lower = [0u8; 10];
    if word.len() > lower.len() || !word.is_ascii() {
        return false;
    }
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    std::str::from_utf8(&lower[..word.len()]).is_ok_and(|l| FUNCTION_WORDS.has(l))
}

/// A hash that is the same on every machine (FNV-1a).
pub(super) fn hash(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(0x811C_9DC5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

fn form(word: &str, class: Class) -> u32 {
    match class {
        Class::Name => hash(*b"\x01name"),
        Class::Number => hash(*b"\x01number"),
        Class::Function | Class::Open => {
            let capital = u8::from(word.starts_with(char::is_uppercase));
            hash([capital].into_iter().chain(word.bytes().map(|b| b.to_ascii_lowercase())))
        }
        Class::Clitic => hash(word.bytes().filter(u8::is_ascii_alphabetic).chain([2])),
        Class::Mark => mark(word),
    }
}

fn mark(word: &str) -> u32 {
    match word {
        "\"" | "“" | "”" | "''" | "``" => hash(*b"\x01quote"),
        "'" | "‘" | "’" => hash(*b"\x01single"),
        "-" | "–" | "—" | "--" => hash(*b"\x01dash"),
        _ => hash(word.bytes().take(4)),
    }
}

fn shape(word: &str, class: Class) -> u32 {
    if class != Class::Open {
        return form(word, class);
    }
    const ENDINGS: &[&str] =
        &["ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "al", "ous", "ive", "ble", "er", "or", "est", "ies", "es", "s", "ic", "y", "en", "an"];
    let ending = ENDINGS.iter().position(|e| word.len() > e.len() + 2 && word.ends_with(e)).unwrap_or(ENDINGS.len());
    hash([3, ending as u8, (word.len() > 4) as u8])
}

/// Words of the closed classes, and the verbs that stand between two names most often.
const FUNCTION_WORDS: WordClass = WordClass::of(&[
    SMALL_WORDS,
    FURTHER_SMALL_WORDS,
    WordSet::new(
        "above according across added against ago along already although among announced another around asked back behind below between both ca \
         called came despite done either ever every few gave get go going got herself himself however including itself last later less like made \
         many much near never next now often once onto others per rather said same say saying says since still themselves though through told took \
         toward towards two went whether whose within without wo yes yet",
    ),
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Document;

    #[test]
    fn function_words_can_be_searched_in_any_case() {
        assert!(is_function_word("The") && is_function_word("themselves") && !is_function_word("Ortiz"));
    }

    #[test]
    fn reads_classes_gaps_and_sentence_starts() {
        let document = Document::new("Ortiz left   town . He did n’t say “ why ” .\nKwan");
        let view = View::plain(&document);
        let reading = Reading::of(&view);
        let of = |t: &str| *reading.words.iter().find(|w| w.text == t).unwrap();
        assert!(of("town").after_gap && !of("left").after_gap);
        assert!(of("He").starts_sentence && of("Kwan").after_line && !of("did").starts_sentence);
        assert_eq!((of("Kwan").class, of("n’t").class, of("town").class), (Class::Name, Class::Clitic, Class::Open));
    }
}
