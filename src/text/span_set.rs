//! Which bytes are covered by any of many spans.

use super::Span;
use super::order;

/// The union of many spans, asked in logarithmic time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpanSet {
    /// Disjoint, in order.
    spans: Vec<Span>,
}

impl SpanSet {
    /// True where `span` shares a byte with one of the spans.
    #[must_use]
    pub fn overlaps(&self, span: Span) -> bool {
        let first = self.spans.partition_point(|s| s.end() <= span.start());
        self.spans.get(first).is_some_and(|s| s.overlaps(span))
    }
}

impl FromIterator<Span> for SpanSet {
    fn from_iter<I: IntoIterator<Item = Span>>(spans: I) -> Self {
        let mut spans: Vec<Span> = spans.into_iter().filter(|s| !s.is_empty()).collect();
        order::sort_by(&mut spans, |s| order::of_place(*s));
        spans.dedup_by(|next, last| {
            let joins = next.start() <= last.end();
            if joins {
                *last = last.cover(*next);
            }
            joins
        });
        SpanSet { spans }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_is_covered() {
        let set: SpanSet = [Span::new(8, 9), Span::new(1, 3), Span::new(2, 5), Span::empty(7)].into_iter().collect();
        let covered: Vec<usize> = (0..10).filter(|at| set.overlaps(Span::new(*at, at + 1))).collect();
        assert_eq!(covered, [1, 2, 3, 4, 8]);
        assert!(set.overlaps(Span::new(0, 2)) && !set.overlaps(Span::new(5, 8)) && !set.overlaps(Span::empty(9)));
    }
}
