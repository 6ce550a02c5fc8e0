//! Tokens as numbers, so that runs of them compare quickly.

use crate::artifacts::Context;

/// One number a token, equal where the tokens are equal but for capitals.
pub(super) struct Keys(pub(super) Vec<u64>);

impl Keys {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let text = context.view.text();
        Keys(context.view.layout().tokens.iter().map(|t| key(t.of(text))).collect())
    }
}

/// FNV-1a over the characters in lower case.
fn key(word: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    if word.is_ascii() {
        return word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, b| step(hash, b.to_ascii_lowercase()));
    }
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for c in word.chars().flat_map(char::to_lowercase) {
        let mut buffer = [0; 4];
        hash = c.encode_utf8(&mut buffer).bytes().fold(hash, step);
    }
    hash
}
