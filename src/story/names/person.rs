//! Which names of people can be one person's.

use super::super::{lexicon, spelling, words};
use crate::lexicon::WordSet;

/// The parts of a person's name, in lower case and without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct PersonName {
    /// None where a person goes by the surname alone.
    pub(in super::super) first: Option<String>,
    /// Names and initials in between.
    pub(in super::super) middle: Vec<String>,
    pub(in super::super) last: String,
    /// "jr", "iii".
    pub(in super::super) suffix: Option<String>,
}

/// What stands before a name and is none of it.
const TITLES: WordSet = WordSet::new("dr gen gov judge justice lady lord miss mr mrs ms president rep rev sen senator sir");

const SUFFIXES: &[&str] = &["ii", "iii", "iv", "jr", "sr"];

/// Parts that belong to the surname after them where they are not capitals.
const PARTICLES: WordSet = WordSet::new("al bin da de del della den der di dos du la le ten ter van von");

impl PersonName {
    /// The parts of `name`; none where there is no surname in it.
    pub(in super::super) fn of(name: &str) -> Option<Self> {
        // "van Dam" is one part; "Al" of "Al Brandt" is another.
        let mut parts: Vec<String> = Vec::new();
        let mut particles = String::new();
        for part in name.split(|c: char| c.is_whitespace() || c == ',').filter(|p| !p.is_empty()) {
            if PARTICLES.has(part) {
                particles.push_str(part);
                particles.push(' ');
            } else {
                let folded = spelling::plain_letters(&words::folded(part));
                if !folded.is_empty() {
                    parts.push(std::mem::take(&mut particles) + &folded);
                }
            }
        }
        while parts.len() > 1 && TITLES.has(parts[0].as_str()) {
            parts.remove(0);
        }
        let suffix = parts.last().filter(|p| parts.len() > 1 && SUFFIXES.contains(&p.as_str())).cloned();
        if suffix.is_some() {
            parts.pop();
        }
        let last = parts.pop()?;
        let first = (!parts.is_empty()).then(|| parts.remove(0));
        Some(Self { first, middle: parts, last, suffix })
    }

    /// All of it, to be compared with another's.
    pub(in super::super) fn whole(&self) -> String {
        let middle = self.middle.iter().map(String::as_str);
        self.first.as_deref().into_iter().chain(middle).chain([self.last.as_str()]).collect::<Vec<_>>().join(" ").replace('-', " ")
    }

    /// The surname stands first: "Kim Jong-un".
    pub(in super::super) fn turn(&mut self) {
        if let Some(first) = self.first.take() {
            let mut given = std::mem::take(&mut self.middle);
            given.push(std::mem::replace(&mut self.last, first));
            self.first = Some(given.join(" ").replace('-', " "));
        }
    }

    /// True where nothing in the two names speaks against one person.
    pub(in super::super) fn may_be(&self, other: &Self) -> bool {
        let alike = |x: &str, y: &str| {
            let initial = |short: &str, long: &str| short.chars().count() == 1 && long.starts_with(short);
            let misspelt = x.len().min(y.len()) >= 7 && spelling::likeness(x, y) >= 0.85;
            x == y || misspelt || lexicon::full_first_name(x) == lexicon::full_first_name(y) || initial(x, y) || initial(y, x)
        };
        let first = match (&self.first, &other.first) {
            (Some(x), Some(y)) => alike(x, y),
            _ => true,
        };
        let middle = self.middle.iter().zip(&other.middle).all(|(x, y)| alike(x, y))
            && (self.middle.is_empty() || other.middle.is_empty() || self.middle.len() == other.middle.len());
        // "III" is often left out, "Jr." tells a son from his father.
        let counted = |suffix: &Option<String>| suffix.as_deref().filter(|s| matches!(*s, "jr" | "sr")).is_none();
        let suffix = self.suffix == other.suffix || counted(&self.suffix) && counted(&other.suffix) || self.first.is_none() || other.first.is_none();
        self.last == other.last && first && middle && suffix
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(a: &str, b: &str) -> bool {
        PersonName::of(a).unwrap().may_be(&PersonName::of(b).unwrap())
    }

    #[test]
    fn forms_of_one_name() {
        assert!(may("Lena Ortiz", "Ortiz") && may("L. Ortiz", "Lena Ortiz") && may("Bill Brandt", "William Brandt") && may("Lena M. Ortiz", "Lena Ortiz"));
        assert!(may("Vincente Ortiz", "Vicente Ortiz") && !may("Maria Ortiz", "Marina Ortiz"));
        assert!(may("Sen. Lena Ortiz", "Lena Ortiz") && may("Jan van Dam", "van Dam") && may("Kovač", "Kovac"));
    }

    #[test]
    fn a_surname_that_stands_first_is_turned() {
        let turned = |name: &str| {
            let mut name = PersonName::of(name).unwrap();
            name.turn();
            name
        };
        assert!(turned("Hol Min-su").may_be(&turned("Hol Min Su")) && turned("Hol Min-su").may_be(&PersonName::of("Hol").unwrap()));
        assert!(!turned("Hol Min-su").may_be(&turned("Hol Min-ja")));
    }

    #[test]
    fn two_people_of_one_surname() {
        assert!(
            !may("Lena Ortiz", "Marta Ortiz")
                && !may("John A. Brandt", "John B. Brandt")
                && !may("John Brandt Jr.", "John Brandt")
                && !may("Lena Ortiz", "Lena Brandt")
        );
    }
}
