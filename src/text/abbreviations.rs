//! Abbreviations whose full stop belongs to the word.

/// What a sentence splitter may conclude from an abbreviation's full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Always followed by the word it belongs to: "Sen. Schumer", "Feb. 8". Its dot never ends a sentence.
    Leading,
    /// May also stand last in a sentence: "Inc.", "Jr.", "p.m.".
    Either,
}

/// Followed by a name or a number. Sorted.
const LEADING: &[&str] = &[
    "adm", "apr", "assoc", "asst", "atty", "aug", "brig", "capt", "cf", "cmdr", "col", "cpl", "dec", "dep", "det", "dir", "dr", "feb", "fig", "fr", "ft",
    "gen", "gov", "hon", "insp", "jan", "lieut", "lt", "maj", "messrs", "mgr", "mr", "mrs", "ms", "msgr", "mt", "nov", "oct", "pfc", "pres", "prof", "pvt",
    "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "spc", "st", "supt", "vs",
];

/// Sorted.
const EITHER: &[&str] = &[
    "ala", "ariz", "ark", "ave", "bldg", "blvd", "bros", "calif", "co", "colo", "conn", "corp", "ct", "del", "dept", "dist", "e.g", "esq", "est", "etc", "fla",
    "ga", "i.e", "ill", "inc", "ind", "jr", "kan", "ky", "llc", "ltd", "mass", "md", "mich", "minn", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "plc",
    "rd", "sr", "tenn", "tex", "univ", "va", "vt", "wash", "wis", "wyo",
];

/// Longest entry of either list, in bytes.
const LONGEST: usize = 6;

/// The class of `word` without its final dot, in any case; `None` for an ordinary word.
///
/// Words that are also words in lower case ("ill.", "ore.", "wash.", "gen.") count only with a capital.
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
    let small_is_fine = matches!(lower, "vs" | "etc" | "e.g" | "i.e" | "cf" | "ft" | "approx");
    if !capital && !small_is_fine {
        return None;
    }
    if LEADING.binary_search(&lower).is_ok() {
        Some(Abbreviation::Leading)
    } else if EITHER.binary_search(&lower).is_ok() {
        Some(Abbreviation::Either)
    } else {
        None
    }
}

/// True where a dot after `word` belongs to the word.
#[must_use]
pub(super) fn is_abbreviation(word: &str) -> bool {
    abbreviation(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_can_be_searched() {
        for list in [LEADING, EITHER] {
            assert!(list.windows(2).all(|w| w[0] < w[1]), "{list:?}");
            assert!(list.iter().all(|w| w.len() <= LONGEST));
        }
    }

    #[test]
    fn knows_titles_and_leaves_words() {
        assert_eq!(abbreviation("Sen"), Some(Abbreviation::Leading));
        assert_eq!(abbreviation("Calif"), Some(Abbreviation::Either));
        assert_eq!(abbreviation("ill"), None);
        assert_eq!(abbreviation("resign"), None);
    }
}
