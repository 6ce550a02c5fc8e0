//! WebAnno TSV is written.

use std::collections::BTreeMap;

use super::super::article::Article;
use super::super::links::Links;
use super::super::place::{Places, Unit};
use super::shape::{LAYERS, QUOTE, SLOTS, escape, escape_text};
use crate::annotation::{Annotation, Layer, RelationKind};
use crate::text::Layout;

/// An annotation on tokens.
struct Placed<'a> {
    annotation: &'a Annotation,
    first: usize,
    last: usize,
    /// Tells it from others on its tokens; none where it is alone on one token.
    number: Option<usize>,
}

/// What the rows are made of.
struct Sheet<'a> {
    placed: Vec<Placed<'a>>,
    /// The places in `placed` of the annotations on each token.
    on: Vec<Vec<usize>>,
    /// By id, the place in `placed`.
    by_id: BTreeMap<&'a str, usize>,
    links: Links<'a>,
    /// Where each token stands: its sentence and its number there, both from 1.
    address: Vec<(usize, usize)>,
}

pub(in super::super) fn write(article: &Article) -> String {
    let text = &article.text;
    let layout = Layout::of(text);
    let places = Places::new(text, Unit::Utf16);
    let sheet = Sheet::of(article, &layout);
    let mut out = header();
    for sentence in &layout.sentences {
        out.push('\n');
        for line in sentence.span.of(text).split('\n') {
            out += &format!("#Text={}\n", escape_text(line));
        }
        for t in sentence.tokens.clone() {
            let span = layout.tokens[t].span;
            let (begin, end) = places.out(span);
            let (sentence, token) = sheet.address[t];
            out += &format!("{sentence}-{token}\t{begin}-{end}\t{}\t", escape(span.of(text)));
            LAYERS.iter().for_each(|(layer, _, features)| sheet.cells(t, *layer, features, &mut out));
            out.push('\n');
        }
    }
    out
}

fn header() -> String {
    let mut out = "#FORMAT=WebAnno TSV 3.3\n".to_owned();
    for (layer, kind, features) in LAYERS {
        out += &format!("#T_SP={kind}");
        features.iter().for_each(|(name, _)| out += &format!("|{name}"));
        if layer == Layer::Quote {
            SLOTS.iter().for_each(|(role, _, link, _, kind)| out += &format!("|ROLE_{QUOTE}:{role}_{link}|{kind}"));
        }
        out.push('\n');
    }
    out + "\n"
}

impl<'a> Sheet<'a> {
    fn of(article: &'a Article, layout: &Layout) -> Self {
        let on_tokens = |annotation: &'a Annotation| {
            let tokens = layout.tokens_in(annotation.span);
            (!tokens.is_empty()).then(|| Placed { annotation, first: tokens.start, last: tokens.end - 1, number: None })
        };
        let mut placed: Vec<Placed<'_>> = article.standing().filter_map(on_tokens).collect();
        placed.sort_by_key(|p| (p.first, p.last, p.annotation.layer));
        number(&mut placed);
        let mut on: Vec<Vec<usize>> = vec![Vec::new(); layout.tokens.len()];
        placed.iter().enumerate().for_each(|(n, p)| (p.first..=p.last).for_each(|t| on[t].push(n)));
        let mut address = vec![(0, 0); layout.tokens.len()];
        for (s, sentence) in layout.sentences.iter().enumerate() {
            sentence.tokens.clone().enumerate().for_each(|(n, t)| address[t] = (s + 1, n + 1));
        }
        let by_id = placed.iter().enumerate().map(|(n, p)| (p.annotation.id.as_str(), n)).collect();
        Self { placed, on, by_id, links: Links::of(article), address }
    }

    /// The cells of token `t` in the columns of `layer`.
    fn cells(&self, t: usize, layer: Layer, features: &[(&str, &str)], out: &mut String) {
        let here: Vec<&Placed<'_>> = self.on[t].iter().map(|n| &self.placed[*n]).filter(|p| p.annotation.layer == layer).collect();
        let mut cell = |value: &dyn Fn(&Placed<'_>) -> String| {
            let values: Vec<String> = here.iter().map(|p| value(p)).collect();
            *out += &if values.is_empty() { "_\t".to_owned() } else { values.join("|") + "\t" };
        };
        for (_, attribute) in features {
            cell(&|p| {
                let value = if attribute.is_empty() { Some(p.annotation.label.as_str()) } else { p.annotation.text_attribute(attribute) };
                value.filter(|v| !v.is_empty()).map_or("*".to_owned(), escape) + &in_brackets(p.number)
            });
        }
        for (role, kind, _, target, _) in SLOTS.iter().filter(|_| layer == Layer::Quote) {
            // The number of the host stands after the roles alone: that after a target is the target's.
            cell(&|p| {
                let fillers = self.fillers(p, *kind, *target).count();
                (if fillers == 0 { "*".to_owned() } else { vec![*role; fillers].join(";") }) + &in_brackets(p.number)
            });
            cell(&|p| {
                let address = |f: &Placed<'_>| format!("{}-{}{}", self.address[f.first].0, self.address[f.first].1, in_brackets(f.number));
                let fillers: Vec<String> = self.fillers(p, *kind, *target).map(address).collect();
                if fillers.is_empty() { "*".to_owned() } else { fillers.join(";") }
            });
        }
    }

    /// What fills the slot of a quotation.
    fn fillers(&self, quote: &Placed<'_>, kind: RelationKind, layer: Layer) -> impl Iterator<Item = &Placed<'a>> {
        let targets = self.links.targets(&quote.annotation.id, kind).filter(move |t| t.layer == layer);
        targets.filter_map(|t| self.by_id.get(t.id.as_str())).map(|n| &self.placed[*n])
    }
}

fn in_brackets(number: Option<usize>) -> String {
    number.map_or(String::new(), |n| format!("[{n}]"))
}

/// Numbers what stands on several tokens, or on tokens with others of its layer. `placed` is in order of place.
fn number(placed: &mut [Placed<'_>]) {
    // By layer, the last annotation and the last token that any so far reaches.
    let mut before: BTreeMap<Layer, (usize, usize)> = BTreeMap::new();
    let mut stacked = vec![false; placed.len()];
    for (n, p) in placed.iter().enumerate() {
        if let Some((last, reach)) = before.get(&p.annotation.layer).copied().filter(|(_, reach)| p.first <= *reach) {
            // The one that reaches so far may have been marked by another before.
            stacked[n] = true;
            stacked[last] = true;
            if p.last > reach {
                before.insert(p.annotation.layer, (n, p.last));
            }
        } else {
            before.insert(p.annotation.layer, (n, p.last));
        }
    }
    let mut number = 0;
    for (p, stacked) in placed.iter_mut().zip(stacked) {
        if p.first < p.last || stacked {
            number += 1;
            p.number = Some(number);
        }
    }
}
