//! Tag sets and which tag may follow which.

/// What a tag says of its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In no span.
    Outside,
    /// First of a span of several tokens.
    Begin(usize),
    /// Neither first nor last.
    Inside(usize),
    /// Last of several.
    Last(usize),
    /// A span of one token.
    Unit(usize),
    /// A tag of a plain set.
    Label(usize),
}

/// The tags of a model: at most [`TagSet::MOST`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagSet {
    names: Vec<String>,
    bilou: bool,
}

impl TagSet {
    /// The most tags that a set may have.
    pub const MOST: usize = 32;

    /// Tag 0 is outside; type `n` has the tags 4n+1 (begin), 4n+2 (inside), 4n+3 (last), 4n+4 (unit).
    ///
    /// # Panics
    /// With more than seven types.
    #[must_use]
    pub fn bilou(types: &[&str]) -> Self {
        assert!(types.len() <= 7, "at most seven types: {types:?}");
        TagSet { names: types.iter().map(|t| (*t).to_owned()).collect(), bilou: true }
    }

    /// One tag a label, in order; any may follow any.
    ///
    /// # Panics
    /// With more than [`TagSet::MOST`] labels.
    #[must_use]
    pub fn plain(labels: &[&str]) -> Self {
        assert!(labels.len() <= Self::MOST, "at most {} labels: {labels:?}", Self::MOST);
        TagSet { names: labels.iter().map(|t| (*t).to_owned()).collect(), bilou: false }
    }

    /// The count of tags.
    #[must_use]
    pub fn len(&self) -> usize {
        if self.bilou { 4 * self.names.len() + 1 } else { self.names.len() }
    }

    /// True without a tag.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The names of the types or labels.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// True for begin, inside, last, outside, unit tags.
    #[must_use]
    pub fn is_bilou(&self) -> bool {
        self.bilou
    }

    /// What `tag` says.
    #[must_use]
    pub fn piece(&self, tag: usize) -> Piece {
        if !self.bilou {
            return Piece::Label(tag);
        }
        match tag {
            0 => Piece::Outside,
            n => {
                let kind = (n - 1) / 4;
                match (n - 1) % 4 {
                    0 => Piece::Begin(kind),
                    1 => Piece::Inside(kind),
                    2 => Piece::Last(kind),
                    _ => Piece::Unit(kind),
                }
            }
        }
    }

    /// The tags of a span of type `kind` that is `length` tokens long, one at a time.
    #[must_use]
    pub fn span_tag(kind: usize, at: usize, length: usize) -> usize {
        4 * kind
            + match (at, length) {
                (_, 1) => 4,
                (0, _) => 1,
                (at, length) if at + 1 == length => 3,
                _ => 2,
            }
    }

    /// True where `to` may follow `from`.
    #[must_use]
    pub fn may_follow(&self, from: usize, to: usize) -> bool {
        let inside = |piece| match piece {
            Piece::Begin(k) | Piece::Inside(k) => Some(k),
            _ => None,
        };
        match self.piece(to) {
            Piece::Inside(k) | Piece::Last(k) => inside(self.piece(from)) == Some(k),
            Piece::Label(_) => true,
            _ => inside(self.piece(from)).is_none(),
        }
    }

    /// True where a sequence may start with `tag`.
    #[must_use]
    pub fn may_start(&self, tag: usize) -> bool {
        !matches!(self.piece(tag), Piece::Inside(_) | Piece::Last(_))
    }

    /// True where a sequence may end with `tag`.
    #[must_use]
    pub fn may_end(&self, tag: usize) -> bool {
        !matches!(self.piece(tag), Piece::Begin(_) | Piece::Inside(_))
    }

    /// The spans that `tags` make: first token, one past the last, type.
    #[must_use]
    pub fn spans(&self, tags: &[u8]) -> Vec<(usize, usize, usize)> {
        let mut spans = Vec::new();
        let mut first = 0;
        for (at, tag) in tags.iter().enumerate() {
            match self.piece(usize::from(*tag)) {
                Piece::Begin(_) => first = at,
                Piece::Last(kind) => spans.push((first, at + 1, kind)),
                Piece::Unit(kind) => spans.push((at, at + 1, kind)),
                _ => {}
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_spans_are_valid() {
        let tags = TagSet::bilou(&["A", "B"]);
        assert_eq!(tags.len(), 9);
        assert!(tags.may_follow(1, 2) && tags.may_follow(2, 3) && tags.may_follow(3, 5) && tags.may_follow(0, 8));
        assert!(!tags.may_follow(1, 6) && !tags.may_follow(1, 0) && !tags.may_follow(0, 3) && !tags.may_follow(4, 2));
        assert!(tags.may_start(0) && !tags.may_start(2) && tags.may_end(3) && !tags.may_end(1));
        assert_eq!(tags.spans(&[0, 1, 2, 3, 8]), [(1, 4, 0), (4, 5, 1)]);
        assert_eq!((0..3).map(|n| TagSet::span_tag(1, n, 3)).collect::<Vec<_>>(), [5, 6, 7]);
    }
}
