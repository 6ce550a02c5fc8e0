//! A block cut at its annotations: flat runs of text, each with the classes of what covers it.
//!
//! Runs never nest, so annotations may overlap in any way and the text stands on the page once. A block's places count
//! from its own start: a block that did not change is the same wherever it moves, and is not drawn again.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::blocks::Block;
use super::finding::{is_quiet, is_structure};
use super::groups::{family, family_name, group_of, proof_mark};
use crate::annotation::{Annotation, Layer, Origin, Relation, RelationKind, Status};
use crate::text::{Span, border_before, order};

/// One run of text under the same annotations.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Run {
    /// What it shows.
    pub text: String,
    /// Bytes of the block before it.
    pub start: u32,
    /// Style classes, empty where nothing covers it.
    pub class: String,
    /// The letter of the entity that ends here.
    pub letter: Option<&'static str>,
    /// For a screen reader, before the run: "quotation, Lena Ortiz: ".
    pub before: Option<String>,
    /// For a screen reader, after the run: ", end of quotation".
    pub after: Option<String>,
}

/// A speaker in the right margin.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Voice {
    /// The name, or the words that stand for one, or "not named".
    pub name: String,
    /// What kind of source it is where it has no name, and how sure that is: "anonymous, likely".
    pub detail: String,
    /// True where somebody is named.
    pub known: bool,
    /// Where the quotation starts, in bytes of the block.
    pub at: u32,
}

/// A proof-reader's mark in the left margin.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Mark {
    /// The mark of the family of damage.
    pub sign: &'static str,
    /// What it stands for, with the count where there are several.
    pub name: String,
    /// The family.
    pub family: String,
    /// Where the first one starts, in bytes of the block.
    pub at: u32,
}

/// A block as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Drawn {
    /// Its runs; their texts joined are the block's text.
    pub runs: Vec<Run>,
    /// Who speaks in it.
    pub voices: Vec<Voice>,
    /// What is wrong with it.
    pub marks: Vec<Mark>,
    /// True where the paragraph began in an earlier block.
    pub continues: bool,
}

/// The same for blocks that look alike, and the number of the block among those: together, the key of a row.
pub type Key = (u64, u32);

/// One piece of an annotation over one block.
#[derive(Clone, Copy)]
struct Cover {
    span: Span,
    annotation: usize,
    opens: bool,
    closes: bool,
}

/// Draws `blocks` of `text`, which must be in order. `annotations` are in order of their start.
#[must_use]
pub fn draw(text: &str, blocks: &[Block], annotations: &[Arc<Annotation>], relations: &[Relation]) -> Vec<(Key, Drawn)> {
    let Some(end) = blocks.last().map(|b| b.span.end()) else { return Vec::new() };
    let covers = covers(text, annotations, end);
    let speakers = speakers(annotations, relations);
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let mut next = 0;
    let mut open: Vec<Cover> = Vec::new();
    blocks
        .iter()
        .map(|block| {
            open.retain(|c| c.span.end() > block.span.start());
            while let Some(cover) = covers.get(next).filter(|c| c.span.start() < block.span.end()) {
                if cover.span.end() > block.span.start() {
                    open.push(*cover);
                }
                next += 1;
            }
            let drawn = Drawn {
                runs: runs(text, block.span, &open, annotations, &speakers),
                voices: voices(text, block.span, &open, annotations, &speakers),
                marks: marks(block.span, &open, annotations),
                continues: block.continues,
            };
            let mut hasher = DefaultHasher::new();
            drawn.hash(&mut hasher);
            let hash = hasher.finish();
            let nth = seen.entry(hash).or_default();
            *nth += 1;
            ((hash, *nth), drawn)
        })
        .collect()
}

/// The pieces that show in the text up to byte `end`, in order of their start.
fn covers(text: &str, annotations: &[Arc<Annotation>], end: usize) -> Vec<Cover> {
    let mut covers = Vec::new();
    for (n, annotation) in annotations.iter().enumerate() {
        if annotation.span.start() >= end {
            break;
        }
        if annotation.status == Status::Rejected || annotation.is_verdict() {
            continue;
        }
        let pieces = annotation.pieces();
        for (i, piece) in pieces.iter().enumerate() {
            let span = if piece.is_empty() { widened(text, piece.start()) } else { *piece };
            covers.push(Cover { span, annotation: n, opens: i == 0, closes: i + 1 == pieces.len() });
        }
    }
    order::sort_by(&mut covers, |c| order::outer_first(c.span, 0));
    covers
}

/// The characters on both sides of `at`: a place without length has to be seen.
fn widened(text: &str, at: usize) -> Span {
    let at = border_before(text, at);
    let before = text[..at].chars().next_back().map_or(0, char::len_utf8);
    let after = text[at..].chars().next().map_or(0, char::len_utf8);
    Span::new(at - before, at + after)
}

/// The relations of each quotation, by its number.
struct Speaker<'a> {
    speaker: Option<&'a Annotation>,
    cue: Option<&'a Annotation>,
}

fn speakers<'a>(annotations: &'a [Arc<Annotation>], relations: &[Relation]) -> BTreeMap<&'a str, Speaker<'a>> {
    let by_id: HashMap<&str, &Annotation> =
        annotations.iter().filter(|a| matches!(a.layer, Layer::Quote | Layer::Cue | Layer::Speaker)).map(|a| (a.id.as_str(), &**a)).collect();
    let mut found: BTreeMap<&str, Speaker<'_>> = BTreeMap::new();
    for relation in relations {
        let (Some(from), Some(to)) = (by_id.get(relation.from.as_str()), by_id.get(relation.to.as_str())) else { continue };
        let entry = found.entry(from.id.as_str()).or_insert(Speaker { speaker: None, cue: None });
        match relation.kind {
            RelationKind::Speaker => entry.speaker = Some(to),
            RelationKind::Cue => entry.cue = Some(to),
            RelationKind::Addressee => {}
        }
    }
    found
}

/// The name that stands for the source of a quotation, `None` where it has none. A name that a person wrote comes first.
#[must_use]
pub fn speaker_name(quote: &Annotation, speaker: Option<&Annotation>, text: &str) -> Option<String> {
    if let Some(written) = quote.attributes.get("speaker") {
        return written.as_str().map(ToOwned::to_owned);
    }
    let speaker = speaker?;
    Some(speaker.text_attribute("resolved").map_or_else(|| speaker.span.of(text).to_owned(), ToOwned::to_owned))
}

fn runs(text: &str, block: Span, open: &[Cover], annotations: &[Arc<Annotation>], speakers: &BTreeMap<&str, Speaker<'_>>) -> Vec<Run> {
    let mut cuts: Vec<usize> = vec![block.start(), block.end()];
    for cover in open {
        cuts.extend([cover.span.start(), cover.span.end()].into_iter().filter(|at| block.start() < *at && *at < block.end()));
    }
    order::sort_by(&mut cuts, |at| *at as u128);
    cuts.dedup();
    cuts.windows(2)
        .map(|ends| {
            let span = Span::new(ends[0], ends[1]);
            let covering = open.iter().filter(|c| c.span.start() <= span.start() && span.end() <= c.span.end());
            run(text, block, span, covering, annotations, speakers)
        })
        .collect()
}

fn run<'c>(
    text: &str,
    block: Span,
    span: Span,
    covering: impl Iterator<Item = &'c Cover>,
    annotations: &[Arc<Annotation>],
    speakers: &BTreeMap<&str, Speaker<'_>>,
) -> Run {
    let mut run =
        Run { text: span.of(text).to_owned(), start: (span.start() - block.start()) as u32, class: String::new(), letter: None, before: None, after: None };
    // The smallest entity paints; one around or across it is a lane below.
    let mut entity: Option<(&Annotation, bool, bool)> = None;
    let mut lane: Option<&Annotation> = None;
    let mut artifact = false;
    for cover in covering {
        let annotation = &annotations[cover.annotation];
        let starts = cover.span.start() == span.start();
        let ends = cover.span.end() == span.end();
        let group = group_of(annotation).map(|(_, group)| group);
        let status = if annotation.status == Status::Accepted { "acc" } else { "sug" };
        match annotation.layer {
            Layer::Entity => match entity {
                Some((other, ..)) if other.span.len() <= annotation.span.len() => lane = Some(annotation),
                _ => {
                    lane = entity.map(|(other, ..)| other);
                    entity = Some((annotation, starts && cover.opens, ends));
                }
            },
            Layer::Quote => {
                let kind = group.as_ref().map_or("direct", |g| &g.key);
                push(&mut run.class, &["q", &format!("k-{kind}"), &format!("q-{status}")]);
                if starts && cover.opens {
                    push(&mut run.class, &["qo"]);
                    let name = speakers.get(annotation.id.as_str()).and_then(|s| speaker_name(annotation, s.speaker, text));
                    run.before = Some(format!("quotation, {}: ", name.as_deref().unwrap_or("speaker not named")));
                }
                if ends && cover.closes {
                    push(&mut run.class, &["qc"]);
                    run.after = Some(", end of quotation".into());
                }
            }
            Layer::Cue => push(&mut run.class, &["cue"]),
            Layer::Artifact if is_structure(annotation) => push(&mut run.class, &["part"]),
            Layer::Artifact if !artifact => {
                artifact = true;
                let tier = if is_quiet(annotation) { "weak" } else { "sure" };
                push(&mut run.class, &["a", tier, &format!("f-{}", family(&annotation.label))]);
            }
            Layer::Artifact => {}
            Layer::Speaker => push(&mut run.class, &["s"]),
        }
    }
    if let Some((annotation, starts, ends)) = entity {
        let group = group_of(annotation).map(|(_, group)| group);
        let status = if annotation.status == Status::Accepted { "acc" } else { "sug" };
        push(&mut run.class, &["e", group.as_ref().map_or("misc", |g| &g.key), status]);
        if let (true, Some(group)) = (starts, &group) {
            run.before = Some(format!("{}{}: ", run.before.unwrap_or_default(), group.name.to_lowercase()));
        }
        if let (true, Some(group)) = (ends, group) {
            run.letter = Some(group.letter);
        }
    }
    if let Some((_, group)) = lane.and_then(group_of) {
        push(&mut run.class, &["lane", &format!("l-{}", group.key)]);
    }
    run
}

fn push(class: &mut String, names: &[&str]) {
    for name in names {
        if !class.is_empty() {
            class.push(' ');
        }
        class.push_str(name);
    }
}

/// The sources of the quotations that start in the block. One voice after another that says the same is left out.
fn voices(text: &str, block: Span, open: &[Cover], annotations: &[Arc<Annotation>], speakers: &BTreeMap<&str, Speaker<'_>>) -> Vec<Voice> {
    let mut voices: Vec<Voice> = Vec::new();
    for cover in open.iter().filter(|c| c.opens && c.span.start() >= block.start()) {
        let quote = &annotations[cover.annotation];
        if quote.layer != Layer::Quote || matches!(quote.text_attribute("kind"), Some("scare" | "title")) {
            continue;
        }
        let at = (cover.span.start() - block.start()) as u32;
        let speaker = speakers.get(quote.id.as_str()).and_then(|s| s.speaker).filter(|_| !quote.attributes.contains_key("speaker"));
        let name = speaker_name(quote, speaker, text);
        let named = quote.text_attribute("speaker").is_some() || speaker.is_some_and(|s| s.text_attribute("resolved").is_some());
        let source = speaker.and_then(|s| s.text_attribute("source_type")).filter(|s| *s != "named");
        // A speaker that the engine found, too, where a person set it: both are accepted then.
        let set = |s: &Annotation| s.origin == Origin::Manual || s.status == Status::Accepted && quote.status == Status::Accepted;
        let by_hand = quote.attributes.get("speaker").is_some() || speaker.is_some_and(set);
        let sure = if by_hand { "by you" } else { sureness(quote.score) };
        let detail = match (&name, source) {
            (None, _) if by_hand => "by you".to_owned(),
            (None, _) => String::new(),
            (_, Some(source)) if !named => format!("{source}, {sure}"),
            _ => sure.to_owned(),
        };
        let voice = Voice { name: name.map_or_else(|| "not named".to_owned(), |n| shortened(&n)), detail, known: named, at };
        if voices.last().is_none_or(|last| (&last.name, last.known) != (&voice.name, voice.known)) {
            voices.push(voice);
        }
    }
    voices
}

/// A name as the margin has room for it.
fn shortened(name: &str) -> String {
    const MOST: usize = 48;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}

/// How sure a score is, in a word.
#[must_use]
pub fn sureness(score: f32) -> &'static str {
    match score {
        s if s >= 0.9 => "sure",
        s if s >= 0.7 => "likely",
        s if s >= 0.5 => "perhaps",
        _ => "a guess",
    }
}

/// One mark for each family of damage that starts in the block.
fn marks(block: Span, open: &[Cover], annotations: &[Arc<Annotation>]) -> Vec<Mark> {
    let mut found: Vec<(Mark, usize)> = Vec::new();
    for cover in open.iter().filter(|c| c.span.start() >= block.start()) {
        let artifact = &annotations[cover.annotation];
        if artifact.layer != Layer::Artifact || is_quiet(artifact) {
            continue;
        }
        let family = family(&artifact.label);
        match found.iter_mut().find(|(mark, _)| mark.family == family) {
            Some((_, count)) => *count += 1,
            None => {
                let at = (cover.span.start() - block.start()) as u32;
                found.push((Mark { sign: proof_mark(family), name: family_name(family).to_owned(), family: family.to_owned(), at }, 1));
            }
        }
    }
    found
        .into_iter()
        .map(|(mut mark, count)| {
            if count > 1 {
                mark.name = format!("{}, {count} times", mark.name);
            }
            mark
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::blocks::blocks;
    use crate::app::groups::tests::{annotation, changed};

    fn drawn(text: &str, annotations: &[Arc<Annotation>]) -> Vec<(Key, Drawn)> {
        draw(text, &blocks(text), annotations, &[])
    }

    fn shown(drawn: &Drawn) -> Vec<(&str, &str)> {
        drawn.runs.iter().map(|r| (r.text.as_str(), r.class.as_str())).collect()
    }

    #[test]
    fn crossing_annotations_make_flat_runs() {
        let text = "one two three";
        let all = [annotation("q1", Layer::Quote, "QUOTE", (0, 7), &[("kind", "direct")]), annotation("e1", Layer::Entity, "PERSON", (4, 13), &[])];
        let found = &drawn(text, &all)[0].1;
        assert_eq!(shown(found), [("one ", "q k-direct q-sug qo"), ("two", "q k-direct q-sug qc e person sug"), (" three", "e person sug")]);
        assert_eq!(found.runs[2].letter, Some("P"));
        assert_eq!(found.runs[1].letter, None);
    }

    #[test]
    fn of_two_names_in_one_place_both_show() {
        let text = "one two three";
        let all = [annotation("e1", Layer::Entity, "ORG", (0, 13), &[]), annotation("e2", Layer::Entity, "PERSON", (4, 7), &[])];
        let found = &drawn(text, &all)[0].1;
        assert_eq!(shown(found), [("one ", "e org sug"), ("two", "e person sug lane l-org"), (" three", "e org sug")]);
        assert_eq!(found.runs.iter().map(|r| r.letter).collect::<Vec<_>>(), [None, Some("P"), Some("O")]);
        assert_eq!(found.runs[1].before.as_deref(), Some("person: "));
    }

    #[test]
    fn a_quotation_over_two_blocks_opens_once_and_closes_once() {
        let text = "“one\n\ntwo”";
        let all = [annotation("q1", Layer::Quote, "QUOTE", (0, text.len()), &[("kind", "direct")])];
        let found = drawn(text, &all);
        assert_eq!(shown(&found[0].1), [("“one", "q k-direct q-sug qo")]);
        assert_eq!(shown(&found[1].1), [("two”", "q k-direct q-sug qc")]);
        assert_eq!((found[0].1.voices.len(), found[1].1.voices.len()), (1, 0));
    }

    #[test]
    fn equal_blocks_have_keys_of_their_own_and_keep_them_when_they_move() {
        let before = drawn("same\n\nsame\n\nother", &[]);
        assert_ne!(before[0].0, before[1].0);
        let after = drawn("new\n\nsame\n\nsame\n\nother", &[]);
        assert_eq!(before.iter().map(|b| b.0).collect::<Vec<_>>(), after[1..].iter().map(|b| b.0).collect::<Vec<_>>());
    }

    #[test]
    fn rejected_ones_and_verdicts_cover_nothing() {
        let rejected = changed(&annotation("e1", Layer::Entity, "PERSON", (0, 3), &[]), |a| a.status = Status::Rejected);
        let verdict = annotation("a1", Layer::Artifact, "space.tokenised_document", (0, 7), &[]);
        assert_eq!(shown(&drawn("one two", &[rejected, verdict])[0].1), [("one two", "")]);
    }

    #[test]
    fn a_place_without_length_is_seen() {
        let lost = annotation("a1", Layer::Artifact, "gap.words", (4, 4), &[("severity", "high")]);
        assert_eq!(shown(&drawn("one two", &[lost])[0].1), [("one", ""), (" t", "a sure f-gap"), ("wo", "")]);
    }

    #[test]
    fn a_source_without_a_name_is_not_given_one() {
        let text = "“Yes,” a source said.";
        let all = [
            annotation("q1", Layer::Quote, "QUOTE", (0, 10), &[("kind", "direct")]),
            annotation("s1", Layer::Speaker, "SPEAKER", (11, 19), &[("source_type", "anonymous")]),
        ];
        let relations = [Relation { id: "r1".into(), kind: RelationKind::Speaker, from: "q1".into(), to: "s1".into() }];
        let voices = &draw(text, &blocks(text), &all, &relations)[0].1.voices;
        assert_eq!((voices[0].name.as_str(), voices[0].detail.as_str(), voices[0].known), ("a source", "anonymous, sure", false));
    }

    #[test]
    fn marks_count_by_family() {
        let all = [
            annotation("a1", Layer::Artifact, "space.double", (0, 1), &[("severity", "low")]),
            annotation("a2", Layer::Artifact, "space.before_punct", (4, 5), &[("severity", "low")]),
            annotation("a3", Layer::Artifact, "style.variant", (4, 5), &[("severity", "info")]),
        ];
        let marks = &drawn("one two", &all)[0].1.marks;
        assert_eq!((marks.len(), marks[0].name.as_str()), (1, "Spacing, 2 times"));
    }
}
