//! Local alignment of two stretches of words with affine gaps (Gotoh 1982), words weighted by how much they tell.
//!
//! Costs as the reference measured them on 588 pairs of quotations: a match gains twice the word's weight, a near match one and a
//! half times, an unlike pair loses .9 of the heavier word, a gap costs 1 to open and .12 a word. At an ellipsis, a bracket or a
//! hole a gap costs next to nothing, and a garbled word agrees with anything for nothing.

use super::lexicon;
use super::reading::Reading;
use super::spelling;
use super::words::{Keys, Word};

/// One place where words of both agree: so many of the one for so many of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    /// First word of the one, counted from the start of its stretch.
    pub(super) a: usize,
    /// First word of the other.
    pub(super) b: usize,
    /// One or two words.
    pub(super) a_words: usize,
    /// One or two words.
    pub(super) b_words: usize,
    /// The words differ in their letters.
    pub(super) near: bool,
}

impl Match {
    /// One past its words in the one.
    pub(super) fn a_end(&self) -> usize {
        self.a + self.a_words
    }

    /// One past its words in the other.
    pub(super) fn b_end(&self) -> usize {
        self.b + self.b_words
    }
}

/// A run of matches in order, with what lies between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    /// In order, one at least.
    pub(super) matches: Vec<Match>,
    /// Its score.
    pub(super) score: f32,
}

/// A stretch of an article's words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'r> {
    pub(super) reading: &'r Reading,
    /// Index of its first word in the article.
    pub(super) first: usize,
    pub(super) words: &'r [Word],
}

impl<'r> Stretch<'r> {
    /// Words `range` of an article; no more than [`LONGEST`] of them.
    pub(super) fn new(reading: &'r Reading, range: std::ops::Range<usize>) -> Self {
        let end = range.end.min(range.start + LONGEST);
        Self { reading, first: range.start, words: &reading.words[range.start..end] }
    }
}

/// Words of a stretch that are aligned: the table is as large as the product of two.
pub(super) const LONGEST: usize = 1500;

/// A further block must score so much.
const NEXT_BLOCK: f32 = 4.0;
/// Blocks of two stretches.
const MOST_BLOCKS: usize = 4;

const OPEN: f32 = 1.0;
const EXTEND: f32 = 0.12;
const SOFT: f32 = 0.1;
const UNLIKE: f32 = 0.9;

/// The best blocks of `a` and `b`, the best first; none shares a word with another.
pub(super) fn blocks(a: Stretch<'_>, b: Stretch<'_>, keys: &Keys) -> Vec<Block> {
    let mut table = Table::new(a, b, keys);
    let mut blocks: Vec<Block> = Vec::new();
    while blocks.len() < MOST_BLOCKS {
        let Some(block) = table.best() else { break };
        if !blocks.is_empty() && block.score < NEXT_BLOCK {
            break;
        }
        for m in &block.matches {
            table.taken_a[m.a..m.a_end()].fill(true);
            table.taken_b[m.b..m.b_end()].fill(true);
        }
        blocks.push(block);
    }
    blocks
}

/// How two words agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    Equal,
    Near,
    None,
}

/// True where the two are one word in two spellings, or a word and its short form.
pub(super) fn one_word(a: u32, b: u32, keys: &Keys) -> bool {
    let (x, y) = (keys.form(a), keys.form(b));
    x.house == y.house || (x.short || y.short) && lexicon::contracts(&x.text, &y.text)
}

/// True where the two words are one in two spellings, or much alike.
fn near(a: u32, b: u32, keys: &Keys) -> bool {
    if one_word(a, b, keys) {
        return true;
    }
    let (x, y) = (keys.form(a), keys.form(b));
    if x.length < 4 || y.length < 4 || x.first != y.first || !x.text.starts_with(char::is_alphabetic) {
        return false;
    }
    let (shorter, longer) = (x.length.min(y.length) as f32, x.length.max(y.length) as f32);
    shorter >= 0.75 * longer && spelling::likeness(&x.text, &y.text) >= 0.75
}

struct Table<'r> {
    a: Stretch<'r>,
    b: Stretch<'r>,
    keys: &'r Keys,
    /// Words that an earlier block has.
    taken_a: Vec<bool>,
    taken_b: Vec<bool>,
    /// The key of a word and its neighbour written as one.
    joined_a: Vec<Option<u32>>,
    joined_b: Vec<Option<u32>>,
    soft_a: Vec<bool>,
    soft_b: Vec<bool>,
    /// Where each cell came from.
    steps: Vec<Steps>,
}

/// Where the three values of a cell came from.
#[derive(Clone, Copy, Default)]
struct Steps {
    best: Step,
    /// The gap in `b` was opened here, not extended.
    opened_a: bool,
    opened_b: bool,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Step {
    #[default]
    Start,
    Match(bool),
    /// Two words of `a` for one of `b`.
    TwoOne,
    OneTwo,
    Unlike,
    /// In the gap that passes over words of `a`.
    GapA,
    GapB,
}

impl<'r> Table<'r> {
    fn new(a: Stretch<'r>, b: Stretch<'r>, keys: &'r Keys) -> Self {
        let joined = |s: &Stretch<'_>| -> Vec<Option<u32>> {
            s.words.windows(2).map(|pair| joined_key(keys.text(pair[0].key), keys.text(pair[1].key), keys)).chain(std::iter::once(None)).collect()
        };
        let soft = |s: &Stretch<'_>| -> Vec<bool> { (0..=s.words.len()).map(|n| s.reading.is_soft(s.first + n)).collect() };
        Self {
            joined_a: joined(&a),
            joined_b: joined(&b),
            soft_a: soft(&a),
            soft_b: soft(&b),
            taken_a: vec![false; a.words.len()],
            taken_b: vec![false; b.words.len()],
            steps: vec![Steps::default(); (a.words.len() + 1) * (b.words.len() + 1)],
            a,
            b,
            keys,
        }
    }

    fn agreement(&self, i: usize, j: usize) -> Agreement {
        let (x, y) = (&self.a.words[i], &self.b.words[j]);
        if x.damaged || y.damaged {
            Agreement::None
        } else if x.key == y.key {
            Agreement::Equal
        } else if near(x.key, y.key, self.keys) {
            Agreement::Near
        } else {
            Agreement::None
        }
    }

    /// What it costs to pass over word `n` of `side`, standing before word `m` of the other: to open a gap, and to go on in one.
    fn gap(word: &Word, soft: bool) -> (f32, f32) {
        let free = word.damaged || word.bracket != super::words::Bracket::None;
        (if soft || free { SOFT } else { OPEN }, if free { 0.0 } else { EXTEND })
    }

    /// The best block that is left.
    fn best(&mut self) -> Option<Block> {
        let (m, n) = (self.a.words.len(), self.b.words.len());
        let width = n + 1;
        // The rows of the best value, two of them kept for matches of two words.
        let mut before = vec![0.0f32; width];
        let mut last = vec![0.0f32; width];
        let mut gap_a = vec![f32::NEG_INFINITY; width];
        let mut top = (0.0f32, 0, 0);
        for i in 1..=m {
            let mut row = vec![0.0f32; width];
            let mut gap_b = f32::NEG_INFINITY;
            for j in 1..=n {
                let (x, y) = (&self.a.words[i - 1], &self.b.words[j - 1]);
                let mut steps = Steps::default();
                let (open, extend) = Self::gap(x, self.soft_b[j]);
                let (opened, extended) = (last[j] - open - extend, gap_a[j] - extend);
                steps.opened_a = opened >= extended;
                gap_a[j] = opened.max(extended);
                let (open, extend) = Self::gap(y, self.soft_a[i]);
                let (opened, extended) = (row[j - 1] - open - extend, gap_b - extend);
                steps.opened_b = opened >= extended;
                gap_b = opened.max(extended);
                let mut value = 0.0;
                let mut take = |candidate: f32, step: Step| {
                    if candidate > value {
                        value = candidate;
                        steps.best = step;
                    }
                };
                if !self.taken_a[i - 1] && !self.taken_b[j - 1] {
                    match self.agreement(i - 1, j - 1) {
                        Agreement::Equal => take(last[j - 1] + 2.0 * x.weight.max(y.weight), Step::Match(false)),
                        Agreement::Near => take(last[j - 1] + 1.5 * x.weight.max(y.weight), Step::Match(true)),
                        Agreement::None if x.damaged || y.damaged => take(last[j - 1], Step::Unlike),
                        Agreement::None => take(last[j - 1] - UNLIKE * x.weight.max(y.weight), Step::Unlike),
                    }
                    if i >= 2 && !self.taken_a[i - 2] && self.joined_a[i - 2] == Some(y.key) && !y.damaged {
                        take(before[j - 1] + 2.0 * y.weight, Step::TwoOne);
                    }
                    if j >= 2 && !self.taken_b[j - 2] && self.joined_b[j - 2] == Some(x.key) && !x.damaged {
                        take(last[j - 2] + 2.0 * x.weight, Step::OneTwo);
                    }
                }
                take(gap_a[j], Step::GapA);
                take(gap_b, Step::GapB);
                row[j] = value;
                self.steps[i * width + j] = steps;
                if value > top.0 && matches!(steps.best, Step::Match(_) | Step::TwoOne | Step::OneTwo) {
                    top = (value, i, j);
                }
            }
            before = std::mem::replace(&mut last, row);
        }
        (top.0 > 0.0).then(|| self.trace(top)).filter(|block| !block.matches.is_empty())
    }

    fn trace(&self, (score, mut i, mut j): (f32, usize, usize)) -> Block {
        let width = self.b.words.len() + 1;
        let mut matches = Vec::new();
        loop {
            let steps = self.steps[i * width + j];
            match steps.best {
                Step::Start => break,
                Step::Match(near) => {
                    (i, j) = (i - 1, j - 1);
                    matches.push(Match { a: i, b: j, a_words: 1, b_words: 1, near });
                }
                Step::TwoOne => {
                    (i, j) = (i - 2, j - 1);
                    matches.push(Match { a: i, b: j, a_words: 2, b_words: 1, near: true });
                }
                Step::OneTwo => {
                    (i, j) = (i - 1, j - 2);
                    matches.push(Match { a: i, b: j, a_words: 1, b_words: 2, near: true });
                }
                Step::Unlike => (i, j) = (i - 1, j - 1),
                Step::GapA => {
                    while !self.steps[i * width + j].opened_a {
                        i -= 1;
                    }
                    i -= 1;
                }
                Step::GapB => {
                    while !self.steps[i * width + j].opened_b {
                        j -= 1;
                    }
                    j -= 1;
                }
            }
        }
        matches.reverse();
        Block { matches, score }
    }
}

/// The key of two words written as one, where that form was seen: "world view" and "worldview", "going to" and "gonna".
fn joined_key(first: &str, second: &str, keys: &Keys) -> Option<u32> {
    if let Some(one) = lexicon::joined(first, second) {
        return keys.find(one);
    }
    keys.find(&format!("{first}{second}"))
}
