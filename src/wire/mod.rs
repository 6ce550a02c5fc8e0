//! What passes between the page and the worker in which the engine runs.
//!
//! Messages are plain objects made by `serde-wasm-bindgen`; [`ToWorker`] goes one way, [`FromWorker`] the other.
//! Every text has a revision, and an answer to an old one is dropped. Positions are bytes of the text that was sent:
//! page and worker hold the same string, and only the DOM counts in UTF-16 units, so the map stands there.
//!
//! # What the boot scripts provide
//!
//! * To the page, `globalThis.galley.startWorker(name)`: a new `Worker` that runs the module of `bin/worker` or `bin/exchange`,
//!   wherever the build keeps it.
//! * To the worker, `globalThis.galley.model("models/<name>")`: a promise of the bytes of a model.
//! * Where a person has rules of their own, what `startWorker("worker")` gives is the worker of `bin/patterns`, which talks to the
//!   engine's in the page's place and adds what the rules find ([`house`]): neither of the two knows.
//! * The module posts [`FromWorker::Ready`] when it listens. What reaches a worker before that is lost,
//!   so the page holds its first text back until then.

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod client;
pub mod errand;
#[cfg(all(target_arch = "wasm32", feature = "worker"))]
pub mod host;
#[cfg(any(not(target_arch = "wasm32"), feature = "patterns"))]
pub mod house;
pub mod link;
mod messages;
#[cfg(any(test, all(target_arch = "wasm32", any(feature = "worker", feature = "patterns"))))]
mod parts;
#[cfg(all(target_arch = "wasm32", any(feature = "page", feature = "worker")))]
pub(crate) mod promise;
#[cfg(all(target_arch = "wasm32", any(feature = "worker", feature = "exchange", feature = "patterns")))]
mod scope;
#[cfg(any(not(target_arch = "wasm32"), feature = "page", feature = "patterns"))]
mod whole;

pub use messages::{FromWorker, PROTOCOL, Pass, ToWorker};
