//! The page: a proof on a desk.
//!
//! What the page shows is worked out here in plain functions over text and annotations, tested without a browser:
//! [`blocks`] cuts the text into what stands on the sheet, [`runs`] cuts a block at its annotations, [`groups`] sorts
//! annotations into what is switched on and off, [`health`] says in words how the article is, [`said`] makes the table of
//! who said what, [`describe`] puts rules into words, [`ingest`] takes in whatever is pasted or dropped, [`shelf`] lists
//! what is kept, [`keeping`] has what waits to be kept, [`safety`] says how safe it is, [`markup`] reads what there is to
//! read in HTML, [`labels`] are those that a hand can give, [`colour`] judges the colours of a person's own.
//! The components that put it on the screen are in `ui`, one file a visible thing, in the browser's build alone.

pub mod blocks;
pub mod charset;
pub mod colour;
pub mod commands;
pub mod compare;
pub mod describe;
pub mod diff;
pub mod finding;
pub mod groups;
pub mod hand;
pub mod health;
pub mod ingest;
pub mod keeping;
pub mod labels;
pub mod markup;
pub mod runs;
pub mod safety;
pub mod said;
pub mod samples;
pub mod shelf;
pub mod shown;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
mod ui;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub use ui::start;

/// Sorts a short list by `key`, equal ones in the order they had. The library's sort is quicker on long lists, and several
/// kilobytes of download for every type.
pub(crate) fn arrange<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && key(&list[at - 1]) > key(&list[at]) {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Places in a list by what stands there: one kind of map for all lists that are made so.
#[derive(Default)]
pub(crate) struct Places(std::collections::HashMap<String, usize>);

impl Places {
    /// The place of `key`; `next` where it has none yet.
    #[inline(never)]
    pub(crate) fn of(&mut self, key: String, next: usize) -> usize {
        *self.0.entry(key).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn arranging_keeps_the_order_of_equals() {
        let mut list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        super::arrange(&mut list, |(n, _)| *n);
        assert_eq!(list.map(|(_, c)| c), ['e', 'b', 'd', 'a', 'c']);
    }
}
