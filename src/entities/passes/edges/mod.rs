//! Where a name begins and ends: what the recogniser's spans need before anything is made of them.

mod extend;
mod split;

use crate::lexicon::WordSet;
use std::collections::BTreeSet;

use super::known::well_known;
use crate::entities::label::EntityLabel;
use crate::entities::lists::people::TITLES;
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::text::{Span, TokenKind};
use extend::{RULERS, extend_brand, extend_district, extend_head, extend_house, extend_person, extend_to_namesake, extend_wing};
use split::split;

/// Titles that people are known by together with a place.
const STYLES: WordSet = WordSet::new("Archbishop Bishop Duchess Duke Earl Prince Princess");

/// Offices and honours before a person's name, beside the list of titles.
const LOCAL_OFFICES: WordSet = WordSet::new(
    "Alderman Alderwoman Alhaja Alhaji Assemblyman Assemblywoman Comptroller Councillor Councilmember Councilor Councilwoman Harbormaster Selectman \
     Selectwoman Trooper",
);

/// Letters after a person's name.
const POSTNOMINALS: WordSet = WordSet::new("CBE CFR CON Esq Esq. GCFR GCON JP KC MBE MD MFR MP OBE OFR OON PhD QC SAN SC");

/// What companies and bodies are, where the word opens a sentence or a headline.
const LEADING: WordSet = WordSet::new(
    "Airline Automaker Brewer Broadcaster Carmaker Charity Chipmaker Drugmaker Insurer Lender Miner Planemaker Publisher Regulator Retailer Startup \
     Steelmaker Supermarket Truckmaker Watchdog",
);

/// Last words of names that have no stop of their own.
const STOPPED: WordSet = WordSet::new("AG. I. II. III. IV. LLC. LLP. PLC.");

/// Puts the edges of `names` where they belong. They are in order and stay so; some may end up empty.
pub(super) fn settle(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, names: &mut Vec<Name>) {
    join_people(r, page, names);
    let known = parts_of_full_names(r, names);
    let mut settled: Vec<Name> = Vec::with_capacity(names.len());
    for at in 0..names.len() {
        let mut name = names[at].clone();
        let to = names.get(at + 1).map_or(r.len(), |n| n.tokens(r).start);
        trim(r, page, &known, &mut name);
        // "Rotimi Lane, SAN, told the court": letters after a person's name.
        let letters = POSTNOMINALS.has(name.span.of(r.text))
            && settled.last().is_some_and(|before| before.label == EntityLabel::Person && r.text[before.span.end()..name.span.start()] == *", ");
        // "National Publicity Secretary": an office.
        let office = name.label == EntityLabel::Org && is_office(r, &name);
        // "US $34 billion" names a currency.
        let price = name.label == EntityLabel::Loc && !name.span.is_empty() && r.word(name.tokens(r).end) == "$";
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
fn join_people(r: &Reading<'_>, page: &Page<'_>, names: &mut Vec<Name>) {
    let person = |n: &Name| n.label == EntityLabel::Person && n.tokens(r).len() == 1;
    let mut joined = vec![false; names.len()];
    for at in (1..names.len()).rev() {
        let (first, second) = (&names[at - 1], &names[at]);
        let start = first.tokens(r).start;
        if person(first) && person(second) && r.text[first.span.end()..second.span.start()] == *" " && page.lists(start).has(Lists::FIRST) {
            names[at - 1].span = first.span.cover(second.span);
            joined[at] = true;
        }
    }
    let mut joined = joined.into_iter();
    names.retain(|_| joined.next() != Some(true));
}

/// The words of people's names that have several different ones.
fn parts_of_full_names<'v>(r: &Reading<'v>, names: &[Name]) -> BTreeSet<&'v str> {
    let mut parts = BTreeSet::new();
    for name in names.iter().filter(|n| n.label == EntityLabel::Person) {
        let tokens = name.tokens(r);
        if tokens.len() == 2 && r.word(tokens.start) != r.word(tokens.end - 1) {
            parts.extend(tokens.map(|at| r.word(at)));
        }
    }
    parts
}

/// Takes titles off the front of a person and stray marks off both ends; of a name that damage wrote twice, the first is the name.
fn trim(r: &Reading<'_>, page: &Page<'_>, known: &BTreeSet<&str>, name: &mut Name) {
    let tokens = name.tokens(r);
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
        if let Some(dash) = (start + 1..end).find(|at| matches!(r.word(*at), "-" | "–") && page.lists(at + 1).has(Lists::OCCUPATION)) {
            end = dash;
        }
        // A word that is a title and a family name too is a title at the head of a name: "Pope Francis".
        let office = |at: usize| LOCAL_OFFICES.has(r.word(at));
        let is_title =
            |at: usize| office(at) || page.lists(at).has(Lists::TITLE) && (!page.lists(at).has(Lists::FIRST | Lists::FAMILY) || TITLES.has(r.word(at)));
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
    if end - start > 1 && r.before(start).is_none() && LEADING.has(r.word(start)) && r.capital(start + 1) {
        start += 1;
        if name.label == EntityLabel::Person {
            name.label = EntityLabel::Org;
        }
    }
    name.span = if start < end { r.span(start, end) } else { Span::empty(name.span.start()) };
    // "World War I.", "Bluebird LLC.": the stop ends the sentence.
    if start < end && end == r.sentence_end(start) && STOPPED.has(r.word(end - 1)) {
        name.span = Span::new(name.span.start(), name.span.end() - 1);
    }
}

/// "[National Publicity] Secretary", "[Deputy Organising] Secretary": what the secretary sees to.
fn is_office(r: &Reading<'_>, name: &Name) -> bool {
    let tokens = name.tokens(r);
    tokens.len() == 2 && r.word(tokens.end) == "Secretary" && matches!(r.word(tokens.start), "National" | "State" | "Deputy" | "Assistant" | "General")
}

/// "Lane_letter.doc", "Lane.pdf": a file, whatever it is called.
fn is_in_file_name(r: &Reading<'_>, name: &Name) -> bool {
    const ENDINGS: WordSet = WordSet::new("csv doc docx gif html jpeg jpg pdf png ppt txt xls xlsx zip");
    let (before, after) = (&r.text[..name.span.start()], &r.text[name.span.end()..]);
    let ending = after.strip_prefix('.').map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default());
    before.ends_with('_') || after.starts_with('_') || ending.is_some_and(|e| ENDINGS.has(e))
}

/// "[Sultan of Oman]": the name in it is that of the country. Not "Prince of Wales", whom nobody calls by another name.
fn cut_office(r: &Reading<'_>, name: &mut Name) {
    let tokens = name.tokens(r);
    let first = r.word(tokens.start);
    if tokens.len() >= 3 && r.word(tokens.start + 1) == "of" && (TITLES.has(first) || r.is_of(tokens.start, RULERS)) && !STYLES.has(first) {
        let place = r.span(tokens.start + 2, tokens.end);
        if well_known(place.of(r.text)) {
            (name.span, name.label, name.rule) = (place, EntityLabel::Loc, "entities.office");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Document, View};

    #[test]
    fn an_office_gives_way_to_its_country_and_a_style_does_not() {
        for (text, expected) in [("Sultan of Oman", "Oman"), ("Prince of Wales", "Prince of Wales"), ("King of Hearts", "King of Hearts")] {
            let document = Document::new(text);
            let view = View::plain(&document);
            let r = Reading::new(&view);
            let mut name = Name::new(Span::new(0, text.len()), EntityLabel::Person, 0.9, "entities.model", None);
            cut_office(&r, &mut name);
            assert_eq!(name.span.of(text), expected);
        }
    }
}
