//! Word lists of the rules. They are short and sure; the long lists are in the model's lexicon.

pub(super) mod ordinary;
pub(super) mod organisations;
pub(super) mod people;
pub(super) mod places;
