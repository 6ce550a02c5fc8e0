//! Places in files: which unit they count in, and what to do where they do not fit.

use std::cell::{Cell, OnceCell};

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::{OffsetMap, Span, border_before};

/// The unit in which a format counts offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Unicode code points.
    CodePoint,
    /// UTF-16 code units.
    Utf16,
    /// Tokens: the format has no offsets of characters.
    Token,
    /// None: the text stands between the marks.
    None,
}

/// Turns spans into offsets of one unit and back.
#[derive(Clone, Debug)]
pub(super) struct Places<'t> {
    text: &'t str,
    map: OffsetMap<'t>,
    count: Count,
    /// Code points before each line feed; made when it is first asked for.
    feeds: OnceCell<Vec<usize>>,
    /// Bytes of text that may yet be searched for words that are not where they should be.
    search: Cell<usize>,
}

/// A way of reading a start and an end.
type Reading<'a> = &'a dyn Fn(usize, usize) -> Option<Span>;

/// What one offset more stands for.
#[derive(Clone, Debug)]
enum Count {
    CodePoint,
    Utf16,
    /// Grapheme clusters: the byte at which each begins, and the end of the text.
    Grapheme(Vec<usize>),
}

/// What is searched for words that are elsewhere, in bytes, before only their neighbourhood is; and how far that reaches on
/// each side. A file of words that are nowhere takes no longer than one of words that are there.
const SEARCH: usize = 256 << 20;
const NEIGHBOURHOOD: usize = 1 << 10;

/// How a span that did not fit was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repair {
    /// It counted in code points.
    AsCodePoints,
    /// It counted in UTF-16 units.
    AsUtf16,
    /// It counted grapheme clusters.
    AsGraphemes,
    /// It counted in bytes.
    AsBytes,
    /// It counted a line end as two characters.
    AsCrlf,
    /// Its words stand near by.
    Nearest,
}

impl Repair {
    /// In words, for the person who imports.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Repair::AsCodePoints => "counted in code points",
            Repair::AsUtf16 => "counted in UTF-16 units",
            Repair::AsGraphemes => "counted in grapheme clusters",
            Repair::AsBytes => "counted in bytes",
            Repair::AsCrlf => "counted each line end as two characters",
            Repair::Nearest => "moved to the nearest place with the same words",
        }
    }
}

impl<'t> Places<'t> {
    /// Places in `text`, in UTF-16 units or, for any other unit, in code points.
    pub(super) fn new(text: &'t str, unit: Unit) -> Self {
        Self::counting(text, if unit == Unit::Utf16 { Count::Utf16 } else { Count::CodePoint })
    }

    fn counting(text: &'t str, count: Count) -> Self {
        Self { text, map: OffsetMap::new(text), count, feeds: OnceCell::new(), search: Cell::new(SEARCH) }
    }

    /// The text that the places are in.
    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// `span` in the unit of the format.
    pub(super) fn out(&self, span: Span) -> (usize, usize) {
        (self.offset(span.start()), self.offset(span.end()))
    }

    /// Byte `at` in the unit of the format.
    pub(super) fn offset(&self, at: usize) -> usize {
        match &self.count {
            Count::CodePoint => self.map.byte_to_char(at),
            Count::Utf16 => self.map.byte_to_utf16(at),
            Count::Grapheme(borders) => borders.partition_point(|b| *b <= at).saturating_sub(1),
        }
    }

    /// Offset `at` of the format in bytes, on a character border of the text.
    pub(super) fn byte(&self, at: usize) -> usize {
        match &self.count {
            Count::CodePoint => self.map.char_to_byte(at),
            Count::Utf16 => self.map.utf16_to_byte(at),
            Count::Grapheme(borders) => borders.get(at).copied().unwrap_or(self.text.len()),
        }
    }

    /// The span from `start` to `end` of the format; none where it is empty or runs past the end.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<Span> {
        match &self.count {
            Count::CodePoint => self.counted(start, end, false),
            Count::Utf16 => self.counted(start, end, true),
            Count::Grapheme(borders) => (start < end).then(|| Some(Span::new(*borders.get(start)?, *borders.get(end)?)))?,
        }
    }

    fn counted(&self, start: usize, end: usize, utf16: bool) -> Option<Span> {
        let (length, byte): (usize, &dyn Fn(usize) -> usize) =
            if utf16 { (self.map.utf16_len(), &|n| self.map.utf16_to_byte(n)) } else { (self.map.chars(), &|n| self.map.char_to_byte(n)) };
        (start < end && end <= length).then(|| (byte(start), byte(end))).filter(|(s, e)| s < e).map(|(s, e)| Span::new(s, e))
    }

    /// The pieces from starts to ends where they have `words`, joined by blanks; otherwise the same counted in another way, or,
    /// of a single piece, the nearest place that has them. None where nothing has. Pieces without words are taken as they are.
    pub(super) fn find(&self, pieces: &[(usize, usize)], words: Option<&str>) -> Option<(Vec<Span>, Option<Repair>)> {
        let read = |place: Reading<'_>| pieces.iter().map(|(s, e)| place(*s, *e)).collect::<Option<Vec<Span>>>();
        let given = read(&|s, e| self.span(s, e));
        let Some(words) = words.filter(|w| !w.is_empty()) else { return given.map(|g| (g, None)) };
        let has = |spans: &Vec<Span>| {
            let mut rest = words;
            spans.iter().enumerate().all(|(n, s)| {
                let blank = n == 0 || rest.strip_prefix(' ').map(|r| rest = r).is_some();
                blank && rest.strip_prefix(s.of(self.text)).map(|r| rest = r).is_some()
            }) && rest.is_empty()
        };
        if let Some(given) = given.clone().filter(has) {
            return Some((given, None));
        }
        let utf16 = !matches!(self.count, Count::Utf16);
        let as_bytes = |s: usize, e: usize| (s < e && self.text.get(s..e).is_some()).then(|| Span::new(s, e));
        let ways: [(Reading<'_>, Repair); 3] = [
            (&|s, e| self.counted(s, e, utf16), if utf16 { Repair::AsUtf16 } else { Repair::AsCodePoints }),
            (&as_bytes, Repair::AsBytes),
            (&|s, e| self.with_returns(s, e), Repair::AsCrlf),
        ];
        if let Some(found) = ways.into_iter().find_map(|(way, repair)| Some((read(way).filter(has)?, Some(repair)))) {
            return Some(found);
        }
        match pieces {
            [(start, _)] => self.nearest(self.map.char_to_byte(*start), words).map(|s| (vec![s], Some(Repair::Nearest))),
            _ => given.map(|g| (g, None)),
        }
    }

    /// The span from `start` to `end`, code points of a text that had two of them at each line end.
    fn with_returns(&self, start: usize, end: usize) -> Option<Span> {
        let feeds = self.feeds.get_or_init(|| self.text.chars().enumerate().filter(|(_, c)| *c == '\n').map(|(n, _)| n).collect());
        if feeds.is_empty() {
            return None;
        }
        let plain = |at: usize| {
            // The number of line feeds whose two characters end at or before `at`; one inside such a pair is at its end.
            let (mut before, mut after) = (0, feeds.len());
            while before < after {
                let middle = (before + after) / 2;
                if feeds[middle] + middle + 1 < at { before = middle + 1 } else { after = middle }
            }
            at.checked_sub(before)
        };
        self.counted(plain(start)?, plain(end)?, false)
    }

    /// The place nearest to byte `near` that has `words`.
    fn nearest(&self, near: usize, words: &str) -> Option<Span> {
        let (from, to) = match self.search.get().checked_sub(self.text.len()) {
            Some(left) => {
                self.search.set(left);
                (0, self.text.len())
            }
            None => (near.saturating_sub(NEIGHBOURHOOD), (near + words.len() + NEIGHBOURHOOD).min(self.text.len())),
        };
        let (from, to) = (border_before(self.text, from), border_before(self.text, to));
        let start = self.text.get(from..to)?.match_indices(words).map(|(at, _)| from + at).min_by_key(|at| at.abs_diff(near))?;
        Some(Span::new(start, start + words.len()))
    }

    /// The first place that has `exact` between `prefix` and `suffix`; where none has, the first that has it at all. None where
    /// too much has been searched before.
    pub(super) fn quoted(&self, prefix: &str, exact: &str, suffix: &str) -> Option<Span> {
        self.search.set(self.search.get().checked_sub(2 * self.text.len())?);
        let whole = self.text.find(&format!("{prefix}{exact}{suffix}")).map(|at| at + prefix.len());
        let start = whole.or_else(|| self.text.find(exact))?;
        (!exact.is_empty()).then(|| Span::new(start, start + exact.len()))
    }

    /// As [`new`](Self::new), but where `spans` would cut words in two and counted in another way would cut fewer, it is
    /// counted so, and told; told too is where nothing tells which of two readings is meant.
    pub(super) fn fitting(text: &'t str, unit: Unit, spans: &[(usize, usize)], notes: &mut Notes) -> Self {
        let (places, repair, doubt) = Self::best(text, unit, spans);
        if let Some(repair) = repair {
            let given = Self::new(text, unit);
            let moved = spans.iter().filter(|(s, e)| given.span(*s, *e) != places.span(*s, *e)).count();
            *notes.repairs.entry(repair).or_default() += moved;
        } else if doubt {
            let as_given = if unit == Unit::Utf16 { "UTF-16 units" } else { "code points" };
            notes.say(format!("Offsets fit the words in several units; they were taken for {as_given}"));
        }
        places
    }

    /// The reading of [`fitting`](Self::fitting).
    fn best(text: &'t str, unit: Unit, spans: &[(usize, usize)]) -> (Self, Option<Repair>, bool) {
        let given = Self::new(text, unit);
        if text.chars().all(|c| c.len_utf16() == 1) && !text.contains(['\u{200D}', '\u{FE0F}']) && !has_marks(text) {
            return (given, None, false);
        }
        let read = |places: &Self| spans.iter().map(|(s, e)| places.span(*s, *e)).collect::<Vec<_>>();
        let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        let cuts = |read: &[Option<Span>]| read.iter().map(|s| s.map_or(3, |s| cuts(text, s, &borders))).sum::<usize>();
        let clusters = Count::Grapheme(borders.clone());
        let others = [(Count::CodePoint, Repair::AsCodePoints), (Count::Utf16, Repair::AsUtf16), (clusters, Repair::AsGraphemes)];
        let first = read(&given);
        let fewest = cuts(&first);
        let mut best = (given, None, fewest);
        let mut doubt = false;
        for (count, repair) in others {
            let other = Self::counting(text, count);
            let (read, same_unit) = (read(&other), std::mem::discriminant(&other.count) == std::mem::discriminant(&best.0.count));
            if same_unit || read == first {
                continue;
            }
            let cut = cuts(&read);
            doubt |= cut == fewest;
            // One cut more or less may be chance.
            if 2 * cut < best.2 {
                best = (other, Some(repair), cut);
            }
        }
        let doubt = doubt && best.1.is_none();
        (best.0, best.1, doubt)
    }
}

/// True where a character stands on the one before it.
fn has_marks(text: &str) -> bool {
    text.graphemes(true).any(|g| g != "\r\n" && g.chars().nth(1).is_some())
}

/// How many words and grapheme clusters `span` cuts in two, and whether blanks stand at its ends.
fn cuts(text: &str, span: Span, borders: &[usize]) -> usize {
    let (before, inside, after) = (&text[..span.start()], span.of(text), &text[span.end()..]);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let torn = |a: &str, b: &str| usize::from(letter(a.chars().next_back()) && letter(b.chars().next()));
    let clusters = [span.start(), span.end()].iter().filter(|at| borders.binary_search(at).is_err()).count();
    torn(before, inside) + torn(inside, after) + clusters + usize::from(inside.trim() != inside)
}

/// Things that a note calls by name.
const NAMED: usize = 5;

/// Collects what an import had to put right, to say it once for each kind.
#[derive(Debug, Default)]
pub(super) struct Notes {
    repairs: std::collections::BTreeMap<Repair, usize>,
    lost: usize,
    other: Vec<String>,
    more: usize,
}

/// Lines that are told of one article, those that count apart.
const MOST_NOTES: usize = 20;

impl Notes {
    /// Finds a span and remembers how.
    pub(super) fn place(&mut self, places: &Places<'_>, start: usize, end: usize, words: Option<&str>) -> Option<Span> {
        self.pieces(places, &[(start, end)], words).map(|pieces| pieces[0])
    }

    /// Finds the pieces of one annotation and remembers how.
    pub(super) fn pieces(&mut self, places: &Places<'_>, pieces: &[(usize, usize)], words: Option<&str>) -> Option<Vec<Span>> {
        let found = places.find(pieces, words).filter(|(found, _)| !found.is_empty());
        match &found {
            Some((_, Some(repair))) => self.repaired(*repair),
            Some((_, None)) => {}
            None => self.lost += 1,
        }
        found.map(|(pieces, _)| pieces)
    }

    /// One annotation has no place at all.
    pub(super) fn lose(&mut self) {
        self.lost += 1;
    }

    /// Relations are of kinds that Galley does not have.
    pub(super) fn other_relations(&mut self, count: usize) {
        self.count(count, "relations of other kinds, or without ends, were left out");
    }

    /// One annotation was found in this way.
    fn repaired(&mut self, repair: Repair) {
        *self.repairs.entry(repair).or_default() += 1;
    }

    /// Says that `count` things are `what`, where there are any.
    pub(super) fn count(&mut self, count: usize, what: &str) {
        if count > 0 {
            self.other.push(format!("{count} {what}"));
        }
    }

    /// Adds a line; of hundreds, the first are kept and the others counted.
    pub(super) fn say(&mut self, note: impl Into<String>) {
        if self.other.len() < MOST_NOTES { self.other.push(note.into()) } else { self.more += 1 }
    }

    /// Says how many `things` there are and names the first of them; nothing where there are none.
    pub(super) fn say_all<'n>(&mut self, things: &str, names: impl Iterator<Item = &'n str>) {
        let names: Vec<&str> = names.collect();
        let more = if names.len() > NAMED { format!(" and {} more", names.len() - NAMED) } else { String::new() };
        if !names.is_empty() {
            self.say(format!("{} {things}: {}{more}", names.len(), names[..names.len().min(NAMED)].join(", ")));
        }
    }

    /// One line for each thing.
    pub(super) fn lines(self) -> Vec<String> {
        let repairs = self.repairs.iter().map(|(r, n)| format!("{n} annotations did not fit their text and were {}", r.describe()));
        let lost = (self.lost > 0).then(|| format!("{} annotations have no place in the text and were left out", self.lost));
        let more = (self.more > 0).then(|| format!("{} more of the kind", self.more));
        repairs.chain(lost).chain(self.other).chain(more).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_span_whatever_counted_it() {
        let text = "one\n🚢 two\nthree two";
        let places = Places::new(text, Unit::CodePoint);
        let at = |start, end, words| places.find(&[(start, end)], Some(words)).map(|(s, r)| (s[0].start(), r));
        assert_eq!(at(6, 9, "two"), Some((9, None)));
        assert_eq!(at(7, 10, "two"), Some((9, Some(Repair::AsUtf16))));
        assert_eq!(at(9, 12, "two"), Some((9, Some(Repair::AsBytes))));
        assert_eq!(at(12, 17, "three"), Some((13, Some(Repair::AsCrlf))));
        assert_eq!(at(1, 4, "two"), Some((9, Some(Repair::Nearest))));
        assert_eq!(at(1, 4, "four"), None);
        assert_eq!(places.span(3, 99), None);
        assert_eq!(places.find(&[(0, 3), (10, 15)], Some("one three")).map(|(s, r)| (s.len(), r)), Some((2, None)));
        assert_eq!(places.find(&[(0, 3), (12, 17)], Some("one three")).map(|(s, r)| (s.len(), r)), Some((2, Some(Repair::AsCrlf))));
    }

    #[test]
    fn far_words_are_found_as_long_as_there_is_time() {
        let text = format!("far {}near", "x ".repeat(3_000));
        let places = Places::new(&text, Unit::CodePoint);
        assert_eq!(places.nearest(text.len(), "far"), Some(Span::new(0, 3)));
        places.search.set(0);
        assert_eq!(places.nearest(text.len(), "far"), None);
        assert_eq!(places.nearest(5_900, "near"), Some(Span::new(text.len() - 4, text.len())));
        assert_eq!(places.nearest(usize::MAX >> 1, "near"), None);
    }

    #[test]
    fn the_reading_that_cuts_no_word_is_taken() {
        let how = |text: &str, unit, spans: &[(usize, usize)]| {
            let (places, repair, doubt) = Places::best(text, unit, spans);
            let words: Vec<String> = spans.iter().filter_map(|(s, e)| places.span(*s, *e)).map(|s| s.of(text).to_owned()).collect();
            (words.join("|"), repair, doubt)
        };
        let text = "🚢🚲 Lena Ortiz left Avelle";
        assert_eq!(how(text, Unit::Utf16, &[(5, 15), (21, 27)]), ("Lena Ortiz|Avelle".into(), None, false));
        assert_eq!(how(text, Unit::Utf16, &[(3, 13), (19, 25)]), ("Lena Ortiz|Avelle".into(), Some(Repair::AsCodePoints), false));
        assert_eq!(how("👩‍👩‍👧 Lena left", Unit::Utf16, &[(2, 6)]), ("Lena".into(), Some(Repair::AsGraphemes), false));
        // A single letter fits wherever a word of one letter stands.
        let (_, repair, doubt) = how("🚢 a b c", Unit::Utf16, &[(3, 4)]);
        assert_eq!((repair, doubt), (None, false), "code points would read a blank");
        assert_eq!(how("Zoë left", Unit::Utf16, &[(0, 3)]), ("Zoë".into(), None, false), "no character of two units: no doubt");
    }
}
