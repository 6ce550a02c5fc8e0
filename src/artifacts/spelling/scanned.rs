//! Words of a scanned page: letters that scanners take for others.

use super::cuts::SMALL_WORDS;
use super::lexicon::Dictionary;
use super::words::{COMMON, Found, Words};
use crate::artifacts::Category;
use crate::lexicon::WordSet;
use crate::text::{SpanSet, TokenKind, order};

/// So many torn words at line ends, divided words and misread letters show that a page was scanned.
pub(super) const ENOUGH: usize = 2;

/// What scanners take for what, both ways.
const CONFUSED: &[(&str, &str)] = &[
    ("a", "o"),
    ("a", "s"),
    ("b", "h"),
    ("b", "o"),
    ("b", "t"),
    ("c", "e"),
    ("c", "o"),
    ("cl", "d"),
    ("e", "o"),
    ("f", "t"),
    ("g", "q"),
    ("h", "li"),
    ("h", "n"),
    ("i", "l"),
    ("i", "t"),
    ("i", "r"),
    ("ii", "n"),
    ("ii", "u"),
    ("in", "m"),
    ("l", "t"),
    ("m", "n"),
    ("m", "rn"),
    ("n", "r"),
    ("n", "u"),
    ("nn", "m"),
    ("o", "t"),
    ("r", "t"),
    ("s", "e"),
    ("s", "z"),
    ("u", "v"),
    ("v", "y"),
    ("vv", "w"),
];

/// The likeliest word of `dictionary` that a scanner reads as `word` (lower case): one piece misread, or two.
fn misread(dictionary: &Dictionary, word: &str, commonest: u32) -> Option<String> {
    let once = readings(word);
    let best = |candidates: &[String], limit: u32| {
        let ranked = candidates.iter().filter_map(|c| dictionary.rank(c).filter(|r| *r < limit).map(|r| (r, c.clone())));
        ranked.min().map(|(_, c)| c)
    };
    best(&once, commonest).or_else(|| {
        if word.len() < 6 {
            return None;
        }
        let twice: Vec<String> = once.iter().flat_map(|w| readings(w)).collect();
        best(&twice, commonest / 4)
    })
}

/// Pieces that look so much alike that one is read for the other on a clean page too.
const ALIKE: &[(&str, &str)] = &[("m", "rn"), ("rn", "m"), ("li", "h"), ("h", "li"), ("cl", "d"), ("vv", "w"), ("tb", "th"), ("tl", "th")];

/// The common word of which `word` has one piece misread that looks alike.
pub(super) fn misread_shape(dictionary: &Dictionary, word: &str) -> Option<String> {
    let made = ALIKE.iter().flat_map(|(from, to)| word.match_indices(from).map(move |(at, _)| format!("{}{to}{}", &word[..at], &word[at + from.len()..])));
    made.filter_map(|w| dictionary.rank(&w).filter(|r| *r < COMMON).map(|r| (r, w))).min().map(|(_, w)| w)
}

fn readings(word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut replace = |from: &str, to: &str| {
        for (at, _) in word.match_indices(from) {
            found.push(format!("{}{to}{}", &word[..at], &word[at + from.len()..]));
        }
    };
    for (a, b) in CONFUSED {
        replace(a, b);
        replace(b, a);
    }
    found
}

/// So many unknown words of a scanned page are looked up.
const MOST_WORDS: usize = 3_000;

/// Words that are not so common stand alone at a line's end less often than a torn word does.
const RARE: u32 = 5_000;

/// So many words that a scanner may have read for others, and half of all unknown ones, show a scan.
const MISREAD: usize = 3;

impl Words<'_> {
    /// True where most unknown words in small letters are common ones with letters that scanners confuse.
    pub(super) fn is_misread(&self) -> bool {
        let (mut misread, mut unknown) = (0, 0);
        for at in (0..self.tokens.len()).filter(|n| self.unknown[*n] && self.is_lower(*n) && self.word(*n).len() >= 5 && self.stands_alone(*n)) {
            unknown += 1;
            if unknown > MOST_WORDS {
                return false;
            }
            let word = self.word(at);
            misread += usize::from(readings(word).iter().any(|w| self.dictionary.rank(w).is_some_and(|r| r < COMMON)));
        }
        misread >= MISREAD && misread * 2 >= unknown
    }

    /// "Tho mas": a name of the dictionary or of the article.
    fn is_torn_name(&self, whole: &str) -> bool {
        whole.len() >= 5
            && whole.starts_with(|c: char| c.is_ascii_uppercase())
            && (self.dictionary.knows(whole) && !self.dictionary.knows(&whole.to_lowercase()) || self.counts.contains_key(whole))
    }

    /// The same of two known halves at a line's end, where the article has the name whole: "Tho⏎mas".
    pub(super) fn torn_name(&self, at: usize) -> Option<Found> {
        let next = self.next_over_break(at).filter(|next| self.breaks_behind(at) && self.is_lower(*next))?;
        let whole = format!("{}{}", self.word(at), self.word(next));
        let rare = self.dictionary.rank(self.word(next)).is_none_or(|r| r > RARE);
        let known = rare && self.counts.contains_key(whole.as_str()) && self.is_torn_name(&whole);
        (known && self.stands_alone(at) && self.stands_alone(next)).then(|| {
            let span = self.tokens[at].span.cover(self.tokens[next].span);
            self.found(Category::SpaceSplitWord, span, &whole, format!("“{whole}” was torn at the end of a printed line."))
        })
    }

    /// What a lower bar finds in a page that was scanned: misread letters, and endings torn off at a line's end.
    pub(super) fn read_as_scanned(&self, found: &mut Vec<Found>) {
        const TORN_OFF: WordSet = WordSet::new("day ed er ers es ing ly ment morrow ness night plane planes tion");
        for slip in found.iter_mut().filter(|f| f.category == Category::WordTypo) {
            if misread(self.dictionary, slip.span.of(self.text), COMMON).is_some_and(|right| right == slip.fix) {
                slip.category = Category::WordOcr;
            }
        }
        // No page has more misread words than a reader would bear; a text of nonsense has.
        let mut left = MOST_WORDS;
        let taken: SpanSet = found.iter().map(|f| f.span).collect();
        for at in 0..self.tokens.len() {
            let (word, span) = (self.word(at), self.tokens[at].span);
            if self.tokens[at].kind != TokenKind::Word || taken.overlaps(span) {
                continue;
            }
            if let Some(next) = self.next_over_break(at).filter(|_| self.breaks_behind(at)) {
                let (whole, ending) = (format!("{word}{}", self.word(next)), self.word(next));
                let torn = TORN_OFF.has(ending);
                // Or a half that hardly ever stands alone, of a common word.
                let rare = |w: &str| self.dictionary.rank(w).is_none_or(|r| r > RARE);
                let common = self.dictionary.rank(&whole).is_some_and(|r| r < RARE) && whole.len() >= 5;
                let halves = word.len() >= 4 && ending.len() >= 4 && whole.len() >= 9 && !SMALL_WORDS.has(word);
                let torn = halves && self.dictionary.rank(&whole).is_some()
                    || common && !self.dictionary.knows(word)
                    || torn && self.dictionary.knows(&whole)
                    || common && (rare(word) || rare(ending))
                    || word.len() > 2 && self.is_torn_name(&whole);
                let small = |w: &str| w.len() > 1 && w.bytes().all(|b| b.is_ascii_lowercase());
                if torn && word.len() > 1 && small(ending) && self.stands_alone(at) && self.stands_alone(next) {
                    let message = format!("“{whole}” was torn at the end of a printed line.");
                    found.push(self.found(Category::SpaceSplitWord, span.cover(self.tokens[next].span), &whole, message));
                    continue;
                }
            }
            if self.unknown[at] && self.is_lower(at) && word.len() > 2 && self.counts.get(word) == Some(&1) && self.stands_alone(at) && left > 0 {
                left -= 1;
                let commonest = if word.len() < 5 { 300 } else { COMMON };
                if let Some(right) = misread(self.dictionary, word, commonest) {
                    let message = format!("“{word}” is no word; a scanner may have read it for “{right}”.");
                    found.push(self.found(Category::WordOcr, span, &right, message));
                }
            }
        }
        order::sort_by(found, |f| order::of_place(f.span));
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexicon::small;
    use super::*;

    #[test]
    fn misread_letters_are_read_again() {
        let dictionary = small();
        for (wrong, right) in [("oloth", Some("cloth")), ("streeb", Some("street")), ("modem", None), ("wbere", Some("where"))] {
            if let Some(right) = right {
                assert_eq!(misread(&dictionary, wrong, 12_000).as_deref(), Some(right), "{wrong}");
            }
        }
    }
}
