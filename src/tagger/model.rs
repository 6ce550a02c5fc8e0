//! The trained weights, and the file that keeps them.
//!
//! The file, all numbers little-endian: "GLTG", version (u8), 1 for BILOU (u8), count of names (u8), each name (u8 length,
//! bytes), bits of the feature hash (u8), scale (f32), rows (u32), wide rows (u32), the chain (start, end, from × to: f32),
//! the gaps between the buckets of the rows (LEB128), then a mask of its non-zero weights for every row (one plane a byte),
//! then the non-zero weights tag by tag (i8), then the wide rows whole (i16), and the hash of all that (u64). What is alike
//! stands together, so that it packs well.

use thiserror::Error;

use super::decode::Chain;
use super::{Sequence, TagSet, hash};

const MAGIC: &[u8; 4] = b"GLTG";
const VERSION: u8 = 1;

/// In the first cell of a row: the weights stand in the table of wide rows.
const WIDE: i8 = i8::MIN;

/// Why a model file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Not a model, or not one of this kind.
    #[error("this is not a model file of this program")]
    NotAModel,
    /// Made by another version.
    #[error("the model file has format {found}, this program reads {VERSION}; fetch both from the same release")]
    Version {
        /// The file's version.
        found: u8,
    },
    /// Cut off or altered.
    #[error("the model file is damaged; fetch it again")]
    Damaged,
}

/// The weights of one kept bucket while they are still exact.
#[derive(Clone, Debug)]
#[cfg(not(target_arch = "wasm32"))]
pub(super) struct Row {
    pub(super) bucket: u32,
    pub(super) weights: Vec<f32>,
}

/// A trained tagger. Cheap to share, never altered.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    tags: TagSet,
    mask: u32,
    scale: f32,
    chain: Chain,
    /// One bit a bucket: it has a row.
    kept: Vec<u64>,
    /// For each word of `kept`, the rows before it.
    before: Vec<u32>,
    /// Weights in steps of `scale`, `stride` a row.
    narrow: Vec<i8>,
    stride: usize,
    /// Rows with weights too large for one byte.
    wide: Vec<i16>,
}

impl Model {
    /// The tags that it gives.
    #[must_use]
    pub fn tags(&self) -> &TagSet {
        &self.tags
    }

    pub(super) fn chain(&self) -> &Chain {
        &self.chain
    }

    /// The count of features with a weight.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.narrow.len() / self.stride.max(1)
    }

    /// Weights in steps: one byte each, two for the few rows that hold larger ones (they are not clipped: that costs up to three points).
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn quantised(tags: TagSet, mask: u32, rows: Vec<Row>, chain: &Chain, (levels, floor): (f32, f32)) -> Self {
        let mut peaks: Vec<f32> = rows.iter().map(|r| r.weights.iter().fold(0.0f32, |m, w| m.max(w.abs()))).collect();
        peaks.sort_by(f32::total_cmp);
        let usual = peaks.get(peaks.len().saturating_sub(1) * 998 / 1000).copied().unwrap_or(1.0);
        let scale = (usual / levels).max(1e-6);
        let stride = tags.len().next_multiple_of(8);
        let mut model = Model {
            mask,
            scale,
            chain: chain.clone(),
            kept: vec![0; (mask as usize + 1).div_ceil(64)],
            before: Vec::new(),
            narrow: Vec::new(),
            stride,
            wide: Vec::new(),
            tags,
        };
        for row in rows {
            let steps: Vec<i16> =
                row.weights.iter().map(|w| w / scale).map(|w| if w.abs() < floor { 0 } else { w.round().clamp(-32767.0, 32767.0) as i16 }).collect();
            if steps.iter().any(|s| *s != 0) {
                model.push(row.bucket, &steps);
            }
        }
        model.count_before();
        model
    }

    /// Adds the row of `bucket`; buckets come in order.
    #[cfg(not(target_arch = "wasm32"))]
    fn push(&mut self, bucket: u32, steps: &[i16]) {
        self.kept[bucket as usize / 64] |= 1 << (bucket % 64);
        let first = self.narrow.len();
        self.narrow.resize(first + self.stride, 0);
        if steps.iter().any(|s| s.unsigned_abs() > 127) {
            let number = (self.wide.len() / self.tags.len()) as u32;
            self.wide.extend_from_slice(steps);
            self.narrow[first] = WIDE;
            for (cell, byte) in self.narrow[first + 1..first + 5].iter_mut().zip(number.to_le_bytes()) {
                *cell = byte as i8;
            }
        } else {
            self.narrow[first..].iter_mut().zip(steps).for_each(|(cell, s)| *cell = *s as i8);
        }
    }

    fn count_before(&mut self) {
        let mut rows = 0;
        self.before = self
            .kept
            .iter()
            .map(|word| {
                let before = rows;
                rows += word.count_ones();
                before
            })
            .collect();
    }

    /// The row of the bucket that `feature` falls in.
    fn row(&self, feature: u32) -> Option<usize> {
        let bucket = feature & self.mask;
        let word = self.kept[bucket as usize / 64];
        let bit = 1u64 << (bucket % 64);
        (word & bit != 0).then(|| (self.before[bucket as usize / 64] + (word & (bit - 1)).count_ones()) as usize)
    }

    /// What the features of every token say for every tag, into `scores`, token by token.
    pub fn scores(&self, sequence: &Sequence, scores: &mut Vec<f32>) {
        scores.clear();
        scores.reserve(sequence.len() * self.tags.len());
        for at in 0..sequence.len() {
            match self.stride {
                8 => self.score::<8>(sequence.features(at), scores),
                16 => self.score::<16>(sequence.features(at), scores),
                24 => self.score::<24>(sequence.features(at), scores),
                _ => self.score::<32>(sequence.features(at), scores),
            }
        }
    }

    fn score<const STRIDE: usize>(&self, features: &[u32], scores: &mut Vec<f32>) {
        let mut sums = [0i32; STRIDE];
        for feature in features {
            let Some(row) = self.row(*feature) else { continue };
            let Some(cells) = self.narrow.get(row * STRIDE..).and_then(|c| c.first_chunk::<STRIDE>()) else { continue };
            if cells[0] == WIDE {
                let number = u32::from_le_bytes([cells[1] as u8, cells[2] as u8, cells[3] as u8, cells[4] as u8]) as usize;
                let count = self.tags.len();
                sums.iter_mut().zip(&self.wide[number * count..(number + 1) * count]).for_each(|(s, w)| *s += i32::from(*w));
            } else {
                sums.iter_mut().zip(cells).for_each(|(s, w)| *s += i32::from(*w));
            }
        }
        scores.extend(sums[..self.tags.len()].iter().map(|s| *s as f32 * self.scale));
    }

    /// The model file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let count = self.tags.len();
        let rows = self.rows();
        let mut out = Vec::new();
        out.extend_from_slice(MAGIC);
        out.extend([VERSION, u8::from(self.tags.is_bilou()), self.tags.names().len() as u8]);
        for name in self.tags.names() {
            out.push(name.len() as u8);
            out.extend_from_slice(name.as_bytes());
        }
        out.push(self.mask.count_ones() as u8);
        out.extend(self.scale.to_le_bytes());
        out.extend((rows as u32).to_le_bytes());
        out.extend(((self.wide.len() / count) as u32).to_le_bytes());
        let mut moves = vec![f32::NEG_INFINITY; count * count];
        for to in 0..count {
            for step in self.chain.before(to) {
                moves[usize::from(step.from) * count + to] = step.score;
            }
        }
        for score in self.chain.start.iter().chain(&self.chain.end).chain(&moves) {
            out.extend(score.to_le_bytes());
        }
        let mut last = 0;
        for bucket in (0..=self.mask).filter(|b| self.kept[*b as usize / 64] & (1 << (b % 64)) != 0) {
            leb128(&mut out, bucket - last);
            last = bucket;
        }
        let wide_number = |row: usize| {
            let cells = &self.narrow[row * self.stride..];
            (cells[0] == WIDE).then(|| u32::from_le_bytes([cells[1] as u8, cells[2] as u8, cells[3] as u8, cells[4] as u8]) as usize)
        };
        // A wide row has an empty mask: no narrow row has one.
        let masks: Vec<u32> = (0..rows)
            .map(|row| match wide_number(row) {
                Some(_) => 0,
                None => (0..count).filter(|t| self.narrow[row * self.stride + t] != 0).fold(0, |m, t| m | 1 << t),
            })
            .collect();
        for plane in 0..count.div_ceil(8) {
            out.extend(masks.iter().map(|m| (m >> (8 * plane)) as u8));
        }
        for tag in 0..count {
            out.extend((0..rows).filter(|row| masks[*row] & (1 << tag) != 0).map(|row| self.narrow[row * self.stride + tag] as u8));
        }
        for step in &self.wide {
            out.extend(step.to_le_bytes());
        }
        out.extend(hash::bytes(&out).to_le_bytes());
        out
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// If `bytes` is no whole, unaltered model file of this version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let (content, sum) = bytes.split_last_chunk::<8>().ok_or(ModelError::NotAModel)?;
        let mut reader = Reader { rest: content };
        if reader.take(4)? != MAGIC {
            return Err(ModelError::NotAModel);
        }
        let found = reader.byte()?;
        if found != VERSION {
            return Err(ModelError::Version { found });
        }
        if hash::bytes(content) != u64::from_le_bytes(*sum) {
            return Err(ModelError::Damaged);
        }
        let tags = reader.tags()?;
        let bits = u32::from(reader.byte()?);
        if !(6..=24).contains(&bits) {
            return Err(ModelError::Damaged);
        }
        let mask = (1u32 << bits) - 1;
        let scale = reader.float()?;
        let rows = reader.number()? as usize;
        let wide_rows = reader.number()? as usize;
        let count = tags.len();
        if rows > mask as usize + 1 || wide_rows > rows {
            return Err(ModelError::Damaged);
        }
        let chain = reader.chain(&tags)?;
        let stride = count.next_multiple_of(8);
        let mut model = Model {
            tags,
            mask,
            scale,
            chain,
            kept: vec![0; (mask as usize + 1).div_ceil(64)],
            before: Vec::new(),
            narrow: vec![0; rows * stride],
            stride,
            wide: Vec::new(),
        };
        let mut bucket = 0u32;
        for _ in 0..rows {
            bucket = bucket.saturating_add(reader.leb128()?);
            *model.kept.get_mut(bucket as usize / 64).ok_or(ModelError::Damaged)? |= 1 << (bucket % 64);
        }
        model.count_before();
        let mut masks = vec![0u32; rows];
        for plane in 0..count.div_ceil(8) {
            for (mask, byte) in masks.iter_mut().zip(reader.take(rows)?) {
                *mask |= u32::from(*byte) << (8 * plane);
            }
        }
        // Tag by tag in the file, row by row here: a cursor for every tag.
        let mut cursors = [0usize; TagSet::MOST];
        let tags_of =
            |mask: u32| std::iter::successors(Some(mask), |m| Some(m & m.wrapping_sub(1))).take_while(|m| *m != 0).map(|m| m.trailing_zeros() as usize);
        masks.iter().for_each(|mask| tags_of(*mask).for_each(|tag| cursors[tag] += 1));
        let mut total = 0;
        for cursor in &mut cursors {
            (*cursor, total) = (total, total + *cursor);
        }
        let values = reader.take(total)?;
        if masks.iter().any(|mask| mask >> (count - 1) > 1) {
            return Err(ModelError::Damaged);
        }
        for (cells, mask) in model.narrow.chunks_exact_mut(stride).zip(&masks) {
            for tag in tags_of(*mask) {
                cells[tag] = values[cursors[tag]] as i8;
                cursors[tag] += 1;
            }
        }
        let mut number = 0u32;
        for (row, _) in masks.iter().enumerate().filter(|(_, m)| **m == 0) {
            model.narrow[row * stride] = WIDE;
            for (cell, byte) in model.narrow[row * stride + 1..row * stride + 5].iter_mut().zip(number.to_le_bytes()) {
                *cell = byte as i8;
            }
            number += 1;
        }
        if number as usize != wide_rows {
            return Err(ModelError::Damaged);
        }
        model.wide = reader.take(wide_rows * count * 2)?.chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect();
        Ok(model)
    }
}

fn leb128(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads one thing after the other, and never past the end.
struct Reader<'b> {
    rest: &'b [u8],
}

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(ModelError::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, ModelError> {
        Ok(self.take(1)?[0])
    }

    fn four(&mut self) -> Result<[u8; 4], ModelError> {
        let b = self.take(4)?;
        Ok([b[0], b[1], b[2], b[3]])
    }

    fn number(&mut self) -> Result<u32, ModelError> {
        Ok(u32::from_le_bytes(self.four()?))
    }

    fn float(&mut self) -> Result<f32, ModelError> {
        Ok(f32::from_le_bytes(self.four()?))
    }

    fn leb128(&mut self) -> Result<u32, ModelError> {
        let mut value = 0u32;
        for shift in (0..32).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(value)
    }

    /// The tags: a byte for whether they are pieces of names, then their names.
    fn tags(&mut self) -> Result<TagSet, ModelError> {
        let bilou = self.byte()? != 0;
        let mut names = Vec::new();
        for _ in 0..self.byte()? {
            let length = usize::from(self.byte()?);
            names.push(std::str::from_utf8(self.take(length)?).map_err(|_| ModelError::Damaged)?);
        }
        if names.len() > if bilou { 7 } else { TagSet::MOST } || names.is_empty() {
            return Err(ModelError::Damaged);
        }
        Ok(if bilou { TagSet::bilou(&names) } else { TagSet::plain(&names) })
    }

    fn chain(&mut self, tags: &TagSet) -> Result<Chain, ModelError> {
        let count = tags.len();
        let mut floats = |n: usize| (0..n).map(|_| self.float()).collect::<Result<Vec<f32>, _>>();
        let (start, end, moves) = (floats(count)?, floats(count)?, floats(count * count)?);
        let before = (0..count).map(|to| (0..count).filter(|from| tags.may_follow(*from, to)).map(|from| (from as u8, moves[from * count + to])).collect());
        Ok(Chain::new(start, end, before))
    }
}

#[cfg(test)]
mod tests {
    use super::super::train::{Example, Options, train};
    use super::*;

    /// Words of a made-up language: "na" opens a name of two words, "ko" is a name alone.
    fn sequence(words: &str) -> Sequence {
        let mut sequence = Sequence::default();
        let words: Vec<&str> = words.split(' ').collect();
        for at in 0..words.len() {
            sequence.token();
            sequence.push(hash::feature(0, 0));
            sequence.push(hash::feature(1, hash::word(words[at])));
            if at > 0 {
                sequence.push(hash::feature(2, hash::word(words[at - 1])));
            }
        }
        sequence
    }

    fn trained() -> Model {
        let tags = TagSet::bilou(&["NAME"]);
        let examples: Vec<Example> = [("ti na ri ta", vec![0, 1, 3, 0]), ("ko ti ta", vec![4, 0, 0]), ("na ta ko", vec![1, 3, 4]), ("ta ri ti", vec![0, 0, 0])]
            .into_iter()
            .map(|(words, gold)| Example::new(sequence(words), gold))
            .collect();
        train(&tags, &examples, &Options { bits: 12, epochs: 60, minimum_count: 1, l1: 0.0, ..Options::default() })
    }

    #[test]
    fn learns_spans_and_reads_its_own_file() {
        let model = trained();
        assert_eq!(model.decode(&sequence("ri na ko ti"), None).tags, [0, 1, 3, 0]);
        assert_eq!(model.decode(&sequence("ko ti"), None).tags, [4, 0]);
        let again = Model::from_bytes(&model.to_bytes()).unwrap();
        assert_eq!(again, model);
        assert_eq!(again.to_bytes(), model.to_bytes());
    }

    #[test]
    fn confidence_is_a_probability() {
        let decoded = trained().decode(&sequence("ti na ri zu"), None);
        assert!(decoded.confidence.iter().all(|c| (0.0..=1.0).contains(c)), "{decoded:?}");
        assert!(trained().decode(&Sequence::default(), None).tags.is_empty());
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        assert_eq!(trained().to_bytes(), trained().to_bytes());
    }

    #[test]
    fn refuses_what_is_not_a_whole_model() {
        let bytes = trained().to_bytes();
        assert_eq!(Model::from_bytes(b"something else"), Err(ModelError::NotAModel));
        assert_eq!(Model::from_bytes(&[]), Err(ModelError::NotAModel));
        for cut in [12, bytes.len() / 2, bytes.len() - 1] {
            assert_eq!(Model::from_bytes(&bytes[..cut]), Err(ModelError::Damaged), "{cut}");
        }
        let mut altered = bytes.clone();
        altered[bytes.len() / 2] ^= 4;
        assert_eq!(Model::from_bytes(&altered), Err(ModelError::Damaged));
        altered = bytes;
        altered[4] = 9;
        assert_eq!(Model::from_bytes(&altered), Err(ModelError::Version { found: 9 }));
    }

    #[test]
    fn open_annotation_is_read_as_any_of_its_tags() {
        let tags = TagSet::plain(&["a", "b", "c"]);
        let words = |w: &str| {
            let mut s = Sequence::default();
            s.token();
            s.push(hash::feature(1, hash::word(w)));
            s
        };
        let mut open = Example::new(words("x"), vec![0]);
        open.allowed = vec![0b110];
        let examples = vec![open, Example::new(words("y"), vec![0]), Example::new(words("x"), vec![2])];
        let model = train(&tags, &examples, &Options { bits: 8, epochs: 40, minimum_count: 1, l1: 0.0, ..Options::default() });
        assert_eq!(model.decode(&words("x"), None).tags, [2]);
        assert_eq!(model.decode(&words("y"), None).tags, [0]);
    }
}
