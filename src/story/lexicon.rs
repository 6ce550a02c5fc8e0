//! Words that the comparison treats by their meaning: small words, negations, modals, hedges, numbers, short forms.

use crate::lexicon::{self, FURTHER_SMALL_WORDS, SMALL_WORDS, WordClass, WordSet};

/// The small words that carry a sentence and tell little of what it says.
const FUNCTION: WordClass = WordClass::of(&[SMALL_WORDS, FURTHER_SMALL_WORDS, WordSet::new("d having ll m ours re s shall ve yours")]);

/// Words whose loss turns a statement round.
const NEGATIONS: WordSet = WordSet::new("cannot hardly neither never no nobody none nor not nothing nowhere without");

/// Words that say how bound or how sure.
const MODALS: WordSet = WordSet::new("can could may might must ought shall should will would");

/// Words that take a part of a statement back.
const HEDGES: WordSet =
    WordSet::new("allegedly apparently believe guess likely maybe perhaps possibly presumably probably reportedly seem seems suppose suspect think");

/// Pronouns that a reported clause exchanges. Sorted by the first: the key that all forms of one share.
const PERSONS: &[(&str, &str)] = &[
    ("he", "i"),
    ("her", "my"),
    ("him", "me"),
    ("his", "my"),
    ("our", "my"),
    ("she", "i"),
    ("their", "my"),
    ("them", "me"),
    ("they", "i"),
    ("us", "me"),
    ("we", "i"),
];

/// Short forms that stand for whole words. Sorted by the short form.
const CONTRACTIONS: &[(&str, &[&str])] = &[
    ("'d", &["would", "had"]),
    ("'ll", &["will", "shall"]),
    ("'m", &["am"]),
    ("'re", &["are"]),
    ("'s", &["is", "has", "us"]),
    ("'ve", &["have"]),
    ("ca", &["can"]),
    ("n't", &["not"]),
    ("sha", &["shall"]),
    ("wo", &["will"]),
];

/// One written word for two spoken ones. Sorted by the first.
const JOINED: &[(&str, [&str; 2])] = &[
    ("cannot", ["can", "not"]),
    ("gimme", ["give", "me"]),
    ("gonna", ["going", "to"]),
    ("gotta", ["got", "to"]),
    ("kinda", ["kind", "of"]),
    ("lemme", ["let", "me"]),
    ("sorta", ["sort", "of"]),
    ("wanna", ["want", "to"]),
];

/// How one writes down what was slurred. Sorted.
const TRANSCRIBED: WordSet = WordSet::new("gimme gonna gotta kinda lemme sorta wanna");

/// Short forms of titles and places, and the word. Sorted by the short form.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("assn", "association"),
    ("calif", "california"),
    ("capt", "captain"),
    ("cmdr", "commander"),
    ("co", "company"),
    ("col", "colonel"),
    ("corp", "corporation"),
    ("dept", "department"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("govt", "government"),
    ("inc", "incorporated"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("mt", "mount"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("rev", "reverend"),
    ("sec", "secretary"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("st", "saint"),
];

/// Nicknames and the name. Sorted by the nickname.
const NICKNAMES: &[(&str, &str)] = &[
    ("abe", "abraham"),
    ("al", "albert"),
    ("alex", "alexander"),
    ("andy", "andrew"),
    ("barb", "barbara"),
    ("ben", "benjamin"),
    ("bernie", "bernard"),
    ("beth", "elizabeth"),
    ("betsy", "elizabeth"),
    ("bill", "william"),
    ("billy", "william"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("cathy", "catherine"),
    ("charlie", "charles"),
    ("chris", "christopher"),
    ("chuck", "charles"),
    ("dan", "daniel"),
    ("danny", "daniel"),
    ("dave", "david"),
    ("debbie", "deborah"),
    ("dick", "richard"),
    ("don", "donald"),
    ("doug", "douglas"),
    ("ed", "edward"),
    ("eddie", "edward"),
    ("fred", "frederick"),
    ("greg", "gregory"),
    ("hank", "henry"),
    ("jack", "john"),
    ("jeff", "jeffrey"),
    ("jen", "jennifer"),
    ("jenny", "jennifer"),
    ("jerry", "gerald"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("joe", "joseph"),
    ("johnny", "john"),
    ("jon", "jonathan"),
    ("josh", "joshua"),
    ("kate", "katherine"),
    ("kathy", "katherine"),
    ("ken", "kenneth"),
    ("larry", "lawrence"),
    ("liz", "elizabeth"),
    ("maggie", "margaret"),
    ("matt", "matthew"),
    ("mike", "michael"),
    ("mitch", "mitchell"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("pete", "peter"),
    ("phil", "philip"),
    ("ray", "raymond"),
    ("rick", "richard"),
    ("rob", "robert"),
    ("ron", "ronald"),
    ("rudy", "rudolph"),
    ("sam", "samuel"),
    ("steve", "stephen"),
    ("steven", "stephen"),
    ("sue", "susan"),
    ("ted", "edward"),
    ("tim", "timothy"),
    ("tom", "thomas"),
    ("tony", "anthony"),
    ("vince", "vincent"),
    ("will", "william"),
];

fn look<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    list.binary_search_by_key(&word, |(key, _)| key).ok().map(|n| list[n].1)
}

/// True for a small word, by its key.
pub(super) fn is_function(key: &str) -> bool {
    FUNCTION.has(key.strip_prefix('\'').unwrap_or(key)) || key == "n't"
}

/// True for a word that says no.
pub(super) fn is_negation(key: &str) -> bool {
    key == "n't" || NEGATIONS.has(key)
}

/// True for a word that says how bound or how sure.
pub(super) fn is_modal(key: &str) -> bool {
    MODALS.has(key) || matches!(key, "'ll" | "wo" | "ca" | "sha")
}

/// True for a word that takes a part of a statement back.
pub(super) fn is_hedge(key: &str) -> bool {
    HEDGES.has(key)
}

/// The key that a pronoun shares with those that a reported clause puts in its place.
pub(super) fn person(key: &str) -> &str {
    look(PERSONS, key).unwrap_or(key)
}

/// True where one is a short form of the other: "n't" and "not".
pub(super) fn contracts(a: &str, b: &str) -> bool {
    let stands_for = |short: &str, long: &str| look(CONTRACTIONS, short).is_some_and(|words| words.contains(&long));
    stands_for(a, b) || stands_for(b, a)
}

/// True for a form that stands for a longer word.
pub(super) fn is_contraction(key: &str) -> bool {
    look(CONTRACTIONS, key).is_some()
}

/// The one word that is written for the two.
pub(super) fn joined(first: &str, second: &str) -> Option<&'static str> {
    JOINED.iter().find(|(_, parts)| *parts == [first, second]).map(|(one, _)| *one)
}

/// True for a spelling of slurred speech.
pub(super) fn is_transcribed(key: &str) -> bool {
    TRANSCRIBED.has(key)
}

/// The word that a short form stands for.
pub(super) fn unabbreviated(key: &str) -> &str {
    look(ABBREVIATIONS, key).unwrap_or(key)
}

/// The value of a word for a number.
pub(super) fn number(word: &str) -> Option<f64> {
    match word {
        "zero" => Some(0.0),
        "dozen" => Some(12.0),
        _ => lexicon::number(word).filter(|n| *n < 100.0),
    }
}

/// What a word multiplies the number before it with.
pub(super) fn multiplier(word: &str) -> Option<f64> {
    match word {
        "dozen" => Some(12.0),
        _ => lexicon::number(word).filter(|n| *n >= 100.0),
    }
}

/// The name that a nickname stands for; itself where it is none.
pub(super) fn full_first_name(name: &str) -> &str {
    look(NICKNAMES, name).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<T>(list: &[(&str, T)]) -> bool {
        list.is_sorted_by(|a, b| a.0 < b.0)
    }

    #[test]
    fn lists_are_sorted() {
        assert!(sorted(PERSONS) && sorted(CONTRACTIONS) && sorted(JOINED) && sorted(ABBREVIATIONS) && sorted(NICKNAMES));
    }

    #[test]
    fn short_forms_stand_for_their_words_alone() {
        assert!(contracts("n't", "not") && contracts("is", "'s") && contracts("wo", "will"));
        assert!(!contracts("n't", "now") && !contracts("'s", "was"));
    }
}
