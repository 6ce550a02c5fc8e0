//! Letters stored as something else: ligatures, full-width and mathematical letters, accents apart from their letters.

use crate::artifacts::{Category, Finding};
use crate::text::Span;

/// Judges the character `c` at `at`, one beyond the common ones; gives how many bytes were dealt with.
pub(super) fn find(text: &str, at: usize, c: char, findings: &mut Vec<Finding>) -> usize {
    let length = c.len_utf8();
    if let Some(plain) = ligature(c) {
        let span = Span::new(at, at + length);
        findings.push(Finding::new(Category::EncLigature, span, format!("“{c}” is one character in place of “{plain}”")).repair(plain));
        return length;
    }
    if full_width(c).is_some() {
        return run(text, at, full_width, Category::EncFullwidth, "full-width", findings);
    }
    if mathematical(c).is_some() {
        return run(text, at, mathematical, Category::EncMathAlnum, "mathematical", findings);
    }
    length
}

/// A run of characters that `plain` knows, as one finding; blanks inside belong to it.
fn run(text: &str, at: usize, plain: fn(char) -> Option<char>, category: Category, kind: &str, findings: &mut Vec<Finding>) -> usize {
    let mut fixed = String::new();
    let mut end = at;
    let mut after_blank = String::new();
    for c in text[at..].chars() {
        match plain(c) {
            Some(p) => {
                fixed += &after_blank;
                end += after_blank.len() + c.len_utf8();
                after_blank.clear();
                fixed.push(p);
            }
            None if c == ' ' && after_blank.is_empty() => after_blank.push(c),
            None => break,
        }
    }
    // In Chinese and Japanese text they belong to the script.
    let neighbours = text[..at].chars().rev().take(8).chain(text[end..].chars().take(8));
    let eastern = neighbours.into_iter().any(|c| matches!(u32::from(c), 0x3000..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF));
    if !eastern && (category != Category::EncFullwidth || fixed.chars().any(char::is_alphanumeric) || text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
    {
        let message = format!("“{}” is written in {kind} characters", &text[at..end]);
        findings.push(Finding::new(category, Span::new(at, end), message).repair(fixed));
    }
    end - at
}

/// Letters in one character. Source: Unicode, Alphabetic Presentation Forms.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// U+FF01 to U+FF5E are ASCII in the same order.
fn full_width(c: char) -> Option<char> {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0),
        '\u{3000}' => Some(' '),
        _ => None,
    }
}

/// The Mathematical Alphanumeric Symbols: thirteen alphabets of 52 letters, then Greek, then five rows of digits.
fn mathematical(c: char) -> Option<char> {
    let code = u32::from(c);
    let letter = |n: u32| char::from_u32(if n < 26 { u32::from('A') + n } else { u32::from('a') + n - 26 });
    match code {
        0x1D400..=0x1D6A3 => letter((code - 0x1D400) % 52),
        0x1D7CE..=0x1D7FF => char::from_u32(u32::from('0') + (code - 0x1D7CE) % 10),
        _ => None,
    }
}

/// A combining mark after an ASCII letter that has a character with it, or after nothing.
pub(super) fn combining(text: &str, at: usize, mark: char, findings: &mut Vec<Finding>) {
    let Some(base) = text[..at].chars().next_back() else { return };
    let end = at + mark.len_utf8();
    // A second mark on top is art or another orthography.
    if text[end..].starts_with(|c: char| ('\u{300}'..='\u{36F}').contains(&c)) {
        return;
    }
    if let Some(whole) = composed(base, mark) {
        let span = Span::new(at - base.len_utf8(), end);
        findings.push(Finding::new(Category::EncCombining, span, format!("“{whole}” is stored as a letter and an accent apart")).repair(whole));
    } else if base == ' ' {
        findings.push(Finding::new(Category::EncCombining, Span::new(at, end), format!("An accent (U+{:04X}) stands without a letter", u32::from(mark))));
    }
}

/// The character for `base` with `mark`. Source: Unicode canonical compositions, the Latin letters of Europe.
pub(super) fn composed(base: char, mark: char) -> Option<char> {
    let (bases, wholes) = match mark {
        '\u{300}' => ("AEIOUNaeioun", "ÀÈÌÒÙǸàèìòùǹ"),
        '\u{301}' => ("AEIOUYCLNRSZaeiouyclnrsz", "ÁÉÍÓÚÝĆĹŃŔŚŹáéíóúýćĺńŕśź"),
        '\u{302}' => ("AEIOUCGHJSWYaeioucghjswy", "ÂÊÎÔÛĈĜĤĴŜŴŶâêîôûĉĝĥĵŝŵŷ"),
        '\u{303}' => ("ANOIUanoiu", "ÃÑÕĨŨãñõĩũ"),
        '\u{304}' => ("AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
        '\u{306}' => ("AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
        '\u{307}' => ("CEGIZcegz", "ĊĖĠİŻċėġż"),
        '\u{308}' => ("AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
        '\u{30A}' => ("AUau", "ÅŮåů"),
        '\u{30B}' => ("OUou", "ŐŰőű"),
        '\u{30C}' => ("CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
        '\u{327}' => ("CSTcst", "ÇŞŢçşţ"),
        '\u{328}' => ("AEIUaeiu", "ĄĘĮŲąęįų"),
        _ => return None,
    };
    bases.chars().zip(wholes.chars()).find(|(b, _)| *b == base).map(|(_, w)| w)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn letters_stored_as_something_else() {
        fires(Category::EncLigature, "the ⟦ﬁ→fi⟧rst o⟦ﬃ→ffi⟧cer");
        fires(Category::EncFullwidth, "the ⟦ＵＳ→US⟧ court");
        fires(Category::EncMathAlnum, "This is ⟦𝗯𝗼𝗹𝗱→bold⟧ talk");
        fires(Category::EncCombining, "the caf⟦e\u{301}→é⟧ closed");
        silent(Category::EncMathAlnum, "m² and ½ of №5™");
        silent(Category::EncFullwidth, "東京、（日本）");
    }
}
