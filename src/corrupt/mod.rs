//! Ruins clean articles on purpose, the way real corpora were ruined, and says where: what the damage model learns from and is measured on.
//!
//! The four steps are those that were reconstructed from a real article: hyphenated words blanked, tokens joined with a blank after each,
//! coreference mentions replaced by the first mention of their chain, the replacement done with indices that went stale.

mod chains;
mod damage;
mod source;
mod substitute;

pub use damage::{Corrupted, Damage};

use crate::random::Random;

/// Which steps to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// All of them: hyphens blanked, tokenised, each replacement written at an index that earlier ones made stale.
    Stale,
    /// Mentions replaced where they stand in otherwise untouched text, as a resolver that works does.
    InPlace,
    /// Tokens joined with blanks, nothing replaced.
    TokeniseOnly,
    /// Hyphenated words blanked, nothing else.
    HyphensOnly,
}

/// How to ruin an article.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The same seed and text give the same result.
    pub seed: u64,
    /// The share of the replacements that are done, from 0 to 1.
    pub keep: f64,
    /// Which steps to take.
    pub mode: Mode,
}

/// Ruins `text`.
#[must_use]
pub fn corrupt(text: &str, options: Options) -> Corrupted {
    let mut random = Random::new(options.seed);
    match options.mode {
        Mode::HyphensOnly => source::blank_hyphens(text).into_corrupted(),
        Mode::TokeniseOnly => {
            let flat = source::flatten(text, &mut random);
            substitute::joined(&source::Source::new(source::Blanked::untouched(flat)), &[])
        }
        Mode::InPlace => {
            let source = source::Source::new(source::Blanked::untouched(text.to_owned()));
            let chains = chains::find(&source, &mut random);
            substitute::in_place(&source, &thin(chains, options.keep, &mut random))
        }
        Mode::Stale => {
            let flat = source::flatten(text, &mut random);
            let source = source::Source::new(source::blank_hyphens(&flat));
            let chains = chains::find(&source, &mut random);
            substitute::joined(&source, &thin(chains, options.keep, &mut random))
        }
    }
}

/// Drops replacements so that about `keep` of them are left; the first mention of a chain always stays.
fn thin(mut chains: Vec<chains::Chain>, keep: f64, random: &mut Random) -> Vec<chains::Chain> {
    for chain in &mut chains {
        chain.others.retain(|_| random.chance(keep));
    }
    chains.retain(|c| !c.others.is_empty());
    chains
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Mayor Lena Ortiz met Paul Kwan on Monday. She said he had asked her for a well-known lawyer.\n\n\
        Kwan’s office didn't comment. “He told us that he would resign,” Ortiz said. She said that Kwan left his office at noon, and that she called him.";

    fn run(mode: Mode, seed: u64) -> Corrupted {
        corrupt(ARTICLE, Options { seed, keep: 1.0, mode })
    }

    #[test]
    fn the_same_seed_gives_the_same_damage() {
        assert_eq!(run(Mode::Stale, 3), run(Mode::Stale, 3));
        assert!((0..8).any(|s| run(Mode::Stale, s).text != run(Mode::Stale, 3).text));
    }

    #[test]
    fn every_damaged_place_lies_in_the_text_in_order() {
        for seed in 0..40 {
            for mode in [Mode::Stale, Mode::InPlace, Mode::TokeniseOnly, Mode::HyphensOnly] {
                let ruined = run(mode, seed);
                assert!(ruined.damage.windows(2).all(|w| w[0].span.start() <= w[1].span.start()));
                for damage in &ruined.damage {
                    let now = damage.span.of(&ruined.text);
                    assert!(!now.is_empty() && now != damage.original, "{mode:?} {damage:?}");
                }
            }
        }
    }

    #[test]
    fn stale_indices_leave_the_mention_and_hit_a_later_word() {
        let overwritten = (0..20).flat_map(|s| run(Mode::Stale, s).damage).filter(|d| d.category == "coref.overwrite").count();
        assert!(overwritten > 20, "{overwritten}");
    }

    #[test]
    fn blanked_words_leave_a_gap_of_two_blanks_and_one_for_each_hyphen() {
        let ruined = run(Mode::HyphensOnly, 1);
        assert!(ruined.text.contains("for a   lawyer"), "{}", ruined.text);
        assert_eq!(ruined.damage.len(), 1);
        assert_eq!(ruined.damage[0].original, "well-known");
        assert_eq!(ruined.damage[0].category, "gap.dropped_hyphenated");
    }

    #[test]
    fn tokenising_alone_moves_no_word() {
        let ruined = run(Mode::TokeniseOnly, 1);
        let squeeze = |t: &str| t.split_whitespace().collect::<String>();
        assert_eq!(squeeze(&ruined.text), squeeze(ARTICLE));
        assert!(ruined.text.contains("Kwan ’s office did n't comment . “ He told"), "{}", ruined.text);
    }
}
