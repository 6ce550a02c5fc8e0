//! What recurs is marked in an article.

use super::units::{Unit, units};
use super::{Together, Where};
use crate::annotation::{Analysis, Annotation, Attributes, Layer, Value, ids};
use crate::text::{Replacement, Span, order};

/// The label of its findings, and the rule that makes them.
const LABEL: &str = "struct.recurring";
/// A line of more words is a paragraph: background that a newsroom writes once. It is shown, and not called damage.
const PROSE: usize = 30;

impl Together {
    /// Marks in `analysis`, the engine's of `text`, what stands in other articles too. What the engine calls a piece of the page
    /// is told how often it stands there.
    pub fn mark(&self, text: &str, analysis: &mut Analysis) {
        let mut taken: Vec<Span> = Vec::new();
        let mut made: Vec<Annotation> = Vec::new();
        let highest = ids::highest(analysis.annotations.iter().filter(|a| a.layer == Layer::Artifact).map(|a| a.id.as_str())) as usize;
        let wanted = places(analysis.annotations.iter().filter(|a| is_wanted(a)).flat_map(|a| a.pieces().iter().copied()));
        let furniture: Vec<usize> = (0..analysis.annotations.len()).filter(|n| is_furniture(&analysis.annotations[*n])).collect();
        for unit in units(text) {
            let Some((places, exact)) = self.find(&unit) else { continue };
            // The whole line is known by now, where its sentences are looked at.
            if taken.last().is_some_and(|last| last.overlaps(unit.span)) || half_covered(&wanted, unit.span) {
                continue;
            }
            taken.push(unit.span);
            let told = self.told(places, exact);
            // The last that begins before it, and those that begin in it.
            let before = furniture.partition_point(|n| analysis.annotations[*n].span.start() <= unit.span.start()).saturating_sub(1);
            let begins = |n: &&usize| analysis.annotations[**n].span.start() < unit.span.end();
            let known = furniture[before..].iter().take_while(begins).find(|n| half_covered(&[analysis.annotations[**n].span], unit.span));
            match known.copied() {
                Some(known) => tell(&mut analysis.annotations[known], &told),
                None => made.push(finding(format!("a{}", highest + made.len() + 1), text, &unit, &told, exact)),
            }
        }
        analysis.annotations.append(&mut made);
        order::sort_by(&mut analysis.annotations, |a| order::outer_first(a.span, a.layer as u8));
    }

    /// "Stands in 12 of 200 articles: a.txt, b.txt, c.txt, …"
    fn told(&self, places: Where, exact: bool) -> String {
        let named: Vec<&str> = places.first.iter().take(places.articles as usize).map(|n| self.id(*n as usize)).collect();
        let more = if places.articles as usize > named.len() { ", …" } else { "" };
        let how = if exact { "Stands" } else { "Stands, with other names or numbers," };
        format!("{how} in {} of {} articles: {}{more}", places.articles, self.articles, named.join(", "))
    }
}

/// Headlines, bylines, datelines, times: structure, however often it recurs. Quoted words are somebody's.
fn is_wanted(a: &Annotation) -> bool {
    match a.layer {
        Layer::Quote => a.text_attribute("kind") != Some("indirect"),
        Layer::Artifact => a.text_attribute("tier") == Some("structure"),
        _ => false,
    }
}

/// Spans that come in order of their starts, those that overlap as one.
fn places(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start() < last.end() => *last = last.cover(span),
            _ => apart.push(span),
        }
    }
    apart
}

/// True where `places`, in order and apart, cover half of `span`.
fn half_covered(places: &[Span], span: Span) -> bool {
    let first = places.partition_point(|p| p.end() <= span.start());
    let shared = |p: &Span| p.end().min(span.end()) - p.start().max(span.start());
    2 * places[first..].iter().take_while(|p| p.start() < span.end()).map(shared).sum::<usize>() >= span.len()
}

fn is_furniture(a: &Annotation) -> bool {
    a.layer == Layer::Artifact && a.label.starts_with("struct.") && !a.is_verdict()
}

/// Adds `told` to what a finding says.
fn tell(a: &mut Annotation, told: &str) {
    if let Some(Value::Text(message)) = a.attributes.get_mut("message")
        && !message.contains("articles: ")
    {
        *message = format!("{}. {told}", message.trim_end_matches('.'));
    }
}

fn finding(id: String, text: &str, unit: &Unit, told: &str, exact: bool) -> Annotation {
    let span = unit.span;
    let prose = unit.line && unit.words > PROSE;
    // Heads of a series are a word or two without a stop.
    let head = unit.line && unit.words <= 3 && !span.of(text).ends_with(['.', '!', '?', ':']);
    let tier = if prose || head { "hint" } else { "finding" };
    let attributes = Attributes::from([
        ("severity".into(), "info".into()),
        ("message".into(), told.into()),
        ("fix".into(), "".into()),
        ("certain".into(), false.into()),
        ("tier".into(), tier.into()),
    ]);
    let edits = vec![Replacement { span: gap(text, unit), text: String::new() }];
    let score = if exact { 0.95 } else { 0.85 };
    Annotation { attributes, edits, ..Annotation::suggested(id, Layer::Artifact, LABEL, span, ("together.recurring", score)) }
}

/// What goes with a unit that is removed: the gap behind it.
fn gap(text: &str, unit: &Unit) -> Span {
    let rest = &text[unit.span.end()..];
    let blank = rest.len() - rest.trim_start().len();
    if blank < rest.len() {
        return Span::new(unit.span.start(), unit.span.end() + blank);
    }
    Span::new(text[..unit.span.start()].trim_end().len(), unit.span.end())
}
