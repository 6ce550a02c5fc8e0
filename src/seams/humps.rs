//! The humps of a token: `FutureBy` has two, `APVice` two, `ShareSave2024` three.

use crate::text::Span;

/// What a hump is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Small letters: `on`, `the`.
    Small,
    /// A capital and small letters: `Future`.
    Capital,
    /// Capitals: `AP`.
    Capitals,
    /// Figures, with the points, commas and colons inside them: `12.45`.
    Figures,
}

/// A piece of a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hump {
    pub(super) span: Span,
    pub(super) kind: Kind,
}

/// True where `word` may have more than one hump; cheap, for most have one.
pub(super) fn may_have_several(word: &str) -> bool {
    let bytes = word.as_bytes();
    if bytes.len() < 3 {
        return false;
    }
    // "23,2022" and "20254:29" are of one kind, and may be of two numbers.
    if bytes[0].is_ascii_digit() && bytes.len() >= 5 {
        return true;
    }
    let mut before = bytes[0];
    for &b in &bytes[1..] {
        if b.is_ascii_uppercase() && !before.is_ascii_uppercase() || b.is_ascii_digit() != before.is_ascii_digit() && !matches!(b, b'.' | b',' | b':') {
            return true;
        }
        // "APVice"; other capitals than those of ASCII are seen by the closer look.
        if b.is_ascii_lowercase() && before.is_ascii_uppercase() && bytes[0].is_ascii_uppercase() && bytes[1].is_ascii_uppercase() {
            return true;
        }
        before = b;
    }
    false
}

/// Cuts the token at `span` of `text` into `humps`. Empty where it holds other characters than letters, figures and what joins them.
pub(super) fn cut(text: &str, span: Span, humps: &mut Vec<Hump>) {
    humps.clear();
    let word = span.of(text);
    let mut start = 0;
    let mut kind = None;
    // Where the last letter of a run of capitals starts: it belongs to the small letters that follow.
    let mut last_capital = 0;
    for (at, c) in word.char_indices() {
        let next = if c.is_numeric() {
            Kind::Figures
        } else if c.is_uppercase() {
            Kind::Capitals
        } else if c.is_alphabetic() {
            Kind::Small
        } else if matches!(c, '.' | ',' | ':') && kind == Some(Kind::Figures) || matches!(c, '\'' | '’') {
            continue;
        } else {
            humps.clear();
            return;
        };
        let push = |from: usize, to: usize, kind: Kind, humps: &mut Vec<Hump>| {
            humps.push(Hump { span: Span::new(span.start() + from, span.start() + to), kind });
        };
        match (kind, next) {
            (None, _) => kind = Some(next),
            (Some(Kind::Capitals), Kind::Small) => {
                if last_capital > start {
                    push(start, last_capital, Kind::Capitals, humps);
                    start = last_capital;
                }
                kind = Some(Kind::Capital);
            }
            (Some(Kind::Capital | Kind::Small), Kind::Small) | (Some(Kind::Capitals), Kind::Capitals) | (Some(Kind::Figures), Kind::Figures) => {}
            (Some(old), _) => {
                push(start, at, old, humps);
                start = at;
                kind = Some(next);
            }
        }
        if next == Kind::Capitals {
            last_capital = at;
        }
    }
    if let Some(kind) = kind {
        humps.push(Hump { span: Span::new(span.start() + start, span.end()), kind });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_cut_at_capitals_and_figures() {
        for (word, expected) in [
            ("FutureBy", "Future|By"),
            ("APVice", "AP|Vice"),
            ("ShareSaveComment", "Share|Save|Comment"),
            ("12.45pmThe", "12.45|pm|The"),
            ("station2024", "station|2024"),
            ("O’BrienThe", "O’|Brien|The"),
            ("mRNA", "m|RNA"),
            ("plain", "plain"),
            ("ÉlanVital", "Élan|Vital"),
        ] {
            let mut humps = Vec::new();
            cut(word, Span::new(0, word.len()), &mut humps);
            let found: Vec<&str> = humps.iter().map(|h| h.span.of(word)).collect();
            assert_eq!(found.join("|"), expected);
            assert!(may_have_several(word) || humps.len() == 1, "{word}");
        }
    }
}
