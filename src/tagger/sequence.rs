//! What the tagger sees of a text: for each token, the features that are there.

/// The features of the tokens of one sequence, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sequence {
    features: Vec<u32>,
    /// For each token, where its features start.
    starts: Vec<u32>,
}

impl Sequence {
    /// Starts the next token.
    pub fn token(&mut self) {
        self.starts.push(self.features.len() as u32);
    }

    /// Adds a feature to the token that was started last.
    pub fn push(&mut self, feature: u32) {
        debug_assert!(!self.starts.is_empty(), "start a token first");
        self.features.push(feature);
    }

    /// The count of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// True without a token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The features of token `at`.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn features(&self, at: usize) -> &[u32] {
        let end = self.starts.get(at + 1).map_or(self.features.len(), |s| *s as usize);
        &self.features[self.starts[at] as usize..end]
    }

    /// Empties it, and keeps the room.
    pub fn clear(&mut self) {
        self.features.clear();
        self.starts.clear();
    }
}
