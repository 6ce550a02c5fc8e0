//! Days with a name: "Christmas Day 2016", "Eid al-Fitr".

use super::parts::year_after;
use crate::entities::reading::{Found, Reading};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Days with a name. Sorted within a length is not needed: the list is short and looked at only on a capital.
const HOLIDAYS: &[&[&str]] = &[
    &["New", "Year", "’s", "Eve"],
    &["New", "Year", "'s", "Eve"],
    &["New", "Year", "’s", "Day"],
    &["New", "Year", "'s", "Day"],
    &["Christmas", "Eve"],
    &["Christmas", "Day"],
    &["Christmas"],
    &["Boxing", "Day"],
    &["Easter", "Sunday"],
    &["Easter", "Monday"],
    &["Easter"],
    &["Good", "Friday"],
    &["Palm", "Sunday"],
    &["Thanksgiving", "Day"],
    &["Thanksgiving"],
    &["Independence", "Day"],
    &["Memorial", "Day"],
    &["Labor", "Day"],
    &["Labour", "Day"],
    &["Election", "Day"],
    &["Inauguration", "Day"],
    &["Veterans", "Day"],
    &["Columbus", "Day"],
    &["Presidents", "Day"],
    &["Valentine", "'s", "Day"],
    &["Valentine", "’s", "Day"],
    &["Mother", "'s", "Day"],
    &["Father", "'s", "Day"],
    &["Halloween"],
    &["Super", "Tuesday"],
    &["Black", "Friday"],
    &["Cyber", "Monday"],
    &["Hanukkah"],
    &["Passover"],
    &["Yom", "Kippur"],
    &["Rosh", "Hashanah"],
    &["Ramadan"],
    &["Eid", "al", "-", "Fitr"],
    &["Eid", "al", "-", "Adha"],
    &["Eid"],
    &["Diwali"],
    &["Lent"],
];

/// The first words of [`HOLIDAYS`].
const HOLIDAY_STARTS: WordSet = WordSet::new(&[
    "Black",
    "Boxing",
    "Christmas",
    "Columbus",
    "Cyber",
    "Diwali",
    "Easter",
    "Eid",
    "Election",
    "Father",
    "Good",
    "Halloween",
    "Hanukkah",
    "Inauguration",
    "Independence",
    "Labor",
    "Labour",
    "Lent",
    "Memorial",
    "Mother",
    "New",
    "Palm",
    "Passover",
    "Presidents",
    "Ramadan",
    "Rosh",
    "Super",
    "Thanksgiving",
    "Valentine",
    "Veterans",
    "Yom",
]);

pub(super) fn holiday(r: &Reading<'_>, at: usize) -> Option<Found> {
    if !r.capital(at) || r.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    if !HOLIDAY_STARTS.has(r.word(at)) {
        return None;
    }
    let name = HOLIDAYS.iter().find(|name| name.iter().enumerate().all(|(n, w)| r.word(at + n) == *w))?;
    let end = at + name.len();
    // "Easter Island", "Christmas Carol": part of another name.
    if name.len() == 1 && r.capital(end) && r.kind(end) == Some(TokenKind::Word) && r.class(end).is_none() {
        return None;
    }
    Some(year_after(r, end).filter(|_| r.word(end) != ",").map_or(Found { end, value: None }, |(end, _)| Found { end, value: None }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_is_found_by_its_first_word() {
        assert!(HOLIDAYS.iter().all(|name| HOLIDAY_STARTS.has(name[0])));
    }
}
