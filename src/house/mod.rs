//! The window of a person's own rules: what it shows and what its buttons do, as plain data.
//!
//! The window's state is a [`Room`], in a worker of its own. What is used in it comes as an [`Act`], and what it shows goes out as a
//! [`tree`] of elements, which `src/boot/house.js` puts on the page. So nothing of it is part of the page's own program.

mod act;
mod article;
mod form;
mod list;
mod recurring;
mod room;
mod tally;
pub mod tree;

pub use act::{Act, Field};
pub use article::Article;
pub use room::{Room, Shown};
pub use tree::{Kid, Node};

use crate::rules::PatternError;

/// What is wrong with a pattern, with its place in it: "unclosed group, at its character 3".
#[must_use]
pub fn told(pattern: &str, error: &PatternError) -> String {
    match error {
        PatternError::Mistake { at, reason } => {
            let character = pattern.get(..*at).map_or(0, |before| before.chars().count()) + 1;
            format!("{}, at its character {character}", reason.trim_end_matches('.'))
        }
        other => other.to_string(),
    }
}

/// "3 places", "1 place", "12,000 places".
fn count(n: usize, one: &str, many: &str) -> String {
    let digits = n.to_string();
    let mut number = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            number.push(',');
        }
        number.push(digit);
    }
    format!("{number} {}", if n == 1 { one } else { many })
}

#[cfg(test)]
mod tests;
