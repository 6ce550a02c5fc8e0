//! One rule.

use super::pattern::Pattern;
use super::place::{Place, Within};
use crate::artifacts::Severity;

/// One rule, ready to be used.
#[derive(Clone, Debug)]
pub struct Rule {
    /// What people call it: the reason that stands with everything it finds.
    pub name: String,
    /// What it looks for.
    pub pattern: Pattern,
    /// What the place is that it finds.
    pub marks: Marks,
    /// Where it looks.
    pub place: Place,
    /// In which lines it looks.
    pub within: Option<Within>,
    /// What stands in place of what it found: `$1` for the first group. A rule that has this makes certain repairs.
    pub replace: Option<String>,
    /// False for a rule that is not to be used now.
    pub on: bool,
    /// The line of the file in which it begins, from 1.
    pub line: usize,
    /// Which of the file's rules it is, from 0, those with mistakes counted.
    pub number: usize,
}

/// What a rule makes of the places that it finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Marks {
    /// Damage of the category `house.NAME`.
    Finding {
        /// How bad it is.
        severity: Severity,
        /// What a person reads; the rule's name where nothing is said.
        message: String,
    },
    /// A name with this label, one of a person's own too.
    Entity {
        /// "PERSON", "SHIP".
        label: String,
    },
    /// Nothing: what detectors find there is withdrawn.
    Never {
        /// Labels ("word.misspelling", "PERSON"), families of damage ("word") and layers ("entity"); all damage where empty.
        of: Vec<String>,
    },
}

impl Rule {
    /// The label of its findings: "house.newsletter-prompt".
    #[must_use]
    pub fn category(&self) -> String {
        format!("house.{}", slug(&self.name))
    }
}

/// A name as one word: small letters, digits and hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            _ if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_one_word() {
        for (name, word) in [("Newsletter prompt", "newsletter-prompt"), ("  §4: docket no. ", "4-docket-no"), ("Útskýring", "útskýring"), ("--", "")] {
            assert_eq!(slug(name), word);
        }
    }
}
