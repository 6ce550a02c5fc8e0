//! Noun phrases, adverbials and clauses, read with a word list and without a parser.

mod adverbials;
mod backwards;
mod clause;
mod forwards;
mod marked;
mod share;

/// How far a phrase is followed, in units; more is never one phrase.
const LONGEST: usize = 40;
