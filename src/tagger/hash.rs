//! Hashes that are the same on every machine, in training and in the browser.

const ODD: u64 = 0x9E37_79B9_7F4A_7C15; // 2^64 divided by the golden ratio
const MORE: u64 = 0xD6E8_FEB8_6659_FD93;

fn mix(state: u64, value: u64) -> u64 {
    let x = (state ^ value).wrapping_mul(MORE);
    x ^ (x >> 32)
}

/// The hash of any bytes.
#[must_use]
pub fn bytes(bytes: &[u8]) -> u64 {
    let mut state = (bytes.len() as u64).wrapping_mul(ODD);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut eight = [0; 8];
        eight.copy_from_slice(chunk);
        state = mix(state, u64::from_le_bytes(eight));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut eight = [0; 8];
        eight[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(eight));
    }
    mix(state, ODD)
}

/// The hash of a word.
#[must_use]
pub fn word(word: &str) -> u64 {
    bytes(word.as_bytes())
}

/// Two hashes in one; the order matters.
#[must_use]
pub fn pair(a: u64, b: u64) -> u64 {
    mix(a.wrapping_mul(ODD).rotate_left(23), b)
}

/// A feature: value `value` of template `template`.
#[must_use]
pub fn feature(template: u16, value: u64) -> u32 {
    let x = (value ^ u64::from(template).wrapping_mul(ODD)).wrapping_mul(MORE);
    ((x ^ (x >> 29)).wrapping_mul(ODD) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_never_change() {
        // A model file is only as good as these: a change here needs new models.
        assert_eq!(word("Ortiz"), 0xC46AC8895822DDA3);
        assert_eq!(feature(7, word("a longer piece of text")), 3965754391);
        assert_ne!(pair(1, 2), pair(2, 1));
    }
}
