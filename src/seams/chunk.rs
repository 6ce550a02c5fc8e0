//! Where two pieces of a page were glued inside a run of characters without a blank.

use super::tables::PREFIXES;

/// True for what looks like a web or mail address.
pub(crate) fn is_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    if !bytes.iter().any(|b| matches!(b, b'.' | b'@' | b'/')) {
        return false;
    }
    word.contains("://")
        || word.contains("www.")
        || word.find('@').is_some_and(|at| at > 0 && word[at..].contains('.'))
        || [".com", ".org", ".net", ".co.uk", ".gov", ".edu", ".html", ".ly/"].iter().any(|end| word.contains(end))
}

/// Adds the places in `chunk`, in bytes, at which a new piece begins. `chunk` holds no white space.
pub(crate) fn cut_chunk(chunk: &str, cuts: &mut Vec<usize>) {
    if !suspicious(chunk.as_bytes()) || is_address(chunk) || chunk.starts_with(['@', '#']) {
        return;
    }
    // The last three characters, and the run of letters that ends here.
    let (mut before, mut last) = ('\0', '\0');
    let (mut run, mut run_letters, mut run_capitals) = (0, 0, 0);
    let mut chars = chunk.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or('\0', |n| n.1);
        let cut = if last == '\0' {
            false
        } else if c.is_uppercase() {
            if last.is_lowercase() {
                run_letters >= 2 && !PREFIXES.has(&chunk[run..at])
            } else if last.is_uppercase() {
                next.is_lowercase() && run_capitals >= 3 && run_capitals == run_letters && !(next == 's' && chunk.len() == at + c.len_utf8() + 1)
            } else if last.is_ascii_digit() {
                next.is_lowercase() || next.is_uppercase() && before.is_ascii_digit() && at >= 4
            } else {
                is_end(before, last) && (next.is_lowercase() || !next.is_alphabetic() || before.is_lowercase())
            }
        } else if c.is_ascii_digit() {
            last.is_lowercase() && run_letters >= 4
        } else if matches!(c, '"' | '“' | '(' | '[' | '‘') {
            matches!(last, '.' | '!' | '?' | '…') && (before.is_lowercase() || before.is_ascii_digit()) && next.is_uppercase()
        } else if matches!(c, '©' | '–' | '—') {
            c == '©' || matches!(last, '.' | '!' | '?') && before.is_lowercase()
        } else {
            false
        };
        if cut {
            cuts.push(at);
        }
        if c.is_alphabetic() {
            if cut || !last.is_alphabetic() {
                (run, run_letters, run_capitals) = (at, 0, 0);
            }
            run_letters += 1;
            run_capitals += usize::from(c.is_uppercase());
        }
        (before, last) = (last, c);
    }
}

/// True where `last`, after `before`, ends a sentence or a bracket.
fn is_end(before: char, last: char) -> bool {
    match last {
        '.' | '!' | '?' | '…' | ':' => before.is_lowercase() || before.is_ascii_digit() || matches!(before, ')' | ']' | '"' | '”' | '’' | '%'),
        '"' | '”' | '’' | '\'' => matches!(before, '.' | ',' | '!' | '?' | '…'),
        ')' | ']' | '»' => true,
        _ => false,
    }
}

/// A quick look: most words are small letters, perhaps with a capital before and a mark behind them.
fn suspicious(chunk: &[u8]) -> bool {
    let mut seen = false;
    for b in chunk {
        match b {
            b'A'..=b'Z' | b'0'..=b'9' | 0x80.. | b'(' | b'[' | b'"' if seen => return true,
            _ => seen = true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(chunk: &str) -> Vec<&str> {
        let mut cuts = Vec::new();
        cut_chunk(chunk, &mut cuts);
        let mut from = 0;
        let mut pieces = Vec::new();
        for cut in cuts.into_iter().chain([chunk.len()]) {
            pieces.push(&chunk[from..cut]);
            from = cut;
        }
        pieces
    }

    #[test]
    fn glued_pieces_are_told_apart() {
        assert_eq!(pieces("HarbourBy"), ["Harbour", "By"]);
        assert_eq!(pieces("quay.The"), ["quay.", "The"]);
        assert_eq!(pieces("quay.”The"), ["quay.”", "The"]);
        assert_eq!(pieces("(tide).Made"), ["(tide).", "Made"]);
        assert_eq!(pieces("SAYSLindt"), ["SAYS", "Lindt"]);
        assert_eq!(pieces("harbour2024-04-26"), ["harbour", "2024-04-26"]);
        assert_eq!(pieces("12.45pmThe"), ["12.45pm", "The"]);
        assert_eq!(pieces("2014BERGEN"), ["2014", "BERGEN"]);
    }

    #[test]
    fn names_and_addresses_are_whole() {
        for word in
            ["McCain", "iPhone", "mRNA", "U.S.A.", "O’Brien", "MPs", "https://example.org/AbcDef", "jo.Roe@example.org", "5G", "737s", "DeVos", "Mid-Atlantic"]
        {
            assert_eq!(pieces(word), [word], "{word}");
        }
    }
}
