//! Does the time grow with the text, whatever the text? Each kind of text at two sizes, the second four times the first.
//!
//! `cargo bench --bench growth` prints the time for each stage and how many times longer the longer text took: 4 is linear,
//! 16 quadratic. `cargo bench --bench growth -- 500000` chooses the smaller size, `-- quotes` one kind.

mod article;
mod clock;
mod models;

use std::hint::black_box;
use std::time::Duration;

use clock::Clock;
use galley::text::{Document, OffsetMap};
use galley::{Layers, analyse};

/// Texts that break programs, as the unit that is repeated.
const KINDS: &[(&str, &str)] = &[
    ("no space", "a"),
    ("one capital", "A"),
    ("short words", "a "),
    ("names", "Lena Ortiz "),
    ("one name", "Ortiz "),
    ("newlines", "\n"),
    ("crlf", "\r\n"),
    ("spaces", " "),
    ("wide gaps", "a          "),
    ("nul", "\0"),
    ("mixed control", "\u{1}\u{2}"),
    ("straight marks", "\""),
    ("spaced marks", "\" "),
    ("marked words", "\"a\" "),
    ("opening marks", "“a "),
    ("closing marks", "a” "),
    ("open paragraphs", "“It rained.\n\n"),
    ("apostrophes", "'"),
    ("clitics", "a's "),
    ("glued clitics", "a's'"),
    ("spaced clitics", " 's"),
    ("dots", "."),
    ("spaced dots", ". "),
    ("acronyms", "a."),
    ("capital dots", "A."),
    ("initials", "A. "),
    ("digits", "1"),
    ("clock", "1:"),
    ("thousands", "1,"),
    ("decimals", "1."),
    ("ampersands", "A&"),
    ("signs", "@"),
    ("mail", "a@a."),
    ("tags", "#1"),
    ("urls", "http://"),
    ("hosts", "a.com/"),
    ("hyphens", "a-"),
    ("dashes", "— "),
    ("commas", ", "),
    ("brackets", "("),
    ("closing", ")"),
    ("pairs", "() "),
    ("money", "$1 million "),
    ("dates", "March 4, 2019 "),
    ("said", "said "),
    ("said that", "He said that "),
    ("one sentence", "The mayor of the town said that "),
    ("same sentence", "The mayor spoke. "),
    ("same paragraph", "The mayor of the town spoke on Tuesday in the hall.\n\n"),
    ("dup words", "the the "),
    ("mojibake", "donâ€™t "),
    ("double mojibake", "Ã¢â‚¬â„¢"),
    ("entities", "&amp;"),
    ("tokenised", "He did n't say , \" No . \" Trump ’s men . "),
    ("soft hyphens", "a\u{ad}"),
    ("zero width", "\u{200b}"),
    ("combining", "e\u{301}"),
    ("marks alone", "\u{301}"),
    ("emoji", "👩🏽‍💻"),
    ("joiners", "👩\u{200d}"),
    ("flags", "🇬🇧"),
    ("chinese", "中文。"),
    ("arabic", "سلام "),
    ("replacement", "\u{fffd}"),
    ("tabs", "a\tb\n"),
    ("list", "1. Item\n"),
    ("headlines", "Mayor Ortiz Opens Harbour\n"),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let size = arguments.iter().find_map(|a| a.parse().ok()).unwrap_or(250_000);
    let chosen: Vec<&String> = arguments.iter().filter(|a| a.parse::<usize>().is_err()).collect();
    let models = models::models();
    println!("{:<16} {:>21} {:>21} {:>21}", "", "offsets", "layout", "all layers");
    let kinds = KINDS.iter().map(|(name, unit)| (*name, Some(*unit))).chain([("article", None)]);
    for (name, unit) in kinds.filter(|(name, _)| chosen.is_empty() || chosen.iter().any(|c| name.contains(c.as_str()))) {
        let [short, long] = [size, 4 * size].map(|bytes| match unit {
            Some(unit) => unit.repeat(bytes / unit.len()),
            None => article::article(bytes),
        });
        print!("{name:<16}");
        show(&short, &long, |text| _ = black_box(OffsetMap::new(text).byte_to_utf16(text.len() / 2)));
        show(&short, &long, |text| drop(black_box(Document::new(text))));
        show(&short, &long, |text| drop(black_box(analyse(text, &models, Layers::ALL))));
        println!();
    }
}

/// Prints the time for `long` and how many times longer it took than `short`.
fn show(short: &str, long: &str, run: impl Fn(&str)) {
    let [a, b] = [short, long].map(|text| {
        let once = || {
            let start = Clock::start();
            run(text);
            start.elapsed()
        };
        let first = once();
        if first < Duration::from_millis(200) { first.min(once()) } else { first }
    });
    print!(" {:>12.2?} {:>5.1} x ", b, b.as_secs_f64() / a.as_secs_f64().max(1e-9));
    let _ = std::io::Write::flush(&mut std::io::stdout());
}
