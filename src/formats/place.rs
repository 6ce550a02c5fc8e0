//! Places in files: which unit they count in, and what to do where they do not fit.

use serde::{Deserialize, Serialize};

use crate::text::{OffsetMap, Span};

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
    unit: Unit,
}

/// How a span that did not fit was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Repair {
    /// It counted in code points.
    AsCodePoints,
    /// It counted in UTF-16 units.
    AsUtf16,
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
            Repair::AsBytes => "counted in bytes",
            Repair::AsCrlf => "counted each line end as two characters",
            Repair::Nearest => "moved to the nearest place with the same words",
        }
    }
}

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str, unit: Unit) -> Self {
        Self { text, map: OffsetMap::new(text), unit }
    }

    /// `span` in the unit of the format.
    pub(super) fn out(&self, span: Span) -> (usize, usize) {
        (self.offset(span.start()), self.offset(span.end()))
    }

    /// Byte `at` in the unit of the format.
    pub(super) fn offset(&self, at: usize) -> usize {
        if self.unit == Unit::Utf16 { self.map.byte_to_utf16(at) } else { self.map.byte_to_char(at) }
    }

    /// Offset `at` of the format in bytes, on a character border of the text.
    pub(super) fn byte(&self, at: usize) -> usize {
        if self.unit == Unit::Utf16 { self.map.utf16_to_byte(at) } else { self.map.char_to_byte(at) }
    }

    /// The span from `start` to `end` of the format; none where it is empty or runs past the end.
    pub(super) fn span(&self, start: usize, end: usize) -> Option<Span> {
        self.counted(start, end, self.unit == Unit::Utf16)
    }

    fn counted(&self, start: usize, end: usize, utf16: bool) -> Option<Span> {
        let (length, byte): (usize, &dyn Fn(usize) -> usize) =
            if utf16 { (self.map.utf16_len(), &|n| self.map.utf16_to_byte(n)) } else { (self.map.chars(), &|n| self.map.char_to_byte(n)) };
        (start < end && end <= length).then(|| (byte(start), byte(end))).filter(|(s, e)| s < e).map(|(s, e)| Span::new(s, e))
    }

    /// The span from `start` to `end` where it has `words`; otherwise the same in another unit, with CRLF counted as two, or
    /// the nearest place that has them. None where nothing has.
    pub(super) fn find(&self, start: usize, end: usize, words: &str) -> Option<(Span, Option<Repair>)> {
        let has = |span: &Span| span.of(self.text) == words;
        if let Some(span) = self.span(start, end).filter(has) {
            return Some((span, None));
        }
        if words.is_empty() {
            return None;
        }
        let other = self.unit != Unit::Utf16;
        if let Some(span) = self.counted(start, end, other).filter(has) {
            return Some((span, Some(if other { Repair::AsUtf16 } else { Repair::AsCodePoints })));
        }
        if start < end && self.text.get(start..end) == Some(words) {
            return Some((Span::new(start, end), Some(Repair::AsBytes)));
        }
        // With every LF before it counted as two.
        let lines = |at: usize| {
            self.text
                .char_indices()
                .scan(0, |n, (b, c)| {
                    *n += 1 + usize::from(c == '\n');
                    Some((*n, b + c.len_utf8()))
                })
                .find(|(n, _)| *n >= at)
                .map(|(_, b)| b)
        };
        if self.text.contains('\n')
            && let (Some(s), Some(e)) = (if start == 0 { Some(0) } else { lines(start) }, lines(end))
            && s < e
            && self.text.get(s..e) == Some(words)
        {
            return Some((Span::new(s, e), Some(Repair::AsCrlf)));
        }
        let near = self.map.char_to_byte(start);
        let nearest = self.text.match_indices(words).min_by_key(|(at, _)| at.abs_diff(near))?;
        Some((Span::new(nearest.0, nearest.0 + words.len()), Some(Repair::Nearest)))
    }
}

/// Things that a note calls by name.
const NAMED: usize = 5;

/// Collects what an import had to put right, to say it once for each kind.
#[derive(Debug, Default)]
pub(super) struct Notes {
    repairs: std::collections::BTreeMap<Repair, usize>,
    lost: usize,
    other: Vec<String>,
}

impl Notes {
    /// Finds a span and remembers how.
    pub(super) fn place(&mut self, places: &Places<'_>, start: usize, end: usize, words: Option<&str>) -> Option<Span> {
        let found = match words {
            Some(words) => places.find(start, end, words),
            None => places.span(start, end).map(|s| (s, None)),
        };
        match found {
            Some((span, repair)) => {
                if let Some(repair) = repair {
                    *self.repairs.entry(repair).or_default() += 1;
                }
                Some(span)
            }
            None => {
                self.lost += 1;
                None
            }
        }
    }

    pub(super) fn say(&mut self, note: impl Into<String>) {
        self.other.push(note.into());
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
        repairs.chain(lost).chain(self.other).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_span_whatever_counted_it() {
        let text = "one\n🚢 two\nthree two";
        let places = Places::new(text, Unit::CodePoint);
        let at = |start, end, words| places.find(start, end, words).map(|(s, r)| (s.start(), r));
        assert_eq!(at(6, 9, "two"), Some((9, None)));
        assert_eq!(at(7, 10, "two"), Some((9, Some(Repair::AsUtf16))));
        assert_eq!(at(9, 12, "two"), Some((9, Some(Repair::AsBytes))));
        assert_eq!(at(12, 17, "three"), Some((13, Some(Repair::AsCrlf))));
        assert_eq!(at(1, 4, "two"), Some((9, Some(Repair::Nearest))));
        assert_eq!(at(1, 4, "four"), None);
        assert_eq!(places.span(3, 99), None);
    }
}
