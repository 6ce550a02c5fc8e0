//! A paragraph as a row of units: words and punctuation outside the marks, and each marked stretch as one unit.
//!
//! What stands between marks is thus never searched for cues or speakers.

use super::cues::Flags;
use super::lexicon::{DETERMINER, MODAL, PRONOUN, entry};
use super::pairing::Marked;
use super::put_it;
use super::unit::{Kind, Start, Unit};
use crate::text::{Layout, Span, Token, TokenKind};

/// The units of paragraph `n`. `marked` are the stretches of the whole text, those of the paragraph at `range`.
pub(super) fn units(text: &str, layout: &Layout, n: usize, marked: &[Marked], range: std::ops::Range<usize>) -> Vec<Unit> {
    let paragraph = &layout.paragraphs[n];
    let mut out: Vec<Unit> = Vec::with_capacity(paragraph.tokens.len());
    let mut outer = range.filter(|m| marked[*m].parent.is_none()).peekable();
    let mut sentences = layout.sentences[paragraph.sentences.clone()].iter().peekable();
    let mut at = paragraph.tokens.start;
    let mut joins = false;
    while at < paragraph.tokens.end {
        let token = &layout.tokens[at];
        let mut start = Start::Inside;
        while let Some(sentence) = sentences.peek()
            && sentence.tokens.start <= at
        {
            if sentence.tokens.start == at {
                start = Start::Sentence;
            }
            sentences.next();
        }
        let quote = outer.next_if(|m| marked[*m].span.start() <= token.span.start());
        if let Some(quote) = quote {
            let m = &marked[quote];
            at += 1;
            while at < paragraph.tokens.end && layout.tokens[at].span.start() < m.span.end() {
                at += 1;
            }
            push(&mut out, Unit { kind: Kind::Quote(quote), span: m.span, flags: Flags::NONE, verb: 0, capital: false, start }, text, marked);
            joins = false;
            continue;
        }
        at += 1;
        let word = token.of(text);
        let tight = !token.spaced && out.last().is_some_and(|u| u.span.end() == token.span.start());
        if joins && tight && matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            // "Obama-appointed": one word.
            if let Some(last) = out.last_mut() {
                last.span = last.span.cover(token.span);
                let entry = entry(last.span.of(text));
                (last.flags, last.verb) = (entry.flags, entry.verb);
            }
            joins = false;
            continue;
        }
        joins = false;
        let hyphen = tight && word == "-" && matches!(out.last().map(|u| u.kind), Some(Kind::Word | Kind::Number));
        if hyphen && layout.tokens.get(at).is_some_and(|t| !t.spaced) {
            joins = true;
            if let Some(last) = out.last_mut() {
                last.span = last.span.cover(token.span);
            }
            continue;
        }
        let Some(kind) = kind_of(text, token) else { continue };
        let mut entry = if matches!(kind, Kind::Word | Kind::Clitic) { entry(word) } else { super::lexicon::Entry::default() };
        // "said Will Ames": a name, not the auxiliary.
        if entry.flags.has(MODAL)
            && start == Start::Inside
            && matches!(word, "Will" | "May" | "Might")
            && out.last().is_some_and(|u| !u.capital)
            && layout.tokens.get(at).is_some_and(|t| t.of(text).starts_with(char::is_uppercase))
        {
            entry = super::lexicon::Entry::default();
        }
        let capital = word.starts_with(char::is_uppercase) || token.kind == TokenKind::Link && word.starts_with('@');
        push(&mut out, Unit { kind, span: token.span, flags: entry.flags, verb: entry.verb, capital, start }, text, marked);
    }
    // "WASHINGTON, Dec. 8 (UPI) — The mayor said": the sentence starts after the dateline.
    let shouted = out.first().is_some_and(|u| u.kind == Kind::Word && u.span.len() > 3 && !u.span.of(text).contains(char::is_lowercase));
    if shouted
        && let Some(dash) = out.iter().take(16).position(|u| u.kind == Kind::Dash)
        && let Some(next) = out.get_mut(dash + 1)
    {
        next.start = Start::Sentence;
    }
    restore_breaks(text, &mut out);
    put_it::read(text, &mut out);
    out
}

/// What a token outside the marks is; `None` for a lone quotation mark.
fn kind_of(text: &str, token: &Token) -> Option<Kind> {
    let word = token.of(text);
    Some(match token.kind {
        TokenKind::Word | TokenKind::Link => Kind::Word,
        TokenKind::Number => Kind::Number,
        TokenKind::Clitic => Kind::Clitic,
        TokenKind::QuoteMark if is_possessive_mark(text, token.span) => Kind::Clitic,
        TokenKind::QuoteMark => return None,
        TokenKind::Symbol => Kind::Other,
        TokenKind::Punctuation => match word.chars().next().unwrap_or(' ') {
            ',' => Kind::Comma,
            ':' => Kind::Colon,
            ';' => Kind::Semicolon,
            '.' if word.len() == 1 => Kind::Stop,
            '!' | '?' => Kind::Stop,
            '-' | '–' | '—' | '―' => Kind::Dash,
            '(' | '[' => Kind::OpenBracket,
            ')' | ']' => Kind::CloseBracket,
            _ => Kind::Other,
        },
    })
}

/// Sentence breaks that were lost: a capital "The" or "According" right after "said" or inside a sentence.
fn restore_breaks(text: &str, units: &mut [Unit]) {
    for n in 1..units.len() {
        let (before, unit) = (units[n - 1], units[n]);
        if unit.kind != Kind::Word || !unit.capital || unit.start != Start::Inside {
            continue;
        }
        let word = unit.span.of(text);
        let named = word == "The" && units.get(n + 1).is_some_and(|u| u.capital);
        let after_said = matches!(before.span.of(text), "said" | "says") && unit.has(DETERMINER | PRONOUN) && !matches!(word, "I") && !named;
        let according = word == "According" && before.kind == Kind::Word && !before.capital;
        let headline = units[0].capital && units.len() > n + 1 && before.capital;
        if (after_said && !headline) || according {
            units[n].start = Start::Sentence;
        }
    }
}

/// Adds `unit`; a sentence may start after a marked stretch that ends with a stop.
fn push(out: &mut Vec<Unit>, mut unit: Unit, text: &str, marked: &[Marked]) {
    if let Some(Unit { kind: Kind::Quote(q), .. }) = out.last() {
        let inner = marked[*q].inner.of(text);
        let stops = inner.trim_end_matches(['’', '\'', '"', '”', ' ']).ends_with(['.', '!', '?', '…']);
        let may_start = unit.capital || unit.is_quote() || unit.kind == Kind::OpenBracket;
        let sentence = (stops && may_start) || (unit.capital && unit.start == Start::Sentence);
        unit.start = if sentence { Start::AfterQuote } else { Start::Inside };
    }
    if out.is_empty() {
        unit.start = Start::Sentence;
    }
    out.push(unit);
}

/// The lone apostrophe of a plural possessive: "attorneys’".
fn is_possessive_mark(text: &str, span: Span) -> bool {
    matches!(span.of(text), "'" | "’") && text[..span.start()].ends_with(['s', 'x', 'z', 'S'])
}
