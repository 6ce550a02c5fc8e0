//! What a seam is, and what may be one.

/// One seam.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seam {
    /// Where the blank or break is missing, in bytes of the text: between the last character of one piece and the first of the next.
    pub at: usize,
    /// What shows it.
    pub sign: Sign,
    /// What stood there.
    pub joint: Joint,
    /// How sure, from 0 to 1.
    pub score: f32,
}

/// What shows a seam.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// A change of capitals or figures inside a token: `FutureBy`, `station2024-04-26`.
    Inside,
    /// A full stop, question or exclamation mark, or colon with a word right behind it: `end.Next`.
    Stop,
    /// A closing quotation mark with a word right behind it, or an opening one right after a word: `agenda”The`.
    Quote,
    /// A bracket right beside a word: `(Reuters)Made`, `Committee(ABC)`.
    Bracket,
}

/// What stood where two pieces were run together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joint {
    /// A blank: the words are of one sentence or paragraph.
    Blank,
    /// A paragraph break: the pieces were blocks of a page.
    Paragraph,
}

/// How much a place looks like a seam by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Strength {
    /// Clean text has hardly any.
    Strong,
    /// Names and brands look like it.
    Weak,
}

/// A place that may be a seam.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) at: usize,
    pub(super) sign: Sign,
    pub(super) strength: Strength,
    /// What stood there where the place itself tells.
    pub(super) joint: Option<Joint>,
}
