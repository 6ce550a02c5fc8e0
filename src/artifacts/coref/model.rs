//! The damage model: how unlikely it is that a name or phrase was written where it stands.

use thiserror::Error;

use super::candidates::Candidate;
use super::features::{BITS, each};
use super::reading::Reading;

const MAGIC: &[u8; 4] = b"GDM2";

/// Why the bytes of a model could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Not a damage model, or one of another version.
    #[error("not a damage model of this version; build it again with \"galley train damage\"")]
    NotAModel,
    /// Too few or too many bytes.
    #[error("the damage model has {found} bytes, not {expected}: it was cut off or altered")]
    WrongLength {
        /// Bytes that were given.
        found: usize,
        /// Bytes that a model has.
        expected: usize,
    },
}

/// How many numbers the second reading of a candidate weighs.
pub(super) const SECOND: usize = 10;

/// How many the last.
pub(super) const LAST: usize = 6;

/// Logistic regression in two readings: over the hashed features of the slot, and over what the first found in the whole document.
#[derive(Clone, PartialEq)]
pub struct DamageModel {
    /// One weight a hashed feature, in steps of `scale`.
    pub(super) weights: Vec<i8>,
    /// Log odds a step.
    pub(super) scale: f32,
    /// Weights of the second reading.
    pub(super) second: [f32; SECOND],
    /// Weights of the last reading, which knows how the places of a chain fit together.
    pub(super) last: [f32; LAST],
}

impl std::fmt::Debug for DamageModel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let used = self.weights.iter().filter(|w| **w != 0).count();
        f.debug_struct("DamageModel").field("weights", &used).field("scale", &self.scale).field("second", &self.second).field("last", &self.last).finish()
    }
}

impl DamageModel {
    /// Reads what [`write`](Self::write) wrote.
    ///
    /// # Errors
    /// Where `bytes` are not a model of this version, or not all of one.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let expected = MAGIC.len() + 4 * (1 + SECOND + LAST) + (1 << BITS);
        if bytes.len() != expected {
            return Err(ModelError::WrongLength { found: bytes.len(), expected });
        }
        let (numbers, weights) = rest.split_at(4 * (1 + SECOND + LAST));
        let mut numbers = numbers.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let scale = numbers.next().unwrap_or_default();
        let mut second = [0.0; SECOND];
        let mut last = [0.0; LAST];
        second.iter_mut().chain(&mut last).zip(numbers).for_each(|(to, from)| *to = from);
        Ok(Self { weights: weights.iter().map(|b| *b as i8).collect(), scale, second, last })
    }

    /// The model as bytes, the same on every machine.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.scale.to_le_bytes());
        bytes.extend(self.second.iter().chain(&self.last).flat_map(|n| n.to_le_bytes()));
        bytes.extend(self.weights.iter().map(|w| *w as u8));
        bytes
    }

    /// The first reading: log odds that `candidate` was written over other words, from its slot alone.
    pub(super) fn slot(&self, reading: &Reading<'_>, candidate: &Candidate) -> f32 {
        let mut sum = 0i32;
        each(reading, candidate, |n| sum += i32::from(self.weights[n]));
        sum as f32 * self.scale
    }

    /// The second reading: log odds from `evidence`.
    pub(super) fn weigh(&self, evidence: &[f32; SECOND]) -> f32 {
        self.second.iter().zip(evidence).map(|(w, e)| w * e).sum()
    }

    /// The last reading: log odds from `evidence`.
    pub(super) fn settle(&self, evidence: &[f32; LAST]) -> f32 {
        self.last.iter().zip(evidence).map(|(w, e)| w * e).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_and_read() {
        let mut model = DamageModel { weights: vec![0; 1 << BITS], scale: 0.05, second: [0.5; SECOND], last: [0.25; LAST] };
        model.weights[7] = -3;
        let bytes = model.write();
        assert_eq!(DamageModel::read(&bytes).as_ref(), Ok(&model));
        assert_eq!(DamageModel::read(&bytes[..9]), Err(ModelError::WrongLength { found: 9, expected: bytes.len() }));
        assert_eq!(DamageModel::read(b"<html>"), Err(ModelError::NotAModel));
    }
}
