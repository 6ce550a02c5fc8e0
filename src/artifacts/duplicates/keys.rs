//! Tokens as numbers, so that runs of them compare quickly.

use crate::artifacts::Context;
use crate::fnv;

/// One number a token, equal where the tokens are equal but for capitals.
pub(super) struct Keys(pub(super) Vec<u64>);

impl Keys {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let text = context.view.text();
        Keys(context.view.layout().tokens.iter().map(|t| key(t.of(text))).collect())
    }
}

/// A hash of the characters in lower case.
fn key(word: &str) -> u64 {
    if word.is_ascii() {
        return fnv::of(word.bytes().map(|b| b.to_ascii_lowercase()));
    }
    let mut hash = fnv::START;
    for c in word.chars().flat_map(char::to_lowercase) {
        let mut buffer = [0; 4];
        hash = c.encode_utf8(&mut buffer).bytes().fold(hash, fnv::step);
    }
    hash
}
