//! Sample articles, written for this project.

/// One sample.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Its headline.
    pub title: &'static str,
    /// What it shows, in a few words.
    pub about: &'static str,
    /// The article.
    pub text: &'static str,
}

/// All of them, in the order of the start page.
pub const SAMPLES: &[Sample] = &[
    Sample { title: "A clean article", about: "Names, quotations and who said them", text: include_str!("../../samples/clean.txt") },
    Sample { title: "A careless one", about: "Typing slips, mixed quotation marks, broken characters", text: include_str!("../../samples/careless.txt") },
    Sample { title: "A ruined one", about: "Tokenised, and names written over other words", text: include_str!("../../samples/overwritten.txt") },
];
