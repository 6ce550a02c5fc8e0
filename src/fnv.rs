//! FNV-1a (Fowler, Noll and Vo), 64 bits: a small hash that is the same on every machine. It withstands no one who wants two things
//! to collide.

use std::hash::Hasher;

/// What a hash starts from.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash so far with `byte` behind it.
#[must_use]
pub const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// The hash of `bytes`.
#[must_use]
pub fn of(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(START, step)
}

/// The same for tables of the standard library.
#[derive(Clone, Copy, Debug)]
pub struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(START)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| step(hash, *byte));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_its_authors_say() {
        assert_eq!((of(*b""), of(*b"a"), of(*b"foobar")), (START, 0xaf63_dc4c_8601_ec8c, 0x8594_4171_f739_67e8));
        let mut hasher = Fnv::default();
        hasher.write(b"foo");
        hasher.write(b"bar");
        assert_eq!(hasher.finish(), of(*b"foobar"));
    }
}
