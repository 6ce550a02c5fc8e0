//! What the words of a source alone say: their head, a share, a name that is no entity, a role.

use super::found::Found;
use crate::quotes::basis::Basis;
use crate::quotes::cues::Flags;
use crate::quotes::lexicon;
use crate::quotes::lexicon::{BODY_NOUN, PEOPLE_NOUN, PREPOSITION, TITLE, flags};
use crate::quotes::quotation::SourceType;

/// The head of a noun phrase: the word before its first preposition, or its last.
pub(super) fn head(words: &[&str]) -> usize {
    let end = words.iter().skip(1).position(|w| flags(w).has(PREPOSITION) && w.starts_with(char::is_lowercase)).map_or(words.len(), |n| n + 1);
    let mut head = end - 1;
    // "a source close to", "officials familiar with"
    if head > 0 && end < words.len() && matches!(words[head], "close" | "familiar" | "loyal" | "briefed" | "involved") {
        head -= 1 + usize::from(head > 1 && matches!(words[head - 1], "who" | "are" | "is"));
    }
    // "one of his aides", "36 percent of voters": what is counted is the head.
    if end < words.len()
        && (words[end] == "of" && (flags(words[head]).has(lexicon::DETERMINER) || words[head] == "percent" || words[head].chars().all(char::is_numeric)))
    {
        let rest = &words[end + 1..];
        head = if rest.is_empty() { head } else { end + 1 + self::head(rest) };
    }
    head
}

/// True for "six in 10", "nine out of ten".
pub(super) fn is_share(words: &[&str]) -> bool {
    let number = |w: &&str| w.chars().all(char::is_numeric) || flags(w).has(lexicon::DETERMINER);
    matches!(words, [first, "in", last] | [first, "out", "of", last] if number(first) && number(last))
}

/// A name that is no entity here: the capitalised words at the end of `words`, titles left out. `head` is what the head word can be.
pub(super) fn capitalised(words: &[&str], head: Flags) -> Found {
    if head.has(PEOPLE_NOUN) {
        return Found::nobody(SourceType::Collective);
    }
    let start = words.iter().rposition(|w| !w.starts_with(char::is_uppercase) && !w.starts_with('@')).map_or(0, |n| n + 1);
    let mut name: &[&str] = &words[start..];
    while name.len() > 1 && (flags(name[0]).has(TITLE) || matches!(name[0], "The" | "A" | "An")) {
        name = &name[1..];
    }
    let name = name.join(" ");
    let acronym = name.len() > 1 && name.len() <= 5 && name.chars().all(char::is_uppercase);
    let source_type = if head.has(BODY_NOUN) || acronym { SourceType::Organisation } else { SourceType::Named };
    Found { resolved: Some(name).filter(|n| !n.is_empty()), entity: None, source_type, basis: Basis::Named }
}

/// True where `word` names the role `role`: "Sen" and "senator".
pub(super) fn same_role(word: &str, role: &str) -> bool {
    if word.eq_ignore_ascii_case(role) {
        return true;
    }
    let full = match word {
        "Sen" | "Sens" => "senator",
        "Gov" => "governor",
        "Rep" => "congressman",
        "Dr" => "doctor",
        "Prof" => "professor",
        "Gen" => "general",
        "Rev" => "pastor",
        "Sgt" | "Lt" | "Capt" => "officer",
        _ => return false,
    };
    full == role || word == "Rep" && matches!(role, "congresswoman" | "representative" | "lawmaker") || word == "Sen" && role == "lawmaker"
}
