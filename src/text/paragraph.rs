//! Where paragraphs end.

use super::Span;
use crate::lexicon::WordSet;

/// Text is wrapped at no more than this many characters.
const WIDEST: usize = 120;

/// Text is wrapped at no fewer than this many characters: shorter lines are verse or lists.
const NARROWEST: usize = 40;

/// Words that a line of running text breaks after but no heading or paragraph ends with.
const OPEN_WORDS: WordSet = WordSet::new(
    "a an and are as at because but by for from had has have her his if into is its my of or our than that the their to was were which who whose \
     will with would your",
);

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
struct Line {
    /// Without white space at its ends.
    span: Span,
    /// True where a blank line, a page break or a paragraph separator stands before it, or nothing.
    apart: bool,
}

/// The paragraphs of `text`, in order, the white space around them left out.
///
/// A blank line always ends a paragraph. A single line break ends one too, unless the sentence visibly goes on (the line above
/// stops in its middle and the line below starts small) or the whole text is hard-wrapped: then it goes on after every full line.
/// CRLF, a lone CR, and Unicode's line breaks (U+000B, U+0085, U+2028) count as one line break each; U+000C and U+2029 as a blank line.
#[must_use]
pub fn split_paragraphs(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = wrapping_width(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut above: Option<Span> = None;
    for line in &lines {
        let goes_on = above.filter(|_| !line.apart).is_some_and(|above| {
            let (above, below) = (above.of(text), line.span.of(text));
            goes_on(above, below) || width.is_some_and(|width| is_full(above, below, width))
        });
        match paragraphs.last_mut() {
            Some(open) if goes_on => *open = open.cover(line.span),
            _ => paragraphs.push(line.span),
        }
        above = Some(line.span);
    }
    paragraphs
}

/// The lines of `text` that are not blank.
fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::new();
    let (mut start, mut apart) = (0, true);
    while start < bytes.len() {
        let (end, next, separates) = line_end(bytes, start);
        let content = text[start..end].trim();
        if content.is_empty() {
            apart = true;
        } else {
            let begins = start + (end - start - text[start..end].trim_start().len());
            lines.push(Line { span: Span::new(begins, begins + content.len()), apart });
            apart = false;
        }
        apart |= separates;
        start = next;
    }
    lines
}

/// Where the line that starts at `start` ends, where the next one starts, and whether the break between them parts paragraphs.
fn line_end(bytes: &[u8], start: usize) -> (usize, usize, bool) {
    let mut at = start;
    while let Some(offset) = bytes[at..].iter().position(|b| matches!(b, 0x0A..=0x0D | 0xC2 | 0xE2)) {
        at += offset;
        match &bytes[at..] {
            [b'\r', b'\n', ..] => return (at, at + 2, false),
            [b'\x0C', ..] => return (at, at + 1, true),
            [b'\n' | b'\r' | b'\x0B', ..] => return (at, at + 1, false),
            [0xC2, 0x85, ..] => return (at, at + 2, false),
            [0xE2, 0x80, 0xA8, ..] => return (at, at + 3, false),
            [0xE2, 0x80, 0xA9, ..] => return (at, at + 3, true),
            _ => at += 1,
        }
    }
    (bytes.len(), bytes.len(), false)
}

/// True where a sentence runs over the line break between `above` and `below`.
fn goes_on(above: &str, below: &str) -> bool {
    let last = above.rsplit(' ').next().unwrap_or_default();
    if is_address(last) || is_address(below) {
        return false;
    }
    let open = above.chars().next_back().is_some_and(|c| c.is_alphanumeric() || matches!(c, ',' | '-' | '–' | '—' | ';'));
    if open && below.starts_with(char::is_lowercase) {
        return true;
    }
    above.len() >= NARROWEST && OPEN_WORDS.has(last)
}

/// True for a URL or an e-mail address, which stand on lines of their own.
fn is_address(words: &str) -> bool {
    let word = &words.as_bytes()[..words.len().min(64)];
    word.starts_with(b"http://") || word.starts_with(b"https://") || word.starts_with(b"www.") || word.contains(&b'@')
}

/// True where the first word of `below` would not have fitted on the line `above`: the break is a wrapping's.
fn is_full(above: &str, below: &str, width: usize) -> bool {
    let word = below.split_whitespace().next().unwrap_or_default();
    characters(above, width) + 1 + characters(word, width) > width && !is_address(word)
}

/// Characters of `text`, counted no further than just past `limit`.
fn characters(text: &str, limit: usize) -> usize {
    text.chars().take(limit + 1).count()
}

/// The width at which the text was wrapped, in characters, if it was: nearly all breaks come where the next word would not have fitted,
/// and many of them in the middle of a sentence.
fn wrapping_width(text: &str, lines: &[Line]) -> Option<usize> {
    let (mut width, mut wide) = (0, 0);
    // A line that stands alone between blank lines was not wrapped, nor does it show at which width others were.
    let alone = |n: usize| lines[n].apart && lines.get(n + 1).is_none_or(|next| next.apart);
    let wrapped = lines.iter().enumerate().filter(|(n, _)| !alone(*n)).map(|(_, line)| line);
    let mut count = 0;
    for line in wrapped {
        count += 1;
        match characters(line.span.of(text), WIDEST) {
            length if length > WIDEST => wide += 1,
            length => width = width.max(length),
        }
    }
    if width < NARROWEST || wide * 20 > count {
        return None;
    }
    let (mut pairs, mut full, mut open) = (0, 0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].apart) {
        let (above, below) = (pair[0].span.of(text), pair[1].span.of(text));
        pairs += 1;
        if is_full(above, below, width) {
            full += 1;
            open += usize::from(!above.ends_with(['.', '!', '?', '”', '"', ':']));
        }
    }
    (full >= 3 && full * 10 >= pairs * 7 && open * 3 >= full).then_some(width)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = split_paragraphs(text).iter().map(|p| p.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn breaks_at_blank_lines_and_at_finished_lines() {
        check("A b.\n\nC d.", &["A b.", "C d."]);
        check("A b.\r\nC d.\rE", &["A b.", "C d.", "E"]);
        check("A b\u{2029}c d\u{2028}e.\u{85}F\u{c}g", &["A b", "c d\u{2028}e.", "F", "g"]);
        check("", &[]);
        check("\n \n\u{a0}\n", &[]);
    }

    #[test]
    fn a_wrapped_sentence_goes_on() {
        check("they participate personally\nin caucuses.", &["they participate personally\nin caucuses."]);
        check("personally\n\nin caucuses.", &["personally", "in caucuses."]);
        check(
            "The harbour was closed on Monday by order of the\nMayor of Port Avelle.",
            &["The harbour was closed on Monday by order of the\nMayor of Port Avelle."],
        );
    }

    #[test]
    fn headlines_and_bylines_stand_alone() {
        check("Harbour reopens\nBy Lena Ortiz\nPORT AVELLE — It rained.", &["Harbour reopens", "By Lena Ortiz", "PORT AVELLE — It rained."]);
        check("http://a.org/b/c\nharbour news, 20 June - It rained.", &["http://a.org/b/c", "harbour news, 20 June - It rained."]);
    }

    #[test]
    fn hard_wrapped_text_is_joined_up_to_its_short_lines() {
        let text = "The harbour of Port Avelle opened again on\n\
                    Tuesday, eleven weeks after the storm. Mayor\n\
                    Ortiz cut a ribbon. Nobody had told Captain\n\
                    Whitmore.\n\
                    His ferry was the first to leave the eastern\n\
                    pier. Two hundred people stood and waved.";
        let paragraphs = split_paragraphs(text);
        assert_eq!(paragraphs.len(), 2);
        assert!(paragraphs[1].of(text).starts_with("His ferry"));
    }

    #[test]
    fn lines_of_whole_sentences_are_not_wrapped_text() {
        let text = "The harbour of Port Avelle was opened again now.\nMayor Ortiz was there and cut the long red ribbon.\nTwo hundred people stood on the pier and waved so.\nNobody had told the old captain of the ferry yet.\nHe came too late and left in a very bad temper.";
        assert_eq!(split_paragraphs(text).len(), 5);
    }
}
