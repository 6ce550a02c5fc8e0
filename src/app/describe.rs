//! Rules in words: why an annotation is where it is, in a sentence that a person can check.

use crate::annotation::{Annotation, Layer, Origin};
use crate::artifacts::Category;

/// What stands behind a rule. The longest entry that begins a rule's name holds, so a family has one for all.
const RULES: &[(&str, &str)] = &[
    ("entities", "Found by a rule for names and figures."),
    ("entities.acronym", "The article explains these letters: they have the label of what they stand for."),
    ("entities.acronym_length", "The letters in brackets after it tell how many words the name has."),
    ("entities.brand", "A listed name that has its “’s” with it."),
    ("entities.committee", "A house of parliament with the name of one of its committees."),
    ("entities.context", "The words around the name, here or elsewhere in the article, show what it is."),
    ("entities.date", "Words and figures that make a date."),
    ("entities.dateline", "A place at the head of an article, before the dash."),
    ("entities.family_name", "The article names this person in full elsewhere."),
    ("entities.first_name", "It starts with a first name."),
    ("entities.list", "The name is in the list of known names."),
    ("entities.model", "The trained model reads it so from the words around it."),
    ("entities.money", "A figure with a currency."),
    ("entities.named_elsewhere", "The same name stands elsewhere in the article with more evidence."),
    ("entities.office", "The name of a country after the office that rules it."),
    ("entities.organisation_word", "It has a word that organisations have."),
    ("entities.own_words", "Its own words say what it is."),
    ("entities.part_of_name", "The first word of an organisation that the article names in full."),
    ("entities.party_state", "The state of a member whose party stands before it."),
    ("entities.percent", "A figure with a per cent sign or word."),
    ("entities.place_word", "It has a word that places have."),
    ("entities.possessive", "A name that goes on after its “’s”."),
    ("entities.same_words", "The same words have this label elsewhere in the article, with more evidence."),
    ("entities.seen_in_full", "The article names this person in full elsewhere."),
    ("entities.series", "It stands in a series of names, and the others have this label."),
    ("entities.small_name", "An institution whose name some papers write without capitals."),
    ("entities.small_place", "A place that the writer gave no capital."),
    ("entities.time", "Words and figures that make a time of day."),
    ("entities.title", "A title stands before the name."),
    ("entities.two_names", "Two names that stand side by side."),
    ("entities.well_known", "A well-known name that is hardly ever anything else."),
    ("quotes", "Found by its quotation marks or its reporting verb."),
    ("quotes.marks", "It stands between quotation marks."),
    ("quotes.unsourced", "It is told as said or thought, but not by whom."),
];

/// Why `annotation` is there.
#[must_use]
pub fn reason(annotation: &Annotation) -> String {
    if annotation.origin == Origin::Manual {
        return "Marked by hand.".into();
    }
    if let Some(category) = Category::from_label(&annotation.label).filter(|_| annotation.layer == Layer::Artifact) {
        return category.why().to_owned();
    }
    if let Some(reason) = annotation.text_attribute("reason").filter(|r| !r.is_empty()) {
        return sentence(reason);
    }
    let best = RULES.iter().filter(|(prefix, _)| begins(&annotation.rule, prefix)).max_by_key(|(prefix, _)| prefix.len());
    match best {
        Some((_, words)) => (*words).to_owned(),
        None if annotation.layer == Layer::Artifact => "Found in the text by a fixed rule.".into(),
        None => "Found by a rule.".into(),
    }
}

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The value of a date, a time, a length of time or an amount as people write it: "XXXX-02-08" is "8 February".
#[must_use]
pub fn value_in_words(value: &str) -> String {
    let one_of = |names: &[&str], number: &str| number.parse::<usize>().ok().and_then(|n| names.get(n.checked_sub(1)?).map(|n| (*n).to_owned()));
    let date = |year: &str, rest: &str| {
        let (month, day) = rest.split_once('-').unwrap_or((rest, ""));
        let month = one_of(&MONTHS, month)?;
        let day = if day.is_empty() { String::new() } else { format!("{} ", day.parse::<u8>().ok()?) };
        let year = if year == "XXXX" { String::new() } else { format!(" {year}") };
        Some(format!("{day}{month}{year}"))
    };
    let found = if let Some(decade) = value.strip_suffix('X').filter(|d| d.len() == 3) {
        Some(format!("the {decade}0s"))
    } else if let Some(day) = value.strip_prefix("XXXX-WXX-") {
        one_of(&DAYS, day)
    } else if let Some(clock) = value.strip_prefix('T') {
        Some(clock.to_owned())
    } else if let Some(length) = value.strip_prefix('P') {
        let (hours, length) = (length.starts_with('T'), length.trim_start_matches('T'));
        let number = length.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let unit = match (&length[number.len()..], hours) {
            ("Y", _) => "year",
            ("M", false) => "month",
            ("W", _) => "week",
            ("D", _) => "day",
            ("H", _) => "hour",
            ("M", true) => "minute",
            _ => "",
        };
        (!unit.is_empty()).then(|| format!("{number} {unit}{}", if number == "1" { "" } else { "s" }))
    } else if let Some((year, rest)) = value.split_once('-') {
        date(year, rest)
    } else {
        value.parse().ok().filter(|_| value.len() > 4).map(thousands)
    };
    found.unwrap_or_else(|| value.to_owned())
}

/// 12,345
#[must_use]
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `text` with a capital and a full stop.
#[must_use]
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut letters = text.chars();
    let mut sentence: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    if !sentence.ends_with(['.', '!', '?', '…']) {
        sentence.push('.');
    }
    sentence
}

/// True where `rule` is `prefix` or something below it.
fn begins(rule: &str, prefix: &str) -> bool {
    rule.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '_']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::groups::tests::{annotation, changed};

    #[test]
    fn rules_are_sorted_and_end_in_full_stops() {
        assert!(RULES.windows(2).all(|w| w[0].0 < w[1].0));
        assert!(RULES.iter().all(|(_, words)| words.ends_with('.')));
    }

    #[test]
    fn values_are_as_people_write_them() {
        for (value, words) in [
            ("2017-03-03", "3 March 2017"),
            ("XXXX-02-08", "8 February"),
            ("2017-03", "March 2017"),
            ("XXXX-05", "May"),
            ("XXXX-WXX-1", "Monday"),
            ("2018", "2018"),
            ("199X", "the 1990s"),
            ("T08:00", "08:00"),
            ("PT24H", "24 hours"),
            ("P1Y", "1 year"),
            ("40000000", "40,000,000"),
            ("12.5", "12.5"),
            ("2017-13-40", "2017-13-40"),
            ("P", "P"),
            ("-", "-"),
            ("X", "X"),
        ] {
            assert_eq!(value_in_words(value), words);
        }
    }

    #[test]
    fn the_nearest_rule_speaks() {
        let found = |rule: &str| changed(&annotation("e1", Layer::Entity, "DATE", (0, 1), &[]), |a| a.rule = rule.into());
        assert_eq!(reason(&found("entities.date.weekday")), "Words and figures that make a date.");
        assert_eq!(reason(&found("entities.datex")), "Found by a rule for names and figures.");
    }

    #[test]
    fn every_name_has_the_reason_of_its_rule() {
        let model = crate::entities::model::EntityModel::from_bytes(include_bytes!("../../models/entities.bin")).unwrap();
        let models = crate::Models { entities: Some(std::sync::Arc::new(model)), ..crate::Models::default() };
        let text = "Sen. Maria Delgado (R-Fla.) met the Sultan of Oman, Tom Lane, Ida Ames and Jo Kim of the World Health Organization (WHO).\n\n\
                    i live in san francisco. The Vermont Democrat spoke at the Harbour Magistrate's Court on Monday. Delgado paid $5.";
        let analysis = crate::analyse(text, &models, crate::Layers::ALL);
        let names: Vec<_> = analysis.annotations.iter().filter(|a| a.layer == Layer::Entity).collect();
        assert!(names.len() > 10);
        for name in names {
            assert_ne!(reason(name), "Found by a rule for names and figures.", "{}", name.rule);
        }
    }

    #[test]
    fn a_reason_of_its_own_comes_first() {
        let found = annotation("q1", Layer::Quote, "QUOTE", (0, 1), &[("reason", "“said” with its subject follows")]);
        assert_eq!(reason(&found), "“said” with its subject follows.");
    }
}
