//! Quotations that damage has reached: they must not be quoted.

use crate::artifacts::{Category, Context, Family, Finding, Severity};
use crate::quotes::QuoteKind;
use crate::text::{Span, order};

/// Flags every quotation with words in it that were overwritten or lost, once.
pub(in crate::artifacts) fn find(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut damage: Vec<(Span, bool)> = findings
        .iter()
        .filter(|f| loses_words(f))
        .flat_map(|f| {
            let overwritten = f.category.family() == Family::Coref;
            let places = if f.parts.is_empty() { vec![f.span] } else { f.parts.clone() };
            places.into_iter().map(move |p| (p, overwritten))
        })
        .collect();
    if damage.is_empty() {
        return;
    }
    // In order of place, so that each quotation looks only at what is near it.
    order::sort_by(&mut damage, |(span, overwritten)| order::of_place(*span) << 1 | u128::from(*overwritten));
    let longest = damage.iter().map(|(d, _)| d.len()).max().unwrap_or(0);
    let text = context.document.text();
    for quotation in context.quotations.iter().filter(|q| matches!(q.kind, QuoteKind::Direct | QuoteKind::Mixed)) {
        let spans = if quotation.quoted.is_empty() { vec![quotation.span] } else { quotation.quoted.clone() };
        for span in spans.into_iter().map(|s| context.view.to_source(s)) {
            let first = damage.partition_point(|(d, _)| d.start() + longest < span.start());
            let near = damage[first..].iter().take_while(|(d, _)| d.start() < span.end());
            let mut inside = near.filter(|(d, _)| d.overlaps(span)).peekable();
            let Some((first, overwritten)) = inside.peek().copied() else { continue };
            let count = inside.count();
            let what = match (overwritten, count) {
                (true, 1) => format!("Words inside this quotation were overwritten with “{}”", first.of(text)),
                (true, _) => format!("Words inside this quotation were overwritten in {count} places, first with “{}”", first.of(text)),
                (false, 1) => "Words inside this quotation are lost".to_owned(),
                (false, _) => format!("Words inside this quotation are lost in {count} places"),
            };
            findings.push(Finding::new(Category::QuoteCorruptedContent, span, format!("{what}: it is not what was said, and must not be quoted.")));
        }
    }
}

/// True for damage after which the words are no longer those that were said.
fn loses_words(finding: &Finding) -> bool {
    finding.category.loses_words() && finding.severity >= Severity::High
}
