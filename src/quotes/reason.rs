//! Why a quotation is held to be one, and its speaker to be who it is, in words that a person can check.

use super::basis::Basis;
use super::draft::{Draft, How};
use super::quotation::{QuoteKind, SourceType, Speaker};
use super::report::SubjectRule;

/// The longest piece of the text that a reason repeats, in characters.
const LONGEST: usize = 60;

/// The reason for `draft`, one or two clauses.
pub(super) fn reason(text: &str, draft: &Draft, speaker: Option<&Speaker>, basis: Basis) -> String {
    let Some(source) = &draft.source else {
        return match draft.kind {
            QuoteKind::Scare => "a few marked words that no verb of speech governs: held at arm's length or mentioned as words".into(),
            QuoteKind::Title => "marked words that no verb of speech governs, in capitals or on a line of their own: a title or a heading".into(),
            QuoteKind::Indirect => {
                format!("“{}” says that somebody said, thought or felt it, and not who", draft.cue.map(|c| cut(c.of(text))).unwrap_or_default())
            }
            _ => "marks, and no words near them that say who speaks".into(),
        };
    };
    let who = cut(source.span.of(text));
    let cue = draft.cue.map(|c| cut(c.of(text))).unwrap_or_default();
    let mut out = match source.how {
        How::Cue(rule) => match rule {
            SubjectRule::Before => format!("“{who}” is the subject of “{cue}”"),
            SubjectRule::Inverted => format!("“{cue}” with its subject “{who}” after it"),
            SubjectRule::PastAside => format!("“{who}” is the subject of “{cue}”, past the words between commas"),
            SubjectRule::Shared => format!("“{cue}” shares the subject “{who}” with a verb before it"),
            SubjectRule::Relative => format!("“who {cue}” refers to “{who}”"),
            SubjectRule::AccordingTo => format!("“{cue}” names “{who}” as the source"),
            SubjectRule::Agent => format!("“{cue} by” names “{who}” as the source"),
            SubjectRule::Issuer => format!("“{who}” released what “{cue}” it"),
            SubjectRule::Owner => format!("the “{cue}” is that of “{who}”"),
            SubjectRule::Participle => format!("“{cue}” belongs to “{who}”, the subject of the clause before it"),
        },
        How::UnknownVerb => format!("“{who}” and “{cue}” stand beside the mark, where a verb of speech stands"),
        How::Label => format!("the label “{who}” stands before the words"),
        How::Signature => format!("signed “{who}”"),
        How::Continued => format!("goes on with the quotation before it, by “{who}”"),
        How::Floating => format!("names no speaker; it follows words of “{who}”"),
        How::Governing => format!("stands in a clause whose subject is “{who}”"),
    };
    let name = speaker.and_then(|s| s.resolved.as_deref());
    match (basis, name) {
        (Basis::Pronoun, Some(name)) => out.push_str(&format!("; read as {name}, the last named before it that fits")),
        (Basis::Description, Some(name)) => out.push_str(&format!("; read as {name}, described so or quoted just before")),
        (Basis::Organisation, Some(name)) => out.push_str(&format!("; short for {name}, named before")),
        (Basis::Issuer, Some(name)) => out.push_str(&format!("; a document, taken to be from {name}")),
        (Basis::None, None) => match speaker.map(|s| s.source_type) {
            Some(SourceType::Anonymous) => out.push_str("; the source is given no name"),
            Some(SourceType::Collective) => out.push_str("; several people without names"),
            _ => {}
        },
        _ => {}
    }
    out
}

/// `words` on one line, shortened in the middle of nothing: only its end is cut.
fn cut(words: &str) -> String {
    let mut out: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if out.chars().count() > LONGEST {
        out = out.chars().take(LONGEST).collect::<String>() + "…";
    }
    out
}
