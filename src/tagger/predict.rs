//! What a model says of a row of tokens.

use super::decode::{Decoded, Room};
use super::model::Model;
use super::sequence::Sequence;

impl Model {
    /// The best valid tags for `sequence`. `base`, where given, has a score a tag for every token, token by token,
    /// which is added to what the features say: the scores of an earlier stage, for example.
    #[must_use]
    pub fn decode(&self, sequence: &Sequence, base: Option<&[f32]>) -> Decoded {
        let mut emissions = Vec::new();
        self.scores(sequence, &mut emissions);
        if let Some(base) = base {
            emissions.iter_mut().zip(base).for_each(|(e, b)| *e += b);
        }
        self.decode_scores(&emissions)
    }

    /// The best valid tags for tokens with these scores, one a tag for every token, token by token.
    #[must_use]
    pub fn decode_scores(&self, emissions: &[f32]) -> Decoded {
        self.decode_in(emissions, &mut Room::default())
    }

    /// As [`Model::decode_scores`], in room that is used again.
    #[must_use]
    pub fn decode_in(&self, emissions: &[f32], room: &mut Room) -> Decoded {
        let chain = self.chain();
        if emissions.is_empty() {
            return Decoded::default();
        }
        let tags = chain.best(emissions, room);
        chain.marginals(emissions, None, None, room);
        let confidence = tags.iter().enumerate().map(|(at, tag)| room.marginals[at * chain.tags + usize::from(*tag)]).collect();
        Decoded { tags, confidence }
    }

    /// The probability of every tag at every token, from 0 to 1, over all valid taggings: one a tag for every token, token by token.
    /// `emissions` as in [`Model::decode_scores`].
    #[must_use]
    pub fn marginals_in<'r>(&self, emissions: &[f32], room: &'r mut Room) -> &'r [f32] {
        if emissions.is_empty() {
            return &[];
        }
        self.chain().marginals(emissions, None, None, room);
        &room.marginals
    }
}
