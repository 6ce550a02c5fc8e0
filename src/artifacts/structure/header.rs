//! Headline and byline at the top, a stray name at the end.

use super::headline::looks_like_headline;
use super::lines::{Lines, is_finished};
use crate::artifacts::{Category, Finding};
use crate::lexicon::WordSet;

/// A byline stands among the first so many paragraphs.
const TOP: usize = 5;

/// Looks at the first and last paragraphs.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    for n in 0..lines.paragraphs.len().min(TOP) {
        if (is_byline(lines.paragraph(n)) || (n < 3 && is_signature(lines.paragraph(n)))) && !lines.is_told(n) {
            let span = lines.paragraphs[n].span;
            findings.push(lines.context.finding(Category::StructByline, span, "The author’s line is part of the body").propose(""));
        }
    }
    headline(lines, findings);
    orphan_tail(lines, findings);
}

/// "By Jane Doe and John Roe", "By JANE DOE, Staff Writer".
fn is_byline(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let mut names = 0;
    let words: Vec<&str> = rest.split_whitespace().take(16).collect();
    if words.len() < 2 || words.len() > 14 || (is_finished(line) && !line.ends_with("Jr.")) {
        return false;
    }
    for word in &words {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.starts_with(char::is_uppercase) {
            names += 1;
        } else if !matches!(bare, "and" | "for" | "of" | "the" | "in" | "with" | "" | "at" | "de" | "van" | "von" | "der" | "al") {
            return false;
        }
    }
    let day = words[0].trim_matches(|c: char| !c.is_alphanumeric());
    names >= 2 && !is_day_or_month(day)
}

/// "Jane Doe, Associated Press": a name and whom it writes for.
fn is_signature(line: &str) -> bool {
    let Some((name, of)) = line.split_once(", ") else { return false };
    let names = name.split_whitespace().count();
    let employers = [
        "Associated Press",
        "The Associated Press",
        "AP",
        "Reuters",
        "CNN",
        "USA TODAY",
        "Staff Writer",
        "Staff writer",
        "Staff Reporter",
        "Contributor",
        "Correspondent",
        "Political Reporter",
        "Associated Press Writer",
        "Special to CNN",
    ];
    (2..=4).contains(&names) && name.split_whitespace().all(|w| w.starts_with(char::is_uppercase)) && employers.contains(&of)
}

fn is_day_or_month(word: &str) -> bool {
    const WORDS: WordSet = WordSet::new(
        "April August December February Friday January July June March May Monday November October Saturday September Sunday Thursday Tuesday \
         Wednesday",
    );
    WORDS.has(word)
}

/// The first line, without a stop and before finished paragraphs.
fn headline(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    if lines.paragraphs.len() < 3 {
        return;
    }
    let line = lines.paragraph(0);
    if !looks_like_headline(line)
        || is_finished(line)
        || is_byline(line)
        || lines.is_told(0)
        || !(is_finished(lines.paragraph(1)) || is_finished(lines.paragraph(2)))
    {
        return;
    }
    findings.push(lines.context.finding(Category::StructHeadlineInBody, lines.paragraphs[0].span, "The first line has no stop: it is the headline"));
}

/// A last line that is a name or phrase of the article and no sentence: what a program appended.
fn orphan_tail(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let Some(last) = lines.paragraphs.len().checked_sub(1).filter(|n| *n > 0) else { return };
    let (tail, before) = (lines.paragraph(last), lines.paragraph(last - 1));
    let words = lines.words(last);
    let plain = tail.starts_with(char::is_uppercase) && !is_finished(tail) && tail.ends_with(char::is_alphanumeric);
    if words == 0 || words > 4 || !plain || before.len() < 60 || !is_finished(before) {
        return;
    }
    if lines.is_told(last) {
        return;
    }
    let earlier = &lines.text[..lines.paragraphs[last].span.start()];
    if earlier.contains(tail) && tail != "The End" && tail != "END" {
        let message = format!("The text ends in “{tail}”, which is no sentence and stands earlier in the article");
        findings.push(lines.context.finding(Category::StructOrphanTail, lines.paragraphs[last].span, message).propose(""));
    }
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn bylines() {
        fires(Category::StructByline, "⟦By Mara Lindt and Jon Roe→⟧\n\nThe court met.");
        fires(Category::StructByline, "⟦Mara Lindt, Associated Press→⟧\n\nThe court met.");
        silent(Category::StructByline, "By Friday, the court had met.\n\nBy Friday night\n\nBy the Sea");
    }

    #[test]
    fn headlines() {
        fires(Category::StructHeadlineInBody, "⟦Council puts off the bridge vote⟧\n\nThe council met on Friday.\n\nIt was late.");
        silent(Category::StructHeadlineInBody, "The council met on Friday.\n\nIt was late.\n\nThey left.");
    }

    #[test]
    fn stray_last_lines() {
        fires(Category::StructOrphanTail, "Mara Lindt met the council on Friday to talk about the new bridge over the river.\n\n⟦Mara Lindt→⟧");
        silent(Category::StructOrphanTail, "Mara Lindt met the council on Friday to talk about the new bridge over the river.\n\n— Mara Lindt");
    }
}
