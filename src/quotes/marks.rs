//! The quotation marks of a paragraph: which characters are marks at all, and which way each may face.

use crate::lexicon::WordSet;
use crate::text::{Layout, Token, TokenKind, is_apostrophe};

use crate::text::Span;

/// Whether a mark belongs to the outer or the inner style of most news text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// `"`, “ ”, „ “, « », '' and ``, and their East Asian kin.
    Double,
    /// ‘ ’, ' and `, ‹ ›.
    Single,
}

/// Which way the character itself faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facing {
    /// “, ‘, «, ``.
    Opens,
    /// ”, ’, ».
    Closes,
    /// `"`, ', ''.
    Either,
}

/// One mark with what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    /// In bytes of the view; two characters for '' and ``.
    pub span: Span,
    pub level: Level,
    pub facing: Facing,
    /// The character before, `None` at the edge of the paragraph.
    pub before: Option<char>,
    /// The character after, `None` at the edge of the paragraph.
    pub after: Option<char>,
    /// The last character before that is not white space.
    pub last: Option<char>,
}

impl Mark {
    /// True where nothing or white space stands before.
    pub(super) fn spaced_before(&self) -> bool {
        self.before.is_none_or(char::is_whitespace)
    }

    /// True where nothing or white space stands after.
    pub(super) fn spaced_after(&self) -> bool {
        self.after.is_none_or(char::is_whitespace)
    }
}

/// Words whose first letters an apostrophe stands for: 'tis, 'em, '90s. Sorted, lower case.
const ELISIONS: WordSet = WordSet::new("bout cause cuz em fraid gainst n nother round til till tis twas twere twill ya");

/// The marks among `tokens`, which are one paragraph of `text`, in order.
pub(super) fn marks(text: &str, layout: &Layout, paragraph: usize) -> Vec<Mark> {
    let paragraph = &layout.paragraphs[paragraph];
    let mut marks = Vec::new();
    for token in &layout.tokens[paragraph.tokens.clone()] {
        if token.kind == TokenKind::QuoteMark {
            split(text, paragraph.span, token, &mut marks);
        }
    }
    let low_opens = marks.iter().any(|m| matches!(m.span.of(text), "„" | "‚"));
    if low_opens {
        // „so“ closes with the glyph that opens elsewhere.
        for mark in &mut marks {
            if matches!(mark.span.of(text), "“" | "‘") {
                mark.facing = Facing::Either;
            }
        }
    }
    marks
}

/// Adds the marks of one token.
fn split(text: &str, paragraph: Span, token: &Token, marks: &mut Vec<Mark>) {
    let glyph = token.of(text);
    let Some((level, facing)) = style(glyph) else { return };
    let context = |span: Span| {
        let before = &text[paragraph.start()..span.start()];
        let after = &text[span.end()..paragraph.end()];
        Mark { span, level, facing, before: before.chars().next_back(), after: after.chars().next(), last: before.trim_end().chars().next_back() }
    };
    let mark = context(token.span);
    if level == Level::Single && !may_be_single_mark(text, &mark) {
        return;
    }
    if glyph == "\"" && is_inches(&text[paragraph.start()..token.span.start()]) {
        return;
    }
    // `'''`: the tokeniser takes the double mark first; at the end of a quotation the single one comes first.
    if glyph == "''" && mark.after == Some('\'') && !mark.spaced_before() {
        let single = Span::new(token.span.start(), token.span.start() + 1);
        let double = Span::new(token.span.start() + 1, token.span.end() + 1);
        marks.push(Mark { level: Level::Single, ..context(single) });
        marks.push(context(double));
        return;
    }
    if let Some(previous) = marks.last()
        && previous.span.end() > token.span.start()
    {
        return;
    }
    marks.push(mark);
}

/// Level and facing of a glyph; `None` for what is no quotation mark.
fn style(glyph: &str) -> Option<(Level, Facing)> {
    Some(match glyph {
        "\"" | "＂" | "''" | "〞" => (Level::Double, Facing::Either),
        "“" | "„" | "‟" | "«" | "``" | "〝" | "「" | "『" | "‘‘" => (Level::Double, Facing::Opens),
        "”" | "»" | "」" | "』" | "´´" | "’’" => (Level::Double, Facing::Closes),
        "'" => (Level::Single, Facing::Either),
        "‘" | "‚" | "‛" | "‹" | "`" => (Level::Single, Facing::Opens),
        "’" | "›" | "´" => (Level::Single, Facing::Closes),
        _ => return None,
    })
}

/// False for an apostrophe: inside a word, before an elision or a decade, between feet and inches.
fn may_be_single_mark(text: &str, mark: &Mark) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if word(mark.before) && word(mark.after) {
        return false;
    }
    if mark.before.is_some_and(|c| c.is_ascii_digit()) && !mark.after.is_some_and(|c| matches!(c, ',' | '.' | '"' | '”' | ' ')) {
        return false;
    }
    if word(mark.after) && is_apostrophe_like(mark.span.of(text)) {
        let rest = &text[mark.span.end()..];
        let next: &str = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let decade = next.len() == 3 && next.ends_with('s') && next.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        let elided = next.len() <= 8 && ELISIONS.has(next.to_ascii_lowercase().as_str());
        // "'Til" may also start a quotation; an elision that its own mark closes ("'em'") is left to the next test.
        if decade || (elided && !next.starts_with(char::is_uppercase)) {
            return false;
        }
    }
    // "rock 'n' roll": the second mark.
    !(mark.before == Some('n') && text[..mark.span.start()].ends_with("'n"))
}

fn is_apostrophe_like(glyph: &str) -> bool {
    glyph.chars().all(|c| is_apostrophe(c) || c == '‘')
}

/// True where `before` ends with feet and inches: 5'10 (the mark that follows measures inches).
fn is_inches(before: &str) -> bool {
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '½' | '¼' | '¾')).len();
    if digits == 0 || digits > 6 {
        return false;
    }
    let rest = before[..before.len() - digits].trim_end_matches(['-', ' ']);
    rest.ends_with(['\'', '’', '′']) && rest.trim_end_matches(['\'', '’', '′']).ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let layout = Layout::of(text);
        let found: Vec<&str> = marks(text, &layout, 0).iter().map(|m| m.span.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text:?}");
    }

    #[test]
    fn knows_marks_of_every_style() {
        check("\"a\" “b” ''c'' ``d'' «e» „f“ ‹g› ‘h’", "\" \" “ ” '' '' `` '' « » „ “ ‹ › ‘ ’");
    }

    #[test]
    fn an_apostrophe_is_no_mark() {
        check("Rosa's men didn’t see O’Neill in the '90s; rock 'n' roll, give 'em time, Rosa ’s", "");
    }

    #[test]
    fn feet_and_inches_are_no_marks() {
        check("He is 5'10\" tall.", "");
        check("\"in 2016\"", "\" \"");
    }

    #[test]
    fn three_apostrophes_are_a_single_and_a_double_mark() {
        check("''I say 'no.''' He left.", "'' ' ' ''");
    }
}
