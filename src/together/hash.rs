//! One number for a row of words.

use crate::fnv;
use crate::random::stirred;

/// A hash of 64 bits (FNV-1a, its result stirred once by the finisher of SplitMix64, so that its low bits may be sampled): the
/// same on every machine and in every run.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hash(u64);

impl Hash {
    pub(super) fn new() -> Self {
        Self(fnv::START)
    }

    pub(super) fn add(&mut self, word: &str) {
        self.0 = word.bytes().chain([0xff]).fold(self.0, fnv::step);
    }

    pub(super) fn finish(self) -> u64 {
        stirred(self.0)
    }
}
