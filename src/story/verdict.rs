//! Whether two quotations are one utterance.
//!
//! The rule and its numbers are the reference's (588 labelled pairs of real news): matched weight 2 and, of the shorter one's weight,
//! .9, or a dovetail and .65 or six words in a row. An overlap dovetails where it reaches, on each side, an end of one of the two
//! quotations, or a border of sentences or an ellipsis in both.

use super::align::{self, Block, Match, Stretch};
use super::words::Keys;

/// How much two stretches agree.
#[derive(Clone, Debug, Default)]
pub(super) struct Likeness {
    /// The blocks that agree, the best first.
    pub(super) blocks: Vec<Block>,
    /// Weight of the words that agree.
    pub(super) matched: f32,
    /// Of the weight of the lighter one.
    pub(super) coverage: f32,
    /// Of the weight of each.
    pub(super) own: [f32; 2],
    /// Words in a row that agree, letter by letter or nearly.
    pub(super) run: usize,
    /// The overlap ends where one of the two ends, on each side.
    pub(super) dovetail: bool,
    /// Both begin and end in the overlap.
    pub(super) twins: bool,
    /// Every word of both agrees.
    pub(super) exact: bool,
    /// Weight of the words that agree and are neither small nor of names: a name with its title is no statement.
    pub(super) plain: f32,
    /// A stretch between ellipses is all there in the other.
    pub(super) piece: bool,
}

/// What is known of the two speakers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speakers {
    /// Both named, and one person.
    Same,
    /// Both named, and two.
    Different,
    /// One or both without a name.
    Unknown,
}

/// Whether two quotations are one utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Judgement {
    Same,
    /// The same words, given to two speakers.
    OtherSpeaker,
    Different,
}

/// Words from an end that an overlap may miss.
const AT_EDGE: usize = 2;

/// Aligns two stretches and measures what agrees.
pub(super) fn likeness(a: Stretch<'_>, b: Stretch<'_>, keys: &Keys) -> Likeness {
    let blocks = blocks(a, b, keys);
    let Some(first) = blocks.first() else { return Likeness::default() };
    let weight_of = |m: &Match| a.words[m.a..m.a_end()].iter().map(|w| w.weight).sum::<f32>().max(b.words[m.b..m.b_end()].iter().map(|w| w.weight).sum());
    // One word in two spellings agrees wholly, and words that are only much alike for three quarters.
    let alike = |m: &Match| m.near && (m.a_words, m.b_words) == (1, 1) && !align::one_word(a.words[m.a].key, b.words[m.b].key, keys);
    let agreed = |m: &Match| if alike(m) { 0.75 * weight_of(m) } else { weight_of(m) };
    let matched: f32 = blocks.iter().flat_map(|block| &block.matches).map(agreed).sum();
    let weight = |s: &Stretch<'_>| s.words.iter().map(|w| w.weight).sum::<f32>();
    let own = [&a, &b].map(|s| (matched / weight(s).max(0.01)).min(1.0));
    let coverage = own[0].max(own[1]);
    // In both, so that it is the same whichever comes first.
    let has_plain = |words: &[super::words::Word]| words.iter().any(|w| !w.function && !w.name);
    let plain = |m: &&Match| has_plain(&a.words[m.a..m.a_end()]) && has_plain(&b.words[m.b..m.b_end()]);
    let plain: f32 = blocks.iter().flat_map(|block| &block.matches).filter(plain).map(agreed).sum();
    let piece = whole_piece(&a, first, |m| m.a..m.a_end()) || whole_piece(&b, first, |m| m.b..m.b_end());
    let (start, end) = (&first.matches[0], &first.matches[first.matches.len() - 1]);
    let twins = start.a.max(start.b) <= AT_EDGE && (a.words.len() - end.a_end()).max(b.words.len() - end.b_end()) <= AT_EDGE;
    let exact = blocks.len() == 1 && first.matches.len() == a.words.len() && a.words.len() == b.words.len() && first.matches.iter().all(|m| !m.near);
    Likeness { matched, coverage, own, run: longest_run(first), dovetail: dovetails(a, b, first), twins, exact, plain, piece, blocks }
}

/// The blocks of two stretches, the same whichever comes first: of alignments that are as good, that of the shorter one is told, mirrored where it
/// is the second.
fn blocks(a: Stretch<'_>, b: Stretch<'_>, keys: &Keys) -> Vec<Block> {
    let rank = |s: &Stretch<'_>, n: usize| (s.words[n].damaged, s.reading.is_soft(s.first + n), s.words[n].weight.to_bits());
    let order = a.words.len().cmp(&b.words.len()).then_with(|| {
        let words = (0..a.words.len()).map(|n| keys.text(a.words[n].key).cmp(keys.text(b.words[n].key)).then_with(|| rank(&a, n).cmp(&rank(&b, n))));
        words.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
    });
    if order != std::cmp::Ordering::Greater {
        return align::blocks(a, b, keys);
    }
    let mut blocks = align::blocks(b, a, keys);
    for m in blocks.iter_mut().flat_map(|block| &mut block.matches) {
        *m = Match { a: m.b, b: m.a, a_words: m.b_words, b_words: m.a_words, near: m.near };
    }
    blocks
}

/// A piece between ellipses says something of its own from this weight on.
const PIECE: f32 = 3.0;

/// True where one stretch between ellipses is, but for a tenth, in the other.
fn whole_piece(s: &Stretch<'_>, block: &Block, range: impl Fn(&Match) -> std::ops::Range<usize>) -> bool {
    let cuts: Vec<usize> = (1..s.words.len()).filter(|n| s.reading.has_ellipsis(s.first + n)).collect();
    if cuts.is_empty() {
        return false;
    }
    let mut agreed = vec![false; s.words.len()];
    for m in block.matches.iter().filter(|m| !m.near) {
        agreed[range(m)].fill(true);
    }
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain(std::iter::once(s.words.len()));
    starts.zip(ends).any(|(start, end)| {
        let weight = |of: &dyn Fn(usize) -> bool| (start..end).filter(|n| of(*n)).map(|n| s.words[n].weight).sum::<f32>();
        let (all, kept, plain) = (weight(&|_| true), weight(&|n| agreed[n]), weight(&|n| agreed[n] && !s.words[n].name && !s.words[n].function));
        kept >= PIECE && kept >= 0.9 * all && plain >= 2.0
    })
}

fn longest_run(block: &Block) -> usize {
    let (mut best, mut run) = (0, 0);
    let mut ends = (usize::MAX, usize::MAX);
    for m in &block.matches {
        run = if (m.a, m.b) == ends { run + 1 } else { 1 };
        ends = (m.a_end(), m.b_end());
        best = best.max(run);
    }
    best
}

fn dovetails(a: Stretch<'_>, b: Stretch<'_>, block: &Block) -> bool {
    let (Some(first), Some(last)) = (block.matches.first(), block.matches.last()) else { return false };
    let border = |s: &Stretch<'_>, at: usize| s.reading.is_sentence_border(s.first + at) || s.reading.is_soft(s.first + at);
    let left = first.a <= AT_EDGE || first.b <= AT_EDGE || (border(&a, first.a) && border(&b, first.b));
    let right = last.a_end() + AT_EDGE >= a.words.len() || last.b_end() + AT_EDGE >= b.words.len() || (border(&a, last.a_end()) && border(&b, last.b_end()));
    left && right
}

/// Judges two marked quotations.
pub(super) fn judge(likeness: &Likeness, speakers: Speakers, shorter: usize) -> Judgement {
    let Likeness { matched, coverage, run, dovetail, exact, plain, piece, .. } = *likeness;
    if shorter < super::units::SHORT && !exact_fragment(likeness, shorter) {
        return Judgement::Different;
    }
    if shorter < super::units::SHORT {
        return if speakers == Speakers::Same && (exact || matched >= 1.5) { Judgement::Same } else { Judgement::Different };
    }
    match speakers {
        Speakers::Different if matched >= 2.0 && coverage >= 0.8 && dovetail => Judgement::OtherSpeaker,
        Speakers::Different => Judgement::Different,
        _ if matched >= 2.0 && (coverage >= 0.9 || piece || dovetail && plain >= 2.0 && (coverage >= 0.65 || run >= 6)) => Judgement::Same,
        Speakers::Same if matched >= 1.5 && coverage >= 0.95 => Judgement::Same,
        Speakers::Same if plain >= 3.0 && dovetail && (coverage >= 0.5 || run >= 5) => Judgement::Same,
        _ => Judgement::Different,
    }
}

/// True where every word of a very short quotation agrees.
fn exact_fragment(likeness: &Likeness, shorter: usize) -> bool {
    likeness.blocks.first().is_some_and(|b| b.matches.len() == shorter && b.matches.iter().all(|m| !m.near))
}
