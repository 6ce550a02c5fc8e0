//! Whether a text is a letter or a thread of them: mail, posts of a forum. What opens and closes a letter looks like what stands
//! around an article, and is none of a page.

use crate::lexicon::PhraseSet;

/// What a line of a letter is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// "From: Mara Lindt", "Subject: The wall", "-----Original Message-----", "On Monday, Mara Lindt wrote:".
    Head,
    /// "Dear Ms Lindt,", "Mara,".
    Greeting,
    /// "Kind regards,", "Thanks, Jon".
    Ending,
    /// "> as you said".
    Quoted,
}

/// Words before the colon of a head's line.
const HEADS: &[&str] = &["from", "to", "cc", "bcc", "subject", "sent", "reply-to", "message-id", "newsgroups", "groups", "email", "e-mail", "re", "fw", "fwd"];
/// What stands between two letters of a thread, whatever marks are around it.
const BETWEEN: &[&str] = &["original message", "forwarded message", "forwarded by"];
/// First words of a greeting.
const GREETINGS: &[&str] = &["dear", "hi", "hello", "hey", "greetings"];
/// What a letter ends with, before the name.
const ENDINGS: PhraseSet = PhraseSet::new(
    "all the best|best|best regards|best wishes|cheers|cordially|kind regards|kindest regards|love|many thanks|regards|respectfully|sincerely|\
     sincerely yours|take care|thank you|thanks|thanks again|thx|very truly yours|warm regards|with love|yours|yours faithfully|yours sincerely|\
     yours truly",
);
/// A greeting and an ending are no longer, in bytes.
const SHORT: usize = 60;
/// A page with letters on it (comments, a form) is a page: so many lines of a text may go with one that shows a letter.
const LINES_EACH: usize = 40;

/// True for a letter, a thread of mail, a post of a forum with its heads.
#[must_use]
pub fn is_letter(text: &str) -> bool {
    let (mut lines, mut heads, mut greetings, mut endings, mut quoted) = (0usize, 0usize, 0usize, 0usize, 0usize);
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        lines += 1;
        match part(line) {
            Some(Part::Head) => heads += 1,
            Some(Part::Greeting) => greetings += 1,
            Some(Part::Ending) => endings += 1,
            Some(Part::Quoted) => quoted += 1,
            None => {}
        }
    }
    let signs = heads + greetings + endings + quoted;
    let shown = heads >= 2 || greetings + endings >= 2 || heads >= 1 && greetings + endings >= 1 || quoted >= 3;
    shown && lines <= signs * LINES_EACH
}

fn part(line: &str) -> Option<Part> {
    if line.starts_with("> ") || line.starts_with(">>") {
        return Some(Part::Quoted);
    }
    if let Some((word, rest)) = line.split_once(':')
        && word.len() <= 12
        && HEADS.iter().any(|h| word.trim().eq_ignore_ascii_case(h))
    {
        // "To: the point" is a phrase; a head names somebody, or tells a moment, or nothing.
        let rest = rest.trim();
        return (rest.is_empty() || rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“<[('’".contains(c)) || rest.contains('@'))
            .then_some(Part::Head);
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    if line.starts_with('-') || line.starts_with('_') || line.starts_with('*') || bare.len() < line.len() {
        let begins = |b: &&&str| bare.get(..b.len()).is_some_and(|head| head.eq_ignore_ascii_case(b));
        if BETWEEN.iter().any(|b| begins(&b)) {
            return Some(Part::Head);
        }
    }
    if line.ends_with(" wrote:") || line.ends_with(" writes:") {
        return Some(Part::Head);
    }
    if line.len() > SHORT {
        return None;
    }
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or("").trim_end_matches([',', ':', '!']);
    let count = line.split_whitespace().count();
    let open = line.ends_with([',', ':', '-', '–', '—', '!']);
    if GREETINGS.iter().any(|g| first.eq_ignore_ascii_case(g)) && first.starts_with(char::is_uppercase) && count <= 6 && open {
        return Some(Part::Greeting);
    }
    // "Mara,", "Mara and Jon,": names alone, and a comma.
    let is_name = |w: &str| w.starts_with(char::is_uppercase) || matches!(w.trim_end_matches(','), "and" | "&");
    if count <= 3 && line.ends_with(',') && line.split_whitespace().all(is_name) && !ENDINGS.has(bare.to_lowercase().as_str()) {
        return Some(Part::Greeting);
    }
    let until_comma = line.split(',').next().unwrap_or("").trim_end_matches(['.', '!', ' ']);
    let said = until_comma.to_lowercase();
    let ends = ENDINGS.has(said.as_str());
    let named = line.len() == until_comma.len() || line[until_comma.len()..].split_whitespace().count() <= 4;
    (ends && named && (count <= 4 || line.contains(','))).then_some(Part::Ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_threads() {
        for text in [
            "Dear Ms Lindt,\nThe wall will be mended in the spring.\nKind regards,\nJon Roe",
            "From: Mara Lindt\nTo: Jon Roe\nSubject: The wall\nIt will be mended in the spring.",
            "Jon,\nattached is the plan.\nThanks, Mara\nMara,\nI have read it.",
            "It will be mended.\n-----Original Message-----\nFrom: Jon Roe\nWhen will it be mended?",
            "On Monday, Jon Roe wrote:\n> When will it be mended?\n> And who pays?\nIn the spring.\nCheers, Mara",
        ] {
            assert!(is_letter(text), "{text}");
        }
    }

    #[test]
    fn articles_are_none() {
        for text in [
            "The council met on Tuesday.\n\nAbout two hundred people came, said Mara Lindt.",
            "From: the harbour, a view\nThe council met on Tuesday.",
            "Re: the harbour wall\nThe council met on Tuesday evening.",
            "Thanks to the engineers, the wall will hold.\nDear to the town is the old hall.\nHi-tech pumps are to come.",
            "“Dear friends,” she said, “we have time.”\nThe mayor said “Thank you” and left.",
        ] {
            assert!(!is_letter(text), "{text}");
        }
        // A page with a form to write to its publisher.
        let page = format!("Email:\nSubject:\n{}", "The council met on Tuesday evening.\n".repeat(100));
        assert!(!is_letter(&page));
    }
}
