//! Helps for the JSON formats: what is written, what is read of a value, and what a text of JSON consists of before it is
//! parsed.

use serde::Serialize;
use serde_json::Value;

use super::article::Article;
use super::imported::ImportError;
use super::{limits, sound};

/// One value a line.
pub(super) fn lines<T: Serialize>(values: impl Iterator<Item = T>) -> String {
    let mut out = String::new();
    for value in values {
        // Writing to a string cannot fail: all keys are strings.
        out.push_str(&serde_json::to_string(&value).unwrap_or_default());
        out.push('\n');
    }
    out
}

/// One value over several lines.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// `value` with the words for the marks that `article` was asked to hold, in the object at `pointer`; as it is where nobody was asked.
pub(super) fn with_marks(mut value: Value, pointer: &str, article: &Article) -> Value {
    if let (Some(marks), Some(object)) = (article.marks, value.pointer_mut(pointer).and_then(Value::as_object_mut)) {
        object.insert("marks".to_owned(), marks.in_words().into());
    }
    value
}

/// The number at `key`.
pub(super) fn number(value: &Value, key: &str) -> Option<usize> {
    value.get(key)?.as_u64().and_then(|n| usize::try_from(n).ok())
}

/// The string at `key`.
pub(super) fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key)?.as_str()
}

/// The list at `key`; an empty one where there is none.
pub(super) fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// An id: a string, or a number written as one.
pub(super) fn id(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

/// The score at `key`, as Galley keeps it.
pub(super) fn score(value: &Value, key: &str) -> Option<f32> {
    value.get(key)?.as_f64().map(sound::score)
}

/// Parses `text`, which stands in a file from line `line` on.
///
/// # Errors
/// If it is no JSON, with the line and the column; or if its values would take more memory than [`limits::VALUES`].
pub(super) fn parse(text: &str, line: usize) -> Result<Value, ImportError> {
    if weigh(text) > limits::VALUES {
        let reason = "too many values for one document: split it first";
        return Err(ImportError::in_line("JSON", line, reason));
    }
    serde_json::from_str(text)
        .or_else(|error| match without_odd_numbers(text) {
            Some(text) => serde_json::from_str(&text).map_err(|_| error),
            None => Err(error),
        })
        .map_err(|error| {
            let (line, column, reason) = mistake(&error, text, line);
            ImportError::Malformed { format: "JSON", place: format!("line {line}, column {column}"), reason }
        })
}

/// `text` with `null` in the place of what Python's and JavaScript's writers leave for numbers that are not finite (`NaN`,
/// `Infinity`, `-Infinity`), which JSON does not know; none where there is none.
fn without_odd_numbers(text: &str) -> Option<String> {
    const ODD: [&str; 3] = ["-Infinity", "Infinity", "NaN"];
    let mut out = String::new();
    let (mut copied, mut quoted, mut escaped) = (0, false, false);
    for (at, byte) in text.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
        } else if byte == b'"' {
            quoted = true;
        } else if at >= copied
            && let Some(odd) = ODD.into_iter().find(|odd| text.as_bytes()[at..].starts_with(odd.as_bytes()))
        {
            out.push_str(&text[copied..at]);
            out.push_str("null");
            copied = at + odd.len();
        }
    }
    (copied > 0).then(|| out + &text[copied..])
}

/// Line and column of a mistake that a parser found in `text`, which begins in line `line` of its file, and what it is. Both
/// count from 1, the column in characters.
#[must_use]
pub fn mistake(error: &serde_json::Error, text: &str, line: usize) -> (usize, usize, String) {
    // The parser's own words end in the place, counted in bytes of what it was given.
    let told = error.to_string();
    let reason = told.rsplit_once(" at line ").map_or(told.as_str(), |(reason, _)| reason);
    let within = error.line().max(1) - 1;
    let row = text.split('\n').nth(within).unwrap_or("");
    let column = row.char_indices().take_while(|(at, _)| *at < error.column()).count();
    (line + within, column.max(1), reason.to_owned())
}

/// What the values in `text` take in memory, in bytes, as a bound: an object is a node of a tree, whatever is in it.
fn weigh(text: &str) -> usize {
    let (mut objects, mut values) = (0usize, 0usize);
    for byte in text.bytes() {
        objects += usize::from(byte == b'{');
        values += usize::from(matches!(byte, b',' | b'['));
    }
    objects.saturating_mul(640).saturating_add(values.saturating_mul(56)).saturating_add(text.len())
}

/// The elements of the list that `text` is, each with the number of lines before it; none where it is no list, or a list
/// whose brackets do not match.
pub(super) fn elements(text: &str) -> Option<Vec<(usize, &str)>> {
    let bytes = text.as_bytes();
    if bytes.first() != Some(&b'[') {
        return None;
    }
    let mut elements = Vec::new();
    let (mut depth, mut quoted, mut escaped, mut from, mut line, mut from_line) = (0usize, false, false, 1, 0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        line += usize::from(*byte == b'\n');
        if quoted {
            quoted = escaped || *byte != b'"';
            escaped = *byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if (*byte == b',' && depth == 1) || depth == 0 {
            let element = &text[from..at];
            let lead = element.len() - element.trim_start().len();
            elements.push((from_line + element[..lead].matches('\n').count(), element.trim()));
            (from, from_line) = (at + 1, line);
        }
        if depth == 0 {
            let empty = elements.len() == 1 && elements[0].1.is_empty();
            return text[at + 1..].trim().is_empty().then(|| if empty { Vec::new() } else { elements });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_not_finite_are_no_reason_to_refuse_a_file() {
        let read = parse(r#"{"a": [NaN, -Infinity, Infinity], "NaN": "a \"NaN\" é", "b": 1.5}"#, 1).unwrap();
        assert_eq!(read, serde_json::json!({"a": [null, null, null], "NaN": "a \"NaN\" é", "b": 1.5}));
        let error = parse("{\"a\": NaN, \"b\": nothing}", 4).unwrap_err();
        assert!(error.to_string().contains("line 4, column 7"), "{error}");
    }

    #[test]
    fn a_list_is_cut_at_its_own_commas() {
        let cut = |text| elements(text).map(|e| e.into_iter().map(|(line, e)| format!("{line} {e}")).collect::<Vec<_>>());
        assert_eq!(cut("[{\"a\": [1, 2]},\n \"x,]\\\"\",\n\n3]\n").unwrap(), ["0 {\"a\": [1, 2]}", "1 \"x,]\\\"\"", "3 3"]);
        assert_eq!(cut("[]").unwrap(), [""; 0]);
        for broken in ["[1", "[1]]", "[\"a]", "{}", "[1] x"] {
            assert_eq!(cut(broken), None, "{broken}");
        }
    }

    #[test]
    fn a_mistake_has_one_place() {
        let said = |text| parse(text, 3).unwrap_err().to_string();
        assert_eq!(said("{\"a\": }"), "JSON, line 3, column 7: expected value");
        assert_eq!(said("{\n\"a\": }"), "JSON, line 4, column 6: expected value");
        assert!(said(&"{".repeat(3_000_000)).contains("too many values"));
    }
}
