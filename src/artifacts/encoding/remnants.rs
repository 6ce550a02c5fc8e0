//! What is left of mojibake from which bytes were lost: "â??", "€™", "A©", "â", and marks of one single-byte encoding read in
//! another ("donÕt"). Told everywhere; repaired unasked only where nothing else can have stood there.

use std::collections::BTreeSet;
use std::ops::Range;

use super::neighbours::{before, closes, contracts, opens, stands_alone, takes_ending, word_before};
use crate::artifacts::{Category, Finding, Page, Severity};
use crate::text::Span;

/// So many bytes after a mark that opens, the one that closes is looked for.
const QUOTATION: usize = 600;

/// Looks at every character outside `repaired`, and adds what is repaired here to it.
pub(super) fn find(page: &Page<'_>, repaired: &mut Vec<Range<usize>>, findings: &mut Vec<Finding>) {
    let text = page.text;
    let bytes = text.as_bytes();
    let known = repaired.len();
    // Marks that close what was found before them.
    let mut claimed = BTreeSet::new();
    let mut next = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !matches!(bytes[at], b'A' | 0xC3 | 0xE2) {
            at += 1;
            continue;
        }
        while next < known && repaired[next].end <= at {
            next += 1;
        }
        if next < known && repaired[next].start <= at {
            at = repaired[next].end;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        let found = if claimed.contains(&at) { Vec::new() } else { judge(text, at, c) };
        at = found.first().map_or(at + c.len_utf8(), |f| f.span.end());
        for finding in found {
            claimed.insert(finding.span.start());
            repaired.push(finding.span.range());
            findings.push(finding);
        }
    }
    repaired.sort_unstable_by_key(|r| r.start);
}

fn judge(text: &str, at: usize, c: char) -> Vec<Finding> {
    let end = at + c.len_utf8();
    match c {
        'â' if text[end..].starts_with("??") => vec![asked(text, at, end + 2)],
        'â' => left_over(text, at, end),
        '€' => euro(text, at, end).into_iter().collect(),
        'A' => letter(text, at, end).into_iter().collect(),
        'Õ' | 'í' => apostrophe(text, at, end, c).into_iter().collect(),
        'Ò' => pair(text, at, end, 'Ó', "Mac Roman"),
        'ì' => pair(text, at, end, 'î', "Windows"),
        'Ð' if stands_alone(text, at, end) => vec![dash(at, end, "–")],
        'Ñ' if stands_alone(text, at, end) => vec![dash(at, end, "—")],
        _ => Vec::new(),
    }
}

/// A mark of three bytes of which one or two became question marks.
fn asked(text: &str, at: usize, end: usize) -> Finding {
    let span = Span::new(at, end);
    let word = word_before(text, at);
    if takes_ending(word, &text[end..]) {
        let finding = Finding::new(Category::EncMojibake, span, format!("“{}” is what is left of an apostrophe", span.of(text)));
        return finding.repair("’");
    }
    let finding = lossy(text, span, "a quotation mark or dash");
    match () {
        () if opens(text, at, end) => finding.propose("“"),
        () if stands_alone(text, at, end) => finding.propose("–"),
        () if closes(text, at, end) => finding.propose("”"),
        () => finding,
    }
}

/// A mark was lost, and no word.
fn lossy(text: &str, span: Span, what: &str) -> Finding {
    let message = format!("“{}” is what is left of {what} that was decoded with the wrong character set", span.of(text));
    Finding::new(Category::EncMojibakeLossy, span, message).with_severity(Severity::Medium)
}

/// The first of three bytes alone: "Itâs a âgreatâ day".
fn left_over(text: &str, at: usize, end: usize) -> Vec<Finding> {
    let word = word_before(text, at);
    if !word.is_empty() && !before(text, at - word.len()).is_some_and(char::is_alphanumeric) {
        if contracts(word, &text[end..]) {
            return vec![lossy(text, Span::new(at, end), "an apostrophe").repair("’")];
        }
        // "mâs" and "dégâts" are French.
        if word.len() > 3 && takes_ending(word, &text[end..]) {
            return vec![lossy(text, Span::new(at, end), "an apostrophe").propose("’")];
        }
    }
    let Some(close) = partner(text, at, end, 'â') else { return Vec::new() };
    vec![lossy(text, Span::new(at, end), "a quotation mark").propose("“"), lossy(text, close, "a quotation mark").propose("”")]
}

/// Where, in the same line, `closing` closes what `opening` at `at..end` opens.
fn partner(text: &str, at: usize, end: usize, closing: char) -> Option<Span> {
    if !opens(text, at, end) {
        return None;
    }
    let rest = &text[end..];
    let line = rest.char_indices().take_while(|(n, c)| *n < QUOTATION && *c != '\n');
    line.filter(|(_, c)| *c == closing)
        .map(|(n, c)| Span::new(end + n, end + n + c.len_utf8()))
        .find(|s| closes(text, s.start(), s.end()) && before(text, s.start()).is_some_and(|c| !c.is_uppercase()))
}

/// The first byte of three is gone.
fn euro(text: &str, at: usize, end: usize) -> Option<Finding> {
    let second = text[end..].chars().next()?;
    if before(text, at).is_some_and(|c| !c.is_ascii() && !c.is_whitespace()) {
        return None; // more than one byte, or more than one mistake
    }
    let stop = end + second.len_utf8();
    let (meant, sure) = match second {
        '™' => ("’", true),
        '˜' => ("‘", true),
        'œ' => ("“", true),
        '¦' => ("…", true),
        '“' => ("–", false),
        '”' => ("—", false),
        _ => return None,
    };
    let amount = text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    if !sure && (amount || !stands_alone(text, at, stop)) {
        return None;
    }
    let span = Span::new(at, stop);
    Some(
        Finding::new(Category::EncMojibake, span, format!("“{}” is what is left of “{meant}” decoded with the wrong character set", span.of(text)))
            .repair(meant),
    )
}

/// "cafA©": the first of two bytes lost its accent.
fn letter(text: &str, at: usize, end: usize) -> Option<Finding> {
    let second = text[end..].chars().next().filter(|c| ('\u{A1}'..='\u{BF}').contains(c))?;
    let stop = end + second.len_utf8();
    let inside = before(text, at).is_some_and(|c| c.is_ascii_lowercase());
    let goes_on = text[stop..].starts_with(|c: char| c.is_ascii_lowercase());
    if !inside || !(goes_on || second == '©') {
        return None;
    }
    let meant = char::from_u32(u32::from(second) + 0x40)?;
    let span = Span::new(at, stop);
    Some(
        Finding::new(Category::EncMojibake, span, format!("“{}” is probably “{meant}” decoded with the wrong character set", span.of(text)))
            .propose(meant.to_string()),
    )
}

/// "donÕt" (Mac Roman read as Latin-1), "wasnít" (Windows-1252 read as Mac Roman).
fn apostrophe(text: &str, at: usize, end: usize, c: char) -> Option<Finding> {
    let word = word_before(text, at);
    let rest = &text[end..];
    let small = word.ends_with(|c: char| c.is_ascii_lowercase());
    if word.is_empty() || before(text, at - word.len()).is_some_and(char::is_alphanumeric) {
        return None;
    }
    let span = Span::new(at, end);
    let finding = || Finding::new(Category::EncMojibake, span, format!("“{c}” is an apostrophe decoded with the wrong character set"));
    if contracts(word, rest) && (c == 'Õ' || word.ends_with('n')) || c == 'Õ' && small && takes_ending(word, rest) {
        return Some(finding().repair("’"));
    }
    // "país" is Spanish: where the text has "wasnít" too, it is an apostrophe.
    let elsewhere = || ["nít ", "nít.", "nít,"].iter().any(|n| text.contains(n));
    (c == 'í' && word.len() > 2 && takes_ending(word, rest) && elsewhere()).then(|| finding().propose("’"))
}

/// Two marks that open and close in one line.
fn pair(text: &str, at: usize, end: usize, closing: char, set: &str) -> Vec<Finding> {
    let Some(close) = partner(text, at, end, closing) else { return Vec::new() };
    let one = |span: Span, meant: &str| {
        let message = format!("“{}” is “{meant}” of the {set} character set, read in another", span.of(text));
        Finding::new(Category::EncMojibake, span, message).repair(meant)
    };
    vec![one(Span::new(at, end), "“"), one(close, "”")]
}

fn dash(at: usize, end: usize, meant: &str) -> Finding {
    Finding::new(Category::EncMojibake, Span::new(at, end), "A letter stands where another character set has a dash").repair(meant)
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, repairs, silent};

    #[test]
    fn marks_that_lost_bytes() {
        repairs("The clerkâ??s desk wasnâ??t there.", "The clerk’s desk wasn’t there.");
        fires(Category::EncMojibakeLossy, "She said ⟦â??→“⟧no⟦â??→”⟧ twice ⟦â??→–⟧ and left");
        repairs("The clerk€™s desk €“ the old one €“ is gone.", "The clerk’s desk – the old one – is gone.");
        silent(Category::EncMojibake, "It cost 5 € “and more,” he said, or 10 €” as they say; 3 €, she said.");
        fires(Category::EncMojibakeLossy, "It⟦â→’⟧s a ⟦â→“⟧fine⟦â→”⟧ hall.");
        silent(Category::EncMojibakeLossy, "Les dégâts du château, l’âge d’or, un bât, des mâts et des pâtes; she ate pâté.");
        fires(Category::EncMojibake, "The caf⟦A©→é⟧ owner and the na⟦A¯→ï⟧ve buyer");
        silent(Category::EncMojibake, "Acme CorpA, VitaA® pills, grade A¾ and A© marks");
    }

    #[test]
    fn one_single_byte_encoding_read_in_another() {
        repairs("ÒWe donÕt know,Ó the clerkÕs aide said Ð twice.", "“We don’t know,” the clerk’s aide said – twice.");
        repairs("ìWe wasnít told,î she said.", "“We wasn’t told,” she said.");
        silent(Category::EncMojibake, "Òscar López left the país with Luís; ÓSCAR and PERMISSÕES, e AÇÕES; Ñ, sí, está ahí.");
    }
}
