//! What a document's clear names say of its unclear ones: a surname after the full name, an acronym after its
//! expansion, the same words without a label, one name written twice.

use std::collections::{BTreeMap, BTreeSet};

use super::Mention;
use super::label::{EntityLabel, PlaceKind};
use super::model::lexicon::lists;
use super::model::{EntityModel, Page};
use super::reading::Reading;
use crate::text::TokenKind;

/// A name that is at least this sure speaks for others.
const CLEAR: f32 = 0.7;

/// Below this a label gives way to what the document says.
const UNCLEAR: f32 = 0.8;

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

/// Brings `names` in line with one another. They are in order and stay so.
pub(super) fn settle(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, mut names: Vec<Mention>) -> Vec<Mention> {
    for name in &mut names {
        tidy(r, page, name);
    }
    names.retain(|n| !n.span.is_empty());
    relabel(r, page, model, &mut names);
    let missed = missed(r, page, &names);
    names.extend(missed);
    names.sort_by_key(|n| n.span.start());
    for name in names.iter_mut().filter(|n| n.label == EntityLabel::Loc) {
        // The list of regions holds lakes and squares too; their own word is more exact.
        if matches!(name.place_kind, None | Some(PlaceKind::Region)) {
            name.place_kind = kind_by_word(name.span.of(r.text)).or(name.place_kind);
        }
    }
    names
}

/// Takes titles off the front of a person and stray marks off both ends; of a name that damage wrote twice, the first is the name.
fn tidy(r: &Reading<'_>, page: &Page<'_>, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let (mut start, mut end) = (tokens.start, tokens.end);
    let is_mark = |at: usize| {
        matches!(r.kind(at), Some(TokenKind::Punctuation | TokenKind::QuoteMark | TokenKind::Clitic)) && !matches!(r.word(at), ")" | "!" | "?" | ".")
    };
    while start < end && is_mark(start) {
        start += 1;
    }
    while end > start && is_mark(end - 1) {
        end -= 1;
    }
    if name.label == EntityLabel::Person {
        // "Dana Ruiz, D-Calif.": what follows the comma is no part of the name, unless it is "Jr.".
        if let Some(comma) = (start + 1..end).find(|at| r.word(*at) == "," && !r.is_one(at + 1, &["jr", "jr.", "sr", "sr."])) {
            end = comma;
        }
        while end - start > 1 && page.lists(start) & lists::TITLE != 0 && page.lists(start) & (lists::FIRST | lists::FAMILY) == 0 && r.capital(start + 1) {
            start += 1;
        }
        // "Bharara Bharara": an overwriting repeats the name. Not "Boutros Boutros-Ghali", nor a name that only ever stands doubled.
        let half = (end - start) / 2;
        let doubled = end - start == 2 * half && half > 0 && (0..half).all(|n| r.word(start + n) == r.word(start + half + n));
        if doubled && page.count(start) > 2 {
            end = start + half;
        }
    }
    name.span = if start < end { r.span(start, end) } else { crate::text::Span::empty(name.span.start()) };
}

/// Gives unclear names the label that clear ones have.
fn relabel(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut [Mention]) {
    // Family names of people named in full.
    let mut families: BTreeSet<&str> = BTreeSet::new();
    // Labels of whole names, by how sure.
    let mut labels: BTreeMap<&str, [f32; 9]> = BTreeMap::new();
    for name in names.iter() {
        let text = name.span.of(r.text);
        labels.entry(text).or_default()[name.label as usize] += name.score;
        if name.label == EntityLabel::Person && name.score >= CLEAR {
            let tokens = r.layout.tokens_in(name.span);
            if tokens.len() >= 2 && !r.word(tokens.start).is_empty() {
                families.insert(r.word(tokens.end - 1));
            }
        }
    }
    for at in 0..names.len() {
        let text = names[at].span.of(r.text);
        let tokens = r.layout.tokens_in(names[at].span);
        let place = page.lists(tokens.start) & (lists::CITY | lists::COUNTRY | lists::REGION | lists::ORGANISATION) != 0;
        if tokens.len() == 1 && names[at].label != EntityLabel::Person && families.contains(text) && (names[at].score < UNCLEAR || !place) {
            names[at].label = EntityLabel::Person;
            names[at].place_kind = None;
            names[at].rule = "entities.family_name";
            names[at].score = names[at].score.max(CLEAR);
            continue;
        }
        // "Attorney General Ruiz", taken for an office: the person is what follows the titles.
        if names[at].label != EntityLabel::Person && tokens.len() > 1 && families.contains(r.word(tokens.end - 1)) {
            let titles = (tokens.start..tokens.end - 1).all(|t| page.lists(t) & lists::TITLE != 0);
            if titles {
                names[at].label = EntityLabel::Person;
                names[at].rule = "entities.family_name";
                names[at].span = r.span(tokens.end - 1, tokens.end);
                names[at].place_kind = None;
                continue;
            }
        }
        // "World Health Organization (WHO)".
        if at > 0 && tokens.len() == 1 && text.len() <= 8 && text.chars().filter(|c| c.is_uppercase()).count() >= 2 {
            let before = &names[at - 1];
            let bracket = r.text[before.span.end()..names[at].span.start()].trim() == "(";
            if bracket
                && before.label != names[at].label
                && matches!(before.label, EntityLabel::Org | EntityLabel::Loc | EntityLabel::Misc)
                && before.span.len() > text.len()
                && before.score > names[at].score
            {
                names[at].label = before.label;
                names[at].rule = "entities.acronym";
                continue;
            }
        }
        // The same words elsewhere, much more sure; whole names of several words hardly ever mean two things.
        if (names[at].score < 0.6 || tokens.len() > 1)
            && let Some(votes) = labels.get(text)
        {
            let own = votes[names[at].label as usize];
            if let Some((best, vote)) = EntityLabel::ALL.iter().zip(votes).max_by(|a, b| a.1.total_cmp(b.1))
                && *best != names[at].label
                && *vote > 2.0 * own + 0.7
            {
                names[at].label = *best;
                names[at].rule = "entities.same_words";
                let span = r.layout.tokens_in(names[at].span);
                names[at].place_kind = if *best == EntityLabel::Loc { model.place_kind(page, span.start, span.end) } else { None };
            }
        }
    }
}

/// The words of a clear name, with what it is.
struct Clear<'v> {
    words: Vec<&'v str>,
    label: EntityLabel,
    score: f32,
    place_kind: Option<PlaceKind>,
}

/// Names that the model passed over, though the document shows elsewhere that they are names.
fn missed<'v>(r: &Reading<'v>, page: &Page<'_>, names: &[Mention]) -> Vec<Mention> {
    // By first token: whole names that were clear, with their label.
    let mut clear: BTreeMap<&'v str, Vec<Clear<'v>>> = BTreeMap::new();
    let mut add = |words: Vec<&'v str>, label, score, place_kind| {
        if let Some(first) = words.first() {
            let list = clear.entry(*first).or_default();
            if !list.iter().any(|c| c.words == words) {
                list.push(Clear { words, label, score, place_kind });
            }
        }
    };
    for name in names.iter().filter(|n| n.score >= CLEAR) {
        let tokens = r.layout.tokens_in(name.span);
        let words: Vec<&'v str> = tokens.clone().map(|at| r.word(at)).collect();
        let acronym = words.len() == 1 && words[0].chars().filter(|c| c.is_uppercase()).count() >= 2;
        if name.label == EntityLabel::Person && words.len() >= 2 {
            // The family name alone, where it never stands in small letters.
            let last = tokens.end - 1;
            if r.capital(last) && r.word(last).len() > 2 && !page.seen_small(last) {
                add(vec![r.word(last)], name.label, name.score, None);
            }
            add(words, name.label, name.score, None);
        } else if words.len() >= 2 || acronym {
            add(words, name.label, name.score, name.place_kind);
        }
    }
    let mut found = Vec::new();
    let mut next = 0;
    let mut at = 0;
    while at < r.len() {
        let Some(token) = r.token(at) else { break };
        while next < names.len() && names[next].span.end() <= token.span.start() {
            next += 1;
        }
        let free = |end: usize| names.get(next).is_none_or(|n| n.span.start() >= r.layout.tokens[end - 1].span.end());
        let word = r.word(at);
        let mut end = at + 1;
        if r.kind(at) == Some(TokenKind::Word) && free(end) {
            if let Some(list) = clear.get(word).filter(|_| page.counts(at)) {
                let fits = list
                    .iter()
                    .filter(|c| {
                        let last = at + c.words.len();
                        last <= r.sentence_end(at) && c.words.iter().enumerate().all(|(n, w)| r.word(at + n) == *w) && free(last)
                    })
                    .max_by_key(|c| c.words.len());
                // A family name inside a longer run of capitals is more likely part of another name.
                let follows = r.before(at).is_some_and(|b| r.capital(b) && !page.initial(b));
                let goes_on = |end: usize| end < r.sentence_end(at) && r.capital(end) && r.kind(end) == Some(TokenKind::Word);
                if let Some(c) = fits
                    && (c.words.len() > 1 || !(follows || goes_on(at + 1)))
                {
                    end = at + c.words.len();
                    let (span, rule) = (r.span(at, end), "entities.named_elsewhere");
                    found.push(Mention { span, label: c.label, entity: 0, score: c.score * 0.8, rule, value: None, place_kind: c.place_kind });
                }
            } else if word.starts_with(|c: char| c.is_ascii_lowercase())
                && let Some(name) = SMALL_NAMES.iter().find(|name| name.iter().enumerate().all(|(n, w)| r.word(at + n) == *w))
                && free(at + name.len())
            {
                end = at + name.len();
                let span = r.span(at, end);
                found.push(Mention { span, label: EntityLabel::Org, entity: 0, score: 0.6, rule: "entities.small_name", value: None, place_kind: None });
            }
        }
        at = end;
    }
    found
}

/// What the last or first word of a place's name says of its kind.
fn kind_by_word(name: &str) -> Option<PlaceKind> {
    const NATURAL: &[&str] = &[
        "River",
        "Sea",
        "Ocean",
        "Lake",
        "Mount",
        "Mt.",
        "Mountain",
        "Mountains",
        "Island",
        "Islands",
        "Bay",
        "Gulf",
        "Desert",
        "Valley",
        "Forest",
        "Delta",
        "Peninsula",
        "Falls",
        "Strait",
        "Creek",
        "Beach",
        "Hills",
        "Canyon",
        "Glacier",
        "Volcano",
    ];
    const FACILITY: &[&str] = &[
        "Airport",
        "Street",
        "Road",
        "Avenue",
        "Bridge",
        "Tower",
        "Hotel",
        "Stadium",
        "Park",
        "Square",
        "Hospital",
        "Prison",
        "Hall",
        "Palace",
        "Station",
        "Highway",
        "Boulevard",
        "Drive",
        "Lane",
        "Centre",
        "Center",
        "Mall",
        "Church",
        "Mosque",
        "Temple",
        "Cathedral",
        "Museum",
        "Theatre",
        "School",
        "University",
        "Dam",
        "Plaza",
    ];
    const REGION: &[&str] = &["Province", "State", "County", "Region", "District", "Territory", "Oblast", "Governorate", "Prefecture"];
    let mut words = name.split_whitespace();
    let (first, last) = (words.next()?, words.next_back()?);
    let is = |list: &[&str]| list.contains(&last) || list.contains(&first);
    if is(FACILITY) {
        return Some(PlaceKind::Facility);
    }
    if is(NATURAL) {
        return Some(PlaceKind::Natural);
    }
    if is(REGION) || name.contains("District of") {
        return Some(PlaceKind::Region);
    }
    (last == "City").then_some(PlaceKind::City)
}
