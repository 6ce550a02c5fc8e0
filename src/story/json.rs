//! A story in its file: one JSON object, with the articles in the native format inside. Offsets are code points.

use serde::ser::SerializeSeq as _;
use serde::{Serialize, Serializer};

use super::model::{Place, Story};
use crate::annotation::Analysis;
use crate::formats::native::NativeLine;
use crate::text::OffsetMap;

/// One article of a story that is written.
#[derive(Clone, Copy, Debug)]
pub struct StoryDocument<'a> {
    /// Its id, by which the story's places name it.
    pub id: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Over `text`, in bytes.
    pub analysis: &'a Analysis,
}

/// A story, to be written as one line of JSON.
#[derive(Clone, Copy, Debug)]
pub struct StoryLine<'a> {
    /// The id of the story.
    pub id: &'a str,
    /// In the order that the story's places count them.
    pub documents: &'a [StoryDocument<'a>],
    /// What they have in common.
    pub story: &'a Story,
}

impl Serialize for StoryLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let maps: Vec<OffsetMap<'_>> = self.documents.iter().map(|d| OffsetMap::new(d.text)).collect();
        let at = |place: Place| Where::of(place, self.documents, &maps);
        let story = self.story;
        File {
            format: "galley-story",
            version: 1,
            offsets: "codepoint",
            id: self.id,
            documents: Documents(self.documents),
            utterances: story
                .utterances
                .iter()
                .map(|u| UtteranceLine {
                    id: &u.id,
                    speaker: u.speaker.as_deref(),
                    medium: u.medium.as_deref(),
                    members: u.members.iter().map(|m| MemberLine { place: at(m.place), annotation: &m.annotation }).collect(),
                    pairs: u
                        .pairs
                        .iter()
                        .map(|p| PairLine {
                            a: p.a,
                            b: p.b,
                            relation: p.relation.as_str(),
                            ops: p.ops.iter().map(|o| OpLine { class: o.class.as_str(), level: o.level, a: at(o.a), b: at(o.b) }).collect(),
                        })
                        .collect(),
                })
                .collect(),
            entities: story
                .entities
                .iter()
                .map(|e| EntityLine {
                    id: &e.id,
                    name: &e.name,
                    label: &e.label,
                    members: e.members.iter().map(|m| MentionLine { place: at(m.place), entity: &m.entity }).collect(),
                })
                .collect(),
            facts: story
                .facts
                .iter()
                .map(|f| FactLine {
                    what: &f.what,
                    verdict: f.verdict.as_str(),
                    readings: f.readings.iter().map(|r| ReadingLine { place: at(r.place), value: &r.value }).collect(),
                })
                .collect(),
            passages: story.passages.iter().map(|p| PassageLine { members: p.members.iter().map(|m| at(*m)).collect() }).collect(),
            proposals: story
                .proposals
                .iter()
                .map(|p| ProposalLine {
                    place: at(p.place),
                    insert: &p.insert,
                    certainty: p.certainty.as_str(),
                    support: p.support.iter().map(|s| at(*s)).collect(),
                })
                .collect(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct File<'a> {
    format: &'a str,
    version: u32,
    offsets: &'a str,
    id: &'a str,
    documents: Documents<'a>,
    utterances: Vec<UtteranceLine<'a>>,
    entities: Vec<EntityLine<'a>>,
    facts: Vec<FactLine<'a>>,
    passages: Vec<PassageLine<'a>>,
    proposals: Vec<ProposalLine<'a>>,
}

struct Documents<'a>(&'a [StoryDocument<'a>]);

impl Serialize for Documents<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for document in self.0 {
            list.serialize_element(&NativeLine { id: document.id, text: document.text, analysis: document.analysis })?;
        }
        list.end()
    }
}

/// A place in a file: the article's id, and code points of its text.
#[derive(Serialize)]
struct Where<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
}

impl<'a> Where<'a> {
    fn of(place: Place, documents: &[StoryDocument<'a>], maps: &[OffsetMap<'_>]) -> Self {
        let map = &maps[place.doc];
        Self { doc: documents[place.doc].id, start: map.byte_to_char(place.span.start()), end: map.byte_to_char(place.span.end()) }
    }
}

#[derive(Serialize)]
struct UtteranceLine<'a> {
    id: &'a str,
    speaker: Option<&'a str>,
    medium: Option<&'a str>,
    members: Vec<MemberLine<'a>>,
    pairs: Vec<PairLine<'a>>,
}

#[derive(Serialize)]
struct MemberLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    annotation: &'a str,
}

#[derive(Serialize)]
struct PairLine<'a> {
    /// Which of the members, counted from 0.
    a: usize,
    b: usize,
    relation: &'a str,
    ops: Vec<OpLine<'a>>,
}

#[derive(Serialize)]
struct OpLine<'a> {
    class: &'a str,
    level: u8,
    a: Where<'a>,
    b: Where<'a>,
}

#[derive(Serialize)]
struct EntityLine<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    label: &'a str,
    members: Vec<MentionLine<'a>>,
}

#[derive(Serialize)]
struct MentionLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    entity: &'a str,
}

#[derive(Serialize)]
struct FactLine<'a> {
    what: &'a str,
    verdict: &'a str,
    readings: Vec<ReadingLine<'a>>,
}

#[derive(Serialize)]
struct ReadingLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    value: &'a str,
}

#[derive(Serialize)]
struct PassageLine<'a> {
    members: Vec<Where<'a>>,
}

#[derive(Serialize)]
struct ProposalLine<'a> {
    #[serde(flatten)]
    place: Where<'a>,
    insert: &'a str,
    certainty: &'a str,
    support: Vec<Where<'a>>,
}
