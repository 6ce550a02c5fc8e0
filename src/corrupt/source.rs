//! The article before the damage: lines joined, hyphenated words blanked, cut into pieces.

use super::damage::{Corrupted, Damage};
use crate::random::Random;
use crate::text::{Span, TokenKind, tokenise};

/// A text some of whose words were blanked.
#[derive(Clone, Debug)]
pub(super) struct Blanked {
    pub(super) text: String,
    /// The runs of blanks that took the place of words, in bytes of `text`, with those words.
    pub(super) gaps: Vec<(Span, String)>,
}

impl Blanked {
    /// A text that nothing was blanked in.
    pub(super) fn untouched(text: String) -> Self {
        Blanked { text, gaps: Vec::new() }
    }

    /// The text as it is, each gap one damaged place.
    pub(super) fn into_corrupted(self) -> Corrupted {
        let damage = self.gaps.into_iter().map(|(span, original)| Damage { span, category: "gap.dropped_hyphenated", visible: true, original });
        Corrupted { damage: damage.collect(), text: self.text }
    }
}

/// Puts one blank, or in some texts three, where lines end.
pub(super) fn flatten(text: &str, random: &mut Random) -> String {
    let blanks = if random.chance(0.7) { " " } else { "   " };
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    lines.join(blanks)
}

/// Deletes all but the hyphens of every run of characters that holds one, and turns each hyphen into a blank.
/// This is what happened to the "All the News" corpus: "the high-profile case" became "the   case".
pub(super) fn blank_hyphens(text: &str) -> Blanked {
    let mut blanked = Blanked::untouched(String::with_capacity(text.len()));
    let mut at = 0;
    while at < text.len() {
        let word = text[at..].split(char::is_whitespace).next().unwrap_or_default();
        if word.contains('-') {
            let start = blanked.text.trim_end_matches(' ').len();
            blanked.text.extend(word.chars().filter(|c| *c == '-').map(|_| ' '));
            let after = text[at + word.len()..].bytes().take_while(|b| *b == b' ').count();
            let end = blanked.text.len() + after;
            match blanked.gaps.last_mut() {
                Some((span, words)) if span.end() > start => {
                    *span = Span::new(span.start(), end);
                    *words = format!("{words} {word}");
                }
                _ => blanked.gaps.push((Span::new(start, end), word.to_owned())),
            }
        } else {
            blanked.text.push_str(word);
        }
        at += word.len();
        let space = text[at..].len() - text[at..].trim_start().len();
        blanked.text.push_str(&text[at..at + space]);
        at += space;
    }
    blanked
}

/// One piece of the article: a token, or the white space beyond one blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// In bytes of the text.
    pub(super) span: Span,
    /// `None` for white space.
    pub(super) kind: Option<TokenKind>,
    /// True where the piece follows the one before without white space.
    pub(super) glued: bool,
}

/// The article in pieces, as a tokeniser of the spaCy family hands them out.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) blanked: Blanked,
    pub(super) pieces: Vec<Piece>,
}

impl Source {
    pub(super) fn new(blanked: Blanked) -> Self {
        let text = &blanked.text;
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = 0;
        for token in tokenise(text) {
            let space = &text[at..token.span.start()];
            let mut skip = space.chars().next().filter(|_| at > 0).map_or(0, char::len_utf8);
            if space.contains('\n') {
                skip = 0;
            }
            if space.len() > skip {
                pieces.push(Piece { span: Span::new(at + skip, token.span.start()), kind: None, glued: space.contains('\n') });
            }
            pieces.push(Piece { span: token.span, kind: Some(token.kind), glued: space.is_empty() && at > 0 });
            at = token.span.end();
        }
        Self { blanked, pieces }
    }

    /// The characters of piece `n`; nothing past the end.
    pub(super) fn piece(&self, n: usize) -> &str {
        self.pieces.get(n).map_or("", |p| p.span.of(&self.blanked.text))
    }

    /// The text of pieces `start..end` as it stands in the article.
    pub(super) fn slice(&self, start: usize, end: usize) -> &str {
        self.pieces[start].span.cover(self.pieces[end - 1].span).of(&self.blanked.text)
    }
}
