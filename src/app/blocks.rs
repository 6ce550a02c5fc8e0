//! The text as blocks: what stands on the sheet as one element.

use crate::annotation::{Edits, Workspace};
use crate::text::{Span, border_before, split_paragraphs};

/// A paragraph, or a piece of one that is too long to be laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// In bytes of the text.
    pub span: Span,
    /// The paragraph's number, from 1.
    pub paragraph: usize,
    /// True where the paragraph began in an earlier block.
    pub continues: bool,
}

/// The longest block in bytes: a browser lays this much out well within one frame.
pub const LONGEST: usize = 12_000;

/// Cuts `text` into blocks, in order. What lies between paragraphs (blank lines, line breaks) is in none.
#[must_use]
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (n, paragraph) in split_paragraphs(text).into_iter().enumerate() {
        let mut start = paragraph.start();
        while start < paragraph.end() {
            let end = cut(text, start, paragraph.end());
            blocks.push(Block { span: Span::new(start, end), paragraph: n + 1, continues: start > paragraph.start() });
            start = end;
        }
    }
    blocks
}

/// Where a block from `start` ends: after a space where there is one, on a character border in any case.
fn cut(text: &str, start: usize, end: usize) -> usize {
    if end - start <= LONGEST {
        return end;
    }
    let limit = border_before(text, start + LONGEST);
    text[start..limit].rfind(' ').filter(|at| *at > LONGEST / 2).map_or(limit, |at| start + at + 1)
}

/// The most of a text that is read, in bytes: beyond it the page would hold more marks than anybody looks at.
pub const READ: usize = 1_000_000;

/// The part of `text` that is read: all of it, or whole lines up to [`READ`] bytes.
#[must_use]
pub fn read_part(text: &str) -> &str {
    if text.len() <= READ {
        return text;
    }
    let end = border_before(text, READ);
    &text[..text[..end].rfind('\n').filter(|at| *at > READ / 2).unwrap_or(end)]
}

/// The block that holds byte `at`, or the last one before it; `None` before the first.
#[must_use]
pub fn block_at(blocks: &[Block], at: usize) -> Option<usize> {
    blocks.partition_point(|b| b.span.start() <= at).checked_sub(1)
}

/// What the engine opens of a document: its text as it was pasted, and what was done to it since, one batch after the other.
/// Of a text that is read in part, the part as it stands.
#[must_use]
pub fn opening(desk: &Workspace) -> (String, Vec<Edits>) {
    let pasted = &desk.seed().text;
    if pasted.len() > READ || desk.text().len() > READ {
        return (read_part(desk.text()).to_owned(), Vec::new());
    }
    (pasted.clone(), desk.edits().cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Seed;

    #[test]
    fn one_block_a_paragraph() {
        let text = "One.\n\nTwo “three”.\n";
        let found: Vec<_> = blocks(text).iter().map(|b| (b.span.of(text), b.paragraph)).collect();
        assert_eq!(found, [("One.", 1), ("Two “three”.", 2)]);
        assert_eq!(block_at(&blocks(text), 5), Some(0));
        assert_eq!(block_at(&blocks(text), 6), Some(1));
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let text = "é".repeat(20_000);
        let found = blocks(&text);
        assert!(found.len() > 3 && found.iter().all(|b| b.span.len() <= LONGEST && b.paragraph == 1));
        assert_eq!(found.iter().map(|b| b.span.of(&text)).collect::<String>(), text);
        assert!(!found[0].continues && found[1].continues);
    }

    #[test]
    fn a_very_long_text_is_read_in_part() {
        let text = "Ünd so weiter.\n".repeat(100_000);
        let part = read_part(&text);
        assert!(part.len() <= READ && part.len() > READ - 20 && part.ends_with('.'));
        assert_eq!(read_part("short"), "short");
        assert!(read_part(&"é".repeat(READ)).len() <= READ);
    }

    #[test]
    fn a_long_paragraph_is_cut_after_a_space() {
        let text = "some words ".repeat(3_000);
        let found = blocks(&text);
        assert!(found[..found.len() - 1].iter().all(|b| b.span.of(&text).ends_with(' ')));
    }

    #[test]
    fn the_engine_opens_what_was_pasted_and_what_was_done_to_it() {
        let mut desk = Workspace::new(Seed::of_text("d", "Teh ferry was late ."));
        drop(desk.replace(Span::new(0, 3), "The"));
        drop(desk.replace(Span::new(18, 19), ""));
        let (pasted, edits) = opening(&desk);
        assert_eq!(edits.iter().fold(pasted.clone(), |text, batch| batch.apply(&text)), desk.text());
        assert_eq!(pasted, "Teh ferry was late .");
        drop(desk.undo());
        assert_eq!(opening(&desk).1.len(), 1, "what was undone was not done");
        let long = Workspace::new(Seed::of_text("d", &"The ferry was late.\n".repeat(READ / 20 + 1)));
        assert_eq!(opening(&long).0, read_part(long.text()));
    }
}
