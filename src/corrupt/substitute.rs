//! Writes the first mention of each chain over the others: where they stand, or where stale indices point.

use super::chains::Chain;
use super::damage::{Corrupted, Damage};
use super::source::Source;
use crate::text::Span;

/// What stands at one index of the list of tokens that the faulty program changes.
#[derive(Clone, Debug)]
enum Element {
    /// A piece of the article.
    Kept(usize),
    /// A chain's first mention, written over pieces of the article. `lost` are those pieces.
    Written { chain: usize, mention: (usize, usize), lost: Vec<usize> },
}

impl Element {
    fn lost(&self) -> Vec<usize> {
        match self {
            Element::Kept(n) => vec![*n],
            Element::Written { lost, .. } => lost.clone(),
        }
    }
}

/// The tokens joined with a blank after each, with the replacements done as a program does that never corrects its indices:
/// a mention of k tokens becomes one element, so that every later index points k − 1 elements too far to the right.
/// An index past the end appends.
pub(super) fn joined(source: &Source, chains: &[Chain]) -> Corrupted {
    let mut list: Vec<Element> = (0..source.pieces.len()).map(Element::Kept).collect();
    for (n, chain) in chains.iter().enumerate() {
        for &(start, end) in &chain.others {
            let (from, to) = (start.min(list.len()), end.min(list.len()));
            let lost = list[from..to].iter().flat_map(Element::lost).collect();
            list.splice(from..to, [Element::Written { chain: n, mention: (start, end), lost }]);
        }
    }
    let mut out = Corrupted::default();
    for element in &list {
        let start = out.text.len();
        match element {
            Element::Kept(n) => {
                let piece = source.pieces[*n];
                if piece.glued && start > 0 && piece.kind.is_some() {
                    let original = String::new();
                    out.damage.push(Damage { span: Span::new(start - 1, start), category: "space.tokenised", visible: true, original });
                }
                out.text.push_str(source.piece(*n));
                if piece.kind.is_none() {
                    let span = source.pieces[*n].span;
                    for (_, original) in source.blanked.gaps.iter().filter(|(gap, _)| gap.overlaps(span)) {
                        let span = Span::new(start.saturating_sub(1), out.text.len() + 1);
                        out.damage.push(Damage { span, category: "gap.dropped_hyphenated", visible: true, original: original.clone() });
                    }
                }
            }
            Element::Written { chain, mention, lost } => {
                let chain = &chains[*chain];
                out.text.push_str(source.slice(chain.main.0, chain.main.1));
                out.damage.extend(damage(source, chain, *mention, lost, Span::new(start, out.text.len()), &out.text));
            }
        }
        out.text.push(' ');
    }
    out
}

/// The replacements done right, in the article's own spacing.
pub(super) fn in_place(source: &Source, chains: &[Chain]) -> Corrupted {
    let mut all: Vec<(usize, usize, &Chain)> = chains.iter().flat_map(|c| c.others.iter().map(move |m| (m.0, m.1, c))).collect();
    all.sort_by_key(|(start, end, _)| (*start, *end));
    let text = &source.blanked.text;
    let mut out = Corrupted::default();
    let mut at = 0;
    for (start, end, chain) in all {
        let span = source.pieces[start].span.cover(source.pieces[end - 1].span);
        if span.start() < at {
            continue;
        }
        out.text.push_str(&text[at..span.start()]);
        let from = out.text.len();
        out.text.push_str(source.slice(chain.main.0, chain.main.1));
        let lost: Vec<usize> = (start..end).collect();
        out.damage.extend(damage(source, chain, (start, end), &lost, Span::new(from, out.text.len()), &out.text));
        at = span.end();
    }
    out.text.push_str(&text[at..]);
    out
}

/// What is wrong with `chain`'s first mention written at `span` over the pieces `lost`; `None` where it stood there before.
fn damage(source: &Source, chain: &Chain, mention: (usize, usize), lost: &[usize], span: Span, text: &str) -> Option<Damage> {
    let Some((&first, &last)) = lost.first().zip(lost.last()) else {
        return Some(Damage { span, category: "coref.orphan_tail", visible: true, original: String::new() });
    };
    let original = source.slice(first, last + 1);
    let now = span.of(text);
    if original == now {
        return None;
    }
    if (first, last + 1) != mention {
        return Some(Damage { span, category: "coref.overwrite", visible: true, original: original.to_owned() });
    }
    let possessive = original.strip_prefix(now).is_some_and(|tail| tail.trim_start().starts_with(['’', '\'']));
    let category = if possessive { "coref.lost_possessive" } else { "coref.substitution" };
    // A fuller or shorter name in the place of a name is no worse to read.
    let visible = possessive || chain.pronouns.contains(&mention.0);
    Some(Damage { span, category, visible, original: original.to_owned() })
}
