//! How much a difference weighs: 0 set otherwise, 1 form, 2 small words, 3 content, 4 says something else.

use super::super::lexicon;
use super::super::model::Class;
use super::super::words::{Keys, Word};

/// A stretch of more words than this is a cut, whatever single words are in it.
pub(super) const SINGLE_WORDS: usize = 5;

/// The level of a difference whose class settles it.
pub(super) fn of_class(class: Class) -> u8 {
    match class {
        Class::Spacing | Class::Damage => 0,
        Class::Punctuation | Class::Case | Class::Spelling | Class::NameForm | Class::NumberForm | Class::Contraction => 1,
        Class::Transcription | Class::Censored | Class::Disfluency | Class::InsertionEditorial | Class::OmissionEllipsis | Class::OmissionEdge => 1,
        Class::Reorder | Class::Paraphrase => 2,
        Class::Substitution | Class::Omission | Class::Insertion => 3,
        Class::Speaker => 4,
    }
}

/// What words are that differ.
#[derive(Clone, Copy, Default)]
struct Kinds {
    negation: bool,
    modal: bool,
    hedge: bool,
    number: bool,
    name: bool,
    content: bool,
}

fn kinds(words: &[Word], keys: &Keys) -> Kinds {
    let mut kinds = Kinds::default();
    for word in words {
        let key = keys.text(word.key);
        kinds.negation |= lexicon::is_negation(key);
        kinds.modal |= lexicon::is_modal(key);
        kinds.hedge |= lexicon::is_hedge(key);
        kinds.number |= word.value.is_some() && !word.function || matches!(key, "percent" | "$" | "£" | "€" | "¥");
        kinds.name |= word.name && !word.function;
        kinds.content |= !word.function;
    }
    kinds
}

/// The level of words that one of the two has and the other has not.
pub(super) fn of_missing(words: &[Word], keys: &Keys) -> u8 {
    let kinds = kinds(words, keys);
    if words.len() <= SINGLE_WORDS && (kinds.negation || kinds.modal || kinds.hedge || kinds.number || kinds.name) {
        4
    } else if kinds.content {
        3
    } else {
        2
    }
}

/// True for words that turn round or weaken what comes after them.
pub(super) fn takes_back(words: &[Word], keys: &Keys) -> bool {
    let kinds = kinds(words, keys);
    kinds.negation || kinds.hedge
}

/// The level of words for others.
pub(super) fn of_exchanged(a: &[Word], b: &[Word], keys: &Keys) -> u8 {
    let (x, y) = (kinds(a, keys), kinds(b, keys));
    if a.len().max(b.len()) > SINGLE_WORDS {
        return 3;
    }
    // A pronoun and the name that it stands for.
    let pronoun =
        |words: &[Word]| matches!(words, [one] if lexicon::person(keys.text(one.key)) != keys.text(one.key) || matches!(keys.text(one.key), "it" | "i"));
    if pronoun(a) && y.name || pronoun(b) && x.name {
        return 3;
    }
    let turned = x.negation != y.negation || negates(a, b, keys);
    // "that will come" for "coming" is no other mood.
    let modal = (x.modal || y.modal) && a.len().max(b.len()) <= 2;
    if turned || modal || x.hedge != y.hedge || x.number || y.number || x.name || y.name {
        4
    } else if x.content || y.content {
        3
    } else {
        2
    }
}

/// True where one word is the other with a prefix that says no.
fn negates(a: &[Word], b: &[Word], keys: &Keys) -> bool {
    let ([x], [y]) = (a, b) else { return false };
    let (x, y) = (keys.text(x.key), keys.text(y.key));
    let prefixed =
        |long: &str, short: &str| short.len() >= 4 && ["un", "in", "im", "il", "ir", "non", "dis"].iter().any(|p| long.strip_prefix(p) == Some(short));
    prefixed(x, y) || prefixed(y, x)
}

/// The level of marks that differ. `last`: nothing of the one comes after.
pub(super) fn of_marks(a: &[char], b: &[char], last: bool) -> u8 {
    let has = |sign: char| a.contains(&sign) != b.contains(&sign);
    if has('?') {
        3
    } else if has('!') {
        2
    } else if last && a.iter().chain(b).all(|c| matches!(c, ',' | '.')) {
        0
    } else {
        1
    }
}
