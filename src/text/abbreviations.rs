//! Abbreviations whose full stop belongs to the word.

use crate::lexicon::WordSet;

/// What a sentence splitter may conclude from an abbreviation's full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Always followed by the word it belongs to: "Sen. Schumer", "Feb. 8". Its dot never ends a sentence.
    Leading,
    /// May also stand last in a sentence: "Inc.", "Jr.", "p.m.".
    Either,
    /// An abbreviation only before a number: "No. 5", "pp. 3". Elsewhere it is an ordinary word.
    Numbered,
}

/// Followed by a name or a number.
const LEADING: WordSet = WordSet::new(
    "adm approx apr assoc asst atty attys aug brig capt cdr cf cmdr col cpl dec dep det dir dr drs e.g feb fr ft gen gens gov govs hon i.e insp \
     lieut lt maj messrs mgr mlle mme mr mrs ms msgr mt nov oct pfc pres prof profs pvt rep reps rev revs sen sens sept sgt spc ste supt vs",
);

const EITHER: WordSet = WordSet::new(
    "ala alta ariz ark assn ave bldg blvd bros calif co colo conn corp cos ct del dept dist esq est etc fla ga hwy ill inc ind intl jr kan ky la llc \
     ltd mass md mfg mich minn miss mo mont natl neb nev okla ont ore pa penn plc que rd sask sr st tenn tex univ va vt wash wis wyo",
);

const NUMBERED: WordSet = WordSet::new("art ca ch eq fig figs jan jul jun mar no nos p para pp sec vol vols");

/// Those that are written small as often as not; the others ("ill.", "ore.", "gen.") count only with a capital.
const SMALL: WordSet = WordSet::new("approx ca cf e.g etc fig figs ft i.e no nos p pp vol vols vs");

/// Longest entry of any list, in bytes.
const LONGEST: usize = 6;

/// The class of `word` without its final dot, in any case; `None` for an ordinary word.
#[must_use]
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > LONGEST || !word.is_ascii() {
        return None;
    }
    let mut buffer = [0u8; LONGEST];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).ok()?;
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    if !capital && !SMALL.has(lower) {
        return None;
    }
    if LEADING.has(lower) {
        Some(Abbreviation::Leading)
    } else if EITHER.has(lower) {
        Some(Abbreviation::Either)
    } else {
        NUMBERED.has(lower).then_some(Abbreviation::Numbered)
    }
}

/// True where a dot after `word` belongs to the word; `before_number` says whether a number follows it.
#[must_use]
pub(super) fn is_abbreviation(word: &str, before_number: impl Fn() -> bool) -> bool {
    match abbreviation(word) {
        Some(Abbreviation::Numbered) => before_number(),
        known => known.is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_abbreviation_is_longer_than_what_is_looked_at() {
        assert!([LEADING, EITHER, NUMBERED, SMALL].into_iter().flat_map(WordSet::words).all(|word| word.len() <= LONGEST));
    }

    #[test]
    fn knows_titles_and_leaves_words() {
        assert_eq!(abbreviation("Sen"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("Calif"), Some(Abbreviation::Either));
        assert_eq!(abbreviation("ill"), None);
        assert_eq!(abbreviation("resign"), None);
        assert!(is_abbreviation("No", || true) && !is_abbreviation("No", || false));
    }
}
