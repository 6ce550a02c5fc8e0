//! Numbers: a lost currency sign, a decimal comma, a weekday that the date did not have.

use super::{Context, Finding};
use crate::artifacts::Category;
use crate::text::{Span, TokenKind};

/// Looks at every number.
pub(super) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    for (n, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Number {
            continue;
        }
        currency_lost(context, n, findings);
        if token.of(text).contains(',') {
            decimal_comma(context, n, findings);
        }
        if token.span.len() == 4 {
            weekday(context, n, findings);
        }
    }
}

/// "paid ?50 million"
fn currency_lost(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let Some(mark) = n.checked_sub(1).map(|m| &tokens[m]) else { return };
    if mark.of(text) != "?" || tokens[n].spaced || !(mark.spaced || n >= 2 && tokens[n - 2].of(text) == "(") {
        return;
    }
    let amount = tokens[n].of(text);
    let message = format!("A question mark stands where the currency of “{amount}” was");
    findings.push(context.finding(Category::NumCurrencyLost, mark.span, message));
}

/// "5,2 percent"
fn decimal_comma(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    let number = tokens[n].of(text);
    let Some((whole, rest)) = number.split_once(',') else { return };
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(rest) || rest.len() > 2 || whole.len() > 3 {
        return;
    }
    let next = tokens.get(n + 1).map_or("", |t| t.of(text));
    if !matches!(next, "percent" | "per" | "%" | "million" | "billion" | "trillion") {
        return;
    }
    let at = tokens[n].span.start() + whole.len();
    let message = format!("“{number} {next}” has a comma where English has a point, or digits were lost");
    findings.push(context.finding(Category::NumLocale, Span::new(at, at + 1), message));
}

const MONTHS: [&str; 12] = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// "Friday, March 11, 2017", which was a Saturday.
fn weekday(context: &Context<'_>, n: usize, findings: &mut Vec<Finding>) {
    let (text, tokens) = (context.view.text(), &context.view.layout().tokens);
    if n < 5 {
        return;
    }
    let word = |back: usize| tokens[n - back].of(text);
    let Ok(year) = word(0).parse::<i64>() else { return };
    if word(1) != "," || word(4) != "," || !(1800..=2100).contains(&year) {
        return;
    }
    let month = MONTHS.iter().position(|m| word(3) == *m || (word(3).len() <= 5 && m.starts_with(word(3).trim_end_matches('.')) && word(3).len() >= 3));
    let (Some(month), Ok(day), Some(named)) = (month, word(2).parse::<i64>(), DAYS.iter().position(|d| *d == word(5))) else { return };
    if !(1..=31).contains(&day) {
        return;
    }
    let real = day_of_week(year, month as i64 + 1, day);
    if real != named {
        let span = tokens[n - 5].span.cover(tokens[n].span);
        let message = format!("{} {day}, {year} was a {}, not a {}", MONTHS[month], DAYS[real], DAYS[named]);
        findings.push(context.finding(Category::NumDateGarble, span, message));
    }
}

/// 0 for Sunday. Zeller's congruence for the Gregorian calendar.
fn day_of_week(year: i64, month: i64, day: i64) -> usize {
    let (m, y) = if month < 3 { (month + 12, year - 1) } else { (month, year) };
    let h = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400).rem_euclid(7);
    ((h + 6) % 7) as usize
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn numbers_that_lost_something() {
        fires(Category::NumCurrencyLost, "They paid ⟦?⟧50 million for it");
        silent(Category::NumCurrencyLost, "Why? 50 million people left. Is it 5?6?");
        fires(Category::NumLocale, "a 5⟦,⟧2 percent rise");
        silent(Category::NumLocale, "am 5,2 Prozent; 1.000.000 Euro; 1,200 percent; groups 1,2 and 3");
    }

    #[test]
    fn weekdays() {
        fires(Category::NumDateGarble, "It was on ⟦Friday, March 11, 2017⟧ that they met");
        silent(Category::NumDateGarble, "It was on Saturday, March 11, 2017 that they met, the Friday after");
    }
}
