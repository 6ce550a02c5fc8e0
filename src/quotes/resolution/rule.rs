//! The rule that a quotation rests on, and how sure it is.

use crate::quotes::basis::Basis;
use crate::quotes::cues;
use crate::quotes::draft::{Draft, How, Source};
use crate::quotes::quotation::QuoteKind;

/// The rule that a draft rests on and how sure it is. The figures follow the share of right speakers by rule on news text.
pub(super) fn rule(draft: &Draft, basis: Basis, damaged: bool) -> (&'static str, f32) {
    use crate::quotes::report::SubjectRule as S;
    let (rule, base): (&'static str, f32) = match (&draft.source, draft.kind) {
        (_, QuoteKind::Scare) => ("quotes.scare", 0.6),
        (_, QuoteKind::Title) => ("quotes.title", 0.6),
        (Some(Source { how, .. }), _) => match how {
            How::Cue(S::Before) => ("quotes.subject_before", 0.96),
            How::Cue(S::Inverted) => ("quotes.said_after", 0.97),
            How::Cue(S::PastAside) => ("quotes.past_aside", 0.92),
            How::Cue(S::Shared) => ("quotes.shared_subject", 0.88),
            How::Cue(S::Relative) => ("quotes.relative", 0.9),
            How::Cue(S::AccordingTo) => ("quotes.according_to", 0.95),
            How::Cue(S::Agent) => ("quotes.agent", 0.88),
            How::Cue(S::Issuer) => ("quotes.issuer", 0.88),
            How::Cue(S::Owner) => ("quotes.owner", 0.8),
            How::Cue(S::Participle) => ("quotes.participle", 0.86),
            How::UnknownVerb => ("quotes.unknown_verb", 0.82),
            How::Label => ("quotes.label", 0.85),
            How::Signature => ("quotes.signature", 0.8),
            How::Continued => ("quotes.continued", 0.92),
            How::Floating => ("quotes.floating", 0.72),
            How::Governing => ("quotes.governing", 0.55),
        },
        (None, QuoteKind::Indirect) => ("quotes.unsourced", 0.9),
        _ => ("quotes.marks", 0.5),
    };
    let kind = match draft.kind {
        QuoteKind::Indirect if draft.rate.is_some() => f32::from(draft.rate.unwrap_or_default()) / 100.0,
        QuoteKind::Indirect if draft.class.has(cues::THOUGHT) && !draft.class.has(cues::SPEECH) => 0.75,
        QuoteKind::Indirect => 0.9,
        QuoteKind::Mixed => 0.95,
        _ => 1.0,
    };
    let inferred = if matches!(basis, Basis::Pronoun | Basis::Description | Basis::Issuer) { 0.95 } else { 1.0 };
    (rule, base * kind * inferred * if damaged { 0.6 } else { 1.0 })
}

/// True where words were lost or overwritten around the source: a name twice over, or a wide gap.
pub(super) fn is_damaged(text: &str, draft: &Draft) -> bool {
    let Some(source) = &draft.source else { return false };
    let mut around = source.span;
    if let Some(cue) = draft.cue {
        let joined = around.cover(cue);
        if joined.len() < 200 {
            around = joined;
        }
    }
    let words = around.of(text);
    let doubled = words.split_whitespace().zip(words.split_whitespace().skip(1)).any(|(a, b)| a == b && a.len() > 3 && a.starts_with(char::is_uppercase));
    doubled || words.contains("   ") || text[..around.start()].ends_with("   ")
}
