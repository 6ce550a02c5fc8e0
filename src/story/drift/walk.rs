//! Goes along two aligned stretches and tells what is the same and what is not.

use std::ops::Range;

use super::super::align::{Block, Match};
use super::super::model::{Class, Op, Place};
use super::super::reading::Reading;
use super::super::words::{Keys, Mark};
use super::gap::{self, Gap};
use super::place::Side;
use super::{class, level};
use crate::text::Span;

/// One side of a comparison, from outside.
#[derive(Clone, Debug)]
pub(in super::super) struct Compared<'r> {
    pub(in super::super) doc: usize,
    pub(in super::super) reading: &'r Reading,
    pub(in super::super) text: &'r str,
    /// Its words, as indices into the article's.
    pub(in super::super) words: Range<usize>,
    /// In bytes, with its quotation marks.
    pub(in super::super) span: Span,
}

/// What is the same in `a` and `b`, and what is not: together they cover every word of both, each once. `blocks` are those of
/// their alignment; `told` where one of them is no quotation.
pub(in super::super) fn compare(a: &Compared<'_>, b: &Compared<'_>, blocks: &[Block], keys: &Keys, told: bool) -> (Vec<[Place; 2]>, Vec<Op>) {
    let side = |c: &Compared<'_>| -> (usize, Range<usize>, Span) { (c.doc, c.words.clone(), c.span) };
    let ((doc_a, words_a, span_a), (doc_b, words_b, span_b)) = (side(a), side(b));
    let a = Side { doc: doc_a, reading: a.reading, text: a.text, words: words_a, span: span_a };
    let b = Side { doc: doc_b, reading: b.reading, text: b.text, words: words_b, span: span_b };
    let (chain, moved) = chain(blocks);
    let mut walk = Walk { a: &a, b: &b, keys, told, same: Vec::new(), ops: Vec::new(), open: None };
    walk.go(&chain, &moved);
    walk.finish()
}

/// The blocks that lie in the same order in both, the heaviest set of them, as one list of matches; and the others.
fn chain(blocks: &[Block]) -> (Vec<Match>, Vec<Block>) {
    let ends = |b: &Block| b.matches.first().copied().zip(b.matches.last().copied());
    let apart = |x: &Block, y: &Block| match (ends(x), ends(y)) {
        (Some((fx, lx)), Some((fy, ly))) => lx.a_end() <= fy.a && lx.b_end() <= fy.b || ly.a_end() <= fx.a && ly.b_end() <= fx.b,
        _ => true,
    };
    let n = blocks.len().min(8);
    let mut best = (0.0f32, 0usize);
    for set in 1usize..1 << n {
        let chosen: Vec<&Block> = (0..n).filter(|i| set >> i & 1 == 1).map(|i| &blocks[i]).collect();
        let in_order = chosen.iter().enumerate().all(|(i, x)| chosen[i + 1..].iter().all(|y| apart(x, y)));
        let score = chosen.iter().map(|b| b.score).sum();
        if in_order && score > best.0 {
            best = (score, set);
        }
    }
    let mut matches: Vec<Match> = (0..n).filter(|i| best.1 >> i & 1 == 1).flat_map(|i| blocks[i].matches.iter().copied()).collect();
    matches.sort_unstable_by_key(|m| m.a);
    // A block whose inside holds another's words cannot be shown as one that moved.
    let moved = (0..n).filter(|i| best.1 >> i & 1 == 0).map(|i| blocks[i].clone()).filter(|b| compact(b, &matches)).collect();
    (matches, moved)
}

fn compact(block: &Block, others: &[Match]) -> bool {
    let (Some(first), Some(last)) = (block.matches.first(), block.matches.last()) else { return false };
    !others.iter().any(|m| m.a_end() > first.a && m.a < last.a_end() || m.b_end() > first.b && m.b < last.b_end())
}

struct Walk<'s> {
    a: &'s Side<'s>,
    b: &'s Side<'s>,
    keys: &'s Keys,
    told: bool,
    same: Vec<[Place; 2]>,
    ops: Vec<Op>,
    /// Words of both that agree and are not yet told: where they begin and end.
    open: Option<(Range<usize>, Range<usize>)>,
}

impl Walk<'_> {
    fn go(&mut self, chain: &[Match], moved: &[Block]) {
        let (start_a, start_b) = (self.a.words.start, self.b.words.start);
        let (mut at_a, mut at_b) = (start_a, start_b);
        for (n, m) in chain.iter().enumerate() {
            let gap = Gap { a: at_a..start_a + m.a, b: at_b..start_b + m.b, leads: n == 0, trails: false };
            self.between(&gap, moved);
            self.matched(m);
            (at_a, at_b) = (start_a + m.a_end(), start_b + m.b_end());
        }
        let gap = Gap { a: at_a..self.a.words.end, b: at_b..self.b.words.end, leads: chain.is_empty(), trails: !chain.is_empty() };
        self.between(&gap, moved);
        for block in moved {
            self.reordered(block);
        }
    }

    fn finish(mut self) -> (Vec<[Place; 2]>, Vec<Op>) {
        self.close();
        self.same.sort_unstable();
        self.ops.sort_unstable_by_key(|op| (op.a.span, op.b.span, op.class));
        let mut ops: Vec<Op> = Vec::with_capacity(self.ops.len());
        for op in self.ops {
            match ops.last_mut() {
                Some(last) if forms_one_name(last, &op, self.a.text, self.b.text) => {
                    last.class = Class::NameForm;
                    last.level = last.level.max(op.level);
                    last.a.span = last.a.span.cover(op.a.span);
                    last.b.span = last.b.span.cover(op.b.span);
                }
                _ => ops.push(op),
            }
        }
        (self.same, ops)
    }

    fn close(&mut self) {
        if let Some((a, b)) = self.open.take() {
            self.same.push([self.a.place_of_words(a), self.b.place_of_words(b)]);
        }
    }

    fn matched(&mut self, m: &Match) {
        let a = self.a.words.start + m.a..self.a.words.start + m.a_end();
        let b = self.b.words.start + m.b..self.b.words.start + m.b_end();
        match class::within(m, self.a, self.b, self.keys) {
            Some((class, level)) => {
                self.close();
                self.ops.push(Op { class, level, a: self.a.place_of_words(a), b: self.b.place_of_words(b) });
            }
            None => match &mut self.open {
                Some((open_a, open_b)) if open_a.end == a.start && open_b.end == b.start => {
                    open_a.end = a.end;
                    open_b.end = b.end;
                }
                _ => {
                    self.close();
                    self.open = Some((a, b));
                }
            },
        }
    }

    /// What lies between two matches: words that one has not, marks that differ.
    fn between(&mut self, gap: &Gap, moved: &[Block]) {
        if gap.a.is_empty() && gap.b.is_empty() {
            if !gap.leads {
                self.marks(gap.a.start, gap.b.start, gap.trails);
            }
            return;
        }
        if gap.trails {
            self.marks(gap.a.start, gap.b.start, true);
        }
        self.close();
        let cut = |range: &Range<usize>, start: usize, of: &dyn Fn(&Match, &Match) -> Range<usize>| -> Vec<Range<usize>> {
            let mut pieces = vec![range.clone()];
            for block in moved {
                if let (Some(first), Some(last)) = (block.matches.first(), block.matches.last()) {
                    let out = of(first, last);
                    let out = start + out.start..start + out.end;
                    pieces =
                        pieces.into_iter().flat_map(|p| [p.start..p.end.min(out.start), p.start.max(out.end)..p.end]).filter(|p| p.start < p.end).collect();
                }
            }
            pieces.sort_unstable_by_key(|p| p.start);
            pieces.dedup();
            pieces
        };
        let pieces_a = cut(&gap.a, self.a.words.start, &|first, last| first.a..last.a_end());
        let pieces_b = cut(&gap.b, self.b.words.start, &|first, last| first.b..last.b_end());
        let empty = |at: usize| at..at;
        if pieces_a.len() <= 1 && pieces_b.len() <= 1 {
            let a = pieces_a.first().cloned().unwrap_or(empty(gap.a.start));
            let b = pieces_b.first().cloned().unwrap_or(empty(gap.b.start));
            self.ops.extend(gap::ops(&Gap { a, b, ..gap.clone() }, self.a, self.b, self.keys, self.told));
            return;
        }
        for a in pieces_a {
            self.ops.extend(gap::ops(&Gap { a, b: empty(gap.b.start), ..gap.clone() }, self.a, self.b, self.keys, self.told));
        }
        for b in pieces_b {
            self.ops.extend(gap::ops(&Gap { a: empty(gap.a.start), b, ..gap.clone() }, self.a, self.b, self.keys, self.told));
        }
    }

    /// The marks before word `at_a` of the one and `at_b` of the other.
    fn marks(&mut self, at_a: usize, at_b: usize, trails: bool) {
        let signs = |side: &Side<'_>, at: usize| -> Vec<Mark> {
            // The closing quotation mark of the whole is none of its words.
            side.marks(at).filter(|m| !(trails && side.is_end(at) && m.sign == '"')).copied().collect()
        };
        let (a, b) = (signs(self.a, at_a), signs(self.b, at_b));
        let of = |marks: &[Mark]| marks.iter().map(|m| m.sign).collect::<Vec<char>>();
        let (signs_a, signs_b) = (of(&a), of(&b));
        if signs_a == signs_b {
            let set = |m: &Mark| matches!(m.sign, ',' | '.' | ';' | ':' | '?' | '!') && m.spaced;
            if a.iter().zip(&b).any(|(x, y)| set(x) != set(y)) {
                self.close();
                let (a, b) = (self.with_word(self.a, at_a, &a), self.with_word(self.b, at_b, &b));
                self.ops.push(Op { class: Class::Spacing, level: level::of_class(Class::Spacing), a, b });
            }
            return;
        }
        let hole = |side: &Side<'_>, at: usize| !trails && side.reading.has_gap(at);
        if hole(self.a, at_a) || hole(self.b, at_b) {
            return;
        }
        self.close();
        let last = trails && (self.a.is_end(at_a) || self.b.is_end(at_b));
        let place = |side: &Side<'_>, at: usize, marks: &[Mark]| {
            let span = marks.iter().map(|m| m.span).reduce(Span::cover);
            span.map_or_else(|| side.place(at..at), |span| Place { doc: side.doc, span })
        };
        let op = Op { class: Class::Punctuation, level: level::of_marks(&signs_a, &signs_b, last), a: place(self.a, at_a, &a), b: place(self.b, at_b, &b) };
        self.ops.push(op);
    }

    /// Marks where they are set otherwise. The word before them is told apart, so that each word is told once.
    fn with_word(&self, side: &Side<'_>, at: usize, marks: &[Mark]) -> Place {
        let span = marks.iter().map(|m| m.span).reduce(Span::cover);
        span.map_or_else(|| side.place(at..at), |span| Place { doc: side.doc, span })
    }

    fn reordered(&mut self, block: &Block) {
        if let (Some(first), Some(last)) = (block.matches.first(), block.matches.last()) {
            let a = self.a.words.start + first.a..self.a.words.start + last.a_end();
            let b = self.b.words.start + first.b..self.b.words.start + last.b_end();
            self.ops.push(Op { class: Class::Reorder, level: level::of_class(Class::Reorder), a: self.a.place_of_words(a), b: self.b.place_of_words(b) });
        }
    }
}

/// True where `next` goes on with the form that `last` is of: "Deputy U.S. Attorney" and "deputy US attorney" differ once.
fn forms_one_name(last: &Op, next: &Op, text_a: &str, text_b: &str) -> bool {
    let form = |op: &Op| matches!(op.class, Class::Case | Class::NameForm);
    let beside = |x: Span, y: Span, text: &str| text.get(x.end()..y.start()).is_some_and(|between| between.trim().is_empty());
    form(last)
        && form(next)
        && (last.class == Class::NameForm || next.class == Class::NameForm)
        && beside(last.a.span, next.a.span, text_a)
        && beside(last.b.span, next.b.span, text_b)
}

impl Side<'_> {
    /// The place of words that are there, without what stands around them.
    fn place_of_words(&self, range: Range<usize>) -> Place {
        let words = &self.reading.words;
        Place { doc: self.doc, span: words[range.start].span.cover(words[range.end - 1].span) }
    }
}
