//! Days with a name: "Christmas Day 2016", "Eid al-Fitr".

use super::parts::year_after;
use crate::entities::reading::{Found, Reading};
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// Days with a name, as tokens. The list is short and looked at only where a word of [`HOLIDAY_STARTS`] stands.
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
    &["St", "Patrick", "'s", "Day"],
    &["St", "Patrick", "’s", "Day"],
    &["St.", "Patrick", "'s", "Day"],
    &["St.", "Patrick", "’s", "Day"],
    &["St", "George", "'s", "Day"],
    &["St", "George", "’s", "Day"],
    &["St.", "George", "'s", "Day"],
    &["St.", "George", "’s", "Day"],
    &["St", "Andrew", "'s", "Day"],
    &["St", "Andrew", "’s", "Day"],
    &["St.", "Andrew", "'s", "Day"],
    &["St.", "Andrew", "’s", "Day"],
    &["St", "David", "'s", "Day"],
    &["St", "David", "’s", "Day"],
    &["St.", "David", "'s", "Day"],
    &["St.", "David", "’s", "Day"],
    &["St", "Valentine", "'s", "Day"],
    &["St", "Valentine", "’s", "Day"],
    &["St.", "Valentine", "'s", "Day"],
    &["St.", "Valentine", "’s", "Day"],
    &["St", "Nicholas", "'s", "Day"],
    &["St", "Nicholas", "’s", "Day"],
    &["St.", "Nicholas", "'s", "Day"],
    &["St.", "Nicholas", "’s", "Day"],
    &["Women", "'s", "Day"],
    &["Workers", "'s", "Day"],
    &["Women", "’s", "Day"],
    &["Workers", "’s", "Day"],
    &["Bank", "Holiday", "Monday"],
    &["Bastille", "Day"],
    &["Canada", "Day"],
    &["Australia", "Day"],
    &["Anzac", "Day"],
    &["Remembrance", "Day"],
    &["Remembrance", "Sunday"],
    &["Armistice", "Day"],
    &["Juneteenth"],
    &["Groundhog", "Day"],
    &["May", "Day"],
    &["Victory", "Day"],
    &["Republic", "Day"],
    &["Mothering", "Sunday"],
    &["Ash", "Wednesday"],
    &["Shrove", "Tuesday"],
    &["Maundy", "Thursday"],
    &["Holy", "Saturday"],
    &["Whit", "Monday"],
    &["Bonfire", "Night"],
    &["Burns", "Night"],
    &["Hogmanay"],
    &["Lunar", "New", "Year"],
    &["Chinese", "New", "Year"],
    &["Nowruz"],
    &["Purim"],
    &["Pentecost"],
    &["Earth", "Day"],
    &["Martin", "Luther", "King", "Day"],
    &["Guy", "Fawkes", "Night"],
    &["Twelfth", "Night"],
    &["Lent"],
];

/// The first words of [`HOLIDAYS`].
const HOLIDAY_STARTS: WordSet = WordSet::new(
    "Anzac Armistice Ash Australia Bank Bastille Black Bonfire Boxing Burns Canada Chinese Christmas Columbus Cyber Diwali Earth Easter Eid Election \
     Father Good Groundhog Guy Halloween Hanukkah Hogmanay Holy Inauguration Independence Juneteenth Labor Labour Lent Lunar Martin Maundy May \
     Memorial Mother Mothering New Nowruz Palm Passover Pentecost Presidents Purim Ramadan Remembrance Republic Rosh Shrove St St. Super \
     Thanksgiving Twelfth Valentine Veterans Victory Whit Women Workers Yom",
);

pub(super) fn holiday(r: &Reading<'_>, at: usize) -> Option<Found> {
    if !r.capital(at) || r.kind(at) != Some(TokenKind::Word) {
        return None;
    }
    if !HOLIDAY_STARTS.has(r.word(at)) {
        return None;
    }
    let name = HOLIDAYS.iter().filter(|name| name.iter().enumerate().all(|(n, w)| r.word(at + n) == *w)).max_by_key(|name| name.len())?;
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
