//! A person's own rules, between the page and the engine, and in a window.
//!
//! One program (`bin/patterns`) does both. As a [`Relay`] it stands between the page and the engine's worker and adds what the
//! rules find to what the engine says: to the page it is the engine, to the engine it is the page. As the
//! [`Room`](crate::house::Room) it has the window of the rules, which `src/boot/house.js` draws, and looks for patterns.

#[cfg(all(target_arch = "wasm32", feature = "patterns"))]
pub mod host;
mod messages;
mod relay;

pub use messages::{FromHouse, Here, ToHouse};
pub use relay::{Relay, Told};
