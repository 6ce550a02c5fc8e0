//! spaCy's `.spacy` DocBin: zlib over MessagePack, readable by spaCy 3. Tokens tile the text; entities that do not
//! overlap are entities, everything is in span groups.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::article::Article;
use super::spacy::{GROUPS, on_tokens};
use super::tiles::{self, Tile};
use crate::annotation::Layer;
use crate::text::{OffsetMap, Span};

/// Attributes of a token, as spaCy numbers them: ORTH, ENT_IOB, ENT_TYPE, SENT_START.
const ATTRIBUTES: [u64; 4] = [65, 77, 78, 80];

pub(super) fn write(articles: &[Article]) -> Vec<u8> {
    let mut pack = Pack::default();
    let mut strings: BTreeSet<String> = BTreeSet::new();
    let mut bytes = Tables::default();
    for article in articles {
        bytes.add(article, &mut strings);
    }
    let n = articles.len();
    pack.map(9);
    pack.text("version").text("0.1");
    pack.text("attrs").array(ATTRIBUTES.len());
    ATTRIBUTES.iter().for_each(|a| pack.number(*a));
    pack.text("tokens").bytes(&bytes.tokens);
    pack.text("spaces").bytes(&bytes.spaces);
    pack.text("lengths").bytes(&bytes.lengths);
    pack.text("strings").array(strings.len());
    strings.iter().for_each(|s| {
        pack.text(s);
    });
    pack.text("cats").array(n);
    (0..n).for_each(|_| pack.map(0));
    pack.text("flags").array(n);
    for _ in 0..n {
        pack.map(1);
        pack.text("has_unknown_spaces").yes_or_no(false);
    }
    pack.text("span_groups").array(n);
    bytes.groups.iter().for_each(|g| {
        pack.bytes(g);
    });
    miniz_oxide::deflate::compress_to_vec_zlib(&pack.0, 6)
}

#[derive(Default)]
struct Tables {
    tokens: Vec<u8>,
    spaces: Vec<u8>,
    lengths: Vec<u8>,
    groups: Vec<Vec<u8>>,
}

impl Tables {
    fn add(&mut self, article: &Article, strings: &mut BTreeSet<String>) {
        let text = &article.text;
        let tiles = tiles::tiles(text);
        let (tags, _) = tiles::tags(text, &tiles, tiles::of_layers(article, &[Layer::Entity]));
        for (tile, tag) in tiles.iter().zip(&tags) {
            let word = tile.span.of(text);
            let (iob, label) = match tag.split_once('-') {
                Some(("B", label)) => (3, label),
                Some((_, label)) => (1, label),
                None => (2, ""),
            };
            let start = if tile.sentence { 1 } else { -1i64 as u64 };
            for value in [symbol(word), iob, symbol(label), start] {
                self.tokens.extend(value.to_le_bytes());
            }
            self.spaces.push(u8::from(tile.space));
            strings.insert(word.to_owned());
            strings.insert(label.to_owned());
        }
        self.lengths.extend((tiles.len() as i32).to_le_bytes());
        self.groups.push(groups(article, &tiles, strings));
    }
}

/// The span groups of one document, as spaCy packs them: a map from each packed group to the keys it stands under.
fn groups(article: &Article, tiles: &[Tile], strings: &mut BTreeSet<String>) -> Vec<u8> {
    let map = OffsetMap::new(&article.text);
    let mut out = Pack::default();
    out.map(GROUPS.len());
    for (name, layers) in GROUPS {
        let spans: Vec<Vec<u8>> = tiles::of_layers(article, layers)
            .filter_map(|a| on_tokens(article, tiles, a).map(|s| (s, a.label.as_str())))
            .map(|(span, label)| {
                strings.insert(label.to_owned());
                packed_span(span, label, tiles, &map)
            })
            .collect();
        let mut group = Pack::default();
        group.map(3);
        group.text("name").text(name);
        group.text("attrs").map(0);
        group.text("spans").array(spans.len());
        spans.iter().for_each(|s| {
            group.bytes(s);
        });
        out.bytes(&group.0).array(1);
        out.text(name);
    }
    out.0
}

/// 40 bytes, big-endian: id, knowledge-base id, label, first token, one past the last, first character, one past the last.
fn packed_span(span: Span, label: &str, tiles: &[Tile], map: &OffsetMap<'_>) -> Vec<u8> {
    let tokens = tiles::covered(tiles, span);
    let mut out = Vec::with_capacity(40);
    [0, 0, symbol(label)].into_iter().for_each(|id: u64| out.extend(id.to_be_bytes()));
    let places = [tokens.start, tokens.end, map.byte_to_char(span.start()), map.byte_to_char(span.end())];
    places.into_iter().for_each(|n| out.extend((n as u32).to_be_bytes()));
    out
}

/// The number that spaCy knows a string by: its own for the words it reserves ("agent", "PERSON"), a hash for all others.
fn symbol(word: &str) -> u64 {
    static RESERVED: LazyLock<BTreeMap<&str, u64>> = LazyLock::new(|| {
        let lines = include_str!("spacy_symbols.tsv").lines().filter_map(|l| l.split_once('\t'));
        lines.filter_map(|(name, number)| Some((name, number.parse().ok()?))).collect()
    });
    if word.is_empty() {
        return 0;
    }
    RESERVED.get(word).copied().unwrap_or_else(|| murmur64a(word.as_bytes(), 1))
}

/// MurmurHash64A by Austin Appleby, public domain.
fn murmur64a(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    const R: u32 = 47;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut k = chunk.iter().rev().fold(0u64, |k, b| k << 8 | u64::from(*b)).wrapping_mul(M);
        k ^= k >> R;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        hash = (hash ^ rest.iter().rev().fold(0u64, |k, b| k << 8 | u64::from(*b))).wrapping_mul(M);
    }
    hash ^= hash >> R;
    hash = hash.wrapping_mul(M);
    hash ^ hash >> R
}

/// The little of MessagePack that a DocBin needs.
#[derive(Default)]
struct Pack(Vec<u8>);

impl Pack {
    fn head(&mut self, length: usize, short: Option<(u8, usize)>, half: u8, word: u8) {
        match short {
            Some((tag, most)) if length <= most => self.0.push(tag | length as u8),
            _ if length <= 0xffff => {
                self.0.push(half);
                self.0.extend((length as u16).to_be_bytes());
            }
            _ => {
                self.0.push(word);
                self.0.extend((length as u32).to_be_bytes());
            }
        }
    }

    fn map(&mut self, length: usize) {
        self.head(length, Some((0x80, 15)), 0xde, 0xdf);
    }

    fn array(&mut self, length: usize) {
        self.head(length, Some((0x90, 15)), 0xdc, 0xdd);
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.head(text.len(), Some((0xa0, 31)), 0xda, 0xdb);
        self.0.extend(text.as_bytes());
        self
    }

    fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.head(bytes.len(), None, 0xc5, 0xc6);
        self.0.extend(bytes);
        self
    }

    fn number(&mut self, number: u64) {
        self.0.push(0xcf);
        self.0.extend(number.to_be_bytes());
    }

    fn yes_or_no(&mut self, value: bool) {
        self.0.push(if value { 0xc3 } else { 0xc2 });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_as_spacy_does() {
        // From spacy.strings.get_string_id.
        assert_eq!(symbol("coffee"), 3_197_928_453_018_144_401);
        assert_eq!(symbol("PERSON"), 380);
        assert_eq!(symbol("agent"), 401, "a word of the language that spaCy reserves");
        assert_eq!(symbol(""), 0);
    }
}
