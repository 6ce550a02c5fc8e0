//! How well furniture is told from body, on pages whose every line is labelled. Native only.

use super::train::{LabelledPage, Sample};
use super::{FurnitureModel, Kind};
use crate::text::Document;

/// Right, wrong and missed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Furniture that was found.
    pub right: usize,
    /// Body that was taken for furniture.
    pub wrong: usize,
    /// Furniture that was not found.
    pub missed: usize,
}

impl Counts {
    fn add(&mut self, is_furniture: bool, is_found: bool, much: usize) {
        match (is_furniture, is_found) {
            (true, true) => self.right += much,
            (false, true) => self.wrong += much,
            (true, false) => self.missed += much,
            (false, false) => {}
        }
    }

    /// Precision, recall and F1, in per cent.
    #[must_use]
    pub fn scores(&self) -> [f64; 3] {
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        [
            share(self.right, self.right + self.wrong),
            share(self.right, self.right + self.missed),
            share(2 * self.right, 2 * self.right + self.wrong + self.missed),
        ]
    }
}

/// What was found on some pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Lines, or bytes of pages without separators.
    pub all: Counts,
    /// Lines between the first and the last of the body.
    pub inside: Counts,
    /// Lines of the body.
    pub body: usize,
    /// Furniture lines that were found with their kind.
    pub kind: usize,
}

/// Measures `model` on `pages`: a segment counts as furniture from `bar` on, a line where half of its bytes do.
#[must_use]
pub fn measure(model: &FurnitureModel, pages: &[LabelledPage], bar: f32) -> Measured {
    let mut measured = Measured::default();
    for page in pages {
        let sample = Sample::of(page);
        let mut found = vec![Kind::Body; sample.text.len()];
        for segment in model.label(&Document::new(&sample.text)).into_iter().filter(|s| s.furniture >= bar) {
            found[segment.span.range()].fill(segment.kind);
        }
        if page.lines.is_empty() {
            for (span, kind) in &sample.parts {
                let Some(kind) = kind else { continue };
                let flagged = found[span.range()].iter().filter(|k| **k != Kind::Body).count();
                let is_furniture = *kind != Kind::Body;
                measured.all.add(is_furniture, true, flagged);
                measured.all.add(is_furniture, false, span.len() - flagged);
                measured.body += if is_furniture { 0 } else { span.len() };
            }
            continue;
        }
        // Every second part is a line, what stands before it joins it to the one before.
        let lines: Vec<_> = sample.parts.iter().skip(1).step_by(2).collect();
        let bodies = || lines.iter().enumerate().filter(|(_, l)| l.1 == Some(Kind::Body)).map(|(n, _)| n);
        let inside = bodies().next().unwrap_or(0)..bodies().next_back().unwrap_or(0);
        for (n, (span, kind)) in lines.iter().enumerate() {
            let Some(kind) = kind.filter(|_| !span.of(&sample.text).trim().is_empty()) else { continue };
            let flagged = &found[span.range()];
            let is_found = 2 * flagged.iter().filter(|k| **k != Kind::Body).count() >= span.len();
            let is_furniture = kind != Kind::Body;
            measured.all.add(is_furniture, is_found, 1);
            if inside.contains(&n) && n > inside.start {
                measured.inside.add(is_furniture, is_found, 1);
            }
            measured.body += usize::from(!is_furniture);
            measured.kind += usize::from(is_furniture && is_found && flagged.contains(&kind));
        }
    }
    measured
}
