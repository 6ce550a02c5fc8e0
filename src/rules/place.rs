//! Where a rule looks.

use std::ops::Range;

/// Which stretches of a text a rule looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// All of it.
    #[default]
    Anywhere,
    /// Lines that are nothing but what is looked for, white space at their ends apart.
    Lines,
    /// Inside quotations.
    InQuotations,
    /// Outside all quotations.
    OutsideQuotations,
}

impl Place {
    /// All, as a file names them.
    pub const ALL: [(&'static str, Place); 4] =
        [("anywhere", Place::Anywhere), ("lines", Place::Lines), ("quotations", Place::InQuotations), ("outside quotations", Place::OutsideQuotations)];
}

/// The first or the last lines of a text; lines without anything but white space are not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// So many at the head.
    First(usize),
    /// So many at the foot.
    Last(usize),
}

/// The lines of `text` that hold anything, without their ends, in bytes; those alone that `within` names.
pub(super) fn lines(text: &str, within: Option<Within>) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        if !line.trim().is_empty() {
            lines.push(start..end);
        }
        start += line.len();
    }
    match within {
        Some(Within::First(n)) => lines.truncate(n),
        Some(Within::Last(n)) => drop(lines.drain(..lines.len().saturating_sub(n))),
        None => {}
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_without_empty_ones() {
        let text = "One\r\n\n  \ntwo\nthree";
        let of = |within| lines(text, within).into_iter().map(|r| &text[r]).collect::<Vec<_>>();
        assert_eq!(of(None), ["One", "two", "three"]);
        assert_eq!(of(Some(Within::First(2))), ["One", "two"]);
        assert_eq!(of(Some(Within::Last(1))), ["three"]);
        assert_eq!(of(Some(Within::Last(9))).len(), 3);
        assert!(lines("", None).is_empty());
    }
}
