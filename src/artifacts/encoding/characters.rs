//! Characters that no article needs: invisible ones, control codes, no-break spaces, letters of other layouts. One pass over the text.

use std::ops::Range;

use super::codepages::{LOST, windows_1252};
use super::compatibility;
use crate::artifacts::{Category, Finding, Page};
use crate::text::Span;

/// What a byte may start: nothing of interest, a control code, or a character beyond ASCII.
const fn interesting(byte: u8) -> bool {
    byte >= 0x80 || byte == 0x7F || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

/// Looks at every character outside `repaired`.
pub(super) fn find(page: &Page<'_>, repaired: &[Range<usize>], findings: &mut Vec<Finding>) {
    let text = page.text;
    let bytes = text.as_bytes();
    let mut next_repaired = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !interesting(bytes[at]) {
            at += 1;
            continue;
        }
        while repaired.get(next_repaired).is_some_and(|r| r.end <= at) {
            next_repaired += 1;
        }
        if let Some(range) = repaired.get(next_repaired)
            && range.start <= at
        {
            at = range.end;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        at += judge(text, at, c, findings).max(c.len_utf8());
    }
}

/// Judges `c` at `at`; gives how many bytes were dealt with.
fn judge(text: &str, at: usize, c: char, findings: &mut Vec<Finding>) -> usize {
    let length = c.len_utf8();
    let span = Span::new(at, at + length);
    let before = || text[..at].chars().next_back();
    let after = || text[at + length..].chars().next();
    let mut add = |category, message: String, fix: Option<&str>| {
        let finding = Finding::new(category, span, message);
        findings.push(match fix {
            Some(fix) => finding.repair(fix),
            None => finding,
        });
    };
    match c {
        // Typographic marks and accented letters: by far the most.
        '\u{2010}'..='\u{2027}' | '\u{C0}'..='\u{17F}' => {}
        '\u{A0}' => no_break_space(text, at, findings),
        '\u{AD}' => {
            let end = at + length + divided(&text[at + length..]);
            let message = format!("A soft hyphen stands in “{}”", word_around(text, at));
            findings.push(Finding::new(Category::EncSoftHyphen, Span::new(at, end), message).repair(""));
            return end - at;
        }
        '¬' if before().is_some_and(|c| c.is_ascii_lowercase()) => {
            // The soft hyphen of another code page.
            let end = at + length + divided(&text[at + length..]);
            if text[end..].bytes().take(2).filter(u8::is_ascii_lowercase).count() == 2 {
                let message = format!("“¬” stands for a soft hyphen in “{}”", word_around(text, at));
                findings.push(Finding::new(Category::EncSoftHyphen, Span::new(at, end), message).repair(""));
            }
            return end - at;
        }
        '\u{FEFF}' => add(Category::EncBom, "A byte-order mark stands in the text".into(), Some("")),
        '\u{200B}' | '\u{2060}'..='\u{2064}' => {
            let run: usize = text[at..].chars().take_while(|n| *n == c).map(char::len_utf8).sum();
            let sentence = before().is_some_and(|c| matches!(c, '.' | '!' | '?' | '”' | '"')) && text[at + run..].starts_with(char::is_uppercase);
            let message = format!("An invisible character (U+{:04X}) stands in “{}”", u32::from(c), word_around(text, at));
            findings.push(Finding::new(Category::EncZeroWidth, Span::new(at, at + run), message).repair(if sentence { " " } else { "" }));
            return run;
        }
        '\u{200C}' | '\u{200D}' if is_plain(before()) && is_plain(after()) => {
            add(Category::EncZeroWidth, format!("An invisible character (U+{:04X}) stands in “{}”", u32::from(c), word_around(text, at)), Some(""));
        }
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            if !line_around(text, at).chars().any(is_right_to_left) {
                add(Category::EncBidi, format!("An invisible mark of writing direction (U+{:04X})", u32::from(c)), Some(""));
            }
        }
        '\u{2028}' | '\u{2029}' => add(Category::EncControl, "A line separator of another system (U+2028) stands for a line break".into(), Some("\n")),
        '\u{80}'..='\u{9F}' => match u8::try_from(u32::from(c)).ok().and_then(windows_1252) {
            Some(meant) => {
                let mut buffer = [0; 4];
                add(
                    Category::EncC1Control,
                    format!("The control character U+{:04X} is what Windows has “{meant}” for", u32::from(c)),
                    Some(meant.encode_utf8(&mut buffer)),
                );
            }
            None => add(Category::EncControl, format!("A control character (U+{:04X}) that means nothing in text", u32::from(c)), None),
        },
        '\0'..='\x1F' | '\x7F' => {
            // Before a letter it may stand for a lost one: only the dictionary can tell.
            let inside = after().is_some_and(char::is_alphanumeric) && (c != '\x0C' || before().is_some_and(|c| c != '\n'));
            let finding = Finding::new(Category::EncControl, span, format!("A control character (U+{:04X}) that means nothing in text", u32::from(c)));
            findings.push(if inside { finding.propose("") } else { finding.repair("") });
        }
        LOST => lost(text, at, findings),
        '\u{E000}'..='\u{F8FF}' => {
            let finding = Finding::new(Category::EncPrivateUse, span, format!("A character (U+{:04X}) that only one font knows", u32::from(c)));
            let bullet = matches!(c, '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' | '\u{F076}');
            findings.push(if bullet { finding.repair("•") } else { finding.propose("") });
        }
        '\u{300}'..='\u{36F}' => compatibility::combining(text, at, c, findings),
        _ => return compatibility::find(text, at, c, findings),
    }
    length
}

/// How many bytes of `rest` are the line break of a divided word: one, and the blanks around it, before a small letter.
fn divided(rest: &str) -> usize {
    let length = rest.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let breaks = rest[..length].matches('\n').count();
    if breaks == 1 && rest[length..].starts_with(char::is_lowercase) { length } else { 0 }
}

/// A no-break space between two ordinary words in small letters has no work to do there ("10 million", "Mr. Lind" have).
fn no_break_space(text: &str, at: usize, findings: &mut Vec<Finding>) {
    let (before, after) = (&text[..at], &text[at + 2..]);
    if is_idle(before, after) {
        let left = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let right = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        findings.push(Finding::new(Category::EncNbsp, Span::new(at, at + 2), format!("A no-break space between “{left}” and “{right}”")).repair(" "));
    }
}

/// True where a no-break space between `before` and `after` keeps nothing together: it stands between small letters.
pub(super) fn is_idle(before: &str, after: &str) -> bool {
    let small = |bytes: &mut dyn Iterator<Item = u8>| bytes.take(2).filter(u8::is_ascii_lowercase).count() == 2;
    small(&mut before.bytes().rev()) && small(&mut after.bytes())
}

/// "It�s": an apostrophe was lost where a contraction's ending follows.
fn lost(text: &str, at: usize, findings: &mut Vec<Finding>) {
    let span = Span::new(at, at + LOST.len_utf8());
    let before = text[..at].chars().next_back();
    let rest = &text[span.end()..];
    let ending = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let finding = Finding::new(Category::EncReplacementChar, span, format!("A character was lost in “{}”", word_around(text, at)));
    let contraction = before.is_some_and(char::is_alphabetic) && matches!(ending, "s" | "t" | "re" | "ll" | "ve" | "d" | "m" | "S" | "T");
    findings.push(if contraction { finding.propose("’") } else { finding });
}

/// Letters, digits and blanks of English text; joiners mean something between emoji and in other scripts.
fn is_plain(c: Option<char>) -> bool {
    c.is_none_or(|c| u32::from(c) < 0x250 || matches!(c, '\u{2010}'..='\u{2026}'))
}

fn is_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC)
}

/// Up to sixty characters on both sides of `at`, within its line.
fn line_around(text: &str, at: usize) -> &str {
    let start = text[..at].char_indices().rev().take(60).take_while(|(_, c)| *c != '\n').last().map_or(at, |(n, _)| n);
    let end = text[at..].char_indices().take(60).take_while(|(_, c)| *c != '\n').last().map_or(at, |(n, c)| at + n + c.len_utf8());
    &text[start..end]
}

/// The word that `at` stands in or beside, the character there included; at most forty characters.
fn word_around(text: &str, at: usize) -> &str {
    let wordy = |c: &char| !c.is_whitespace();
    let start = text[..at].char_indices().rev().take(20).take_while(|(_, c)| wordy(c)).last().map_or(at, |(n, _)| n);
    let end =
        text[at..].char_indices().take(20).enumerate().take_while(|(n, (_, c))| *n == 0 || wordy(c)).last().map_or(at, |(_, (n, c))| at + n + c.len_utf8());
    &text[start..end]
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn invisible_characters() {
        fires(Category::EncZeroWidth, "the pre⟦\u{200B}→⟧sident said");
        fires(Category::EncBom, "⟦\u{FEFF}→⟧OSLO - The court");
        fires(Category::EncBidi, "⟦\u{202A}→⟧@user");
        fires(Category::EncSoftHyphen, "the ad⟦\u{AD}→⟧min left the har⟦\u{AD}\n→⟧bour of the har⟦¬→⟧bour");
        silent(Category::EncSoftHyphen, "p ¬ q and ¬p");
        fires(Category::EncControl, "The court⟦\u{1}→⟧ rose.⟦\u{7F}→⟧");
        fires(Category::EncPrivateUse, "⟦\u{F0B7}→•⟧ First item");
        silent(Category::EncZeroWidth, "👩\u{200D}👩\u{200D}👧 and می\u{200C}خواهم");
        silent(Category::EncBidi, "the word שלום\u{200F}, he said");
    }

    #[test]
    fn no_break_spaces() {
        fires(Category::EncNbsp, "the team but was⟦\u{A0}→ ⟧solely an account");
        silent(Category::EncNbsp, "10\u{A0}million, Mr.\u{A0}Lind, «\u{A0}oui\u{A0}», p.\u{A0}4");
    }

    #[test]
    fn lost_characters() {
        fires(Category::EncC1Control, "It⟦\u{92}→’⟧s over");
        fires(Category::EncReplacementChar, "It⟦\u{FFFD}→’⟧s over");
        fires(Category::EncReplacementChar, "the caf⟦\u{FFFD}⟧ closed");
    }
}
