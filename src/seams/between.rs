//! Seams between tokens: a word right behind a stop, a closing mark or a bracket.

use crate::text::{Layout, Span, Token, TokenKind};

use super::seam::{Candidate, Sign, Strength};
use super::shapes::starts_with_date_or_clock;
use super::tables::{FILE_ENDINGS, OPENERS, PAGE_WORDS};

/// Looks at every place where two tokens touch.
pub(super) fn candidates(text: &str, layout: &Layout, found: &mut Vec<Candidate>) {
    let reader = Reader { text, layout, tokens: &layout.tokens };
    for (n, token) in reader.tokens.iter().enumerate().skip(1) {
        let Some((sign, at, strength)) = (match token.kind {
            TokenKind::Punctuation => match text.as_bytes()[token.span.start()] {
                b'.' | b'!' | b'?' if token.span.len() <= 3 && !token.spaced => reader.stop(n),
                b':' if token.span.len() == 1 && !token.spaced => reader.colon(n),
                b')' | b']' if !token.spaced => reader.closing_bracket(n),
                b'(' if !token.spaced => reader.opening_bracket(n),
                _ => None,
            },
            TokenKind::QuoteMark if !token.spaced => reader.quote(n),
            TokenKind::Word if !token.spaced => reader.abbreviation(n),
            _ => None,
        }) else {
            continue;
        };
        found.push(Candidate { at, sign, strength, joint: None });
    }
}

struct Reader<'a> {
    text: &'a str,
    layout: &'a Layout,
    tokens: &'a [Token],
}

/// "U.S.", "U.K."
fn is_dotted(word: &str) -> bool {
    word.len() >= 4 && word.as_bytes().chunks(2).all(|pair| pair[0].is_ascii_uppercase() && pair.get(1) == Some(&b'.'))
}

type Found = Option<(Sign, usize, Strength)>;

/// What stands right behind a mark.
enum After {
    /// A capital and small letters, "A" or "I": a sentence begins.
    Sentence,
    /// A word in capitals.
    Capitals,
    /// A word in small letters.
    Small,
    /// A date or clock.
    Clock,
    /// Other figures.
    Figures,
    /// A bracket with a word in it.
    Bracket,
    /// A dash with a blank behind it.
    Dash,
    Other,
}

impl<'a> Reader<'a> {
    fn word(&self, n: usize) -> &'a str {
        self.tokens.get(n).map_or("", |t| t.of(self.text))
    }

    /// True where token `n` follows at once.
    fn touches(&self, n: usize) -> bool {
        self.tokens.get(n).is_some_and(|t| !t.spaced)
    }

    fn is_small(&self, n: usize, letters: usize) -> bool {
        let word = self.word(n);
        self.tokens[n].kind == TokenKind::Word && word.len() >= letters && word.bytes().rev().take(letters.min(2)).all(|b| b.is_ascii_lowercase())
    }

    /// What token `n`, which touches the one before it, begins.
    fn after(&self, n: usize) -> After {
        let Some(token) = self.tokens.get(n).filter(|t| !t.spaced) else { return After::Other };
        let word = token.of(self.text);
        let first = word.chars().next().unwrap_or(' ');
        match token.kind {
            TokenKind::Word => {
                let free = self.tokens.get(n + 1).is_none_or(|t| {
                    t.spaced
                        || matches!(t.kind, TokenKind::Clitic | TokenKind::QuoteMark)
                        || matches!(t.of(self.text), "," | ":" | "-" | "–" | "—" | ";" | "!" | "?" | "…")
                        // "Nobody.It": one short sentence behind the other.
                        || t.of(self.text) == "." && self.tokens.get(n + 2).is_none_or(|t| t.spaced || t.of(self.text).starts_with(char::is_uppercase))
                });
                if !free || is_ending(word) {
                    return After::Other;
                }
                let second = word.chars().nth(1);
                // "AChinese" is an article and a name; it is cut inside.
                let article = first == 'A' && second.is_some_and(char::is_uppercase) && word.chars().nth(2).is_some_and(char::is_lowercase);
                if article {
                    return After::Sentence;
                }
                if first.is_uppercase() && (second.is_some_and(|c| c.is_lowercase() || matches!(c, '\'' | '’')) || matches!(word, "A" | "I")) {
                    After::Sentence
                } else if is_dotted(word) || first.is_uppercase() && second.is_some_and(char::is_uppercase) && word.chars().all(char::is_alphabetic) {
                    After::Capitals
                } else if first.is_lowercase() && word.len() >= 2 {
                    After::Small
                } else {
                    After::Other
                }
            }
            TokenKind::Number if starts_with_date_or_clock(&self.text[token.span.start()..]) => After::Clock,
            TokenKind::Number => After::Figures,
            TokenKind::Punctuation
                if matches!(word, "(" | "[") && self.tokens.get(n + 1).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word && t.span.len() > 2) =>
            {
                After::Bracket
            }
            TokenKind::Punctuation if matches!(word, "–" | "-" | "—") && self.tokens.get(n + 1).is_some_and(|t| t.spaced) => After::Dash,
            _ => After::Other,
        }
    }

    /// `end.Next`, `2017.The`, `(probiotic).Made`, `said.FBI`, `town.20 hours ago`; and with a quotation mark between.
    fn stop(&self, n: usize) -> Found {
        let before = &self.tokens[n - 1];
        let word = before.of(self.text);
        let clock = before.kind == TokenKind::Number && word.len() > 2 && (word.ends_with("am") || word.ends_with("pm"));
        let small = self.is_small(n - 1, 2) || clock;
        let number = before.kind == TokenKind::Number && word.ends_with(|c: char| c.is_ascii_digit());
        let closed = before.span.len() <= 3 && word.ends_with([')', ']', '”', '’', '%', '"']) && !before.spaced;
        let capitals = before.kind == TokenKind::Word && word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        if !(small || number || closed || capitals) || matches!(word, "Yahoo" | "Jeopardy") {
            return None;
        }
        let mark = self.tokens.get(n + 1).filter(|t| !t.spaced && t.kind == TokenKind::QuoteMark);
        let ellipsis = self.word(n).starts_with("..");
        if let Some(mark) = mark.filter(|_| !ellipsis) {
            return self.stop_and_quote(n, mark, before.kind == TokenKind::Word && word.len() >= 2 || small || number && word.len() >= 2 || closed);
        }
        let at = self.tokens[n].span.end();
        let stop = self.word(n) == ".";
        if ellipsis {
            // A teaser that was cut, and the next: only where other pieces were run together too.
            return (small && matches!(self.after(n + 1), After::Sentence | After::Capitals)).then_some((Sign::Stop, at, Strength::Weak));
        }
        let strength = match self.after(n + 1) {
            After::Sentence if small || closed && word != "\"" => Strength::Strong,
            After::Sentence if number && (word.len() >= 2 || self.word(n + 1).len() >= 3) => Strength::Strong,
            After::Sentence if capitals && self.word(n + 1).len() >= 2 => Strength::Strong,
            After::Capitals if small && word.len() >= 3 && (!stop || !FILE_ENDINGS.has(self.word(n + 1))) => Strength::Strong,
            After::Capitals if (small || number) && !FILE_ENDINGS.has(self.word(n + 1)) => Strength::Weak,
            After::Sentence if number => Strength::Weak,
            After::Capitals if closed && word != "\"" => Strength::Weak,
            After::Clock if small && word.len() >= 4 => Strength::Strong,
            After::Clock if number || closed => Strength::Weak,
            After::Figures if small && word.len() >= 3 && !is_numbered(word) => Strength::Weak,
            After::Bracket if stop && small && word.len() >= 3 => Strength::Strong,
            After::Bracket if number || closed => Strength::Weak,
            After::Dash if (small || closed) && self.word(n + 1) != "—" => Strength::Strong,
            _ => return None,
        };
        Some((Sign::Stop, at, strength))
    }

    /// `said.”The`, `said."The`, `work."We know`.
    fn stop_and_quote(&self, n: usize, mark: &Token, plain: bool) -> Found {
        if !plain || !self.touches(n + 2) {
            return None;
        }
        if self.two_marks(n + 1) {
            return Some((Sign::Quote, mark.span.end(), Strength::Strong));
        }
        let sentence = matches!(self.after(n + 2), After::Sentence);
        if !sentence && !matches!(self.after(n + 2), After::Capitals | After::Clock | After::Bracket) {
            return None;
        }
        let strength = if sentence { Strength::Strong } else { Strength::Weak };
        match mark.of(self.text) {
            "”" | "»" | "’" => Some((Sign::Quote, mark.span.end(), strength)),
            "“" | "«" | "‘" => Some((Sign::Stop, mark.span.start(), strength)),
            "\"" if self.closes(n + 1) => Some((Sign::Quote, mark.span.end(), strength)),
            "\"" => Some((Sign::Stop, mark.span.start(), strength)),
            "'" if self.closes_single(n + 1) => Some((Sign::Quote, mark.span.end(), strength)),
            "'" => Some((Sign::Stop, mark.span.start(), strength)),
            _ => None,
        }
    }

    /// `”“We` and `""We`: a quotation ends at mark `n` and the next begins at once.
    fn two_marks(&self, n: usize) -> bool {
        let both = matches!((self.word(n), self.word(n + 1)), ("”", "“") | ("\"", "\""));
        both && self.touches(n + 1) && self.tokens.get(n + 2).is_some_and(|t| !t.spaced && t.kind == TokenKind::Word)
    }

    /// `botnet”In`, `'QUICKLY'President`, `,"she`, `called“the`.
    fn quote(&self, n: usize) -> Found {
        let mark = self.word(n);
        let (before, after) = (self.word(n - 1), self.after(n + 1));
        // What stands behind a stop is judged there.
        let behind_stop = self.tokens[n - 1].kind == TokenKind::Punctuation && matches!(before, "." | "!" | "?") && !self.tokens[n - 1].spaced;
        if behind_stop && n >= 2 && !matches!(after, After::Small) {
            return None;
        }
        let comma = before == ",";
        let plain = self.is_small(n - 1, 2) || before.len() >= 2 && before.bytes().all(|b| b.is_ascii_uppercase());
        if !plain && !comma && !behind_stop {
            return None;
        }
        let (end, start) = (self.tokens[n].span.end(), self.tokens[n].span.start());
        let small_word = matches!(after, After::Small) && self.word(n + 1).len() >= 2;
        let large = matches!(after, After::Sentence | After::Capitals);
        match mark {
            "”" if large => Some((Sign::Quote, end, Strength::Strong)),
            "”" if small_word => Some((Sign::Quote, end, if comma || behind_stop { Strength::Strong } else { Strength::Weak })),
            "\"" if (large || small_word) && self.closes(n) => {
                Some((Sign::Quote, end, if large || comma || behind_stop { Strength::Strong } else { Strength::Weak }))
            }
            "\"" if (large || small_word) && plain => Some((Sign::Quote, start, Strength::Weak)),
            "“" if (large || small_word) && plain => Some((Sign::Quote, start, Strength::Strong)),
            "'" if large && plain && before.len() >= 3 && self.closes_single(n) => Some((Sign::Quote, end, Strength::Weak)),
            _ => None,
        }
    }

    /// `(Reuters)Made`, `window)Click`.
    fn closing_bracket(&self, n: usize) -> Found {
        // "(s)he" and "[t]he" hold a part of a word.
        let inside = self.tokens[n - 1].of(self.text);
        let footnote = self.word(n) == "]" && self.tokens[n - 1].kind == TokenKind::Number;
        // "(I promise.)Since": a sentence ends inside the bracket.
        let sentence = self.tokens[n - 1].kind == TokenKind::Punctuation && matches!(inside, "." | "!" | "?");
        if inside.len() < 2 && !footnote && !sentence || matches!(inside, "(" | "[") {
            return None;
        }
        let strength = match self.after(n + 1) {
            After::Sentence if self.word(n + 1).len() >= 2 && (self.word(n) == ")" && (sentence || inside.len() >= 3) || footnote) => Strength::Strong,
            After::Sentence | After::Capitals => Strength::Weak,
            After::Small if self.word(n + 1).len() >= 3 => Strength::Weak,
            After::Clock => Strength::Weak,
            _ => return None,
        };
        Some((Sign::Bracket, self.tokens[n].span.end(), strength))
    }

    /// `Committee(ABC)`.
    fn opening_bracket(&self, n: usize) -> Found {
        let before = self.word(n - 1);
        if self.tokens[n - 1].kind != TokenKind::Word || before.len() < 4 || !self.is_small(n - 1, 2) || !self.touches(n + 1) {
            return None;
        }
        let inside = self.word(n + 1);
        let initials = inside.len() >= 2 && inside.bytes().all(|b| b.is_ascii_uppercase()) && self.word(n + 2) == ")";
        let capital = inside.len() >= 3 && inside.starts_with(char::is_uppercase) && self.word(n + 2) != ")";
        let strength = if initials {
            Strength::Strong
        } else if capital {
            Strength::Weak
        } else {
            return None;
        };
        Some((Sign::Bracket, self.tokens[n].span.start(), strength))
    }

    /// `Caption:The`.
    fn colon(&self, n: usize) -> Found {
        if !self.is_small(n - 1, 3) || !matches!(self.after(n + 1), After::Sentence) {
            return None;
        }
        let page = PAGE_WORDS.has(self.word(n - 1)) || OPENERS.has(self.word(n + 1));
        Some((Sign::Stop, self.tokens[n].span.end(), if page { Strength::Strong } else { Strength::Weak }))
    }

    /// `the U.S.The`, `a.m.Police`: the dot belongs to the word.
    fn abbreviation(&self, n: usize) -> Found {
        let before = &self.tokens[n - 1];
        let dotted = before.kind == TokenKind::Word && before.of(self.text).ends_with('.') && before.span.len() >= 4;
        if !dotted || !matches!(self.after(n), After::Sentence | After::Capitals) {
            return None;
        }
        if matches!(self.after(n), After::Capitals) {
            // "the U.S.FBI INVESTIGATION": a line in capitals.
            let line = self.word(n).len() >= 3 && self.word(n + 1).len() >= 3 && self.word(n + 1).bytes().all(|b| b.is_ascii_uppercase());
            return line.then_some((Sign::Stop, before.span.end(), Strength::Weak));
        }
        let opens = OPENERS.has(self.word(n));
        let clock = matches!(before.of(self.text), "a.m." | "p.m.");
        let strength = if opens || clock { Strength::Strong } else { return None };
        Some((Sign::Stop, before.span.end(), strength))
    }

    /// True where the straight mark `n` closes: the marks before it tell, the nearest that stands apart on one side first.
    fn closes(&self, n: usize) -> bool {
        let from = self.paragraph(n).start;
        let mut turned = false;
        for m in (from..n).rev() {
            if self.tokens[m].kind != TokenKind::QuoteMark || self.word(m) != "\"" {
                continue;
            }
            let apart_before = m == 0 || self.tokens[m].spaced || matches!(self.word(m - 1), "(" | "[" | "—" | "–");
            let apart_behind = self.tokens.get(m + 1).is_none_or(|t| t.spaced) || matches!(self.word(m + 1), "," | "." | ";" | ")" | "]");
            match (apart_before, apart_behind) {
                (true, false) => return !turned,
                (false, true) => return turned,
                _ => turned = !turned,
            }
        }
        turned || self.marks_around(n, "\"").1.is_multiple_of(2)
    }

    /// The tokens of the paragraph that token `n` stands in, not further from it than a quotation is long.
    fn paragraph(&self, n: usize) -> std::ops::Range<usize> {
        const FAR: usize = 400;
        let paragraph = self.layout.paragraph_at(self.tokens[n].span.start()).map(|p| self.layout.paragraphs[p].tokens.clone()).unwrap_or(n..n + 1);
        paragraph.start.max(n.saturating_sub(FAR))..paragraph.end.min(n + FAR).max(n + 1)
    }

    /// The same for a straight single mark: an apostrophe is no mark here.
    fn closes_single(&self, n: usize) -> bool {
        self.marks_around(n, "'").0 % 2 == 1
    }

    /// How many of `mark` stand before and after token `n`, in its paragraph but not further than a quotation is long.
    fn marks_around(&self, n: usize, mark: &str) -> (usize, usize) {
        let count = |tokens: &[Token]| tokens.iter().filter(|t| t.kind == TokenKind::QuoteMark && t.of(self.text) == mark).count();
        let std::ops::Range { start: from, end: to } = self.paragraph(n);
        (count(&self.tokens[from..n]), count(&self.tokens[n + 1..to]))
    }
}

/// "Booking.Com", "News.com": the end of a name, not a sentence.
fn is_ending(word: &str) -> bool {
    matches!(word, "Com" | "Org" | "Net" | "Co" | "Uk" | "Gov" | "Io" | "Tv" | "Fm" | "Ai" | "Fr" | "De")
}

/// Words that a number belongs to: "section.5".
fn is_numbered(word: &str) -> bool {
    matches!(word, "article" | "chapter" | "clause" | "figure" | "section" | "table" | "version" | "volume" | "number" | "paragraph")
}

/// The stop before `at` with the mark that closes behind it.
pub(crate) fn stop_before(text: &str, at: usize) -> Span {
    let start = text[..at].char_indices().rev().take(2).find(|(_, c)| matches!(c, '.' | '!' | '?' | ':')).map_or(at, |(n, _)| n);
    Span::new(start, at)
}

#[cfg(test)]
mod tests {
    use super::stop_before;

    #[test]
    fn a_stop_is_found_behind_its_mark() {
        assert_eq!(stop_before("end.Next", 4).of("end.Next"), ".");
        assert_eq!(stop_before("end.”Next", 7).of("end.”Next"), ".”");
        assert!(stop_before("endNext", 3).is_empty());
    }
}
