//! People whose name is a word, at the head of a sentence: "Will said", "Faith, 34,", "King told the court".

use super::known::{name_at, put};
use crate::entities::label::EntityLabel;
use crate::entities::model::Page;
use crate::entities::model::lexicon::Lists;
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// What nobody but a person does.
const PERSONAL: WordSet = WordSet::new(
    "added admitted apologised apologized argued asked confessed denied grinned insisted joked laughed married nodded paid recalled replied resigned \
     said says shrugged sighed smiled testified told tweeted wept wrote",
);

/// Adds them. Words in the plural are left out: "Banks said".
pub(super) fn add(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Name>) {
    let mut found = Vec::new();
    let mut at = 0;
    while at < r.len() {
        if r.before(at).is_none() && is_person(r, page, names, at) {
            found.push(Name::new(r.span(at, at + 1), EntityLabel::Person, 0.6, "entities.speaker", None));
        }
        at = r.sentence_end(at).max(at + 1);
    }
    put(names, found);
}

fn is_person(r: &Reading<'_>, page: &Page<'_>, names: &[Name], at: usize) -> bool {
    const NAMES: Lists = Lists::FIRST.and(Lists::FAMILY);
    let word = r.word(at);
    let capital = r.capital(at) && r.kind(at) == Some(TokenKind::Word) && word.len() > 2 && word.chars().skip(1).all(char::is_lowercase);
    if !capital || !page.lists(at).has(NAMES) || page.lists(at).has(Lists::TITLE | Lists::ORGANISATION | Lists::COUNTRY) && !page.lists(at).has(Lists::FIRST) {
        return false;
    }
    if word.ends_with('s') || name_at(r, names, at).is_some() {
        return false;
    }
    // "Faith, 34, said"
    let age = r.word(at + 1) == "," && r.kind(at + 2) == Some(TokenKind::Number) && r.word(at + 2).len() == 2 && r.word(at + 3) == ",";
    age || PERSONAL.has(r.word(at + 1))
}
