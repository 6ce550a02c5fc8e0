//! What the later stages read of a page: the article without the furniture, and what stands beside it apart from it.

use super::{Furniture, Run, removal};
use crate::quotes::Quotation;
use crate::segments::Kind;
use crate::text::{Replacement, Span, View};

/// The last words of a text, if no longer, may say that it goes on elsewhere: they are read.
const LAST_WORDS: usize = 60;

impl Furniture {
    /// How `text` is read: without what is of the page alone, as its repair leaves it; and with a paragraph's break around
    /// captions, credits and the lines of the head, so that no sentence and no quotation runs across them.
    #[must_use]
    pub fn read_without(&self, text: &str) -> Vec<Replacement> {
        let mut replacements = Vec::new();
        for run in &self.runs {
            let ends = run.span.len() <= LAST_WORDS && text[run.span.end()..].trim().is_empty();
            if run.is_page() && !ends {
                replacements.push(removal(text, run.span));
            } else {
                replacements.extend(set_apart(text, run));
            }
        }
        replacements
    }

    /// Takes back what `quotations` of `view` owe to furniture: those that stand in a credit or a byline, and speakers who are
    /// named in one beside the article.
    pub fn disown(&self, view: &View<'_>, quotations: &mut Vec<Quotation>) {
        let silent = |run: &&Run| matches!(run.kind, Kind::Credit | Kind::Byline | Kind::Timestamp | Kind::Bio) || run.is_page();
        let inside = |span: Span| {
            let place = view.to_source(span);
            self.at(place).filter(silent).any(|r| r.span.contains(place))
        };
        if self.runs.is_empty() {
            return;
        }
        quotations.retain(|q| !inside(q.span));
        for quotation in quotations {
            if quotation.speaker.as_ref().is_some_and(|s| inside(s.span)) {
                quotation.speaker = None;
                quotation.cue = None;
            }
        }
    }
}

/// Paragraph breaks before and after `run`, where there is no line break.
fn set_apart(text: &str, run: &Run) -> impl Iterator<Item = Replacement> {
    let before = text[..run.span.start()].trim_end().len();
    let after = text.len() - text[run.span.end()..].trim_start().len();
    let gaps = [(before > 0).then_some(before..run.span.start()), (after < text.len()).then_some(run.span.end()..after)];
    let glued = gaps.into_iter().flatten().filter(|gap| !text[gap.clone()].contains('\n'));
    glued.map(|gap| Replacement { span: Span::new(gap.start, gap.end), text: "\n\n".to_owned() }).collect::<Vec<_>>().into_iter()
}
