//! What the detectors of stage two read.

use crate::entities::Entities;
use crate::quotes::Quotation;
use crate::text::{Document, Replacement, Span, View};

use super::catalogue::Category;
use super::coref::Overwriting;
use super::finding::Finding;
use super::furniture::Furniture;
use super::spelling::Dictionary;

/// What a detector that needs names and quotations may read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The source.
    pub document: &'a Document<'a>,
    /// What names and quotations were read from; their spans are bytes of it.
    pub view: &'a View<'a>,
    /// The names.
    pub entities: &'a Entities,
    /// The quotations.
    pub quotations: &'a [Quotation],
    /// What the view leaves out because it was written over other words.
    pub overwriting: Option<&'a Overwriting>,
    /// What of the page stands around the article.
    pub furniture: &'a Furniture,
    /// The words of English; without them nothing is said of spelling.
    pub dictionary: Option<&'a Dictionary>,
}

impl Context<'_> {
    /// A finding of `category` at `span` of the view, placed in the source.
    #[must_use]
    pub fn finding(&self, category: Category, span: Span, message: impl Into<String>) -> Finding {
        let mut finding = Finding::new(category, self.view.to_source(span), message);
        let (before, after) = self.kept(span, finding.span);
        if !before.is_empty() || !after.is_empty() {
            finding.kept = Some(Box::new((before.to_owned(), after.to_owned())));
        }
        finding
    }

    /// What the view reads beside `span` in the place `source` that stands for it: a replaced place is taken whole.
    fn kept(&self, span: Span, source: Span) -> (&str, &str) {
        let whole = self.view.from_source(source);
        if self.view.is_plain() || whole.start() > span.start() || whole.end() < span.end() {
            return ("", "");
        }
        let text = self.view.text();
        (&text[whole.start()..span.start()], &text[span.end()..whole.end()])
    }

    /// A replacement at `span` of the view, placed in the source.
    #[must_use]
    pub fn replacement(&self, span: Span, text: impl Into<String>) -> Replacement {
        let source = self.view.to_source(span);
        let (before, after) = self.kept(span, source);
        Replacement { span: source, text: format!("{before}{}{after}", text.into()) }
    }

    /// True where `span` of the view lies in a quotation or touches one. Quotations stand in order and hardly nest.
    #[must_use]
    pub fn is_quoted(&self, span: Span) -> bool {
        const NESTED: usize = 16;
        let after = self.quotations.partition_point(|q| q.span.start() < span.end());
        self.quotations[after.saturating_sub(NESTED)..after].iter().any(|q| q.span.overlaps(span))
    }

    /// The span of the whole source.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::new(0, self.document.text().len())
    }
}
