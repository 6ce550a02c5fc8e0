//! Lines of a page that are not the article: credits, notices, buttons, captions, database headers.
//!
//! What each sort of line is told by stands in one table, [`SORTS`]; the first sort that a line fits is its own.

use super::lines::{Lines, is_finished, starts_with_ignoring_case};
use crate::artifacts::{Category, Finding};
use crate::lexicon::{PhraseSet, WordSet};

/// A longer paragraph is prose, in bytes.
const LONGEST: usize = 420;
/// Credits are short, in bytes.
const LONGEST_CREDIT: usize = 200;
/// And stand near the end: so many paragraphs may follow.
const BOTTOM: usize = 4;

/// Looks at every short paragraph.
pub(super) fn find(lines: &Lines<'_>, findings: &mut Vec<Finding>) {
    let count = lines.paragraphs.len();
    for n in 0..count {
        let line = Line { text: lines.paragraph(n), n, near_end: n + BOTTOM >= count };
        if line.text.len() > LONGEST {
            continue;
        }
        if let Some(sort) = SORTS.iter().find(|sort| sort.signs.iter().any(|sign| sign.fits(&line)))
            && !lines.is_told(n)
        {
            findings.push(lines.context.finding(sort.category, lines.paragraphs[n].span, sort.message).propose(""));
        }
    }
}

/// A short paragraph.
struct Line<'t> {
    text: &'t str,
    /// How many stand before it.
    n: usize,
    near_end: bool,
}

impl<'t> Line<'t> {
    /// The line without brackets, dashes and stars around it.
    fn bare(&self) -> &'t str {
        self.text.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '*' | '_' | '—' | '-' | '.' | ' ' | '\u{A0}'))
    }

    fn starts(&self, with: &str) -> bool {
        starts_with_ignoring_case(self.text, with)
    }
}

/// A sort of line, and what tells it: any of the signs.
struct Sort {
    category: Category,
    message: &'static str,
    signs: &'static [Sign],
}

/// What tells a line of a sort.
enum Sign {
    /// It begins with one of these, whatever the capitals, and is shorter than so many bytes.
    Starts(usize, &'static [&'static str]),
    /// It begins with one of these as they are written, and is shorter than so many bytes.
    Begins(usize, &'static [&'static str]),
    /// It has one of these in it, whatever the capitals (they stand here in small letters), and is shorter than so many bytes.
    Has(usize, &'static [&'static str]),
    /// It is one of these, whatever the capitals and the marks around it.
    Is(&'static [&'static str]),
    /// It is one of these as they are written.
    Reads(PhraseSet),
    /// What the function says.
    Like(fn(&Line<'_>) -> bool),
}

impl Sign {
    fn fits(&self, line: &Line<'_>) -> bool {
        let text = line.text;
        match self {
            Sign::Starts(below, starts) => text.len() < *below && starts.iter().any(|start| line.starts(start)),
            Sign::Begins(below, starts) => text.len() < *below && starts.iter().any(|start| text.starts_with(start)),
            Sign::Has(below, pieces) => {
                let lower = text.to_lowercase();
                text.len() < *below && pieces.iter().any(|piece| lower.contains(piece))
            }
            Sign::Is(notices) => {
                let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
                notices.iter().any(|notice| bare.eq_ignore_ascii_case(notice))
            }
            Sign::Reads(lines) => lines.has(text),
            Sign::Like(fits) => fits(line),
        }
    }
}

/// Any length: the longest paragraph that is looked at is shorter.
const ANY: usize = usize::MAX;

/// The sorts of lines, in the order in which they are asked.
const SORTS: &[Sort] = &[
    Sort {
        category: Category::StructNexis,
        message: "A header line of a press database",
        signs: &[
            Sign::Begins(
                200,
                &[
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
                ],
            ),
            Sign::Like(counts_documents),
        ],
    },
    Sort {
        category: Category::StructCopyright,
        message: "A copyright notice",
        signs: &[Sign::Has(LONGEST, &["all rights reserved"]), Sign::Has(ANY, &["material may not be published, broadcast"]), Sign::Like(reserves_a_year)],
    },
    Sort { category: Category::StructCredit, message: "A line that credits contributors", signs: &[Sign::Like(credits_work), Sign::Like(closes_with_credits)] },
    Sort {
        category: Category::StructMediaPlaceholder,
        message: "The notice of a missing video or sound player",
        signs: &[Sign::Starts(
            ANY,
            &[
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
            ],
        )],
    },
    Sort {
        category: Category::StructAd,
        message: "A notice about an advertisement",
        signs: &[Sign::Is(&[
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
        ])],
    },
    Sort {
        category: Category::StructCaption,
        message: "A picture’s caption or credit",
        signs: &[
            Sign::Starts(ANY, &["Image copyright ", "Image caption ", "Media caption ", "FILE PHOTO: ", "Photo credit: "]),
            Sign::Like(credits_a_picture),
            Sign::Like(names_a_photographer),
        ],
    },
    Sort { category: Category::StructShare, message: "The words of sharing buttons", signs: &[Sign::Like(asks_to_share), Sign::Like(names_networks)] },
    Sort {
        category: Category::StructRelated,
        message: "A link to another story",
        signs: &[
            Sign::Reads(PhraseSet::new(
                "More on this story|Recommended for you|Related Articles|Related Stories|Related Topics|Related articles|Related stories|You may also like",
            )),
            Sign::Like(leads_to_a_story),
        ],
    },
    Sort {
        category: Category::StructNav,
        message: "Words of a menu, cookie notice or sign-up box",
        signs: &[
            Sign::Like(is_menu),
            Sign::Starts(
                220,
                &[
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
                ],
            ),
        ],
    },
    Sort { category: Category::StructEditorNote, message: "A note of the publisher", signs: &[Sign::Like(opens_with_a_note)] },
];

/// "1 of 200 DOCUMENTS"
fn counts_documents(line: &Line<'_>) -> bool {
    let mut words = line.text.split_whitespace();
    let digits = |w: Option<&str>| w.is_some_and(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit()));
    digits(words.next()) && words.next() == Some("of") && digits(words.next()) && words.next() == Some("DOCUMENTS")
}

/// "© 2019 Northern Press"
fn reserves_a_year(line: &Line<'_>) -> bool {
    let lower = line.text.to_lowercase();
    let rest = ["copyright ©", "copyright (c)", "copyright", "©", "(c)"].iter().find_map(|start| lower.strip_prefix(start)).map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with("19") || rest.starts_with("20")) && line.text.len() < 200
}

/// "(Reporting by Mara Lindt; Editing by Jon Roe)"
fn credits_work(line: &Line<'_>) -> bool {
    const STARTS: &[&str] = &["Reporting by ", "Additional reporting by ", "Editing by ", "Writing by ", "Compiled by ", "Edited by "];
    let bare = line.bare();
    line.text.len() <= LONGEST_CREDIT && STARTS.iter().any(|start| starts_with_ignoring_case(bare, start)) && !bare.contains(". ")
}

/// "Mara Lindt and Jon Roe contributed to this report.", "Jane Doe reported from London.", "Follow Mara Lindt on Twitter"
fn closes_with_credits(line: &Line<'_>) -> bool {
    const ENDS: &[&str] = &[
        "contributed to this report",
        "contributed to this story",
        "contributed to this article",
        "contributed reporting",
        "contributed to the report",
        "contributed from",
        "contributed",
    ];
    let bare = line.bare();
    if line.text.len() > LONGEST_CREDIT || !line.near_end || bare.contains(". ") && !bare.contains('@') {
        return false;
    }
    if ENDS.iter().any(|end| bare.ends_with(end)) || bare.contains("contributed reporting from") || bare.contains("contributed to this report from") {
        return bare.starts_with(char::is_uppercase);
    }
    // Names, and nothing else.
    if let Some((names, place)) = bare.split_once(" reported from ") {
        let people = names.split_whitespace().all(|w| w.starts_with(char::is_uppercase) || w == "and") && names.contains(' ');
        return people && place.split_whitespace().count() <= 12;
    }
    let starts = |start| starts_with_ignoring_case(bare, start);
    starts("Follow ") && (bare.contains("on Twitter") || bare.contains('@') && bare.split_whitespace().count() < 14)
        || starts("Contact the writer")
        || starts("Contact the reporter")
}

/// "Boats at the quay in May. (AP Photo/Jon Roe)"
fn credits_a_picture(line: &Line<'_>) -> bool {
    const CREDITS: &[&str] = &["(AP Photo/", "(AP Photo)", "/ Getty Images", "/Getty Images", "(Photo by ", "(Photo: ", "REUTERS/"];
    let credit = CREDITS.iter().any(|credit| line.text.contains(credit)) || line.text.ends_with("/Reuters)");
    credit && (line.text.len() < 300 || line.starts("FILE - "))
}

/// "Photo: Jon Roe"
fn names_a_photographer(line: &Line<'_>) -> bool {
    line.starts("Photo: ") && line.text.len() < 120 && !is_finished(line.text)
}

/// "Share this with Email Facebook Messenger"
fn asks_to_share(line: &Line<'_>) -> bool {
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
    line.text.len() < 140 && !is_finished(line.text) && !line.text.contains(',') && STARTS.iter().any(|start| line.starts(start))
}

/// "Facebook Twitter Email 12"
fn names_networks(line: &Line<'_>) -> bool {
    const NAMES: WordSet = WordSet::new("Comments Copy Email Facebook Google+ LinkedIn Messenger Pinterest Print Reddit Share Tweet Twitter WhatsApp link");
    let words: Vec<&str> = line.text.split_whitespace().take(20).collect();
    (2..15).contains(&words.len()) && words.iter().all(|w| NAMES.has(w) || w.bytes().all(|b| b.is_ascii_digit()))
}

/// "RELATED: Council puts off the vote", "Read more: Council puts off the vote"
fn leads_to_a_story(line: &Line<'_>) -> bool {
    const IN_CAPITALS: PhraseSet = PhraseSet::new("ALSO READ|MORE|MORE FROM|READ|READ MORE|RECOMMENDED|RELATED|SEE ALSO|WATCH");
    const SMALL: PhraseSet =
        PhraseSet::new("Also Read|Also read|More|Read More|Read also|Read more|Related|Related stories|Related story|See Also|See also|Watch");
    let Some((head, _)) = line.text.split_once(':') else { return false };
    line.text.len() < 180 && (IN_CAPITALS.has(head.trim()) || SMALL.has(head.trim()) && !is_finished(line.text))
}

/// "Home News Sports Weather Contact Us"
fn is_menu(line: &Line<'_>) -> bool {
    const MENU: WordSet = WordSet::new(
        "About Business Contact Culture Entertainment Health Home In Jobs Lifestyle Log Login Menu More News Opinion Politics Science Search Sign Sport \
         Sports Subscribe Tech Travel Us Video Weather World",
    );
    let words = line.text.split_whitespace().take(30);
    let count = words.clone().count();
    line.text.len() < 160 && count >= 4 && words.filter(|w| MENU.has(w.trim_matches('|'))).count() * 10 >= count * 8
}

/// "Editor’s note: This story was changed."
fn opens_with_a_note(line: &Line<'_>) -> bool {
    line.n < 3 && (line.starts("Editor's note:") || line.starts("Editor’s note:"))
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
