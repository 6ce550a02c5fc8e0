//! What kind of difference lies between two matches.

use std::ops::Range;

use super::super::model::{Class, Op};
use super::super::spelling;
use super::super::words::{Bracket, Keys, Word};
use super::level;
use super::place::Side;

/// Words of the two that no match covers, one of the ranges may be empty. Indices into the articles' words.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    pub(super) a: Range<usize>,
    pub(super) b: Range<usize>,
    /// Before the first match.
    pub(super) leads: bool,
    /// After the last match.
    pub(super) trails: bool,
}

/// The operations of a gap. `told`: one of the two is no quotation.
pub(super) fn ops(gap: &Gap, a: &Side<'_>, b: &Side<'_>, keys: &Keys, told: bool) -> Vec<Op> {
    let (words_a, words_b) = (&a.reading.words[gap.a.clone()], &b.reading.words[gap.b.clone()]);
    let op = |class: Class, level: u8| Op { class, level, a: a.place(gap.a.clone()), b: b.place(gap.b.clone()) };
    if words_a.is_empty() && words_b.is_empty() {
        return Vec::new();
    }
    if let Some((outer, inner)) = cut_at_name(gap, a, b) {
        let mut found = ops(&outer, a, b, keys, told);
        found.push(Op { class: Class::Damage, level: level::of_class(Class::Damage), a: a.place(inner.a), b: b.place(inner.b) });
        return found;
    }
    if is_damage(gap, a, b) {
        return vec![op(Class::Damage, level::of_class(Class::Damage))];
    }
    let sic = |words: &[Word]| words.iter().any(|w| w.bracket != Bracket::None && keys.text(w.key) == "sic");
    let editors = |words: &[Word]| sic(words) || !words.is_empty() && words.iter().all(|w| w.bracket != Bracket::None);
    if editors(words_a) || editors(words_b) {
        return vec![op(Class::InsertionEditorial, level::of_class(Class::InsertionEditorial))];
    }
    if told {
        let edge = (gap.leads || gap.trails) && (words_a.is_empty() || words_b.is_empty());
        let class = if edge { Class::OmissionEdge } else { Class::Paraphrase };
        return vec![op(class, level::of_class(class))];
    }
    if !words_a.is_empty() && !words_b.is_empty() {
        if (gap.leads || gap.trails) && words_a.len().max(words_b.len()) > EXCHANGED {
            return both_run_on(gap, a, b);
        }
        return vec![exchanged(op, words_a, words_b, keys)];
    }
    vec![missing(gap, a, b, keys)]
}

/// Before the first match, a name of an overwritten article may stand over the rest of the name that the match is the end of:
/// "the board Holm" where the other has "Mia Holm". What is before that name, and the two names.
fn cut_at_name(gap: &Gap, a: &Side<'_>, b: &Side<'_>) -> Option<(Gap, Gap)> {
    if !gap.leads || gap.a.is_empty() || gap.b.is_empty() {
        return None;
    }
    let rest = |side: &Side<'_>, range: &Range<usize>| {
        side.reading.names_in(range).find(|n| n.start < range.end && n.start >= range.start && n.end > range.end).map(|n| n.start..range.end)
    };
    let over = |side: &Side<'_>, range: &Range<usize>| {
        let name = side.reading.names_in(range).find(|n| side.reading.overwritten && n.end == range.end && n.start >= range.start)?;
        let article = name.start.checked_sub(1).filter(|n| range.contains(n) && matches!(side.surface(*n), "the" | "a" | "an"));
        Some(article.unwrap_or(name.start)..range.end)
    };
    let (inner_a, inner_b) = match (rest(a, &gap.a), over(b, &gap.b), over(a, &gap.a), rest(b, &gap.b)) {
        (Some(x), Some(y), ..) | (_, _, Some(x), Some(y)) => (x, y),
        _ => return None,
    };
    let outer = Gap { a: gap.a.start..inner_a.start, b: gap.b.start..inner_b.start, ..gap.clone() };
    Some((outer, Gap { a: inner_a, b: inner_b, leads: false, trails: false }))
}

/// The words of one side are garbled, or something is missing there, or a name stands in an overwritten article where the other has other words.
fn is_damage(gap: &Gap, a: &Side<'_>, b: &Side<'_>) -> bool {
    let garbled = |side: &Side<'_>, range: &Range<usize>| {
        side.reading.words[range.clone()].iter().any(|w| w.damaged)
            || (range.start..=range.end).any(|at| at > side.words.start && at < side.words.end && side.reading.has_gap(at))
    };
    let overwritten = |side: &Side<'_>, range: &Range<usize>, other: &Range<usize>| {
        side.reading.overwritten && !range.is_empty() && !gap.leads && !gap.trails && !other.is_empty() && side.reading.names_in(range).next().is_some()
            || side.reading.overwritten
                && other.is_empty()
                && !gap.leads
                && !gap.trails
                && side.reading.names_in(range).any(|n| n.start == range.start && n.end == range.end)
    };
    let edge = gap.leads || gap.trails;
    (!edge && (garbled(a, &gap.a) || garbled(b, &gap.b))) || overwritten(a, &gap.a, &gap.b) || overwritten(b, &gap.b, &gap.a) || edge && all_garbled(gap, a, b)
}

/// At an end, words are garbled where all of them are.
fn all_garbled(gap: &Gap, a: &Side<'_>, b: &Side<'_>) -> bool {
    let all = |side: &Side<'_>, range: &Range<usize>| side.reading.words[range.clone()].iter().all(|w| w.damaged);
    all(a, &gap.a) && all(b, &gap.b)
}

/// At an end, so few words on both sides stand for each other; more are what comes before or after.
const EXCHANGED: usize = 2;

/// Each goes on where the other does not.
fn both_run_on(gap: &Gap, a: &Side<'_>, b: &Side<'_>) -> Vec<Op> {
    let at = |range: &Range<usize>| if gap.leads { range.end..range.end } else { range.start..range.start };
    let op = |range_a: Range<usize>, range_b: Range<usize>| Op {
        class: Class::OmissionEdge,
        level: edge_level(gap, a, b),
        a: a.place(range_a),
        b: b.place(range_b),
    };
    vec![op(gap.a.clone(), at(&gap.b)), op(at(&gap.a), gap.b.clone())]
}

fn exchanged(op: impl Fn(Class, u8) -> Op, words_a: &[Word], words_b: &[Word], keys: &Keys) -> Op {
    let sorted = |words: &[Word]| {
        let mut keys: Vec<u32> = words.iter().map(|w| w.key).collect();
        keys.sort_unstable();
        keys
    };
    if words_a.len() > 1 && sorted(words_a) == sorted(words_b) {
        return op(Class::Reorder, level::of_class(Class::Reorder));
    }
    if let ([x], [y]) = (words_a, words_b)
        && (hides(keys.text(x.key), keys.text(y.key)) || hides(keys.text(y.key), keys.text(x.key)))
    {
        return op(Class::Censored, level::of_class(Class::Censored));
    }
    if let ([x], [y]) = (words_a, words_b)
        && x.name
        && y.name
        && one_name(keys.text(x.key), keys.text(y.key))
    {
        return op(Class::NameForm, level::of_class(Class::NameForm));
    }
    op(Class::Substitution, level::of_exchanged(words_a, words_b, keys))
}

/// True for two spellings of a name from another script: "Gadhafi" and "al-Qaddafi".
fn one_name(a: &str, b: &str) -> bool {
    let bare = |name: &str| name.strip_prefix("al-").or(name.strip_prefix("el-")).unwrap_or(name).to_owned();
    let (a, b) = (bare(a), bare(b));
    a.len().min(b.len()) >= 6 && spelling::likeness(&a, &b) >= 0.7
}

/// True where `hidden` is `word` with letters left out: "f***", "s--t".
fn hides(hidden: &str, word: &str) -> bool {
    let sign = |c: char| matches!(c, '*' | '-' | '_' | '—' | '–');
    hidden.chars().count() >= 2 && hidden.contains(sign) && hidden.chars().next().is_some_and(|c| c.is_alphabetic() && word.starts_with(c))
}

/// Words that only one of the two has.
fn missing(gap: &Gap, a: &Side<'_>, b: &Side<'_>, keys: &Keys) -> Op {
    let (has, range, lacks, at) = if gap.b.is_empty() { (a, &gap.a, b, gap.b.start) } else { (b, &gap.b, a, gap.a.start) };
    let words = &has.reading.words[range.clone()];
    let op = |class: Class, level: u8| Op { class, level, a: a.place(gap.a.clone()), b: b.place(gap.b.clone()) };
    if said_twice(has, range) {
        return op(Class::Disfluency, level::of_class(Class::Disfluency));
    }
    if gap.leads || gap.trails {
        // "said that he 'did not resign'": the subject stands outside the marks.
        let pronoun = |w: &Word| matches!(keys.text(w.key), "i" | "we" | "he" | "she" | "they" | "it" | "you");
        if gap.leads && words.len() == 1 && pronoun(&words[0]) && lacks.words.len() <= FRAGMENT {
            return op(Class::Omission, 2);
        }
        // "I think" before what the other has as a fact.
        let part = gap.leads && words.len() <= level::SINGLE_WORDS && !has.reading.is_sentence_border(range.end);
        if part && level::takes_back(words, keys) {
            return op(Class::Omission, 4);
        }
        return op(Class::OmissionEdge, edge_level(gap, a, b));
    }
    if lacks.marks(at).any(|m| m.sign == super::super::words::ELLIPSIS) {
        return op(Class::OmissionEllipsis, level::of_class(Class::OmissionEllipsis));
    }
    // A whole sentence is a cut, whatever single words are in it.
    let sentence = has.reading.is_sentence_border(range.start) && has.reading.is_sentence_border(range.end);
    let level = if sentence { level::of_class(Class::Omission) } else { level::of_missing(words, keys) };
    op(if gap.b.is_empty() { Class::Omission } else { Class::Insertion }, level)
}

/// A quotation of so few words is a fragment.
const FRAGMENT: usize = 6;

/// True where small words stand there that stand again beside them: "We, we will go".
fn said_twice(side: &Side<'_>, range: &Range<usize>) -> bool {
    let words = &side.reading.words;
    let n = range.len();
    let alike = |other: Range<usize>| other.end <= side.words.end && words[range.clone()].iter().zip(&words[other]).all(|(x, y)| x.key == y.key && x.function);
    let next = words.get(range.end).filter(|_| range.end < side.words.end);
    let repeats_one = next.is_some_and(|next| words[range.clone()].iter().all(|w| w.key == next.key && w.function));
    repeats_one || alike(range.end..(range.end + n).min(words.len())) && range.end + n <= side.words.end
}

/// A cut that stops in the middle of a sentence and does not show it weighs more.
fn edge_level(gap: &Gap, a: &Side<'_>, b: &Side<'_>) -> u8 {
    if gap.leads {
        return 1;
    }
    let hidden = |longer: &Side<'_>, range: &Range<usize>, shorter: &Side<'_>, end: usize| {
        !range.is_empty()
            && !longer.reading.is_sentence_border(range.start)
            && shorter.is_end(end)
            && !shorter.marks(end).any(|m| m.sign == super::super::words::ELLIPSIS)
    };
    1 + u8::from(hidden(a, &gap.a, b, gap.b.end) || hidden(b, &gap.b, a, gap.a.end))
}
