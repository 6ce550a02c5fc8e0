//! Which place in a list an annotation has.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::annotation::Annotation;

/// Where each annotation is in a list, by its id. Looked up several times an annotation with every gesture: ordered maps of
/// strings were most of what a gesture took. It is never gone through, so its order does not matter.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(HashMap<ById, usize>);

/// An annotation that is known by its id.
#[derive(Clone, Debug)]
struct ById(Arc<Annotation>);

impl Places {
    pub(super) fn of(list: &[Arc<Annotation>]) -> Self {
        Self(list.iter().enumerate().map(|(n, a)| (ById(Arc::clone(a)), n)).collect())
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }
}

impl Borrow<str> for ById {
    fn borrow(&self) -> &str {
        &self.0.id
    }
}

impl Hash for ById {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.id.hash(state);
    }
}

impl PartialEq for ById {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for ById {}
