//! One case and one trap for every phenomenon of quotation in news.
//!
//! A case is one text in a notation of its own: `⟦d Ortiz|“…”⟧` is a direct quotation of which Ortiz is the resolved speaker
//! (`i` indirect, `m` mixed, `s` scare, `t` title; `~anonymous` and so on for a source without a name, nothing for no source;
//! a number for pieces of one utterance), `{…}` the words that name a source, `<…>` the words that report it.

use super::{Quotation, QuoteKind, SourceType, find};
use crate::entities::recognise;
use crate::text::{Document, View};

/// Reads the text of `case` and compares what is found with what the case says.
#[track_caller]
fn check(case: &str) {
    let text = strip(case);
    let document = Document::new(&text);
    let view = View::plain(&document);
    compare(case, &view);
}

/// The same for a text that is ruined: the view reads through what the mechanical detectors find.
#[track_caller]
fn check_ruined(ruined: &str, case: &str) {
    let document = Document::new(ruined);
    let findings = crate::artifacts::mechanical(&document);
    let view = View::through(&document, crate::artifacts::certain_repairs(&findings).collect());
    assert_eq!(view.text(), strip(case));
    compare(case, &view);
}

#[track_caller]
fn compare(case: &str, view: &View<'_>) {
    let text = view.text();
    let found = find(view, &recognise(view, None));
    assert_eq!(render(text, &found), case);
    for quotation in &found {
        assert!((0.0..=1.0).contains(&quotation.score) && !quotation.reason.is_empty() && quotation.rule.starts_with("quotes."));
    }
}

/// The text without its notation.
fn strip(case: &str) -> String {
    let mut out = String::new();
    let mut skipping = false;
    for c in case.chars() {
        match c {
            '⟦' => skipping = true,
            '|' if skipping => skipping = false,
            '⟧' | '{' | '}' | '<' | '>' => {}
            c if !skipping => out.push(c),
            _ => {}
        }
    }
    out
}

/// `text` with what was found, in the notation.
fn render(text: &str, found: &[Quotation]) -> String {
    let mut opens: Vec<(usize, usize, String)> = Vec::new();
    let mut closes: Vec<(usize, usize, &str)> = Vec::new();
    let mut places = std::collections::BTreeSet::new();
    for quotation in found {
        let kind = match quotation.kind {
            QuoteKind::Direct => "d",
            QuoteKind::Indirect => "i",
            QuoteKind::Mixed => "m",
            QuoteKind::Scare => "s",
            QuoteKind::Title => "t",
        };
        let pieces = found.iter().filter(|q| q.group == quotation.group).count();
        let group = if pieces > 1 { format!("{}", quotation.group + 1) } else { String::new() };
        let who = match &quotation.speaker {
            None => String::new(),
            Some(s) => match (&s.resolved, s.source_type) {
                (Some(name), SourceType::Document) => format!(" {name}~document"),
                (Some(name), _) => format!(" {name}"),
                (None, kind) => format!(" ~{}", kind.as_str()),
            },
        };
        opens.push((quotation.span.start(), usize::MAX - quotation.span.end(), format!("⟦{kind}{group}{who}|")));
        closes.push((quotation.span.end(), usize::MAX - quotation.span.start(), "⟧"));
        if let Some(speaker) = &quotation.speaker {
            places.insert((speaker.span, "{", "}"));
        }
        if let Some(cue) = quotation.cue {
            places.insert((cue, "<", ">"));
        }
    }
    for (span, open, close) in places {
        opens.push((span.start(), usize::MAX - span.end(), open.to_owned()));
        closes.push((span.end(), usize::MAX - span.start(), close));
    }
    opens.sort();
    closes.sort();
    let mut out = String::new();
    let (mut o, mut c) = (opens.iter().peekable(), closes.iter().peekable());
    for (at, ch) in text.char_indices().map(|(at, ch)| (at, Some(ch))).chain([(text.len(), None)]) {
        while let Some(close) = c.next_if(|x| x.0 <= at) {
            out.push_str(close.2);
        }
        while let Some(open) = o.next_if(|x| x.0 <= at) {
            out.push_str(&open.2);
        }
        out.extend(ch);
    }
    out
}

#[cfg(not(target_arch = "wasm32"))]
mod any_text;
mod beside;
mod clauses;
mod damage;
mod kinds;
mod marks;
mod rules;
mod speakers;
mod unmarked;
