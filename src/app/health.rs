//! How the article is, in plain words: what is wrong with it, and whether it is safe to quote.

use std::sync::Arc;

use crate::annotation::{Annotation, Layer, Status, Value};
use crate::app::finding::{is_quiet, is_structure};
use crate::app::groups::{family, family_name};

/// Whether the article may be quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing was found that touches its words.
    Sound,
    /// Something disturbs reading; the words are there.
    Care,
    /// Words are lost or wrong, or a quotation is hit.
    Unsafe,
}

/// The health of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Whether it may be quoted.
    pub verdict: Verdict,
    /// What is wrong, the worst first, each a sentence.
    pub sentences: Vec<String>,
    /// How many findings have a certain repair, small ones too.
    pub certain: usize,
}

/// What no finding means, and what it does not.
const NOT_LOOKED_AT: &str = "Looked at: the letters, words, marks and joins of this text. Not looked at: whether every line belongs to the article, whether its beginning, its end or a part between is missing without a trace, and whether what it says is true.";

impl Health {
    /// True where something is wrong, however small.
    #[must_use]
    pub fn has_findings(&self) -> bool {
        self.sentences.first().is_some_and(|s| s != NOT_LOOKED_AT)
    }

    /// The verdict as a heading.
    #[must_use]
    pub fn heading(&self) -> &'static str {
        match self.verdict {
            Verdict::Sound if !self.has_findings() => "No damage found",
            Verdict::Sound => "Safe to quote",
            Verdict::Care => "Check before quoting",
            Verdict::Unsafe => "Not safe to quote",
        }
    }
}

/// Reads the health off the findings. What a person rejected and what is structure does not count; what is only a hint or a matter of
/// layout is said, and leaves the verdict as it is.
#[must_use]
pub fn health(annotations: &[Arc<Annotation>]) -> Health {
    let standing = annotations.iter().map(|a| &**a).filter(|a| a.layer == Layer::Artifact && a.status != Status::Rejected && !is_structure(a));
    let (small, findings): (Vec<&Annotation>, Vec<&Annotation>) = standing.partition(|a| is_quiet(a));
    let hit = hit_quotations(annotations, &findings);
    let worst = findings.iter().map(|f| severity(f)).max().unwrap_or(0);
    let verdict = match worst {
        _ if hit > 0 => Verdict::Unsafe,
        3.. => Verdict::Unsafe,
        2 => Verdict::Care,
        _ => Verdict::Sound,
    };
    let mut sentences: Vec<String> =
        findings.iter().filter(|f| f.is_verdict()).filter_map(|f| f.text_attribute("message")).map(|m| super::describe::sentence(first_sentence(m))).collect();
    sentences.extend(counted("Found", &findings));
    sentences.extend(counted(if findings.is_empty() { "Only small things" } else { "Small things" }, &small));
    match hit {
        0 => {}
        1 => sentences.push("Words inside one quotation are damaged.".into()),
        n => sentences.push(format!("Words inside {n} quotations are damaged.")),
    }
    if sentences.is_empty() {
        sentences.push(NOT_LOOKED_AT.into());
    }
    let certain = annotations.iter().filter(|a| is_certain(a)).count();
    Health { verdict, sentences, certain }
}

/// True for a finding whose repair needs nobody's judgement.
#[must_use]
pub fn is_certain(finding: &Annotation) -> bool {
    finding.layer == Layer::Artifact
        && finding.status == Status::Suggested
        && !finding.edits.is_empty()
        && finding.attributes.get("certain") == Some(&Value::Bool(true))
}

/// A message without what stands behind it: its evidence is on the card.
fn first_sentence(message: &str) -> &str {
    message.find(". ").map_or(message, |end| &message[..end])
}

/// How much a finding matters, from 0 (info) to 4 (critical).
#[must_use]
pub fn severity(finding: &Annotation) -> u8 {
    match finding.text_attribute("severity") {
        Some("critical") => 4,
        Some("high") => 3,
        Some("medium") => 2,
        Some("low") => 1,
        _ => 0,
    }
}

/// How many quotations hold words that are lost or wrong.
fn hit_quotations(annotations: &[Arc<Annotation>], findings: &[&Annotation]) -> usize {
    let grave: Vec<_> = findings.iter().filter(|f| severity(f) >= 3 && !f.is_verdict()).flat_map(|f| f.pieces().iter().copied()).collect();
    if grave.is_empty() {
        return 0;
    }
    annotations
        .iter()
        .filter(|a| a.layer == Layer::Quote && a.status != Status::Rejected && matches!(a.text_attribute("kind"), Some("direct" | "mixed")))
        .filter(|quote| grave.iter().any(|g| g.start() < quote.span.end() && quote.span.start() < g.end()))
        .count()
}

/// "Found: overwritten words (3), quotation marks (2), spacing (1)." One finding counts once, in however many places it lies, as
/// everywhere on the page.
fn counted(what: &str, findings: &[&Annotation]) -> Option<String> {
    let mut families: Vec<(&str, usize, u8)> = Vec::new();
    for finding in findings {
        let family = family(&finding.label);
        match families.iter_mut().find(|(name, ..)| *name == family) {
            Some((_, count, worst)) => {
                *count += 1;
                *worst = (*worst).max(severity(finding));
            }
            None => families.push((family, 1, severity(finding))),
        }
    }
    super::arrange(&mut families, |(_, count, worst)| (std::cmp::Reverse(*worst), std::cmp::Reverse(*count)));
    let parts: Vec<String> = families.iter().map(|(name, count, _)| format!("{} ({count})", family_name(name).to_lowercase())).collect();
    (!parts.is_empty()).then(|| super::describe::sentence(&format!("{what}: {}", parts.join(", "))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::groups::tests::{annotation, changed};
    use crate::text::{Replacement, Span};

    fn finding(label: &str, at: usize, severity: &str) -> Arc<Annotation> {
        annotation("a1", Layer::Artifact, label, (at, at + 2), &[("severity", severity), ("tier", "finding"), ("message", "x")])
    }

    #[test]
    fn a_clean_article() {
        let health = health(&[annotation("e1", Layer::Entity, "PERSON", (0, 2), &[])]);
        assert_eq!((health.verdict, health.heading(), health.has_findings()), (Verdict::Sound, "No damage found", false));
    }

    #[test]
    fn what_is_counted_is_said() {
        let small = health(&[finding("style.ascii_dash", 5, "info")]);
        assert_eq!((small.verdict, small.heading()), (Verdict::Sound, "Safe to quote"));
        assert_eq!(small.sentences, ["Only small things: style (1)."]);
        let head = annotation("a1", Layer::Artifact, "struct.headline_in_body", (0, 2), &[("severity", "info"), ("tier", "structure")]);
        assert_eq!(health(&[head]).heading(), "No damage found");
    }

    #[test]
    fn lost_words_in_a_quotation_are_said() {
        let all = [
            annotation("q1", Layer::Quote, "QUOTE", (0, 20), &[("kind", "direct")]),
            finding("coref.overwrite", 5, "high"),
            finding("space.double", 30, "low"),
        ];
        let health = health(&all);
        assert_eq!(health.verdict, Verdict::Unsafe);
        assert_eq!(health.sentences, ["Found: overwritten words (1), spacing (1).", "Words inside one quotation are damaged."]);
    }

    #[test]
    fn spacing_alone_is_safe() {
        let health = health(&[finding("space.double", 0, "low")]);
        assert_eq!((health.verdict, health.heading()), (Verdict::Sound, "Safe to quote"));
    }

    #[test]
    fn what_was_rejected_does_not_count() {
        let rejected = changed(&finding("coref.overwrite", 5, "critical"), |a| a.status = Status::Rejected);
        assert_eq!(health(&[rejected]).verdict, Verdict::Sound);
    }

    #[test]
    fn certain_repairs_are_counted() {
        let certain = changed(&finding("space.double", 0, "low"), |a| {
            a.attributes.insert("certain".into(), true.into());
        });
        assert_eq!(health(std::slice::from_ref(&certain)).certain, 0);
        let certain = changed(&certain, |a| a.edits.push(Replacement { span: Span::new(0, 1), text: String::new() }));
        assert_eq!(health(&[certain]).certain, 1);
    }
}
