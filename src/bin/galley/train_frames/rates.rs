//! The rate at which a word reports something in a form and frame. That of a rare word leans on those of ever wider classes.

use std::collections::BTreeMap;

/// One use of a verb.
pub(super) struct Use {
    pub(super) key: Key,
    /// One bit a sign.
    pub(super) signs: galley::quotes::Signs,
    /// True where a quotation is what it would report.
    pub(super) reports: bool,
    /// Uses of one document are in one share.
    pub(super) share: usize,
}

/// The rate of a word of which nothing is known.
const UNKNOWN: f64 = 0.15;
/// How many uses the rate of the next wider class counts for, from the widest to the narrowest: words of speech and thought or
/// not, such words in the form and frame, the word in the frame, the word in the form and frame.
const PRIORS: [f64; 4] = [8.0, 8.0, 4.0, 8.0];
/// Verbs that are none of speech, writing or thought are left out where they were seen less often than this in a frame,
const FEWEST: u32 = 3;
/// or where their rate is not this much above the least.
const OTHER: f64 = 0.13;

/// What no words need be said for, though a reader held some of it so: without marks, what follows is begun or looked for.
const NEVER: [&str; 3] = ["begin", "continue", "look"];

/// A word with its form and frame, and whether it is one of speech, writing or thought.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) verb: &'static str,
    pub(super) form: &'static str,
    pub(super) frame: &'static str,
    pub(super) reports: bool,
}

/// Uses, and those that report something.
#[derive(Clone, Copy, Default)]
struct Count {
    uses: u32,
    reports: u32,
}

/// Uses by all that a rate leans on.
#[derive(Default)]
pub(super) struct Tallies {
    lines: BTreeMap<Key, Count>,
    classes: BTreeMap<bool, Count>,
    patterns: BTreeMap<(bool, &'static str, &'static str), Count>,
    verbs: BTreeMap<(&'static str, &'static str), Count>,
}

impl Tallies {
    /// Counts `uses`.
    pub(super) fn of<'u>(uses: impl Iterator<Item = &'u Use>) -> Self {
        let mut tallies = Self::default();
        for one in uses {
            let key = one.key;
            let counts = [
                tallies.lines.entry(key).or_default(),
                tallies.classes.entry(key.reports).or_default(),
                tallies.patterns.entry((key.reports, key.form, key.frame)).or_default(),
                tallies.verbs.entry((key.verb, key.frame)).or_default(),
            ];
            for count in counts {
                count.uses += 1;
                count.reports += u32::from(one.reports);
            }
        }
        tallies
    }

    /// The rate of `key`, from 0 to 1.
    pub(super) fn rate(&self, key: &Key) -> f64 {
        let classes = [
            self.classes.get(&key.reports),
            self.patterns.get(&(key.reports, key.form, key.frame)),
            self.verbs.get(&(key.verb, key.frame)),
            self.lines.get(key),
        ];
        classes.into_iter().zip(PRIORS).fold(UNKNOWN, |wider, (count, prior)| {
            let count = count.copied().unwrap_or_default();
            (f64::from(count.reports) + prior * wider) / (f64::from(count.uses) + prior)
        })
    }
}

/// The lines of the table: all that was counted at a rate of at least `least`, a line a form and frame.
pub(super) fn table(tallies: &Tallies, least: f64) -> Vec<String> {
    let mut patterns: BTreeMap<(&str, &str), BTreeMap<u32, Vec<&str>>> = BTreeMap::new();
    let mut last = None;
    for (key, count) in tallies.lines.iter().rev() {
        let rate = tallies.rate(key);
        let nominal = matches!(key.form, "adjective" | "noun" | "owned" | "light" | "predicate");
        let other = !key.reports && !nominal;
        // What was not done is no report where the verb is none: "did not see the roof".
        let undone = other && matches!(key.form, "negated" | "not-passive");
        let least = if other { least + OTHER } else { least };
        if undone || NEVER.contains(&key.verb) || other && count.uses < FEWEST || rate < least {
            continue;
        }
        // A word of both classes counts as one of speech.
        if last.replace((key.verb, key.form, key.frame)) != Some((key.verb, key.form, key.frame)) {
            patterns.entry((key.form, key.frame)).or_default().entry((rate * 100.0).round() as u32).or_default().push(key.verb);
        }
    }
    patterns
        .into_iter()
        .map(|((form, frame), rates)| {
            let of = |(rate, mut verbs): (u32, Vec<&str>)| {
                verbs.sort_unstable();
                format!("\t{rate} {}", verbs.join(" "))
            };
            let rates: Vec<String> = rates.into_iter().map(of).collect();
            format!("{form}\t{frame}{}\n", rates.concat())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_frequent_report_is_kept_and_a_rare_one_is_not() {
        let uses = |verb, frame, reports: bool, all: usize, of_them: usize| {
            (0..all).map(move |n| Use { key: Key { verb, form: "finite", frame, reports }, signs: galley::quotes::Signs::NONE, reports: n < of_them, share: 0 })
        };
        let all: Vec<Use> = uses("vow", "to", true, 20, 18).chain(uses("go", "to", false, 50, 1)).chain(uses("rail", "against", true, 1, 0)).collect();
        // The class: (18 + 8 × 0.15) / 29 = 0.66; the pattern: (18 + 8 × 0.66) / 28 = 0.83; the verb: (18 + 4 × 0.83) / 24 = 0.89;
        // the line: (18 + 8 × 0.89) / 28 = 0.90.
        assert_eq!(table(&Tallies::of(all.iter()), 0.75), ["finite\tto\t90 vow\n"]);
    }
}
