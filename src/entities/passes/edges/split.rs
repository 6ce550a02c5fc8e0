//! Two names that were taken for one.

use super::super::known::capitalised;
use super::extend::SIDES;
use crate::entities::label::EntityLabel;
use crate::entities::lists::places::{COUNTRIES, REGIONS};
use crate::entities::model::lexicon::Lists;
use crate::entities::model::{EntityModel, Page};
use crate::entities::name::Name;
use crate::entities::reading::Reading;
use crate::lexicon::WordSet;

/// Institutions that reporters are posted to: "Fox News White House correspondent" names two organisations.
const BEATS: &[&[&str]] =
    &[&["White", "House"], &["Capitol", "Hill"], &["State", "Department"], &["Supreme", "Court"], &["Pentagon"], &["Congress"], &["Senate"], &["Kremlin"]];

/// Who is posted there.
const POSTED: WordSet = WordSet::new("bureau correspondent correspondents editor journalist producer reporter reporters");

/// The first and the last word of offices whose name is whole before a person's begins: "Department of Justice Kim".
const OFFICES: WordSet = WordSet::new("Court Department House Ministry Senate");

/// Words of the longest name among countries and regions: "United Arab Emirates".
const LONGEST_LAND: usize = 3;

/// Two names that were taken for one.
pub(super) fn split(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, name: &Name) -> Option<[Name; 2]> {
    let tokens = name.tokens(r);
    let (start, end) = (tokens.start, tokens.end);
    let part = |start: usize, end: usize, label| Name { span: r.span(start, end), label, rule: "entities.two_names", ..name.clone() };
    // "the Vermont Democrat".
    if tokens.len() > 1 && r.is_one(end - 1, &["democrat", "democrats", "republican", "republicans"]) && REGIONS.has(r.span(start, end - 1).of(r.text)) {
        return Some([part(start, end - 1, EntityLabel::Loc), part(end - 1, end, EntityLabel::Norp)]);
    }
    if name.label == EntityLabel::Loc {
        let at = split_place(r, page, model, start, end)?;
        return Some([part(start, at, EntityLabel::Loc), part(at, end, EntityLabel::Loc)]);
    }
    if name.label != EntityLabel::Org {
        return None;
    }
    if r.is_of(end, POSTED) || r.is_one(end, &["chief"]) && r.is_of(end + 1, POSTED) {
        for beat in BEATS {
            let Some(at) = end.checked_sub(beat.len()).filter(|at| *at > start) else { continue };
            if beat.iter().enumerate().all(|(n, w)| r.word(at + n) == *w) {
                return Some([part(start, at, EntityLabel::Org), part(at, end, EntityLabel::Org)]);
            }
        }
    }
    // "Ministry of Health in Kenya".
    const PLACES: Lists = Lists::COUNTRY.and(Lists::REGION).and(Lists::CITY);
    if let Some(at) = (start + 2..end.saturating_sub(1)).find(|at| r.word(*at) == "in" && model.lists_of(page, at + 1, end).has(PLACES)) {
        return Some([part(start, at, EntityLabel::Org), part(at + 1, end, EntityLabel::Loc)]);
    }
    // "Department of Justice Kim": a listed office, then one word that is no office but a name of people.
    let last = end - 1;
    let office = last > start + 1 && (OFFICES.has(r.word(start)) || OFFICES.has(r.word(last - 1)));
    let lists = page.lists(last);
    let person = lists.has(Lists::FIRST | Lists::FAMILY) && !lists.has(Lists::ORGANISATION | Lists::ORGANISATION_WORD | Lists::PLACE_WORD | Lists::COUNTRY);
    let two = office && person && r.capital(last) && model.lists_of(page, start, last).has(Lists::ORGANISATION);
    two.then(|| [part(start, last, EntityLabel::Org), part(last, end, EntityLabel::Person)])
}

/// Where the state or country of a town begins that stands without a comma: "san francisco california".
fn split_place(r: &Reading<'_>, page: &Page<'_>, model: &EntityModel, start: usize, end: usize) -> Option<usize> {
    const PLACES: Lists = Lists::COUNTRY.and(Lists::REGION).and(Lists::CITY);
    if end - start < 2 || SIDES.has(capitalised(r.word(start)).as_str()) || model.lists_of(page, start, end).has(PLACES) {
        return None;
    }
    // No longer land is listed: what a careless writer runs together can be as long as the text.
    (end.saturating_sub(LONGEST_LAND).max(start + 1)..end).find(|at| {
        let name: String = (*at..end).map(|n| capitalised(r.word(n))).collect::<Vec<_>>().join(" ");
        model.lists_of(page, start, *at).has(Lists::CITY) && (REGIONS.has(&name) || COUNTRIES.has(&name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::PhraseSet;
    use crate::text::{Document, Span, View};

    /// What the name of an organisation `name`, which stands first in `text`, is cut into.
    fn pieces(text: &str, name: &str) -> Vec<String> {
        let model = EntityModel::from_bytes(include_bytes!("../../../../models/entities.bin")).unwrap();
        let document = Document::new(text);
        let view = View::plain(&document);
        let r = Reading::new(&view);
        let page = Page::new(text, view.layout(), model.lexicon());
        let name = Name { span: Span::new(0, name.len()), label: EntityLabel::Org, score: 0.9, rule: "entities.model", value: None, place_kind: None };
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
        assert!([COUNTRIES, REGIONS].into_iter().flat_map(PhraseSet::phrases).all(|land| land.split(' ').count() <= LONGEST_LAND));
    }
}
