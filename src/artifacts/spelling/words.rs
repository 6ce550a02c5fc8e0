//! The words of an article, and what is known of them.

use std::cell::RefCell;
use std::collections::HashMap;

use super::corrections::{Correction, corrections};
use super::cuts::Cuts;
use super::known::is_known;
use super::lexicon::Dictionary;
use crate::artifacts::{Category, Context, Finding};
use crate::entities::EntityLabel;
use crate::text::{Span, SpanSet, Token, TokenKind, View};

/// Longer words are no slips, and the time for one grows with the square of its length.
const LONGEST: usize = 32;
/// A correction must be among so many of the commonest words.
pub(super) const COMMON: u32 = 12_000;

/// The view's words and which of them nobody knows.
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    source: &'a str,
    pub(super) view: &'a View<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) dictionary: &'a Dictionary,
    pub(super) unknown: Vec<bool>,
    pub(super) counts: HashMap<&'a str, u32>,
    /// Where each capitalised word stands.
    pub(super) capitals: HashMap<&'a str, Vec<u32>>,
    pub(super) cuts: Cuts,
    corrections: RefCell<HashMap<&'a str, Option<Correction>>>,
    /// True where the blanks of the page were lost in other places too.
    pub(super) glued: bool,
}

/// A finding before it is placed in the source.
pub(super) struct Found {
    pub(super) category: Category,
    pub(super) span: Span,
    pub(super) fix: String,
    message: String,
    /// True where the repair is certain.
    pub(super) certain: bool,
    /// True where it is what a scanner leaves.
    pub(super) shows_a_scan: bool,
}

impl Found {
    pub(super) fn in_context(self, context: &Context<'_>, quotations: &SpanSet) -> Finding {
        let quoted = quotations.overlaps(self.span);
        let aside = if quoted { " It stands inside a quotation: make sure that it is not what was written there." } else { "" };
        let mut finding = context.finding(self.category, self.span, format!("{}{aside}", self.message)).propose(self.fix);
        finding.certain = self.certain && !quoted;
        if quoted { finding.with_score(0.7) } else { finding }
    }
}

impl<'a> Words<'a> {
    pub(super) fn of(context: &'a Context<'a>, dictionary: &'a Dictionary) -> Self {
        let view = context.view;
        let (text, tokens) = (view.text(), view.layout().tokens.as_slice());
        let mut counts: HashMap<&str, u32> = HashMap::new();
        let mut known: HashMap<&str, bool> = HashMap::new();
        let mut capitals: HashMap<&str, Vec<u32>> = HashMap::new();
        for (n, token) in tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
            let word = token.of(text);
            *counts.entry(word).or_default() += 1;
            if word.len() > 3 && word.starts_with(|c: char| c.is_ascii_uppercase()) {
                capitals.entry(word).or_default().push(n as u32);
            }
        }
        let in_name = |span: Span| {
            context
                .entities
                .mentions_in(span)
                .iter()
                .any(|m| !matches!(m.label, EntityLabel::Date | EntityLabel::Time | EntityLabel::Money | EntityLabel::Percent))
        };
        let unknown = tokens
            .iter()
            .map(|t| {
                let word = t.of(text);
                t.kind == TokenKind::Word
                    && word.len() <= LONGEST
                    && word.bytes().all(|b| b.is_ascii_alphabetic())
                    && !*known.entry(word).or_insert_with(|| is_known(dictionary, word))
                    && !(word.starts_with(|c: char| c.is_ascii_lowercase()) && in_name(t.span))
            })
            .collect();
        Words {
            text,
            source: context.document.text(),
            view,
            tokens,
            dictionary,
            unknown,
            counts,
            capitals,
            cuts: Cuts::default(),
            corrections: RefCell::default(),
            glued: false,
        }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| t.of(self.text))
    }

    /// The token beside `at` where exactly one blank stands between.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        let (this, next) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        (&self.text[this.span.end()..next.span.start()] == " ").then_some(at + 1)
    }

    /// The same where a line may end between.
    pub(super) fn next_over_break(&self, at: usize) -> Option<usize> {
        let (this, next) = (self.tokens.get(at)?, self.tokens.get(at + 1)?);
        let gap = &self.text[this.span.end()..next.span.start()];
        matches!(gap, " " | "\n" | "\r\n" | " \n").then_some(at + 1)
    }

    /// True where a line ends behind token `at` in the source.
    pub(super) fn breaks_behind(&self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return false };
        self.view.to_source(Span::new(self.tokens[at].span.end(), next.span.start())).of(self.source).contains('\n')
    }

    /// The likeliest correction of the word at `at`.
    pub(super) fn correction(&self, at: usize) -> Option<Correction> {
        let word = self.word(at);
        if let Some(known) = self.corrections.borrow().get(word) {
            return known.clone();
        }
        let best = corrections(self.dictionary, word).into_iter().next();
        self.corrections.borrow_mut().insert(word, best.clone());
        best
    }

    /// True where nothing is written onto the word: no hyphen, slash, dot or apostrophe.
    pub(super) fn stands_alone(&self, at: usize) -> bool {
        let span = self.tokens[at].span;
        let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‐' | '–' | '/' | '.' | '@' | '#' | '_' | '&' | '*' | '\'' | '’');
        let before = self.text[..span.start()].chars().next_back();
        let mut after = self.text[span.end()..].chars();
        let next = after.next();
        let ends_clause =
            matches!(next, Some('.' | '\'' | '’' | '–')) && after.next().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '\'' | '’' | ')'));
        !before.is_some_and(joins) && (!next.is_some_and(joins) || ends_clause)
    }

    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.word(at).bytes().all(|b| b.is_ascii_lowercase())
    }

    /// "in- ception", "encourag - es": a half of a word that a hyphen breaks.
    pub(super) fn is_broken(&self, at: usize) -> bool {
        self.word(at + 1) == "-" || at > 0 && self.word(at - 1) == "-"
    }

    /// Unknown words side by side are another language, a list of names or jargon; but not where each is a plain slip, or two words.
    pub(super) fn is_foreign(&self, at: usize) -> bool {
        let explained = |n: usize| {
            self.cuts.cut(self.dictionary, self.word(n)).is_some_and(|(_, sure)| sure || self.glued)
                || self.word(n).len() >= 6 && self.correction(n).is_some_and(|c| c.cost == 0 && c.rank < COMMON / 2 || c.cost == 1 && c.rank < COMMON / 4)
                || self.is_half(n)
        };
        let beside = |n: usize| n != at && self.unknown.get(n) == Some(&true) && self.is_lower(n) && !explained(n);
        (at.saturating_sub(2)..=at + 2).any(beside)
    }

    /// The first or second half of a word that a line's end tore.
    fn is_half(&self, n: usize) -> bool {
        self.breaks_behind(n) || n > 0 && self.breaks_behind(n - 1)
    }

    pub(super) fn found(&self, category: Category, span: Span, fix: &str, message: String) -> Found {
        Found { category, span, fix: fix.to_owned(), message, certain: false, shows_a_scan: false }
    }
}
