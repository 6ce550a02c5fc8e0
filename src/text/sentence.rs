//! Where sentences end.

use crate::lexicon::{STARTERS, WordSet};
use std::ops::Range;

use super::Token;
use super::abbreviations::{Abbreviation, abbreviation};
use super::token::{TokenKind, is_quote_mark};

/// Titles before a name, which follow an abbreviation where a sentence starts with them.
const TITLES: WordSet = WordSet::new("Mr. Mrs. Ms.");

/// Starters that are also names after an initial ("Y. So").
const NAMES_TOO: WordSet = WordSet::new("A All An I No On So To You");

/// What follows "a.m." or "p.m." in the same sentence with a capital.
const AFTER_CLOCK: WordSet = WordSet::new(
    "April August BST CDT CEST CET CST CT Central December EDT EST ET Eastern February Friday GMT IST January July June MDT MST MT March May Monday \
     Mountain November October PDT PST PT Pacific Saturday September Sunday Thursday Tuesday UTC Wednesday",
);

/// Verbs after a question or an exclamation in marks that name its speaker in the same sentence.
const REPORTING: WordSet =
    WordSet::new("added asked asks cried demanded exclaimed joked replied responded said says screamed shouted told tweeted wondered wrote yelled");

/// The sentences among `tokens[range]`, as token ranges that tile it. The range is one paragraph.
#[must_use]
pub(super) fn split_sentences(text: &str, tokens: &[Token], range: Range<usize>) -> Vec<Range<usize>> {
    let mut splitter = Splitter { text, tokens, limit: range.end, next_word: range.start, marks: 0, marks_before: range.start };
    let mut sentences = Vec::new();
    let mut first = range.start;
    let mut at = range.start;
    while at < range.end {
        if let Some(after) = splitter.end_of_sentence(at, first) {
            sentences.push(first..after);
            first = after;
            at = after;
        } else {
            at += 1;
        }
    }
    if first < range.end {
        sentences.push(first..range.end);
    }
    sentences
}

/// Reads one paragraph from left to right.
struct Splitter<'t> {
    text: &'t str,
    tokens: &'t [Token],
    /// One past the paragraph's last token.
    limit: usize,
    /// The last answer of [`Splitter::next_word_at`], so that all searches together are one pass.
    next_word: usize,
    /// How many straight double marks stand before token `marks_before`.
    marks: usize,
    marks_before: usize,
}

impl<'t> Splitter<'t> {
    fn of(&self, at: usize) -> &'t str {
        self.tokens[at].of(self.text)
    }

    /// Where the sentence that starts at `first` is over if token `at` ends it: one past its closing marks.
    fn end_of_sentence(&mut self, at: usize, first: usize) -> Option<usize> {
        let token = &self.tokens[at];
        match token.kind {
            TokenKind::Punctuation if is_terminal(self.of(at)) => self.after_stop(at, first),
            TokenKind::Word if token.span.len() > 1 && self.text.as_bytes()[token.span.end() - 1] == b'.' => self.after_abbreviation(at),
            _ => None,
        }
    }

    /// As [`Splitter::end_of_sentence`] for a stop that stands by itself.
    fn after_stop(&mut self, at: usize, first: usize) -> Option<usize> {
        let stop = self.of(at);
        let (after, quoted) = self.past_closing(at + 1);
        if after >= self.limit {
            return Some(self.limit);
        }
        if self.tokens[after].kind == TokenKind::Punctuation && is_terminal(self.of(after)) {
            // The last stop of a run decides: ". . .".
            return None;
        }
        let next_at = self.next_word_at(after)?;
        let next = self.of(next_at);
        let single = stop == ".";
        let spaced = self.tokens[after].spaced;
        let fresh = !starts_small(next) || self.is_small_article(next_at);
        if !spaced {
            // A lost space, as in "ended.Next"; not "Node.Js", and not a mark after the stop.
            return (fresh && next.chars().nth(1).is_some_and(char::is_lowercase)).then_some(after);
        }
        if single && at == first + 1 && self.tokens[first].kind == TokenKind::Number && !self.tokens[at].spaced {
            // The number of a list item.
            return None;
        }
        let ellipsis = stop.starts_with("..") || stop == "…" || (single && at > first && self.of(at - 1) == ".");
        if ellipsis {
            return (fresh && next != "I" && (quoted || next.starts_with(char::is_uppercase))).then_some(after);
        }
        if fresh {
            return (!(quoted && !single && self.reports(next_at))).then_some(after);
        }
        // A small letter after a stop: somebody does not care for capitals, unless the stop ends an unknown abbreviation, a name ("Yahoo!") or a quotation.
        let before = at.checked_sub(1).filter(|b| *b >= first)?;
        let word = self.of(before);
        let whole = match self.tokens[before].kind {
            TokenKind::Word => looks_whole(word) && (single || word.starts_with(char::is_lowercase)),
            TokenKind::Number => single && word.len() > 1,
            _ => false,
        };
        (whole && !quoted).then_some(after)
    }

    /// As [`Splitter::end_of_sentence`] for a word that took its dot in.
    fn after_abbreviation(&mut self, at: usize) -> Option<usize> {
        let word = self.of(at).trim_end_matches('.');
        let class = abbreviation(word);
        if matches!(class, Some(Abbreviation::Leading | Abbreviation::Numbered)) {
            return None;
        }
        let (after, quoted) = self.past_closing(at + 1);
        if after >= self.limit {
            return Some(self.limit);
        }
        if !self.tokens[after].spaced {
            return None;
        }
        let next_at = self.next_word_at(after)?;
        let next = self.of(next_at);
        let capital = next.starts_with(char::is_uppercase);
        let starter = STARTERS.has(next) || TITLES.has(next);
        let ends = if word.chars().nth(1).is_none() {
            starter && !NAMES_TOO.has(next)
        } else if word.ends_with(".m") {
            capital && !AFTER_CLOCK.has(next)
        } else {
            starter || (capital && (quoted || is_quote_mark(self.of(after).chars().next().unwrap_or(' '))))
        };
        ends.then_some(after)
    }

    /// Past the closing marks and brackets from `at` on, and whether a quotation mark is among them.
    fn past_closing(&mut self, mut at: usize) -> (usize, bool) {
        let mut quoted = false;
        while at < self.limit && self.closes(at) {
            quoted |= self.tokens[at].kind == TokenKind::QuoteMark;
            at += 1;
        }
        (at, quoted)
    }

    /// True for a mark or bracket that closes what went before: a bracket, or a quotation mark that no space separates
    /// (or, in tokenised text, one that can only close, or that closes by count).
    fn closes(&mut self, at: usize) -> bool {
        let token = &self.tokens[at];
        let s = self.of(at);
        let glued_to_next = self.tokens.get(at + 1).is_some_and(|t| !t.spaced && t.kind != TokenKind::Punctuation && t.kind != TokenKind::QuoteMark);
        match token.kind {
            TokenKind::Punctuation if !token.spaced && is_terminal(s) => true,
            TokenKind::Punctuation => matches!(s, ")" | "]"),
            TokenKind::QuoteMark if !token.spaced => !matches!(s, "“" | "„" | "«" | "``"),
            TokenKind::QuoteMark if glued_to_next => false,
            TokenKind::QuoteMark if s == "\"" => self.marks_up_to(at) % 2 == 1,
            TokenKind::QuoteMark => matches!(s, "”" | "’" | "»" | "''" | "›" | "'"),
            _ => false,
        }
    }

    /// How many straight double marks stand before token `at` of the paragraph. Asked with growing `at`.
    fn marks_up_to(&mut self, at: usize) -> usize {
        while self.marks_before < at {
            self.marks += usize::from(self.of(self.marks_before) == "\"");
            self.marks_before += 1;
        }
        self.marks
    }

    /// The first word at or after `at`, past marks and brackets. Asked with growing `at`.
    fn next_word_at(&mut self, at: usize) -> Option<usize> {
        self.next_word = self.next_word.max(at);
        while self.next_word < self.limit && matches!(self.tokens[self.next_word].kind, TokenKind::QuoteMark | TokenKind::Punctuation) {
            self.next_word += 1;
        }
        (self.next_word < self.limit).then_some(self.next_word)
    }

    /// True for the "al" of "al-Shabab" and the "el" of "el-Sisi".
    fn is_small_article(&self, at: usize) -> bool {
        let hyphen = self.tokens.get(at + 1).is_some_and(|t| !t.spaced && t.of(self.text) == "-");
        hyphen && self.tokens.get(at + 2).is_some_and(|t| !t.spaced && t.of(self.text).starts_with(char::is_uppercase))
    }

    /// True where a name and a verb of speaking stand at `at`: `"Why?" Ortiz asked.`
    fn reports(&self, at: usize) -> bool {
        let until = self.limit.min(at + 5);
        self.tokens[at..until].iter().map(|t| t.of(self.text)).any(|word| REPORTING.has(word))
            && self.tokens[at..until].iter().take_while(|t| !REPORTING.has(t.of(self.text))).all(|t| t.kind == TokenKind::Word)
    }
}

fn is_terminal(punctuation: &str) -> bool {
    punctuation.starts_with(['.', '!', '?', '…', '。', '！', '？'])
}

/// True for a small letter that starts a word, unless a capital soon follows it ("iPhone").
fn starts_small(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_lowercase) && !chars.take(2).any(char::is_uppercase)
}

/// Short words that end sentences and are no abbreviations.
const SHORT_WORDS: WordSet =
    WordSet::new("all are be by can day did do go had her him his in is it man me men not now off on one out see so too two up us was way who why yet you");

/// True for a word that is hardly an abbreviation: a known short one, or four letters or more with a vowel.
fn looks_whole(word: &str) -> bool {
    let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
    let vowel = word.bytes().any(|b| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    (word.len() >= 4 && letters && vowel) || SHORT_WORDS.has(word)
}

#[cfg(test)]
mod tests {
    use crate::text::Layout;

    fn check(text: &str) {
        let plain = text.replace('|', "");
        let layout = Layout::of(&plain);
        let found: Vec<&str> = layout.sentences.iter().map(|s| s.span.of(&plain)).collect();
        let expected: Vec<&str> = text.split('|').map(str::trim).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_do_not_end_sentences() {
        check("U.S. Attorney Preet Bharara met Sen. Schumer on Feb. 8. |He left the U.S. |The end.");
        check("George W. Bush spoke. |Acme Inc. said so.");
        check("Item No. 5 is on pp. 3 and 4. |She said No. |It rose to $1.5 million. |5 people came.");
        check("It sank at 5 p.m. |Officers saw it at 6 p.m. Eastern on Jan. 4.");
        check("Dr. King Jr. Boulevard, St. Louis. |He lives on Main St. |They had Plan B. |But it failed.");
        check("It grew in the U.S. |“We are glad,” he said. |Sen. Cora Vance (D-N.Y.) Whitman and etc. others left.");
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check("\"I was fired.\" |He left. |“It is over.” |The rest (of it.) |So.");
        check("“So what?” said Harry. |“Who … knows?” he asked. |‘Why?!’ Lena Ortiz asked. |“Never!” |The crowd left.");
        check("“No.” |“Yes.” |(It rained.) |Then it stopped.");
    }

    #[test]
    fn reads_tokenised_text() {
        check("\" I did not resign . |Moments ago I was fired , \" Bharara wrote . |He left .");
        check("\" It was my life . \" |\" One more , \" she said . |\" Two . \" |So .");
    }

    #[test]
    fn dots_in_a_row_end_a_sentence_once() {
        check("He waited . . . and left. |She stayed... |Nobody knew… I think.");
        check("What?! |No!!! |Well... |Yes.");
    }

    #[test]
    fn a_small_letter_may_start_a_sentence() {
        check("It sold well. |iPhones did too. |al-Shabab denied it. |nobody believed them.");
        check("Yahoo! said so, approx. five of xqz. and others.");
        check("does it work? |nobody knew in 2014. |“does it work?” she asked.");
    }

    #[test]
    fn numbers_of_a_list_stay_with_their_item() {
        check("1. Vote early. |2. Vote often.");
        check("In total, 12. |Nobody else.");
    }

    #[test]
    fn a_lost_space_still_ends_a_sentence() {
        check("It ended.|Next, he left for Node.js.");
    }
}
