//! Money and percentages.

use super::numbers::{Number, digits, number, plain};
use super::reading::{Found, Reading};
use super::words::Class;
use crate::lexicon::WordSet;
use crate::text::TokenKind;

/// The currency that a sign stands for: ISO 4217. "$" alone is read as US dollars.
fn sign(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₦" => "NGN",
        "₽" => "RUB",
        "₩" => "KRW",
        "₪" => "ILS",
        "₺" => "TRY",
        "₱" => "PHP",
        "฿" => "THB",
        _ => return None,
    })
}

/// The currency that letters glued before "$" make: "US$", "A$", "HK$".
fn dollar(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "US" | "U.S." => "USD",
        "A" | "AU" => "AUD",
        "C" | "CA" | "CAD" => "CAD",
        "NZ" => "NZD",
        "HK" => "HKD",
        "S" => "SGD",
        "R" => "BRL",
        "NT" => "TWD",
        _ => return None,
    })
}

/// Money from token `at` on: "$1.2 billion", "US$5", "Rs 500 crore", "40 million euros", "50 cents", "$5-10 million".
pub(super) fn money(r: &Reading<'_>, at: usize) -> Option<Found> {
    let (currency, first) = prefix(r, at)?;
    match currency {
        Some(code) => {
            let mut amount = number(r, first).filter(|n| n.value.is_some() || !matches!(r.class(first), Some(Class::Vague)))?;
            let mut certain = true;
            // A range: "$5-10 million", "$5 to $10".
            if let Some(second) = range_end(r, amount.end).filter(|_| !is_change(r, at, amount.end)) {
                amount = second;
                certain = false;
            }
            let named = matches!(r.class(amount.end), Some(Class::Currency(_)));
            let end = amount.end + usize::from(named);
            let value = amount.value.filter(|_| certain && !code.is_empty()).map(|v| format!("{} {code}", plain(v)));
            Some(Found { end, value })
        }
        None => suffixed(r, at),
    }
}

/// The currency that stands before a number at `at`, and where the number starts; `None` as currency where a plain number starts.
fn prefix(r: &Reading<'_>, at: usize) -> Option<(Option<&'static str>, usize)> {
    let word = r.word(at);
    let next_glued = r.token(at + 1).is_some_and(|t| !t.spaced);
    if let Some(code) = sign(word) {
        return Some((Some(code), at + 1));
    }
    if r.kind(at) == Some(TokenKind::Word) {
        if next_glued && r.word(at + 1) == "$" {
            return dollar(word).map(|code| (Some(code), at + 2));
        }
        if let Some(Class::CurrencyCode(code)) = r.class(at)
            && (word.starts_with(char::is_uppercase) || word == "rs")
        {
            // "Rs. 500": the dot may be a token of its own.
            let dot = usize::from(r.word(at + 1) == "." && next_glued);
            return (r.kind(at + 1 + dot) == Some(TokenKind::Number)).then_some((Some(code), at + 1 + dot));
        }
    }
    let starts_number = r.kind(at) == Some(TokenKind::Number)
        || matches!(r.class(at), Some(Class::Small(_) | Class::Tens(_) | Class::Scales | Class::Vague))
        || r.is_one(at, &["a", "an", "half"]);
    starts_number.then_some((None, at))
}

/// "40 million euros", "50 cents", "hundreds of millions of dollars".
fn suffixed(r: &Reading<'_>, at: usize) -> Option<Found> {
    // One token: "500USD" is left alone; "50p" is money.
    if let Some(pence) = r.word(at).strip_suffix('p')
        && let Some(value) = digits(pence)
    {
        return Some(Found { end: at + 1, value: Some(format!("{} GBP", plain(value / 100.0))) });
    }
    let mut amount = number(r, at)?;
    if let Some(second) = range_end(r, amount.end).filter(|_| !is_change(r, at, amount.end)) {
        amount = Number { value: None, ..second };
    }
    let mut end = amount.end;
    if amount.value.is_none() && r.is(end, "of") {
        end += 1;
    }
    if r.word(end) == "-" && matches!(r.class(end + 1), Some(Class::Currency(_))) {
        end += 1;
    }
    // "US dollars", "Canadian dollars".
    let nation = match r.word(end) {
        "US" | "U.S." | "American" => Some("USD"),
        "Canadian" => Some("CAD"),
        "Australian" => Some("AUD"),
        "Swiss" => Some("CHF"),
        "Indian" => Some("INR"),
        "Pakistani" => Some("PKR"),
        "Mexican" => Some("MXN"),
        "Turkish" => Some("TRY"),
        "Kenyan" => Some("KES"),
        _ => None,
    };
    let unit = end + usize::from(nation.is_some());
    let (code, scale) = match r.class(unit) {
        // "won" and "rand", "pounds" are other words too: a number must stand right before them, and pounds of weight are not told apart.
        Some(Class::Currency("KRW")) if amount.value.is_none_or(|v| v < 100.0) => return None,
        Some(Class::Currency("GBP")) if nation.is_none() && amount.value.is_none_or(|v| v < 1000.0) && !r.is(unit + 1, "sterling") => return None,
        Some(Class::Currency(code)) => (code, 1.0),
        Some(Class::SmallCurrency(code)) => (if code.is_empty() { "USD" } else { code }, 0.01),
        _ => return None,
    };
    if r.is(unit, "cent") {
        return None;
    }
    let end = unit + 1 + usize::from(r.is(unit + 1, "sterling"));
    let code = nation.unwrap_or(code);
    // "2 euros 50"
    if let Some(cents) = hundredths(r, unit, amount.value.filter(|_| scale == 1.0)) {
        let value = amount.value.filter(|_| !code.is_empty()).map(|v| format!("{} {code}", plain(v + cents / 100.0)));
        return Some(Found { end: unit + 2, value });
    }
    let value = amount.value.filter(|_| !code.is_empty()).map(|v| format!("{} {code}", plain(v * scale)));
    Some(Found { end, value })
}

/// The hundredths after the currency at `unit`: two digits that count nothing else, "2 euros 50".
fn hundredths(r: &Reading<'_>, unit: usize, whole: Option<f64>) -> Option<f64> {
    whole.filter(|v| *v < 1000.0 && v.fract() == 0.0)?;
    let word = r.word(unit + 1);
    let plain = word.len() == 2 && word.bytes().all(|b| b.is_ascii_digit()) && r.token(unit + 1).is_some_and(|t| t.spaced);
    let closed = unit + 2 >= r.sentence_end(unit) || matches!(r.kind(unit + 2), Some(TokenKind::Punctuation)) || r.is_one(unit + 2, &["and", "or"]);
    (plain && closed).then(|| word.parse().ok()).flatten()
}

/// What an amount does before it is another one: "fell $1.2m to $23.5m" tells by how much and to what. Words in small letters.
const CHANGES: WordSet = WordSet::new(
    "added climbed cut declined decreased dipped down dropped eased edged fall fallen falling fell gain gained grew grown increased jumped leapt \
     lost lower plunged put raised reduced rise risen rising rose sank shed slid slipped slumped soared surged tumbled up",
);

/// True where the amount `at..end` is that of a change and "to" stands before what it comes to.
fn is_change(r: &Reading<'_>, at: usize, end: usize) -> bool {
    let by = |b: usize| if r.is(b, "by") { r.before(b) } else { Some(b) };
    r.is(end, "to") && r.before(at).and_then(by).is_some_and(|b| CHANGES.has(&r.word(b).to_lowercase()))
}

/// The second number of a range whose first ends at `at`.
fn range_end(r: &Reading<'_>, at: usize) -> Option<Number> {
    let joins = matches!(r.word(at), "-" | "–") && r.token(at).is_some_and(|t| !t.spaced) || r.is(at, "to");
    if !joins {
        return None;
    }
    let first = at + 1 + usize::from(sign(r.word(at + 1)).is_some());
    if first == at + 1 && r.kind(first) != Some(TokenKind::Number) {
        return None;
    }
    number(r, first)
}

/// A share from token `at` on: "40%", "40 percent", "forty per cent", "2.5 percentage points", "5-10 %".
pub(super) fn percent(r: &Reading<'_>, at: usize) -> Option<Found> {
    if matches!(r.class(at), Some(Class::Vague)) || r.is(at, "half") {
        return None;
    }
    // "61.5pc"
    if let Some(value) = r.word(at).strip_suffix("pc").or_else(|| r.word(at).strip_suffix("pct")).and_then(digits) {
        return Some(Found { end: at + 1, value: Some(plain(value / 100.0)) });
    }
    let first = number(r, at)?;
    // "between 10 and 15 percent"
    let between = r.is(first.end, "and") && r.before(at).is_some_and(|b| r.is(b, "between"));
    let second = range_end(r, first.end).filter(|_| !is_change(r, at, first.end)).or_else(|| between.then(|| number(r, first.end + 1)).flatten());
    let end = second.map_or(first.end, |n| n.end);
    let hyphen = usize::from(r.word(end) == "-" && r.token(end).is_some_and(|t| !t.spaced));
    let end = match r.word(end + hyphen) {
        "%" | "％" => end + hyphen + 1,
        "percentage" => {
            if !r.is_one(end + hyphen + 1, &["point", "points"]) {
                return None;
            }
            end + hyphen + 2
        }
        "per" if r.is(end + hyphen + 1, "cent") => end + hyphen + 2,
        w if matches!(r.class(end + hyphen), Some(Class::Percent)) && !w.is_empty() => end + hyphen + 1,
        _ => return None,
    };
    let value = first.value.filter(|_| second.is_none()).map(|v| plain(v / 100.0));
    Some(Found { end, value })
}
