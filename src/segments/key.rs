//! The key of a word: by it the lists and the features know it.

use crate::tagger::hash;

/// The key of one word: the hash of what stands between its first and last letter or digit, in small letters; 0 where there is none.
pub(super) fn key_of(word: &str) -> u64 {
    if let Some(key) = ascii_key(word.as_bytes()) {
        return key;
    }
    let core = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '©' && c != '@');
    if core.is_empty() {
        return 0;
    }
    let mut buffer = [0u8; 48];
    let mut length = 0;
    for c in core.chars() {
        let c = match c {
            '’' | '‘' => '\'',
            c => c,
        };
        for c in c.to_lowercase() {
            let size = c.len_utf8();
            if length + size > buffer.len() {
                return hash::bytes(&buffer[..length]);
            }
            c.encode_utf8(&mut buffer[length..length + size]);
            length += size;
        }
    }
    hash::bytes(&buffer[..length])
}

/// The key of a word of ASCII characters alone; `None` for another and for a very long one.
fn ascii_key(word: &[u8]) -> Option<u64> {
    if word.len() > 48 || !word.is_ascii() {
        return None;
    }
    let is_core = |b: &u8| b.is_ascii_alphanumeric() || *b == b'@';
    let Some(first) = word.iter().position(is_core) else { return Some(0) };
    let last = word.iter().rposition(is_core).unwrap_or(first);
    let mut buffer = [0u8; 48];
    let core = &mut buffer[..=last - first];
    core.copy_from_slice(&word[first..=last]);
    core.make_ascii_lowercase();
    Some(hash::bytes(core))
}
