//! Names that several articles have: entities of the articles, linked. Never two people of one surname.

mod link;
mod other;
mod person;

pub(super) use link::{Links, link};
pub(super) use person::PersonName;
