//! What kind of finding one is: damage, a hint, or no damage at all.

use crate::annotation::{Annotation, Layer};

/// True for what is no damage: a piece of the article that is no running text, such as its headline or byline.
#[must_use]
pub fn is_structure(finding: &Annotation) -> bool {
    finding.layer == Layer::Artifact && finding.text_attribute("tier") == Some("structure")
}

/// True for a finding that is worth a look and no more: a hint, or a matter of style and layout.
#[must_use]
pub fn is_quiet(finding: &Annotation) -> bool {
    finding.text_attribute("tier") == Some("hint") || matches!(finding.text_attribute("severity"), None | Some("info"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::groups::tests::annotation;

    #[test]
    fn a_headline_is_no_damage_and_a_hint_is_quiet() {
        let headline = annotation("a1", Layer::Artifact, "struct.headline_in_body", (0, 1), &[("tier", "structure"), ("severity", "low")]);
        let hint = annotation("a2", Layer::Artifact, "word.doubled", (0, 1), &[("tier", "hint"), ("severity", "medium")]);
        let damage = annotation("a3", Layer::Artifact, "word.doubled", (0, 1), &[("tier", "finding"), ("severity", "medium")]);
        assert!(is_structure(&headline) && !is_structure(&hint) && !is_structure(&damage));
        assert!(is_quiet(&hint) && !is_quiet(&damage));
        // What no detector weighed is a matter of style.
        assert!(is_quiet(&annotation("a4", Layer::Artifact, "style.quotes", (0, 1), &[("tier", "finding")])));
    }
}
