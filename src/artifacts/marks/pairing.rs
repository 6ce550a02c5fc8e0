//! Double quotation marks in pairs, paragraph by paragraph.

use std::ops::Range;

use super::reporter;
use crate::artifacts::{Category, Context, Finding};
use crate::text::{Layout, Replacement, Span, Token, TokenKind};

/// What holds so many words in small letters is no title.
const SMALL_WORDS: usize = 4;
/// A quotation of several paragraphs may have marks of its own inside; so many paragraphs later its end is still looked for.
const BLOCK: usize = 12;
/// A quotation may run on for so many paragraphs without a mark before it counts as never closed.
const PATIENCE: usize = 2;

/// Finds pairs that do not match, marks without partner, marks turned the wrong way, blanks inside, and quotations run together.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let layout = context.view.layout();
    let words = layout.paragraphs.iter().map(|p| words_of(layout, p.tokens.clone())).collect();
    let mut pairing = Pairing { context, text: context.view.text(), layout, words, open: Vec::new(), pending: None, left_open: None, findings };
    for n in 0..layout.paragraphs.len() {
        pairing.paragraph(n);
    }
    if let Some(pending) = pairing.pending.take() {
        pairing.unclosed(pending);
    }
}

/// From the first word of `tokens` up to behind the last; empty, at their end, where there is none.
fn words_of(layout: &Layout, tokens: Range<usize>) -> Range<usize> {
    let is_word = |n: &usize| layout.tokens[*n].kind == TokenKind::Word;
    let first = tokens.clone().find(is_word).unwrap_or(tokens.end);
    let end = (first..tokens.end).rev().find(is_word).map_or(first, |last| last + 1);
    first..end
}

/// What a mark is by its glyph alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Glyph {
    /// `"`
    Straight,
    /// `“`, and `„` and `«`, which open elsewhere.
    Opening,
    /// `”` and `»`
    Closing,
    /// Two single marks or backticks, as wires and old databases write.
    Doubled,
}

impl Glyph {
    fn of(mark: &str) -> Option<Self> {
        match mark {
            "\"" => Some(Glyph::Straight),
            "“" | "„" | "«" => Some(Glyph::Opening),
            "”" | "»" => Some(Glyph::Closing),
            "''" | "``" | "’’" | "‘‘" | "´´" => Some(Glyph::Doubled),
            _ => None,
        }
    }

    /// Opening and closing curly marks are of one family.
    fn family(self) -> u8 {
        match self {
            Glyph::Straight => 0,
            Glyph::Opening | Glyph::Closing => 1,
            Glyph::Doubled => 2,
        }
    }
}

/// Where a mark stands, by the blanks around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Opens,
    Closes,
    Unclear,
}

#[derive(Clone, Copy)]
struct Open {
    token: usize,
    glyph: Glyph,
    paragraph: usize,
}

struct Pairing<'a, 'f> {
    context: &'a Context<'a>,
    text: &'a str,
    layout: &'a Layout,
    /// For each paragraph, the tokens from its first word to its last: a mark asks for words before or after it, and there may be as many marks as tokens.
    words: Vec<Range<usize>>,
    /// The marks that are open, the outermost first.
    open: Vec<Open>,
    /// Left open by an earlier paragraph.
    pending: Option<Open>,
    /// The last one that was found never to be closed, with the place of that finding.
    left_open: Option<(Open, usize)>,
    findings: &'f mut Vec<Finding>,
}

impl Pairing<'_, '_> {
    fn token(&self, n: usize) -> Token {
        self.layout.tokens[n]
    }

    fn word(&self, n: usize) -> &str {
        self.layout.tokens.get(n).map_or("", |t| t.of(self.text))
    }

    fn paragraph(&mut self, p: usize) {
        let range = self.layout.paragraphs[p].tokens.clone();
        let marks: Vec<(usize, Glyph)> =
            range.clone().filter(|n| self.token(*n).kind == TokenKind::QuoteMark).filter_map(|n| Glyph::of(self.word(n)).map(|g| (n, g))).collect();
        let straight = marks.iter().filter(|(n, g)| *g == Glyph::Straight && !self.is_inch(*n)).count();
        for (n, glyph) in marks {
            if glyph == Glyph::Straight && self.is_inch(n) && (self.open.is_empty() || straight.is_multiple_of(2)) {
                continue;
            }
            self.mark(n, glyph, p, range.start, straight.is_multiple_of(2));
        }
        let outermost = self.open.first().copied();
        self.open.clear();
        if let Some(open) = outermost.filter(|open| reporter::ends_in_reporter(self.layout, self.text, open.token, p)) {
            let earlier = self.pending.take();
            earlier.into_iter().chain([open]).for_each(|o| self.unclosed(o));
        } else if let Some(open) = outermost {
            if let Some(earlier) = self.pending.replace(open) {
                self.unclosed(earlier);
            }
        } else if let Some(pending) = self.pending
            && p >= pending.paragraph + PATIENCE
        {
            self.pending = None;
            self.unclosed(pending);
        }
    }

    /// `6'2"`, `31" screen`: the mark after a digit measures.
    fn is_inch(&self, n: usize) -> bool {
        // A year measures nothing.
        n > 0 && !self.token(n).spaced && self.token(n - 1).kind == TokenKind::Number && (self.word(n - 1).len() <= 3 || self.word(n - 1).contains('.'))
    }

    fn place(&self, n: usize, start: usize) -> Place {
        let spaced = n == start || self.token(n).spaced;
        let before = if n == start { "" } else { self.word(n - 1) };
        let free_before = spaced || matches!(before, "(" | "[" | "-" | "--" | "—" | "–" | "/" | "…" | "...") || matches!(before, "'" | "‘");
        let next = self.layout.tokens.get(n + 1);
        let free_after = next.is_none_or(|t| {
            t.spaced
                || matches!(t.of(self.text), "." | "," | ";" | ":" | "!" | "?" | ")" | "]" | "-" | "--" | "—" | "–" | "/" | "'" | "’")
                || t.kind == TokenKind::Clitic
        });
        match (free_before, free_after) {
            (true, false) => Place::Opens,
            (false, true) => Place::Closes,
            _ => Place::Unclear,
        }
    }

    fn mark(&mut self, n: usize, glyph: Glyph, paragraph: usize, start: usize, even: bool) {
        let place = self.place(n, start);
        let this = Open { token: n, glyph, paragraph };
        if let Some(pending) = self.pending.take() {
            // The first mark after a paragraph that was left open: it opens anew (the quotation goes on), or closes, or tells that it was never closed.
            let opens_anew = n == start || place == Place::Opens && n == start + 1;
            if opens_anew {
                // By custom each paragraph of a long quotation opens with a mark and only the last one closes.
            } else if place == Place::Closes || (glyph == Glyph::Closing && place != Place::Opens) {
                self.closed(pending, this, start, true);
                return;
            } else {
                self.unclosed(pending);
            }
        }
        let Some(open) = self.open.last().copied() else {
            match (glyph, place) {
                // »So« is how Danes and Germans set them.
                (Glyph::Closing, Place::Opens) if self.word(n) == "»" => self.open.push(this),
                (Glyph::Closing, Place::Opens) => {
                    self.wrong_way(n, "“");
                    self.open.push(this);
                }
                (Glyph::Closing, _) | (Glyph::Straight | Glyph::Doubled, Place::Closes) => self.unopened(this),
                _ => self.open.push(this),
            }
            return;
        };
        match (glyph, place) {
            // "“We: two opening marks where one belongs.
            (Glyph::Opening, _) if open.glyph == Glyph::Straight && open.token + 1 == n && !self.token(n).spaced => {
                let span = self.token(open.token).span.cover(self.token(n).span);
                self.findings.push(self.context.finding(Category::PunctDoubled, span, "Two opening marks where one belongs").repair(self.word(n)));
                self.open.pop();
                self.open.push(this);
            }
            (Glyph::Opening, Place::Closes) => {
                // “…“, the German way, unless the quotation opened with the German mark.
                if self.word(open.token) != "„" && self.word(n) == "“" {
                    self.wrong_way(n, "”");
                }
                self.open.pop();
            }
            (Glyph::Opening, _) if glyph == open.glyph || place == Place::Opens => {
                self.unclosed(open);
                self.open.clear();
                self.open.push(this);
            }
            (Glyph::Straight, Place::Opens) if self.closes_before_reporter(n) => {
                self.blank_on_the_wrong_side(n);
                self.open.pop();
            }
            // "They say, "Go," and we go.": the same mark inside itself.
            (Glyph::Straight, Place::Opens) if even && open.glyph == Glyph::Straight && self.open.len() < 3 => self.open.push(this),
            (Glyph::Straight | Glyph::Doubled, Place::Opens) if !even || open.glyph == Glyph::Opening => {
                self.unclosed(open);
                self.open.clear();
                self.open.push(this);
            }
            _ => {
                // A mark that punctuation follows at once can only close.
                let stop_after = matches!(self.word(n + 1), "." | "," | ";" | "?" | "!") && !self.token(n + 1).spaced;
                self.closed(open, this, start, even || glyph != Glyph::Straight || open.glyph == Glyph::Opening || stop_after);
                self.open.pop();
            }
        }
    }

    /// `aid, "he said`: punctuation before the blank, a reporter after the mark.
    fn closes_before_reporter(&self, n: usize) -> bool {
        let before = if n > 0 { self.word(n - 1) } else { "" };
        matches!(before, "," | "." | "!" | "?") && matches!(self.word(n + 1), "he" | "she" | "they" | "said")
    }

    fn blank_on_the_wrong_side(&mut self, n: usize) {
        let span = Span::new(self.token(n - 1).span.end(), self.token(n).span.end());
        if matches!(span.of(self.text), " \"") {
            let message = "The blank stands before the closing mark instead of after it";
            self.findings.push(self.context.finding(Category::QuoteStrayInnerSpace, span, message).repair("\" "));
        }
    }

    /// `open` and `close` are a pair.
    fn closed(&mut self, open: Open, close: Open, start: usize, sure: bool) {
        let one_paragraph = open.paragraph == close.paragraph;
        if open.glyph.family() != close.glyph.family() && self.word(open.token) != "„" && one_paragraph {
            let name = |g: Glyph| match g {
                Glyph::Straight => "a straight mark",
                Glyph::Opening | Glyph::Closing => "a curly one",
                Glyph::Doubled => "two single ones",
            };
            let (first, second) = match (open.glyph, close.glyph) {
                (Glyph::Straight, g) => ("a straight mark", name(g)),
                (Glyph::Doubled, Glyph::Straight) => ("two single marks", "a straight one"),
                (Glyph::Doubled, _) => ("two single marks", "a curly one"),
                (_, Glyph::Straight) => ("a curly mark", "a straight one"),
                (_, g) => ("a curly mark", name(g)),
            };
            let partner = match self.word(open.token) {
                "“" => "”",
                "«" => "»",
                "»" => "«",
                "``" | "''" => "''",
                "‘‘" => "’’",
                _ => "\"",
            };
            let message = format!("Opens with {first} and closes with {second}");
            let finding = self.context.finding(Category::QuoteMismatchedPair, self.token(close.token).span, message);
            self.findings.push(finding.repair(partner).with_score(0.97));
        }
        if sure && one_paragraph {
            self.inner_blank(open.token, close.token);
        }
        self.fused(open, close, start);
    }

    /// A blank just inside the pair.
    fn inner_blank(&mut self, open: usize, close: usize) {
        if close < open + 2 {
            return;
        }
        for (left, right, inner) in [(open, open + 1, open + 1), (close - 1, close, close - 1)] {
            let gap = Span::new(self.token(left).span.end(), self.token(right).span.start());
            let inner_word = self.word(inner);
            let nested =
                self.token(inner).kind == TokenKind::QuoteMark || inner_word.starts_with(['…', '-', '—', '–', '[', '(']) || inner_word.starts_with("..");
            // A straight mark with a blank on its inner side alone; and French sets its own marks apart.
            let outer_free = if inner == open + 1 {
                self.token(open).spaced
            } else {
                self.layout.tokens.get(close + 1).is_none_or(|t| t.spaced || t.kind == TokenKind::Punctuation)
            };
            if !matches!(gap.of(self.text), " " | "\u{A0}" | "  ") || nested || !outer_free || matches!(self.word(open), "«" | "„") {
                continue;
            }
            let (side, word) = if inner == open + 1 { ("before", inner_word) } else { ("after", inner_word) };
            let message = format!("A blank stands inside the quotation mark, {side} “{word}”");
            self.findings.push(self.context.finding(Category::QuoteStrayInnerSpace, gap, message).repair(""));
        }
    }

    /// A closing mark and at once an opening one, each beside its own sentence: a paragraph break was lost.
    fn fused(&mut self, open: Open, close: Open, start: usize) {
        // A title (“Meet the Press.” “I think …”) is no quotation that ends.
        let small =
            self.layout.tokens[open.token..close.token].iter().filter(|t| t.kind == TokenKind::Word && t.of(self.text).starts_with(char::is_lowercase)).count();
        if small < SMALL_WORDS {
            return;
        }
        let next = close.token + 1;
        let end = self.layout.paragraphs[close.paragraph].tokens.end;
        let ends_sentence = close.token > 0 && self.word(close.token - 1).starts_with(['.', '!', '?']);
        if next + 1 >= end || !ends_sentence || Glyph::of(self.word(next)).is_none_or(|g| g == Glyph::Closing) || !self.token(next).spaced {
            return;
        }
        if self.place(next, start) == Place::Closes || self.token(next + 1).spaced || !self.word(next + 1).starts_with(char::is_uppercase) {
            return;
        }
        let span = self.token(close.token).span.cover(self.token(next).span);
        let gap = Span::new(self.token(close.token).span.end(), self.token(next).span.start());
        if gap.of(self.text).contains(['\n', '\r']) {
            return;
        }
        let message = "One quotation ends and the next begins on the same line: the paragraph break between them was lost";
        let fixed = format!("{}\n\n{}", self.word(close.token), self.word(next));
        self.findings.push(self.context.finding(Category::QuoteBoundaryFused, span, message).propose(fixed));
    }

    fn wrong_way(&mut self, n: usize, right: &str) {
        let message = if right == "“" { "A closing mark stands where the quotation opens" } else { "An opening mark stands where the quotation closes" };
        self.findings.push(self.context.finding(Category::QuoteWrongDirection, self.token(n).span, message).repair(right));
    }

    fn unopened(&mut self, mark: Open) {
        let n = mark.token;
        // A block of paragraphs in one pair of marks, with quotations inside.
        if let Some((open, finding)) = self.left_open.take()
            && mark.paragraph <= open.paragraph + BLOCK
            && finding + 1 == self.findings.len()
            && open.token == self.layout.paragraphs[open.paragraph].tokens.start
        {
            self.findings.pop();
            return;
        }
        if self.words[mark.paragraph].start >= n {
            return;
        }
        let message = "This mark closes a quotation that was never opened";
        self.findings.push(self.context.finding(Category::QuoteUnopened, self.token(n).span, message).with_score(0.75));
    }

    fn unclosed(&mut self, open: Open) {
        let paragraph = &self.layout.paragraphs[open.paragraph];
        let last = paragraph.tokens.end - 1;
        if self.words[open.paragraph].end <= open.token {
            return;
        }
        let mark = self.context.view.to_source(self.token(open.token).span);
        let close = match open.glyph {
            Glyph::Opening => "”",
            Glyph::Doubled => "''",
            _ => "\"",
        };
        let finding =
            self.context.finding(Category::QuoteUnclosed, self.token(open.token).span, "This mark opens a quotation that is never closed").with_score(0.75);
        // The end of the paragraph is a guess, but the only one that changes no words.
        let end = self.token(last).span;
        let end_word = end.of(self.text).to_owned();
        let at = self.context.view.to_source(end);
        let finding = if matches!(end_word.as_str(), "." | "!" | "?") {
            let edit = Replacement { span: at, text: format!("{end_word}{close}") };
            finding.with_parts(vec![mark, at]).propose_edits(vec![edit])
        } else {
            finding.propose_edits(vec![Replacement { span: Span::empty(at.end()), text: close.to_owned() }])
        };
        self.left_open = Some((open, self.findings.len()));
        self.findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn pairs_that_do_not_match() {
        fires(Category::QuoteMismatchedPair, "\"They will go⟦”→\"⟧ he said.");
        fires(Category::QuoteMismatchedPair, "“He will be sorely missed,⟦\"→”⟧ said Lena Ortiz.\n\n\"We know,\" she said.");
        silent(Category::QuoteMismatchedPair, "He wrote: \"She told me, ‘go home,’ and I did.\"");
        silent(Category::QuoteMismatchedPair, "He is 6'2\" tall, and she said “no” twice.");
        fires(Category::QuoteMismatchedPair, "»We will go there⟦\"→«⟧ they said.");
        silent(Category::QuoteMismatchedPair, "„Nein“, sagte er. He said “yes.”");
    }

    #[test]
    fn marks_without_partner() {
        silent(Category::QuoteUnclosed, "“We asked for it in 2014\", she said. “Nobody did.”");
        fires(Category::QuoteUnclosed, "He said ⟦\"⟧no and left⟦.→.\"⟧");
        silent(Category::QuoteUnclosed, "a 6'2\" guard and a 31\" screen");
        silent(Category::QuoteUnclosed, "“We lost it.\n\n“We will go on,” she said.");
        silent(Category::QuoteUnclosed, "“We lost it.\n\nWe will go on,” she said.");
        silent(Category::QuoteUnclosed, "She wrote:\n\n\"The plan was late.\n\nThe mayor said \"no\" to it.\n\nAnd \"no\" it was.\"\n\nThey left.");
        silent(Category::QuoteUnopened, "She wrote:\n\n\"The plan was late.\n\nThe mayor said \"no\" to it.\n\nAnd \"no\" it was.\"\n\nThey left.");
        fires(Category::QuoteUnopened, "We will go on,⟦”⟧ she said.");
    }

    #[test]
    fn marks_turned_the_wrong_way() {
        fires(Category::QuoteWrongDirection, "He said ⟦”→“⟧no” twice");
        fires(Category::QuoteWrongDirection, "He said “no⟦“→”⟧ twice.");
    }

    #[test]
    fn blanks_inside_and_quotations_run_together() {
        fires(Category::QuoteStrayInnerSpace, "She said: “They fired all attorneys.⟦ →⟧\"");
        fires(Category::QuoteStrayInnerSpace, "She said “⟦ →⟧no” twice.");
        silent(Category::QuoteStrayInnerSpace, "She said “ ‘no’ he said” twice, and \"no\" and \"yes\" again.");
        fires(Category::QuoteBoundaryFused, "It is “the greatest honour of my life.⟦” “→”\n\n“⟧One hallmark of justice is independence,” he said.");
        fires(Category::QuoteStrayInnerSpace, "It gave “quick help\", but he \"lost his houses⟦ →⟧\". They left.");
        silent(Category::QuoteBoundaryFused, "He spoke on “Meet the Press.” “I think so,” he said.");
        silent(Category::QuoteStrayInnerSpace, "He asked, \"What if somebody says, \"I want it,\" and you give in?\" They left.");
        fires(Category::QuoteStrayInnerSpace, "\"It is an aid,⟦ \"→\" ⟧he said. \"We know,\" she said.");
        silent(Category::QuoteBoundaryFused, "the words “yes” “no” and “maybe.”");
    }
}
