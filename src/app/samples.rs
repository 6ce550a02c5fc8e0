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
pub const SAMPLES: &[Sample] = &[];
