//! Lines of a page that are not the article: credits, notices, buttons, captions, database headers.

use super::lines::{Lines, is_finished, starts_with_ignoring_case};
use crate::artifacts::{Category, Finding};
use crate::lexicon::{PhraseSet, WordSet};

/// A longer paragraph is prose.
const LONGEST: usize = 420;
/// Credits are short.
const LONGEST_CREDIT: usize = 200;
/// And stand near the end.
const BOTTOM: usize = 4;

/// Looks at every short paragraph.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let count = lines.paragraphs.len();
    for n in 0..count {
        let line = lines.paragraph(n);
        if line.len() > LONGEST {
            continue;
        }
        let near_end = n + BOTTOM >= count;
        if let Some((category, message)) = judge(line, near_end, n)
            && !lines.is_told(n)
        {
            findings.push(lines.context.finding(category, lines.paragraphs[n].span, message).propose(""));
        }
    }
}

fn judge(line: &str, near_end: bool, n: usize) -> Option<(Category, &'static str)> {
    if is_database_line(line) {
        return Some((Category::StructNexis, "A header line of a press database"));
    }
    if is_copyright(line) {
        return Some((Category::StructCopyright, "A copyright notice"));
    }
    if is_credit(line, near_end) {
        return Some((Category::StructCredit, "A line that credits contributors"));
    }
    if MEDIA.iter().any(|start| starts_with_ignoring_case(line, start)) {
        return Some((Category::StructMediaPlaceholder, "The notice of a missing video or sound player"));
    }
    if is_advertisement(line) {
        return Some((Category::StructAd, "A notice about an advertisement"));
    }
    if is_caption(line) {
        return Some((Category::StructCaption, "A picture’s caption or credit"));
    }
    if is_sharing(line) {
        return Some((Category::StructShare, "The words of sharing buttons"));
    }
    if is_related(line) {
        return Some((Category::StructRelated, "A link to another story"));
    }
    if is_navigation(line) {
        return Some((Category::StructNav, "Words of a menu, cookie notice or sign-up box"));
    }
    if n < 3 && (starts_with_ignoring_case(line, "Editor's note:") || starts_with_ignoring_case(line, "Editor’s note:")) {
        return Some((Category::StructEditorNote, "A note of the publisher"));
    }
    None
}

const MEDIA: &[&str] = &[
    "Media playback is unsupported",
    "Media playback is not supported",
    "Your browser does not support",
    "We are sorry, this video",
    "We Are Sorry,This video",
    "This video is restricted",
    "This video is no longer available",
    "Video player loading",
    "Please enable JavaScript to watch",
    "To view this video please enable",
    "Sorry, your browser",
];

/// "LENGTH: 812 words", "1 of 200 DOCUMENTS".
fn is_database_line(line: &str) -> bool {
    const KEYS: &[&str] = &[
        "LENGTH:",
        "LOAD-DATE:",
        "BYLINE:",
        "SECTION:",
        "LANGUAGE:",
        "PUBLICATION-TYPE:",
        "DOCUMENT-TYPE:",
        "JOURNAL-CODE:",
        "DATELINE:",
        "HEADLINE:",
        "GRAPHIC:",
        "CORRECTION-DATE:",
        "ABSTRACT:",
        "ABSTRACT.",
        "PUB-TYPE:",
        "SERIES:",
        "TYPE:",
    ];
    if KEYS.iter().any(|key| line.starts_with(key)) && line.len() < 200 {
        return true;
    }
    let mut words = line.split_whitespace();
    let digits = |w: Option<&str>| w.is_some_and(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit()));
    digits(words.next()) && words.next() == Some("of") && digits(words.next()) && words.next() == Some("DOCUMENTS")
}

fn is_copyright(line: &str) -> bool {
    let lower = line.to_lowercase();
    if lower.contains("all rights reserved") && line.len() < LONGEST || lower.contains("material may not be published, broadcast") {
        return true;
    }
    let rest = ["copyright ©", "copyright (c)", "copyright", "©", "(c)"].iter().find_map(|start| lower.strip_prefix(start)).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with("19") || rest.starts_with("20")) && line.len() < 200
}

fn is_credit(line: &str, near_end: bool) -> bool {
    if line.len() > LONGEST_CREDIT {
        return false;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '*' | '_' | '—' | '-' | '.' | ' ' | '\u{A0}'));
    let starts = |start| starts_with_ignoring_case(bare, start);
    if (starts("Reporting by ")
        || starts("Additional reporting by ")
        || starts("Editing by ")
        || starts("Writing by ")
        || starts("Compiled by ")
        || starts("Edited by "))
        && !bare.contains(". ")
    {
        return true;
    }
    if !near_end || bare.contains(". ") && !bare.contains("@") {
        return false;
    }
    let contributed = [
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed reporting",
        "contributed to the report",
        "contributed from",
        "contributed",
    ];
    if contributed.iter().any(|end| bare.ends_with(end)) || bare.contains("contributed reporting from") || bare.contains("contributed to this report from") {
        return bare.starts_with(char::is_uppercase);
    }
    // "Jane Doe reported from London": names, and nothing else.
    if let Some((names, place)) = bare.split_once(" reported from ") {
        let people = names.split_whitespace().all(|w| w.starts_with(char::is_uppercase) || w == "and") && names.contains(' ');
        return people && place.split_whitespace().count() <= 12;
    }
    (starts("Follow ") && bare.contains("on Twitter"))
        || (starts("Follow ") && bare.contains('@') && bare.split_whitespace().count() < 14)
        || starts("Contact the writer")
        || starts("Contact the reporter")
}

fn is_advertisement(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric());
    const NOTICES: &[&str] = &[
        "advertisement",
        "story continues below advertisement",
        "story continues below",
        "article continues below",
        "continue reading the main story",
        "continue reading below",
        "advertisement - continue reading below",
        "scroll to continue with content",
        "sponsored content",
        "advertisement continue reading the main story",
    ];
    bare.len() < 60 && NOTICES.iter().any(|n| bare.eq_ignore_ascii_case(n))
}

fn is_caption(line: &str) -> bool {
    let starts = |start| starts_with_ignoring_case(line, start);
    let credit = line.contains("(AP Photo/")
        || line.contains("(AP Photo)")
        || line.contains("/ Getty Images")
        || line.contains("/Getty Images")
        || line.contains("(Photo by ")
        || line.contains("(Photo: ")
        || line.ends_with("/Reuters)")
        || line.contains("REUTERS/");
    starts("Image copyright ")
        || starts("Image caption ")
        || starts("Media caption ")
        || starts("FILE PHOTO: ")
        || starts("FILE - ") && credit
        || starts("Photo: ") && line.len() < 120 && !is_finished(line)
        || starts("Photo credit: ")
        || credit && line.len() < 300
}

fn is_sharing(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "Share this with",
        "Share on Facebook",
        "Share on Twitter",
        "Share this article",
        "Share this story",
        "Tweet this",
        "Email this",
        "Share Tweet",
        "Share via",
        "Copy this link",
        "Print this",
    ];
    const NAMES: WordSet = WordSet::new("Comments Copy Email Facebook Google+ LinkedIn Messenger Pinterest Print Reddit Share Tweet Twitter WhatsApp link");
    let words: Vec<&str> = line.split_whitespace().take(20).collect();
    if line.len() < 140 && !is_finished(line) && !line.contains(',') && STARTS.iter().any(|s| starts_with_ignoring_case(line, s)) {
        return true;
    }
    words.len() >= 2 && words.len() < 15 && words.iter().all(|w| NAMES.has(*w) || w.bytes().all(|b| b.is_ascii_digit()))
}

fn is_related(line: &str) -> bool {
    const HEADS: PhraseSet = PhraseSet::new("ALSO READ|MORE|MORE FROM|READ|READ MORE|RECOMMENDED|RELATED|SEE ALSO|WATCH");
    let head = line.split(':').next().unwrap_or_default();
    if head.len() == line.len() {
        return matches!(
            line,
            "Related stories"
                | "Related articles"
                | "Related Articles"
                | "Related Stories"
                | "More on this story"
                | "Related Topics"
                | "You may also like"
                | "Recommended for you"
        );
    }
    let capitals = HEADS.has(head.trim());
    let small = matches!(
        head.trim(),
        "Related"
            | "Read more"
            | "Read More"
            | "Also read"
            | "Also Read"
            | "See also"
            | "See Also"
            | "Read also"
            | "Related story"
            | "Related stories"
            | "Watch"
            | "More"
    );
    line.len() < 180 && (capitals || small && !is_finished(line))
}

fn is_navigation(line: &str) -> bool {
    const STARTS: &[&str] = &[
        "We use cookies",
        "This site uses cookies",
        "This website uses cookies",
        "By continuing to use",
        "By using this site",
        "Sign up for our",
        "Sign up for the",
        "Sign up to receive",
        "Sign up here",
        "Subscribe to our",
        "Subscribe now",
        "Skip to content",
        "Skip to main",
        "Please enable JavaScript",
        "Please enable cookies",
        "Click here to subscribe",
        "Get breaking news",
        "Get the latest news",
        "Enter your email",
        "Already a subscriber",
        "Log in to",
        "Accept all cookies",
        "Manage cookies",
        "Receive the latest",
        "Sign up to our",
        "Thank you for reading",
    ];
    const MENU: WordSet = WordSet::new(
        "About Business Contact Culture Entertainment Health Home In Jobs Lifestyle Log Login Menu More News Opinion Politics Science Search Sign \
         Sport Sports Subscribe Tech Travel Us Video Weather World",
    );
    let words = line.split_whitespace().take(30);
    if line.len() < 160 && words.clone().count() >= 4 && words.clone().filter(|w| MENU.has(w.trim_matches('|'))).count() * 10 >= words.count() * 8 {
        return true;
    }
    line.len() < 220 && STARTS.iter().any(|s| starts_with_ignoring_case(line, s))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, silent};

    #[test]
    fn notices_and_credits() {
        for (category, line) in [
            (Category::StructNexis, "LENGTH: 812 words"),
            (Category::StructNexis, "3 of 200 DOCUMENTS"),
            (Category::StructCopyright, "Copyright 2017 Northern Press. All rights reserved."),
            (Category::StructCopyright, "© 2019 Northern Press"),
            (Category::StructCredit, "Mara Lindt and Jon Roe contributed to this report."),
            (Category::StructCredit, "(Reporting by Mara Lindt; Editing by Jon Roe)"),
            (Category::StructMediaPlaceholder, "Media playback is unsupported on your device"),
            (Category::StructAd, "Story continues below advertisement"),
            (Category::StructCaption, "Image copyright Getty Images Image caption The court in 2016"),
            (Category::StructShare, "Share this with Email Facebook Messenger"),
            (Category::StructRelated, "RELATED: Council puts off the vote"),
            (Category::StructNav, "Sign up for our daily newsletter"),
            (Category::StructNav, "Home News Sports Weather Contact Us"),
            (Category::StructCredit, "Mara Lindt reported from Oslo."),
        ] {
            fires(category, &format!("The council met on Friday.\n\n⟦{line}→⟧"));
        }
    }

    #[test]
    fn prose_stays() {
        for text in [
            "She contributed to this report of the commission in 1999, officials said.",
            "Share this view, and you are not alone.",
            "Advertisement spending fell.",
            "The length: 812 words.",
            "Related charges were dropped.",
            "Copyright lawsuits rose last year.",
            "Reuters reported the talks on Friday.",
        ] {
            for category in [
                Category::StructCredit,
                Category::StructShare,
                Category::StructAd,
                Category::StructNexis,
                Category::StructRelated,
                Category::StructCopyright,
                Category::StructCaption,
            ] {
                silent(category, text);
            }
        }
    }
}
