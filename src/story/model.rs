//! What a story is: several articles on one event, and what corresponds in them.
//!
//! Every place is in bytes of its article's text; articles are told by their index.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A place in one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Which article, by its index.
    pub doc: usize,
    /// In bytes of its text; empty where the article has nothing there.
    pub span: Span,
}

/// What several articles on one event have in common, and where they differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Everything that was said, each once; in order of its first place.
    pub utterances: Vec<Utterance>,
    /// Words that also resemble an utterance and are none of it: a refrain, a slogan, two who say the same.
    pub echoes: Vec<Echo>,
    /// Names that several articles have.
    pub entities: Vec<StoryEntity>,
    /// Numbers and dates that several articles give.
    pub facts: Vec<Fact>,
    /// Passages outside quotations that articles share word for word.
    pub passages: Vec<Passage>,
    /// Repairs of one article that another one's words support.
    pub proposals: Vec<Proposal>,
}

/// One thing that was said, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Utterance {
    /// "U1", in order of the first place.
    pub id: String,
    /// Who said it, where an article tells and none tells otherwise.
    pub speaker: Option<String>,
    /// How it was made known, where an article tells: "tweet", "statement".
    pub medium: Option<String>,
    /// Where it stands, in order; one at least.
    pub members: Vec<Member>,
    /// The members of two articles beside each other.
    pub pairs: Vec<Pair>,
}

/// One place where an utterance stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// With its quotation marks, where it has some.
    pub place: Place,
    /// The id of the quotation in its article's analysis.
    pub annotation: String,
    /// Who said it, as this article has it.
    pub speaker: Option<String>,
    /// In quotation marks, or told.
    pub marked: bool,
}

/// Two members of an utterance beside each other. What is the same and the operations cover every word of both, each once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Index of a member.
    pub a: usize,
    /// Index of a member of a later article.
    pub b: usize,
    /// How the two lie to each other.
    pub relation: Relation,
    /// What agrees, in order of `a`.
    pub same: Vec<[Place; 2]>,
    /// What differs, in order of `a`.
    pub ops: Vec<Op>,
}

/// How two members of an utterance lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Both from the same beginning to the same end.
    Same,
    /// One ends, or begins, within the other.
    Cut,
    /// Both go on where the other does not.
    Overlap,
    /// One is no more than a few words of the other.
    Fragment,
    /// One article quotes, the other tells.
    Told,
    /// The same words, by another speaker.
    SpeakerDiffers,
}

/// One difference between two members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Op {
    /// Its kind.
    pub class: Class,
    /// How much it weighs, from 0 (set otherwise) to 4 (says something else).
    pub level: u8,
    /// Where in the first member.
    pub a: Place,
    /// Where in the second.
    pub b: Place,
}

/// The kinds of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Class {
    /// Blanks only.
    #[serde(rename = "spacing")]
    Spacing,
    /// Marks, commas, stops, dashes.
    #[serde(rename = "punctuation")]
    Punctuation,
    /// Capitals only.
    #[serde(rename = "case")]
    Case,
    /// One word in two spellings.
    #[serde(rename = "spelling")]
    Spelling,
    /// One name or title in two forms.
    #[serde(rename = "name-form")]
    NameForm,
    /// One number written in two ways.
    #[serde(rename = "number-form")]
    NumberForm,
    /// "it's" and "it is".
    #[serde(rename = "contraction")]
    Contraction,
    /// "gonna" and "going to".
    #[serde(rename = "transcription")]
    Transcription,
    /// A word half hidden in one of the two.
    #[serde(rename = "censored")]
    Censored,
    /// A word said twice in one go.
    #[serde(rename = "disfluency")]
    Disfluency,
    /// Another word.
    #[serde(rename = "substitution")]
    Substitution,
    /// Words that the second has not.
    #[serde(rename = "omission")]
    Omission,
    /// Words at the beginning or the end that one has not.
    #[serde(rename = "omission.edge")]
    OmissionEdge,
    /// Words that one has under an ellipsis.
    #[serde(rename = "omission.ellipsis")]
    OmissionEllipsis,
    /// Words that only the second has.
    #[serde(rename = "insertion")]
    Insertion,
    /// An editor's words in brackets.
    #[serde(rename = "insertion.editorial")]
    InsertionEditorial,
    /// The same words in another order.
    #[serde(rename = "reorder")]
    Reorder,
    /// Told in other words.
    #[serde(rename = "paraphrase")]
    Paraphrase,
    /// Another speaker.
    #[serde(rename = "speaker")]
    Speaker,
    /// The words of one are garbled there: no difference of what was said.
    #[serde(rename = "damage")]
    Damage,
}

impl Class {
    /// The name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Spacing => "spacing",
            Class::Punctuation => "punctuation",
            Class::Case => "case",
            Class::Spelling => "spelling",
            Class::NameForm => "name-form",
            Class::NumberForm => "number-form",
            Class::Contraction => "contraction",
            Class::Transcription => "transcription",
            Class::Censored => "censored",
            Class::Disfluency => "disfluency",
            Class::Substitution => "substitution",
            Class::Omission => "omission",
            Class::OmissionEdge => "omission.edge",
            Class::OmissionEllipsis => "omission.ellipsis",
            Class::Insertion => "insertion",
            Class::InsertionEditorial => "insertion.editorial",
            Class::Reorder => "reorder",
            Class::Paraphrase => "paraphrase",
            Class::Speaker => "speaker",
            Class::Damage => "damage",
        }
    }
}

impl Relation {
    /// The name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Relation::Same => "same",
            Relation::Cut => "cut",
            Relation::Overlap => "overlap",
            Relation::Fragment => "fragment",
            Relation::Told => "told",
            Relation::SpeakerDiffers => "speaker-differs",
        }
    }
}

/// Words that resemble an utterance and belong to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Echo {
    /// A quotation.
    pub a: Place,
    /// Another one, in another article.
    pub b: Place,
}

/// A name that stands in several articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryEntity {
    /// "N1", in order of the first mention.
    pub id: String,
    /// The longest name that is seen oftenest.
    pub name: String,
    /// The label that most of its mentions have: "PERSON".
    pub label: String,
    /// Its mentions in all articles, in order.
    pub members: Vec<EntityMember>,
}

/// One mention of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityMember {
    /// Where.
    pub place: Place,
    /// The id of the entity in its article's analysis: "E3".
    pub entity: String,
}

/// Something that several articles tell, number or date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// What is told: "attorneys".
    pub what: String,
    /// Whether they agree.
    pub verdict: Verdict,
    /// What each place says, in order.
    pub readings: Vec<FactReading>,
}

/// How the readings of a fact lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// All say the same.
    Agree,
    /// One says less exactly what the others say.
    Coarser,
    /// Not all can be right.
    Disagree,
}

impl Verdict {
    /// The name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Verdict::Agree => "agree",
            Verdict::Coarser => "coarser",
            Verdict::Disagree => "disagree",
        }
    }
}

/// What one place says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactReading {
    /// Where.
    pub place: Place,
    /// In one way of writing: "46", ">40", "2016-11".
    pub value: String,
}

/// Words that articles share outside quotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where they stand, in order; two at least.
    pub members: Vec<Place>,
}

/// A repair that another article supports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What it replaces.
    pub place: Place,
    /// What stands there instead.
    pub insert: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Where the words come from.
    pub support: Vec<Place>,
}

/// How sure a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// The words on both sides agree.
    Certain,
    /// Those on one side agree.
    Likely,
}

impl Certainty {
    /// The name in files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Certainty::Certain => "certain",
            Certainty::Likely => "likely",
        }
    }
}
