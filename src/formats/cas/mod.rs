//! UIMA CAS, as INCEpTION and dkpro-cassis read it: XMI with its type system, and JSON 0.4. UTF-16 units.
//!
//! Entities are DKPro named entities; the other layers are custom types, with features for what is known of them.

mod read;
mod types;
mod write;

pub(super) use read::{read_json, read_xmi};
pub(super) use write::{write_json, write_xmi};
