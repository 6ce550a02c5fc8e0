//! The page: a proof on a desk.
//!
//! What the page shows is worked out here in plain functions over text and annotations, tested without a browser:
//! [`blocks`] cuts the text into what stands on the sheet, [`runs`] cuts a block at its annotations, [`groups`] sorts
//! annotations into what is switched on and off, [`health`] says in words how the article is, [`said`] makes the table of
//! who said what, [`describe`] puts rules into words, [`ingest`] takes in whatever is pasted or dropped.
//! The components that put it on the screen are in `ui`, one file a visible thing, in the browser's build alone.

pub mod blocks;
pub mod compare;
pub mod describe;
pub mod diff;
pub mod groups;
pub mod health;
pub mod ingest;
pub mod runs;
pub mod said;
pub mod samples;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod ui;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub use ui::start;
