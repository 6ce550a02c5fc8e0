//! Names that the recogniser passed over: the document shows elsewhere that they are names, or lists are sure of them.

use std::collections::BTreeMap;

use super::known::{house_committee, well_known};
use super::small;
use crate::entities::label::{EntityLabel, PlaceKind};
use crate::entities::lists::organisations::COMPANY_ENDINGS;
use crate::entities::lists::people::GROUPS;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::{CLEAR, Name};
use crate::entities::reading::Reading;
use crate::lexicon::{WordClass, WordSet};
use crate::text::{TokenKind, order};

/// Names of organisations that British newspapers write small. Tokens in small letters.
const SMALL_NAMES: &[&[&str]] = &[
    &["justice", "department"],
    &["state", "department"],
    &["defense", "department"],
    &["defence", "ministry"],
    &["foreign", "ministry"],
    &["interior", "ministry"],
    &["health", "ministry"],
    &["finance", "ministry"],
    &["white", "house"],
    &["supreme", "court"],
    &["house", "of", "representatives"],
    &["security", "council"],
];

/// True for the first words of [`SMALL_NAMES`]; most words are turned away by their length.
fn starts_small_name(word: &str) -> bool {
    matches!(word, "justice" | "state" | "defense" | "defence" | "foreign" | "interior" | "health" | "finance" | "white" | "supreme" | "house" | "security")
}

/// Tokens `start..end` are no part of a longer run of capitals.
fn alone(r: &Reading<'_>, start: usize, end: usize) -> bool {
    let capital = |at| r.capital(at) && r.kind(at) == Some(TokenKind::Word);
    // "US $34 billion".
    let price = r.kind(end) == Some(TokenKind::Symbol);
    let goes_on = end < r.sentence_end(start) && capital(end) && !GROUPS.has(r.word(end));
    !(price || goes_on || r.before(start).is_some_and(&capital))
}

/// How names of firms end that are called by what stands before.
const FIRM_ENDINGS: WordClass = WordClass::of(&[COMPANY_ENDINGS, WordSet::new("Group Holdings Industries")]);

/// So many names with one first word are looked for.
const NAMESAKES: usize = 100;

/// The words of a clear name, with what it is.
struct Clear<'v> {
    words: Vec<&'v str>,
    label: EntityLabel,
    score: f32,
    place_kind: Option<PlaceKind>,
}

/// Adds them to `names`, which are in order and stay so.
pub(super) fn add(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut Vec<Name>) {
    let missed = missed(r, page, model, names);
    names.extend(missed);
    order::sort_by(names, |n| n.span.start() as u128);
}

/// Whole names that are clear, and the parts of people's names that stand for them, by their first token.
fn clear_names<'v>(r: &Reading<'v>, page: &Page<'_>, names: &[Name]) -> BTreeMap<&'v str, Vec<Clear<'v>>> {
    let mut clear: BTreeMap<&'v str, Vec<Clear<'v>>> = BTreeMap::new();
    let mut add = |words: Vec<&'v str>, label, score, place_kind| {
        if let Some(first) = words.first() {
            let list = clear.entry(*first).or_default();
            if list.len() < NAMESAKES && !list.iter().any(|c| c.words == words) {
                list.push(Clear { words, label, score, place_kind });
            }
        }
    };
    for name in names.iter().filter(|n| n.score >= CLEAR) {
        let tokens = name.tokens(r);
        let words: Vec<&'v str> = tokens.clone().map(|at| r.word(at)).collect();
        let acronym = words.len() == 1 && words[0].chars().filter(|c| c.is_uppercase()).count() >= 2;
        if name.label == EntityLabel::Person && words.len() >= 2 {
            // The family name alone, where it never stands in small letters.
            let last = tokens.end - 1;
            if r.capital(last) && r.word(last).len() > 2 && !page.seen_small(last) {
                add(vec![r.word(last)], name.label, name.score, None);
            }
            // The first name alone, where it is no word.
            let first = tokens.start;
            if r.capital(first) && r.word(first).len() > 3 && !page.seen_small(first) && !page.known_otherwise(first) {
                add(vec![r.word(first)], name.label, name.score, None);
            }
            add(words, name.label, name.score, None);
        } else if words.len() >= 2 || acronym {
            // "Nordvik" of "Nordvik Group", where the word is nothing else.
            let first = tokens.start;
            let firm = name.label == EntityLabel::Org && words.last().is_some_and(|last| FIRM_ENDINGS.has(last));
            if firm && r.word(first).len() > 3 && page.likely(first).is_none() && !page.seen_small(first) {
                add(vec![r.word(first)], name.label, name.score, None);
            }
            add(words, name.label, name.score, name.place_kind);
        }
    }
    clear
}

/// Names that the model passed over, though the document shows elsewhere that they are names.
fn missed(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &[Name]) -> Vec<Name> {
    let clear = clear_names(r, page, names);
    let mut found = Vec::new();
    let mut next = 0;
    let mut at = 0;
    // The sentence that was read last: where it ends, and whether its writer leaves capitals out.
    let (mut sentence, mut careless) = (0, false);
    while at < r.len() {
        let Some(token) = r.token(at) else { break };
        if at >= sentence {
            sentence = r.sentence_end(at).max(at + 1);
            careless = small::is_careless(r, at, sentence);
        }
        while next < names.len() && names[next].span.end() <= token.span.start() {
            next += 1;
        }
        let free = |end: usize| names.get(next).is_none_or(|n| n.span.start() >= r.layout.tokens[end - 1].span.end());
        at += 1;
        if r.kind(at - 1) == Some(TokenKind::Word) && free(at) {
            let named = match page.counts(at - 1).then(|| clear.get(r.word(at - 1))).flatten() {
                Some(list) => named_elsewhere(r, page, list, at - 1, &free),
                None => listed(r, page, model, at - 1, &free),
            };
            let named = named.or_else(|| small::place(r, page, model, at - 1, careless, &free));
            if let Some(name) = named {
                at = name.tokens(r).end;
                found.push(name);
            }
        }
    }
    found
}

/// The name of `list` that stands at token `at`, where `free` tells which tokens belong to no name.
fn named_elsewhere(r: &Reading<'_>, page: &Page<'_>, list: &[Clear<'_>], at: usize, free: &dyn Fn(usize) -> bool) -> Option<Name> {
    let stands = |c: &&Clear<'_>| {
        let end = at + c.words.len();
        end <= r.sentence_end(at) && c.words.iter().enumerate().all(|(n, w)| r.word(at + n) == *w) && free(end)
    };
    let name = list.iter().filter(stands).max_by_key(|c| c.words.len())?;
    // A family name inside a longer run of capitals is more likely part of another name.
    let follows = r.before(at).is_some_and(|b| r.capital(b) && !page.initial(b));
    let goes_on = at + 1 < r.sentence_end(at) && r.capital(at + 1) && r.kind(at + 1) == Some(TokenKind::Word);
    (name.words.len() > 1 || !(follows || goes_on)).then(|| Name {
        span: r.span(at, at + name.words.len()),
        label: name.label,
        score: name.score * 0.8,
        rule: "entities.named_elsewhere",
        value: None,
        place_kind: name.place_kind,
    })
}

/// The name at token `at` that lists are sure of.
fn listed(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, at: usize, free: &dyn Fn(usize) -> bool) -> Option<Name> {
    let mention = |end: usize, label, rule, place_kind| Some(Name { span: r.span(at, end), label, score: 0.6, rule, value: None, place_kind });
    if r.capital(at) {
        if let Some(end) = house_committee(r, at).filter(|end| free(*end)) {
            return mention(end, EntityLabel::Org, "entities.committee", None);
        }
        // "the Vermont Democrat". The longest run of capitals that is a place.
        let place = |end: &usize| *end <= r.sentence_end(at) && free(*end) && alone(r, at, *end) && well_known(r.span(at, *end).of(r.text));
        if let Some(end) = (at + 1..at + 4).rev().find(place) {
            return mention(end, EntityLabel::Loc, "entities.well_known", model.place_kind(page, at, end));
        }
        let goes_on = at + 1 < r.sentence_end(at) && r.capital(at + 1);
        let group = GROUPS.has(r.word(at)) && !goes_on;
        return group.then(|| mention(at + 1, EntityLabel::Norp, "entities.well_known", None)).flatten();
    }
    if !starts_small_name(r.word(at)) {
        return None;
    }
    let name = SMALL_NAMES.iter().find(|name| name.iter().enumerate().all(|(n, w)| r.word(at + n) == *w)).filter(|name| free(at + name.len()))?;
    mention(at + name.len(), EntityLabel::Org, "entities.small_name", None)
}
