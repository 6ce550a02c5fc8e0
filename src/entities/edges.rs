//! Where a name begins and ends: what the recogniser's spans need before anything is made of them.

use std::collections::BTreeSet;

use super::Mention;
use super::consistency::well_known;
use super::heads::is_organisation_head;
use super::label::{EntityLabel, PlaceKind};
use super::lists::has;
use super::lists::people::TITLES;
use super::lists::places::{COUNTRIES, REGIONS};
use super::model::lexicon::lists;
use super::model::{EntityModel, Page};
use super::reading::Reading;
use super::small::capitalised;
use crate::text::{Span, TokenKind};

/// Numbers of rulers and popes. "I" is left out: it is a word of its own too.
const NUMERALS: &[&str] = &["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XXIII"];

/// Whoever has one of these before the name may have "I" after it.
const RULERS: &[&str] = &["king", "queen", "pope", "tsar", "czar", "emperor", "empress", "shah", "sultan", "kaiser"];

/// Titles that people are known by together with a place.
const STYLES: &[&str] = &["Prince", "Princess", "Duke", "Duchess", "Earl", "Archbishop", "Bishop"];

/// What may follow the name of a shop, and not the owner of something.
const AFTER_BRANDS: &[&str] = &[
    "and", "are", "as", "at", "before", "but", "by", "can", "could", "for", "from", "had", "has", "in", "is", "near", "on", "or", "said", "says", "that", "to",
    "was", "when", "where", "which", "will", "with", "would",
];

/// Which part of a state a court district lies in.
const SIDES: &[&str] = &["Northern", "Southern", "Eastern", "Western", "Central", "Middle", "North", "South", "East", "West"];

/// Institutions that reporters are posted to: "Fox News White House correspondent" names two organisations.
const BEATS: &[&[&str]] =
    &[&["White", "House"], &["Capitol", "Hill"], &["State", "Department"], &["Supreme", "Court"], &["Pentagon"], &["Congress"], &["Senate"], &["Kremlin"]];

/// Who is posted there.
const POSTED: &[&str] = &["correspondent", "reporter", "bureau", "editor", "producer", "journalist", "correspondents", "reporters"];

/// Committees of both houses, whose name may stand without "Committee": "Senate Judiciary member". Sorted.
const COMMITTEES: &[&str] =
    &["Appropriations", "Banking", "Budget", "Commerce", "Energy", "Ethics", "Finance", "Intelligence", "Judiciary", "Oversight", "Rules"];

/// The first and the last word of offices whose name is whole before a person's begins: "Department of Justice Kim".
const OFFICES: &[&str] = &["Department", "Ministry", "House", "Senate", "Court"];

/// Offices and honours before a person's name, beside the list of titles. Sorted.
const LOCAL_OFFICES: &[&str] = &[
    "Alderman",
    "Alderwoman",
    "Alhaja",
    "Alhaji",
    "Assemblyman",
    "Assemblywoman",
    "Comptroller",
    "Councillor",
    "Councilmember",
    "Councilor",
    "Councilwoman",
    "Harbormaster",
    "Selectman",
    "Selectwoman",
    "Trooper",
];

/// What is named after somebody, by the last word of its name. Sorted.
const NAMED_AFTER: &[&str] =
    &["Act", "Award", "Awards", "Fellowship", "Lecture", "Medal", "Observatory", "Prize", "Probe", "Scholarship", "Telescope", "Trophy"];

/// Letters after a person's name. Sorted.
const POSTNOMINALS: &[&str] =
    &["CBE", "CFR", "CON", "Esq", "Esq.", "GCFR", "GCON", "JP", "KC", "MBE", "MD", "MFR", "MP", "OBE", "OFR", "OON", "PhD", "QC", "SAN", "SC"];

/// What companies and bodies are, where the word opens a sentence or a headline. Sorted.
const LEADING: &[&str] = &[
    "Airline",
    "Automaker",
    "Brewer",
    "Broadcaster",
    "Carmaker",
    "Charity",
    "Chipmaker",
    "Drugmaker",
    "Insurer",
    "Lender",
    "Miner",
    "Planemaker",
    "Publisher",
    "Regulator",
    "Retailer",
    "Startup",
    "Steelmaker",
    "Supermarket",
    "Truckmaker",
    "Watchdog",
];

/// Last words of names that have no stop of their own. Sorted.
const STOPPED: &[&str] = &["AG.", "I.", "II.", "III.", "IV.", "LLC.", "LLP.", "PLC."];

/// Puts the edges of `names` where they belong. They are in order and stay so; some may end up empty.
pub(super) fn settle(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut Vec<Mention>) {
    join_people(r, page, names);
    let known = parts_of_full_names(r, names);
    let mut settled: Vec<Mention> = Vec::with_capacity(names.len());
    for at in 0..names.len() {
        let mut name = names[at].clone();
        let to = names.get(at + 1).map_or(r.len(), |n| r.layout.tokens_in(n.span).start);
        trim(r, page, &known, &mut name);
        // "Rotimi Lane, SAN, told the court": letters after a person's name.
        let letters = has(POSTNOMINALS, name.span.of(r.text))
            && settled.last().is_some_and(|before| before.label == EntityLabel::Person && r.text[before.span.end()..name.span.start()] == *", ");
        // "National Publicity Secretary": an office.
        let office = name.label == EntityLabel::Org && is_office(r, &name);
        // "US $34 billion" names a currency.
        let price = name.label == EntityLabel::Loc && !name.span.is_empty() && r.word(r.layout.tokens_in(name.span).end) == "$";
        if name.span.is_empty() || price || letters || office {
            continue;
        }
        match name.label {
            EntityLabel::Person => {
                cut_office(r, &mut name);
                extend_person(r, page, to, &mut name);
                extend_to_namesake(r, to, &mut name);
            }
            EntityLabel::Loc | EntityLabel::Org => {
                cut_office(r, &mut name);
                extend_district(r, &mut name);
                extend_house(r, to, &mut name);
                extend_head(r, to, &mut name);
                extend_wing(r, to, &mut name);
            }
            _ => {}
        }
        if is_in_file_name(r, &name) {
            continue;
        }
        extend_brand(r, page, model, &known, &mut name);
        while settled.pop_if(|n| n.span.end() > name.span.start()).is_some() {}
        match split(r, page, model, &name) {
            Some([first, second]) => settled.extend([first, second]),
            None => settled.push(name),
        }
    }
    *names = settled;
}

/// "[Jeb] [Bush]": a first name and what stands right after it are one person.
fn join_people(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Mention>) {
    let person = |n: &Mention| n.label == EntityLabel::Person && r.layout.tokens_in(n.span).len() == 1;
    let mut joined = vec![false; names.len()];
    for at in (1..names.len()).rev() {
        let (first, second) = (&names[at - 1], &names[at]);
        let start = r.layout.tokens_in(first.span).start;
        if person(first) && person(second) && r.text[first.span.end()..second.span.start()] == *" " && page.lists(start) & lists::FIRST != 0 {
            names[at - 1].span = first.span.cover(second.span);
            joined[at] = true;
        }
    }
    let mut joined = joined.into_iter();
    names.retain(|_| joined.next() != Some(true));
}

/// The words of people's names that have several different ones.
fn parts_of_full_names<'v>(r: &Reading<'v>, names: &[Mention]) -> BTreeSet<&'v str> {
    let mut parts = BTreeSet::new();
    for name in names.iter().filter(|n| n.label == EntityLabel::Person) {
        let tokens = r.layout.tokens_in(name.span);
        if tokens.len() == 2 && r.word(tokens.start) != r.word(tokens.end - 1) {
            parts.extend(tokens.map(|at| r.word(at)));
        }
    }
    parts
}

/// Takes titles off the front of a person and stray marks off both ends; of a name that damage wrote twice, the first is the name.
fn trim(r: &Reading<'_>, page: &Page<'_>, known: &BTreeSet<&str>, name: &mut Mention) {
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
        // "Bryan Lane - Analyst". Tokenised text has "Anne - Marie" too.
        if let Some(dash) = (start + 1..end).find(|at| matches!(r.word(*at), "-" | "–") && page.lists(at + 1) & lists::OCCUPATION != 0) {
            end = dash;
        }
        // A word that is a title and a family name too is a title at the head of a name: "Pope Francis".
        let office = |at: usize| has(LOCAL_OFFICES, r.word(at));
        let is_title =
            |at: usize| office(at) || page.lists(at) & lists::TITLE != 0 && (page.lists(at) & (lists::FIRST | lists::FAMILY) == 0 || has(TITLES, r.word(at)));
        while end - start > 1 && is_title(start) && r.capital(start + 1) {
            start += 1;
        }
        // "Ortiz Ortiz": an overwriting repeats the name. Not "Boutros Boutros-Ghali"; nor "Adamu Adamu", who has no other name.
        let half = (end - start) / 2;
        let doubled = end - start == 2 * half && half > 0 && (0..half).all(|n| r.word(start + n) == r.word(start + half + n));
        if doubled && (half > 1 || known.contains(r.word(start))) && page.count(start) > 2 {
            end = start + half;
        }
    }
    // "Chipmaker Norvex cuts its outlook": a word for what the company is, at the head of a sentence.
    if end - start > 1 && r.before(start).is_none() && has(LEADING, r.word(start)) && r.capital(start + 1) {
        start += 1;
        if name.label == EntityLabel::Person {
            name.label = EntityLabel::Org;
        }
    }
    name.span = if start < end { r.span(start, end) } else { Span::empty(name.span.start()) };
    // "World War I.", "Bluebird LLC.": the stop ends the sentence.
    if start < end && end == r.sentence_end(start) && has(STOPPED, r.word(end - 1)) {
        name.span = Span::new(name.span.start(), name.span.end() - 1);
    }
}

/// Takes in what belongs to a person's name and was left out; never token `limit` or later.
fn extend_person(r: &Reading<'_>, page: &Page<'_>, limit: usize, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let (start, mut end) = (tokens.start, tokens.end);
    let limit = limit.min(r.sentence_end(start));
    // "Lena Quistgaard" where only "Lena" was taken: an unknown word or a family name after a lone first name.
    if tokens.len() == 1 && end < limit && page.lists(start) & lists::FIRST != 0 && belongs_to_first_name(r, page, end) {
        end += 1;
    }
    if end < limit && r.capital(end) {
        let ruler = r.before(start).is_some_and(|b| r.is_one(b, RULERS));
        if NUMERALS.contains(&r.word(end)) || (r.word(end) == "I" && ruler) {
            end += 1;
        }
    }
    if end > tokens.end {
        name.span = r.span(start, end);
    }
}

/// "[National Publicity] Secretary", "[Deputy Organising] Secretary": what the secretary sees to.
fn is_office(r: &Reading<'_>, name: &Mention) -> bool {
    let tokens = r.layout.tokens_in(name.span);
    tokens.len() == 2 && r.word(tokens.end) == "Secretary" && matches!(r.word(tokens.start), "National" | "State" | "Deputy" | "Assistant" | "General")
}

/// "[James Webb] Space Telescope": what is named after the person.
fn extend_to_namesake(r: &Reading<'_>, limit: usize, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let limit = limit.min(r.sentence_end(tokens.start)).min(tokens.end + 3);
    let end = (tokens.end..limit).take_while(|at| r.capital(*at)).find(|at| has(NAMED_AFTER, r.word(*at)));
    if let Some(end) = end {
        name.span = r.span(tokens.start, end + 1);
        name.label = EntityLabel::Misc;
    }
}

/// True where token `at` can only be a family name, standing after a first name.
fn belongs_to_first_name(r: &Reading<'_>, page: &Page<'_>, at: usize) -> bool {
    const NEVER: u16 = lists::TITLE | lists::ORGANISATION_WORD | lists::PLACE_WORD | lists::GROUP | lists::COUNTRY | lists::OCCUPATION | lists::ORGANISATION;
    let word = r.word(at);
    let written = r.kind(at) == Some(TokenKind::Word) && r.capital(at) && word.len() > 2 && word.chars().skip(1).any(char::is_lowercase);
    let lists = page.lists(at);
    written
        && lists & NEVER == 0
        && !page.seen_small(at)
        && (!page.known_otherwise(at) || lists & lists::FAMILY != 0 && lists & (lists::CITY | lists::REGION) == 0)
}

/// "Lane_letter.doc", "Lane.pdf": a file, whatever it is called.
fn is_in_file_name(r: &Reading<'_>, name: &Mention) -> bool {
    const ENDINGS: &[&str] = &["doc", "docx", "pdf", "xls", "xlsx", "ppt", "jpg", "jpeg", "png", "gif", "txt", "zip", "csv", "html"];
    let (before, after) = (&r.text[..name.span.start()], &r.text[name.span.end()..]);
    let ending = after.strip_prefix('.').map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default());
    before.ends_with('_') || after.starts_with('_') || ending.is_some_and(|e| ENDINGS.contains(&e))
}

/// "McDonald's", "Macy's": a listed name with its ending. Of what is a first name too only where nobody's sister follows.
fn extend_brand(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, known: &BTreeSet<&str>, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let (start, end) = (tokens.start, tokens.end);
    if !matches!(r.word(end), "'s" | "’s") || known.contains(r.word(end - 1)) || model.lists_of(page, start, end + 1) & lists::ORGANISATION == 0 {
        return;
    }
    let next = r.word(end + 1);
    let owns = r.kind(end + 1) == Some(TokenKind::Word) && !r.capital(end + 1) && !AFTER_BRANDS.contains(&next);
    if page.lists(start) & lists::FIRST != 0 && name.label == EntityLabel::Person && owns {
        return;
    }
    *name = Mention { span: r.span(start, end + 1), label: EntityLabel::Org, rule: "entities.brand", place_kind: None, ..name.clone() };
}

/// "Southern District of New York", "[South District New York]": one place.
fn extend_district(r: &Reading<'_>, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let back = |at: usize, holds: &dyn Fn(&str) -> bool| r.before(at).filter(|b| holds(r.word(*b)));
    let of = back(tokens.start, &|w| w == "of").unwrap_or(tokens.start);
    if let Some(side) = back(of, &|w| w == "District").and_then(|d| back(d, &|w| SIDES.contains(&w))) {
        name.span = r.span(side, tokens.end);
        name.label = EntityLabel::Loc;
    }
}

/// "Senate Judiciary": a house with the committee that follows.
fn extend_house(r: &Reading<'_>, limit: usize, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    if let Some(end) = house_committee(r, tokens.end - 1).filter(|end| *end <= limit) {
        name.span = r.span(tokens.start, end);
        name.label = EntityLabel::Org;
    }
}

/// Where the name of a committee of the house at token `at` ends: "Senate Judiciary", with or without "Committee".
pub(super) fn house_committee(r: &Reading<'_>, at: usize) -> Option<usize> {
    (matches!(r.word(at), "Senate" | "House") && at + 1 < r.sentence_end(at) && has(COMMITTEES, r.word(at + 1)))
        .then(|| at + 2 + usize::from(r.word(at + 2) == "Committee"))
}

/// "[Port Avelle Harbour] Board": the word that makes it an organisation was left out.
fn extend_head(r: &Reading<'_>, limit: usize, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let end = tokens.end;
    let goes_on = r.capital(end + 1) && end + 1 < r.sentence_end(end);
    if end < limit.min(r.sentence_end(tokens.start)) && is_organisation_head(r.word(end)) && !goes_on {
        name.span = r.span(tokens.start, end + 1);
        name.label = EntityLabel::Org;
    }
}

/// "JD (S)", "CPI(M)": an acronym with the letter of the wing of a party.
fn extend_wing(r: &Reading<'_>, limit: usize, name: &mut Mention) {
    let end = r.layout.tokens_in(name.span).end;
    let acronym = r.word(end - 1).chars().filter(|c| c.is_uppercase()).count() >= 2 && r.word(end - 1).chars().all(char::is_uppercase);
    let wing = r.word(end + 1);
    let letter = wing.len() == 1 && wing.starts_with(|c: char| c.is_ascii_uppercase());
    if name.label == EntityLabel::Org && acronym && letter && r.word(end) == "(" && r.word(end + 2) == ")" && end + 3 <= limit.min(r.sentence_end(end - 1)) {
        name.span = r.span(r.layout.tokens_in(name.span).start, end + 3);
    }
}

/// "[Sultan of Oman]": the name in it is that of the country. Not "Prince of Wales", whom nobody calls by another name.
fn cut_office(r: &Reading<'_>, name: &mut Mention) {
    let tokens = r.layout.tokens_in(name.span);
    let first = r.word(tokens.start);
    if tokens.len() >= 3 && r.word(tokens.start + 1) == "of" && (has(TITLES, first) || r.is_one(tokens.start, RULERS)) && !STYLES.contains(&first) {
        let place = r.span(tokens.start + 2, tokens.end);
        if well_known(place.of(r.text)) {
            (name.span, name.label, name.rule) = (place, EntityLabel::Loc, "entities.office");
        }
    }
}

/// Words of the longest name among countries and regions: "United Arab Emirates".
const LONGEST_LAND: usize = 3;

/// Where the state or country of a town begins that stands without a comma: "san francisco california".
fn split_place(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, start: usize, end: usize) -> Option<usize> {
    const PLACES: u16 = lists::COUNTRY | lists::REGION | lists::CITY;
    if end - start < 2 || SIDES.contains(&capitalised(r.word(start)).as_str()) || model.lists_of(page, start, end) & PLACES != 0 {
        return None;
    }
    // No longer land is listed: what a careless writer runs together can be as long as the text.
    (end.saturating_sub(LONGEST_LAND).max(start + 1)..end).find(|at| {
        let name: String = (*at..end).map(|n| capitalised(r.word(n))).collect::<Vec<_>>().join(" ");
        model.lists_of(page, start, *at) & lists::CITY != 0 && (has(REGIONS, &name) || has(COUNTRIES, &name))
    })
}

/// "(R-[Fla.])": a member's party and state, where only the state is a name.
pub(super) fn cut_party(r: &Reading<'_>, name: &mut Mention) {
    let text = name.span.of(r.text);
    if let Some(state) = ["D-", "R-", "I-"].iter().find_map(|party| text.strip_prefix(party))
        && state.starts_with(|c: char| c.is_ascii_uppercase())
        && state.len() <= 6
        && state.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.')
    {
        *name =
            Mention { span: Span::new(name.span.end() - state.len(), name.span.end()), label: EntityLabel::Loc, rule: "entities.party_state", ..name.clone() };
        name.place_kind = Some(PlaceKind::Region);
    }
}

/// Two names that were taken for one.
fn split(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, name: &Mention) -> Option<[Mention; 2]> {
    let tokens = r.layout.tokens_in(name.span);
    let (start, end) = (tokens.start, tokens.end);
    let part = |start: usize, end: usize, label| Mention { span: r.span(start, end), label, rule: "entities.two_names", ..name.clone() };
    // "the Vermont Democrat".
    if tokens.len() > 1 && r.is_one(end - 1, &["democrat", "democrats", "republican", "republicans"]) && has(REGIONS, r.span(start, end - 1).of(r.text)) {
        return Some([part(start, end - 1, EntityLabel::Loc), part(end - 1, end, EntityLabel::Norp)]);
    }
    if name.label == EntityLabel::Loc {
        let at = split_place(r, page, model, start, end)?;
        return Some([part(start, at, EntityLabel::Loc), part(at, end, EntityLabel::Loc)]);
    }
    if name.label != EntityLabel::Org {
        return None;
    }
    if r.is_one(end, POSTED) || r.is_one(end, &["chief"]) && r.is_one(end + 1, POSTED) {
        for beat in BEATS {
            let Some(at) = end.checked_sub(beat.len()).filter(|at| *at > start) else { continue };
            if beat.iter().enumerate().all(|(n, w)| r.word(at + n) == *w) {
                return Some([part(start, at, EntityLabel::Org), part(at, end, EntityLabel::Org)]);
            }
        }
    }
    // "Ministry of Health in Kenya".
    const PLACES: u16 = lists::COUNTRY | lists::REGION | lists::CITY;
    if let Some(at) = (start + 2..end.saturating_sub(1)).find(|at| r.word(*at) == "in" && model.lists_of(page, at + 1, end) & PLACES != 0) {
        return Some([part(start, at, EntityLabel::Org), part(at + 1, end, EntityLabel::Loc)]);
    }
    // "Department of Justice Kim": a listed office, then one word that is no office but a name of people.
    let last = end - 1;
    let office = last > start + 1 && (OFFICES.contains(&r.word(start)) || OFFICES.contains(&r.word(last - 1)));
    let lists = page.lists(last);
    let person =
        lists & (lists::FIRST | lists::FAMILY) != 0 && lists & (lists::ORGANISATION | lists::ORGANISATION_WORD | lists::PLACE_WORD | lists::COUNTRY) == 0;
    let two = office && person && r.capital(last) && model.lists_of(page, start, last) & lists::ORGANISATION != 0;
    two.then(|| [part(start, last, EntityLabel::Org), part(last, end, EntityLabel::Person)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, View};

    #[test]
    fn lists_are_sorted() {
        for list in [COMMITTEES, LOCAL_OFFICES, NAMED_AFTER, POSTNOMINALS, LEADING, STOPPED] {
            assert!(list.is_sorted(), "{:?}", list.windows(2).find(|w| w[0] >= w[1]));
        }
    }

    #[test]
    fn an_office_gives_way_to_its_country_and_a_style_does_not() {
        for (text, expected) in [("Sultan of Oman", "Oman"), ("Prince of Wales", "Prince of Wales"), ("King of Hearts", "King of Hearts")] {
            let document = Document::new(text);
            let view = View::plain(&document);
            let r = Reading::new(&view);
            let mut name = Mention {
                span: Span::new(0, text.len()),
                label: EntityLabel::Person,
                entity: 0,
                score: 0.9,
                rule: "entities.model",
                value: None,
                place_kind: None,
            };
            cut_office(&r, &mut name);
            assert_eq!(name.span.of(text), expected);
        }
    }

    /// What the name of an organisation `name`, which stands first in `text`, is cut into.
    fn pieces(text: &str, name: &str) -> Vec<String> {
        let model = EntityModel::from_bytes(include_bytes!("../../models/entities.bin")).unwrap();
        let document = Document::new(text);
        let view = View::plain(&document);
        let r = Reading::new(&view);
        let page = Page::new(text, view.layout(), model.lexicon());
        let name =
            Mention { span: Span::new(0, name.len()), label: EntityLabel::Org, entity: 0, score: 0.9, rule: "entities.model", value: None, place_kind: None };
        split(&r, &page, &model, &name).map_or_else(|| vec![name.span.of(text).to_owned()], |parts| parts.iter().map(|p| p.span.of(text).to_owned()).collect())
    }

    #[test]
    fn a_beat_of_one_word_or_two_is_another_organisation() {
        assert_eq!(pieces("CNN Pentagon correspondent Dana Ruiz said so.", "CNN Pentagon"), ["CNN", "Pentagon"]);
        assert_eq!(pieces("Reuters Kremlin bureau chief Ivo Marek left.", "Reuters Kremlin"), ["Reuters", "Kremlin"]);
        assert_eq!(pieces("Fox News White House correspondent Dana Ruiz said so.", "Fox News White House"), ["Fox News", "White House"]);
        assert_eq!(pieces("AP State Department chief correspondent", "AP State Department"), ["AP", "State Department"]);
        // A beat alone is one name, and so is what only ends like one, or what nobody is posted to.
        assert_eq!(pieces("Pentagon correspondent Dana Ruiz said so.", "Pentagon"), ["Pentagon"]);
        assert_eq!(pieces("White House correspondent Dana Ruiz said so.", "White House"), ["White House"]);
        assert_eq!(pieces("CNN Harbour correspondent Dana Ruiz said so.", "CNN Harbour"), ["CNN Harbour"]);
        assert_eq!(pieces("Texas Senate members met.", "Texas Senate"), ["Texas Senate"]);
    }

    #[test]
    fn no_listed_land_is_longer_than_what_is_looked_for() {
        assert!([COUNTRIES, REGIONS].iter().flat_map(|list| list.iter()).all(|land| land.split(' ').count() <= LONGEST_LAND));
    }
}
