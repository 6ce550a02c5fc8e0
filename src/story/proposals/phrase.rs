//! A repair is shown with the phrase that it stands in: "the current deputy", not "the".

use std::ops::Range;

use super::super::article::Article;
use super::super::reading::Reading;
use super::super::words::Word;

/// A repair that puts the words `from` of article `b` where the words `at` of article `a` stand.
#[derive(Clone, Debug)]
pub(super) struct Repair<'s> {
    pub(super) article: &'s Article<'s>,
    pub(super) reading: &'s Reading,
    pub(super) at: Range<usize>,
    pub(super) other: &'s Article<'s>,
    pub(super) other_reading: &'s Reading,
    pub(super) from: Range<usize>,
    /// The words after the place agree as well.
    pub(super) closed: bool,
    /// What is put in, where that is not the other article's words as they stand.
    pub(super) instead: Option<&'s str>,
}

impl Repair<'_> {
    /// The words that are replaced, grown to the phrase, and what stands there then. Words of the phrase agree in both articles and stay as they are.
    pub(super) fn with_phrase(&self) -> (Range<usize>, String) {
        // A hole has no phrase of its own.
        if self.at.is_empty() {
            return (self.at.clone(), self.inserted());
        }
        let (left, right) = (self.grown_left(), self.grown_right());
        let (a, text) = (&self.reading.words, self.article.text);
        let slice = |from: usize, to: usize| if from < to { &text[a[from].span.start()..a[to - 1].span.end()] } else { "" };
        let mut insert = String::new();
        for part in [slice(left, self.at.start), &self.inserted(), slice(self.at.end, right)] {
            if !insert.is_empty() && !part.is_empty() && !part.starts_with([',', ';', ':']) {
                insert.push(' ');
            }
            insert.push_str(part);
        }
        (left..right, insert)
    }

    /// The other article's words, with a comma before or after them where this article has none.
    fn inserted(&self) -> String {
        if let Some(instead) = self.instead {
            return instead.to_owned();
        }
        let words = &self.other_reading.words;
        let comma = |reading: &Reading, at: usize| reading.marks_before(at).iter().find(|m| matches!(m.sign, ',' | ';' | ':')).map(|m| m.span);
        let mut span = words[self.from.start].span.cover(words[self.from.end - 1].span);
        if let (Some(mark), None) = (comma(self.other_reading, self.from.start), comma(self.reading, self.at.start)) {
            span = span.cover(mark);
        }
        if let (true, Some(mark), None) = (self.closed, comma(self.other_reading, self.from.end), comma(self.reading, self.at.end)) {
            span = span.cover(mark);
        }
        span.of(self.other.text).to_owned()
    }

    fn grown_left(&self) -> usize {
        let (mut a, mut b) = (self.at.start, self.from.start);
        while let (Some(x), Some(y)) = (a.checked_sub(1), b.checked_sub(1)) {
            let tied = self.other_reading.names_in(&(y..y + 1)).any(|n| n.start < self.from.start && n.end > self.from.start && n.start <= y);
            if !self.belongs(x, y, tied) || !self.reading.marks_before(a).is_empty() || !self.other_reading.marks_before(b).is_empty() {
                break;
            }
            (a, b) = (x, y);
        }
        a
    }

    fn grown_right(&self) -> usize {
        let (mut a, mut b) = (self.at.end, self.from.end);
        while a < self.reading.words.len() && b < self.other_reading.words.len() {
            let tied = self.other_reading.names_in(&(b..b + 1)).any(|n| n.start < self.from.end && n.end > self.from.end && n.end > b);
            if !self.belongs(a, b, tied) || !self.reading.marks_before(a).is_empty() || !self.other_reading.marks_before(b).is_empty() {
                break;
            }
            (a, b) = (a + 1, b + 1);
        }
        a
    }

    /// The word agrees in both and is of the phrase: it tells something, and is no name of a person or time unless the repaired words are a part of it.
    fn belongs(&self, a: usize, b: usize, tied: bool) -> bool {
        let (x, y): (&Word, &Word) = (&self.reading.words[a], &self.other_reading.words[b]);
        let stands_alone = |reading: &Reading, article: &Article<'_>, at: usize| {
            reading
                .names_in(&(at..at + 1))
                .any(|n| n.start <= at && at < n.end && matches!(article.analysis.annotations[n.annotation].label.as_str(), "PERSON" | "DATE" | "TIME"))
        };
        let alone = stands_alone(self.reading, self.article, a) || stands_alone(self.other_reading, self.other, b);
        x.key == y.key && !x.damaged && !y.damaged && (tied || !x.function && !alone)
    }
}
