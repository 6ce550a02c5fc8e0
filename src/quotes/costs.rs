//! What a mark costs that opens, closes or is left out, by what stands around it.

use super::marks::{Facing, Mark};

/// What leaving a mark out costs.
const LEFT_OUT: f32 = 5.0;
/// What a mark after a digit costs when it is left out: it may stand for inches.
const LEFT_OUT_AFTER_DIGIT: f32 = 2.0;

/// What leaving `mark` out costs.
pub(super) fn left_out(mark: &Mark) -> f32 {
    if mark.before.is_some_and(|c| c.is_ascii_digit()) { LEFT_OUT_AFTER_DIGIT } else { LEFT_OUT }
}

/// How badly `mark` opens.
pub(super) fn open_cost(mark: &Mark) -> f32 {
    let facing = if mark.facing == Facing::Closes { 3.0 } else { 0.0 };
    // Right after a digit it stands for inches, or closes.
    let inches = if mark.before.is_some_and(|c| c.is_ascii_digit()) && mark.facing == Facing::Either { 4.0 } else { 0.0 };
    facing + inches + if looks_closing(mark) { 2.0 } else { 0.0 } + lean(mark, true)
}

/// How badly `mark` closes.
pub(super) fn close_cost(mark: &Mark) -> f32 {
    let facing = if mark.facing == Facing::Opens { 3.0 } else { 0.0 };
    // Nothing stands before it: it closes nothing.
    let first = if mark.last.is_none() { 4.0 } else { 0.0 };
    facing + first + if looks_opening(mark) { 2.0 } else { 0.0 } + lean(mark, false)
}

fn opens_before(c: char) -> bool {
    c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '‘' | '\'' | '/' | '“' | '>')
}

fn closes_after(c: char) -> bool {
    c.is_whitespace() || matches!(c, ')' | ']' | '—' | '–' | '-' | '’' | '\'' | ',' | '.' | ';' | ':' | '!' | '?' | '/' | '”' | '<' | '…')
}

pub(super) fn looks_opening(mark: &Mark) -> bool {
    mark.before.is_none_or(opens_before) && mark.after.is_some_and(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ')'))
}

fn looks_closing(mark: &Mark) -> bool {
    mark.before.is_some_and(|c| !c.is_whitespace()) && mark.after.is_none_or(closes_after)
}

/// A weak preference where space does not decide: after a colon a quotation opens, after a full stop or comma inside it closes,
/// after a bare word one that stands apart opens.
fn lean(mark: &Mark, opening: bool) -> f32 {
    if looks_opening(mark) != looks_closing(mark) {
        return 0.0;
    }
    let Some(last) = mark.last else { return 0.0 };
    let apart = mark.spaced_before() && mark.spaced_after();
    let opens = match last {
        ':' => true,
        '.' | '!' | '?' if apart => return 0.3,
        ',' if mark.spaced_before() != mark.spaced_after() => !mark.spaced_after(),
        ',' => return 0.3,
        c if c.is_alphanumeric() => apart,
        _ => return 0.3,
    };
    if opens == opening { 0.0 } else { 1.0 }
}

pub(super) fn can_open(mark: &Mark) -> bool {
    mark.facing != Facing::Closes
        && mark.before.is_none_or(|c| opens_before(c) || matches!(c, '"' | '“' | '`'))
        && (mark.after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '[' | '.' | '…' | '$' | '@' | '#' | '('))
            || (mark.facing == Facing::Opens && mark.after.is_some()))
}

pub(super) fn can_close(mark: &Mark) -> bool {
    mark.facing != Facing::Opens && mark.before.is_some_and(|c| !c.is_whitespace()) && mark.after.is_none_or(|c| !c.is_alphanumeric())
}

/// True for "attorneys’ offices": an s, the mark, a space and a lower-case or capital word.
pub(super) fn looks_possessive(text: &str, mark: &Mark) -> bool {
    let rest = text[mark.span.end()..].trim_start_matches([' ', '\u{A0}']);
    matches!(mark.before, Some('s' | 'S' | 'z' | 'x')) && mark.after.is_some_and(char::is_whitespace) && rest.starts_with(char::is_alphanumeric)
}
