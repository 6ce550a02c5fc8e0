//! From seams to findings.

use crate::artifacts::{Category, Family, Finding, Page};
use crate::seams::{Joint, Seam, Sign, seams, stop_before};
use crate::text::{Replacement, Span, SpanSet};

/// Reports the seams of `page` that lie in no markup or mojibake.
pub(super) fn find(page: &Page<'_>, findings: &mut Vec<Finding>) {
    let all = seams(page.text, page.layout());
    if all.is_empty() {
        return;
    }
    let explains = |f: &&Finding| {
        !f.category.is_verdict() && (f.category.family() == Family::Markup || matches!(f.category, Category::EncMojibake | Category::EncMojibakeLossy))
    };
    // What covers half of the text says of no place in it what it is.
    let explained: SpanSet = findings.iter().filter(explains).map(|f| f.span).filter(|s| s.len() * 2 < page.text.len().max(800)).collect();
    let line_break = page_break(page.text);
    let mut rest = all.as_slice();
    while let Some(seam) = rest.first() {
        let token = page.layout().tokens_in(Span::new(seam.at - 1, seam.at)).next().map_or(Span::empty(seam.at), |n| page.tokens()[n].span);
        // The seams of one token are one finding.
        let together = if seam.sign == Sign::Inside { rest.iter().take_while(|s| s.sign == Sign::Inside && s.at < token.end()).count().max(1) } else { 1 };
        let (these, others) = rest.split_at(together);
        rest = others;
        if !explained.overlaps(Span::new(seam.at - 1, seam.at)) {
            findings.push(finding(page, these, token, line_break));
        }
    }
}

/// What parts two paragraphs of `text`.
fn page_break(text: &str) -> &'static str {
    let single = !text.contains("\n\n") && text.bytes().filter(|b| *b == b'\n').take(3).count() == 3;
    if single { "\n" } else { "\n\n" }
}

fn finding(page: &Page<'_>, seams: &[Seam], token: Span, line_break: &'static str) -> Finding {
    let text = page.text;
    let seam = seams[0];
    let break_text = |joint: Joint| if joint == Joint::Blank { " " } else { line_break };
    let missing = if seam.joint == Joint::Blank { "blank" } else { "paragraph break" };
    let next = page.layout().tokens_in(Span::new(seam.at, seam.at + 1)).next().map_or("", |n| page.tokens()[n].of(text));
    let before = token.of(text);
    let (label, span, message) = match seam.sign {
        Sign::Inside => {
            let label =
                if before.as_bytes()[seam.at - token.start() - 1].is_ascii_digit() { Category::SpaceMissingAfterNumber } else { Category::SpaceJoinedWords };
            let what = if seams.len() > 1 {
                format!("{} pieces of the page were run together in “{before}”", seams.len() + 1)
            } else {
                format!("The {missing} inside “{before}” was lost")
            };
            (label, token, what)
        }
        Sign::Stop => {
            let stop = stop_before(text, seam.at);
            let span = if stop.is_empty() { token } else { stop };
            (Category::SpaceMissingSentence, span, format!("No {missing} stands between the sentence that ends in “{}” and “{next}”", word_before(page, span)))
        }
        Sign::Quote => {
            let stop = stop_before(text, seam.at);
            let opens = token.of(text).chars().all(char::is_alphanumeric);
            let span = if opens {
                page.layout().tokens_in(Span::new(seam.at, seam.at + 1)).next().map_or(token, |n| page.tokens()[n].span)
            } else if stop.is_empty() {
                token
            } else {
                stop
            };
            let side = if opens { "before" } else { "after" };
            (Category::SpaceMissingAfterQuote, span, format!("The {missing} {side} the quotation mark is missing, beside “{next}”"))
        }
        Sign::Bracket => {
            let closes = before.ends_with([')', ']']);
            let span = if closes { token.cover(Span::new(seam.at, seam.at + next.len())) } else { token.cover(Span::new(seam.at, seam.at + 1)) };
            let label = if closes { Category::SpaceJoinedWords } else { Category::SpaceMissingBeforeParen };
            (label, span, format!("The {missing} between “{before}” and “{next}” was lost"))
        }
    };
    let edits: Vec<Replacement> = seams.iter().map(|s| Replacement { span: Span::empty(s.at), text: break_text(s.joint).to_owned() }).collect();
    let finding = Finding::new(label, span, message).with_score(seam.score);
    // As one replacement of the span where that says the same.
    match edits.as_slice() {
        [one] if one.span.start() == span.end() => finding.repair(format!("{}{}", span.of(text), one.text)),
        _ => finding.repair_edits(edits),
    }
}

fn word_before<'t>(page: &Page<'t>, stop: Span) -> &'t str {
    page.layout().tokens_in(Span::new(stop.start().saturating_sub(1), stop.start().max(1))).next().map_or("", |n| page.tokens()[n].of(page.text))
}

#[cfg(test)]
mod tests {
    use crate::artifacts::Category;
    use crate::artifacts::testing::{fires, repairs, silent};

    #[test]
    fn blanks_missing_between_sentences() {
        fires(Category::SpaceMissingSentence, "It was the end⟦.→. ⟧Next came the vote.");
        fires(Category::SpaceMissingSentence, "he said⟦.→. ⟧“The court");
        silent(Category::SpaceMissingSentence, "Node.js, E.ON, Politico.com, U.S.A and St.Louis at 5.30pm on Jan.6");
        fires(Category::SpaceMissingAfterQuote, "“It is over,” he said⟦.”→.” ⟧The court rose.");
        fires(Category::SpaceMissingAfterQuote, "he said⟦.\"→.\" ⟧The court");
    }

    #[test]
    fn pieces_of_one_token_are_one_finding() {
        fires(Category::SpaceJoinedWords, "She walked to ⟦onVance→on Vance⟧ again.");
        repairs("He told the ShareSaveCommentFollow row.", "He told the Share\n\nSave\n\nComment\n\nFollow row.");
        repairs("They met in station2024-04-26 again.", "They met in station\n\n2024-04-26 again.");
        silent(Category::SpaceJoinedWords, "<a href=\"x\" onClickHandler>McCain</a> met iPhone users.");
    }
}
