//! Texts for the property tests: what news is made of, what breaks programs, and the two mixed.
#![allow(dead_code)] // each test binary uses its own part

use galley::text::{Replacement, Span};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Pieces that mean something to the engine.
const PIECES: &[&str] = &[
    "Lena",
    "Ortiz",
    "O’Brien",
    "Port Avelle",
    "Mayor",
    "Sen.",
    "U.S.",
    "Feb. 8",
    "Jan.",
    "5 p.m.",
    "D.C.",
    "Inc.",
    "J. R. R.",
    "the",
    "harbour",
    "said",
    "told",
    "according to",
    "asked",
    "did n't",
    "didn’t",
    "Trump ’s",
    "attorneys'",
    "$1.2 billion",
    "40%",
    "1,000",
    "10:30",
    "1990s",
    "Tuesday",
    "March 4, 2019",
    "https://a.org/x?y=1.",
    "www.",
    "a.b@c.org",
    "@name",
    "#tag",
    "iPhone",
    "al-Shabab",
    "COVID-19",
    "AT&T",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    ".",
    ",",
    "!",
    "?",
    "...",
    "…",
    ". . .",
    "--",
    "—",
    ":",
    ";",
    "(",
    ")",
    "[",
    "]",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{2028}",
    "\u{2029}",
    "\u{c}",
    "\u{85}",
    "\0",
    "\u{1}",
    "\u{200b}",
    "\u{ad}",
    "\u{feff}",
    "\u{fffd}",
    "e\u{301}",
    "\u{301}",
    "👩🏽‍💻",
    "🇬🇧",
    "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "中文。",
    "שלום",
    "नमस्ते",
    "𝔄",
    "â€™",
    "â€œ",
    "Ã©",
    "&amp;",
    "&#8217;",
    "teh teh",
    "the the",
];

/// Any text: pieces with and without spaces between them, arbitrary characters, or both.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let pieces = || {
        vec((select(PIECES), prop::bool::weighted(0.7)), 0..60)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, spaced)| if spaced { format!("{piece} ") } else { piece.to_owned() }).collect::<String>())
    };
    let mixed = vec(prop_oneof![3 => select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)], 0..80).prop_map(|p| p.concat());
    prop_oneof![4 => pieces(), 2 => mixed, 1 => any::<String>()]
}

/// A text with places of it to be replaced; they may overlap and come in any order.
pub(crate) fn replacements(source: String) -> impl Strategy<Value = (String, Vec<Replacement>)> {
    let borders: Vec<usize> = source.char_indices().map(|(at, _)| at).chain([source.len()]).collect();
    let last = borders.len() - 1;
    let one =
        (0..=last, 0..4usize, prop_oneof![2 => Just(String::new()), 2 => select(PIECES).prop_map(str::to_owned)]).prop_map(move |(from, length, text)| {
            let to = (from + length).min(last);
            Replacement { span: Span::new(borders[from], borders[to]), text }
        });
    (Just(source), vec(one, 0..8))
}
