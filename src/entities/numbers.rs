//! Numbers in digits and in words.

use super::reading::Reading;
use super::words::Class;
use crate::text::TokenKind;

/// A number from one token on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// One past its last token.
    pub(super) end: usize,
    /// Its value, unless it is vague ("several million").
    pub(super) value: Option<f64>,
}

/// The number at token `at`: "46", "1.2 billion", "twenty-five", "half a million", "several hundred", "3.5bn".
pub(super) fn number(r: &Reading<'_>, at: usize) -> Option<Number> {
    let mut found = simple(r, at)?;
    // "1.2 million", "two hundred thousand", "$1.2-billion".
    loop {
        let gap = usize::from(r.word(found.end) == "-");
        let Some(Class::Scale(scale)) = r.class(found.end + gap) else { break };
        if matches!(r.word(found.end + gap), "m" | "k" | "K" | "M") && r.token(found.end + gap).is_some_and(|t| t.spaced) {
            break;
        }
        found = Number { end: found.end + gap + 1, value: found.value.map(|v| v * scale) };
        // "two hundred and fifty"
        let and = usize::from(r.is(found.end, "and") && scale < 1e5);
        if matches!(r.class(found.end + and), Some(Class::Small(_) | Class::Tens(_)))
            && scale >= 100.0
            && let Some(rest) = simple(r, found.end + and)
        {
            found = Number { end: rest.end, value: found.value.zip(rest.value).map(|(a, b)| a + b) };
        }
    }
    Some(found)
}

/// A number without its scale.
fn simple(r: &Reading<'_>, at: usize) -> Option<Number> {
    if r.kind(at) == Some(TokenKind::Number) {
        return digits(r.word(at)).map(|value| Number { end: at + 1, value: Some(value) });
    }
    let number = |end, value| Some(Number { end, value });
    match r.class(at) {
        Some(Class::Small(n)) => number(at + 1, Some(f64::from(n))),
        Some(Class::Tens(n)) => {
            let gap = usize::from(r.word(at + 1) == "-");
            match r.class(at + 1 + gap) {
                Some(Class::Small(m)) if m < 10 => number(at + 2 + gap, Some(f64::from(n + m))),
                _ => number(at + 1, Some(f64::from(n))),
            }
        }
        Some(Class::Vague) if r.is(at, "couple") => number(at + 1 + usize::from(r.is(at + 1, "of")), None),
        Some(Class::Vague) => number(at + 1, None),
        Some(Class::Scales) if r.is(at + 1, "of") && matches!(r.class(at + 2), Some(Class::Scales)) => number(at + 3, None),
        Some(Class::Scales) => number(at + 1, None),
        _ if r.is(at, "half") && r.is(at + 1, "a") && matches!(r.class(at + 2), Some(Class::Scale(_))) => number(at + 2, Some(0.5)),
        _ if r.is_one(at, &["a", "an"]) && matches!(r.class(at + 1), Some(Class::Scale(_))) => number(at + 1, Some(1.0)),
        _ if r.is_one(at, &["a", "an"]) && r.is_one(at + 1, &["few", "couple"]) => simple(r, at + 1),
        _ => None,
    }
}

/// The value of a token in digits, with a glued scale: "1,200", "1.2", "40k", "3.5bn", "2m".
pub(super) fn digits(word: &str) -> Option<f64> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(word.len());
    let (number, tail) = word.split_at(end);
    let plain: String = number.chars().filter(|c| *c != ',').collect();
    let value: f64 = plain.parse().ok()?;
    let scale = match tail {
        "" => 1.0,
        "k" | "K" => 1e3,
        "m" | "M" | "mn" | "mln" => 1e6,
        "b" | "B" | "bn" | "BN" | "Bn" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    };
    Some(value * scale)
}

/// A number as people write it in data: no exponent, no needless zeros.
pub(super) fn plain(value: f64) -> String {
    let rounded = (value * 1e6).round() / 1e6;
    format!("{rounded}")
}
