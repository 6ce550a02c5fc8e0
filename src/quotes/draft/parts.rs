//! A quotation before its speaker is known.

use crate::quotes::cues::Flags;
use crate::quotes::quotation::QuoteKind;
use crate::quotes::report::SubjectRule;
use crate::text::Span;

/// Where the words that name a source stand, and how they were found.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::quotes) struct Source {
    pub span: Span,
    pub how: How,
}

/// The rule by which a source was given to a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::quotes) enum How {
    /// A cue with its subject.
    Cue(SubjectRule),
    /// A verb that no list has, beside the mark.
    UnknownVerb,
    /// "ORTIZ: …".
    Label,
    /// "— Lena Ortiz" below.
    Signature,
    /// It goes on with the quotation before.
    Continued,
    /// It stands alone after a quotation.
    Floating,
    /// The subject of the sentence it stands in.
    Governing,
}

/// A quotation before its speaker is resolved.
#[derive(Clone, Debug)]
pub(in crate::quotes) struct Draft {
    pub span: Span,
    pub kind: QuoteKind,
    pub group: usize,
    pub quoted: Vec<Span>,
    pub cue: Option<Span>,
    pub class: Flags,
    pub source: Option<Source>,
    pub addressee: Option<Span>,
    /// Where the verb's frame alone shows that it reports something: the share of such uses that do, in hundredths.
    pub rate: Option<u8>,
}

impl Draft {
    /// A quotation of nobody and with no cue.
    pub(super) fn new(span: Span, kind: QuoteKind, group: usize) -> Self {
        Self { span, kind, group, quoted: Vec::new(), cue: None, class: Flags::NONE, source: None, addressee: None, rate: None }
    }
}

/// Who says what opens the next paragraph.
#[derive(Clone, Debug)]
pub(super) struct Announced {
    pub cue: Span,
    pub class: Flags,
    pub source: Option<Source>,
    pub addressee: Option<Span>,
}
