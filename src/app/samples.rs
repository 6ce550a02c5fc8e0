//! Sample articles, written for this project.

/// All of them, in the order in which the start page (`index.html`) names them: clean, careless, ruined.
pub const SAMPLES: &[&str] =
    &[include_str!("../../samples/clean.txt"), include_str!("../../samples/careless.txt"), include_str!("../../samples/overwritten.txt")];
