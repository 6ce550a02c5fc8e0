//! Which marks belong together.
//!
//! Each paragraph is read for itself: the reading with the least cost is taken, where a mark that is left out, one that
//! faces the wrong way and one that stays open each cost something. A stray mark thus never shifts what follows, and no
//! error crosses a paragraph border. Linear in the number of marks.

use super::costs::{can_close, can_open, close_cost, left_out, looks_opening, looks_possessive, open_cost};
use super::lost;
use super::marks::{Facing, Level, Mark, marks};
use crate::text::{Layout, Span, order};

/// A stretch between two marks, or between a mark and the edge of its paragraph.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Marked {
    /// Marks included, in bytes of the view.
    pub span: Span,
    /// What stands between the marks, white space at its ends left out.
    pub inner: Span,
    /// The paragraph it stands in.
    pub paragraph: usize,
    /// Double or single marks.
    pub level: Level,
    /// The stretch it lies in, an index into the same list.
    pub parent: Option<usize>,
    /// True where a mark opens it.
    pub opened: bool,
    /// True where a mark closes it.
    pub closed: bool,
    /// True where it goes on with the quotation that the paragraph before left open.
    pub continues: bool,
}

/// What staying open to the end of the paragraph costs, where the next one does not open with a mark.
const STAYS_OPEN: f32 = 4.0;
/// The same where the next one does.
const GOES_ON: f32 = 0.5;
/// What a double quotation inside a double quotation costs; less where its marks are of another style.
const NESTED: f32 = 3.0;
/// The longest stretch between single marks, in bytes: beyond it an apostrophe is the likelier reading.
const LONGEST_SINGLE: usize = 1500;

/// The marked stretches of a text, in order of their start.
pub(super) fn pair(text: &str, layout: &Layout) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut left_open: Option<usize> = None;
    let mut single_open = false;
    let mut next_marks = if layout.paragraphs.is_empty() { Vec::new() } else { marks(text, layout, 0) };
    for paragraph in 0..layout.paragraphs.len() {
        let here = std::mem::take(&mut next_marks);
        if paragraph + 1 < layout.paragraphs.len() {
            next_marks = marks(text, layout, paragraph + 1);
        }
        if here.is_empty() {
            (left_open, single_open) = (None, false);
            continue;
        }
        let span = layout.paragraphs[paragraph].span;
        let next_opens = next_marks.first().is_some_and(|m| m.level == Level::Double && opens_paragraph(m));
        let first = found.len();
        let doubles: Vec<Mark> = here.iter().filter(|m| m.level == Level::Double).copied().collect();
        let mut pairing = Pairing { text, paragraph, span, found: &mut found };
        let open_at_end = pairing.doubles(&doubles, next_opens, left_open.is_some());
        if left_open.is_some() {
            pairing.carry_on(first, span);
        }
        let singles: Vec<Mark> = here.iter().filter(|m| m.level == Level::Single).copied().collect();
        let goes_on = doubles.is_empty() && next_marks.first().is_some_and(|m| m.level == Level::Single && opens_paragraph(m) && can_open(m));
        single_open = pairing.singles(&singles, first, goes_on, single_open && doubles.is_empty());
        left_open = open_at_end;
        if let Some(open) = left_open {
            // Sorting moved nothing before the open one's own start; find it again by its place.
            let start = open;
            left_open = found[first..].iter().position(|m| m.span.start() == start && m.level == Level::Double).map(|n| n + first);
            if left_open.is_some_and(|open| ends_before_speaker(text, &mut found, open)) {
                left_open = None;
            }
        }
    }
    found
}

/// Ends the stretch `open`, which no mark closes, before the words that say who speaks; true where it has such words.
fn ends_before_speaker(text: &str, found: &mut [Marked], open: usize) -> bool {
    let inner = found[open].inner;
    let Some(end) = lost::end_of_words(inner.of(text)).map(|end| inner.start() + end) else { return false };
    if found[open + 1..].iter().any(|m| m.span.start() < end || m.parent == Some(open)) {
        return false;
    }
    found[open].span = Span::new(found[open].span.start(), end);
    found[open].inner = Span::new(inner.start(), end);
    true
}

/// True where `mark` stands first in its paragraph and may open.
fn opens_paragraph(mark: &Mark) -> bool {
    mark.last.is_none() && mark.facing != Facing::Closes && !mark.after.is_none_or(|c| matches!(c, ',' | '.' | ';' | ')'))
}

struct Pairing<'a> {
    text: &'a str,
    paragraph: usize,
    span: Span,
    found: &'a mut Vec<Marked>,
}

/// The state after a mark: outside, inside, inside a nested one.
const STATES: usize = 3;
/// What was done with a mark.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Open,
    Close,
    Skip,
}

impl Pairing<'_> {
    /// Pairs the double marks; returns where a quotation starts that stays open, if one does.
    fn doubles(&mut self, marks: &[Mark], next_opens: bool, was_open: bool) -> Option<usize> {
        if marks.is_empty() {
            return None;
        }
        // A paragraph with a lone » uses it as a bullet.
        let both = |a: &str, b: &str| marks.iter().any(|m| m.span.of(self.text) == a) && marks.iter().any(|m| m.span.of(self.text) == b);
        let angle = both("«", "»");
        let mut cost = [0.0f32, f32::INFINITY, f32::INFINITY];
        let mut steps: Vec<[Step; STATES]> = Vec::with_capacity(marks.len());
        // The facing of the mark that opened what is now open, by state: another style inside is likelier nested.
        let mut opener = [Facing::Either; STATES];
        for mark in marks {
            let mut next = [f32::INFINITY; STATES];
            let mut step = [Step::Skip; STATES];
            let bullet = matches!(mark.span.of(self.text), "«" | "»") && !angle;
            let skip = if bullet { 0.0 } else { left_out(mark) };
            let (open, close) = if bullet { (f32::INFINITY, f32::INFINITY) } else { (open_cost(mark), close_cost(mark)) };
            for state in 0..STATES {
                next[state] = cost[state] + skip;
            }
            let mut opened = opener;
            let mut better = |to: usize, value: f32, what: Step, next: &mut [f32; STATES]| {
                if value < next[to] {
                    next[to] = value;
                    step[to] = what;
                    true
                } else {
                    false
                }
            };
            if better(1, cost[0] + open, Step::Open, &mut next) {
                opened[1] = mark.facing;
            }
            better(0, cost[1] + close, Step::Close, &mut next);
            let style = if opener[1] == mark.facing { NESTED } else { NESTED - 1.0 };
            better(2, cost[1] + open + style, Step::Open, &mut next);
            better(1, cost[2] + close, Step::Close, &mut next);
            opener = opened;
            cost = next;
            steps.push(step);
        }
        let at_end = if next_opens { GOES_ON } else { STAYS_OPEN };
        cost[1] += at_end;
        cost[2] += at_end + STAYS_OPEN;
        let mut state = (0..STATES).min_by(|a, b| cost[*a].total_cmp(&cost[*b])).unwrap_or(0);
        let mut taken = vec![Step::Skip; marks.len()];
        for (n, step) in steps.iter().enumerate().rev() {
            taken[n] = step[state];
            state = match step[state] {
                Step::Open => state - 1,
                // From 0 the quotation was open, from 1 the nested one was.
                Step::Close => state + 1,
                Step::Skip => state,
            };
        }
        self.collect(marks, &taken, was_open)
    }

    fn collect(&mut self, marks: &[Mark], taken: &[Step], was_open: bool) -> Option<usize> {
        let mut stack: Vec<usize> = Vec::new();
        for (mark, step) in marks.iter().zip(taken) {
            match step {
                Step::Open => {
                    let index = self.found.len();
                    self.found.push(Marked {
                        span: Span::new(mark.span.start(), self.span.end()),
                        inner: Span::new(mark.span.end(), self.span.end()),
                        paragraph: self.paragraph,
                        level: Level::Double,
                        parent: stack.last().copied(),
                        opened: true,
                        closed: false,
                        continues: false,
                    });
                    stack.push(index);
                }
                Step::Close => {
                    if let Some(index) = stack.pop() {
                        self.close(index, mark.span);
                    }
                }
                Step::Skip => {
                    // The first mark of a paragraph that only closes, after one that stayed open: the quotation ran over the border.
                    let first = stack.is_empty() && was_open && self.found.last().is_none_or(|m| m.paragraph != self.paragraph);
                    if first && mark.last.is_some() && open_cost(mark) > close_cost(mark) && !is_byline(&self.text[self.span.start()..mark.span.start()]) {
                        self.found.push(Marked {
                            span: Span::new(self.span.start(), mark.span.end()),
                            inner: trimmed(self.text, Span::new(self.span.start(), mark.span.start())),
                            paragraph: self.paragraph,
                            level: Level::Double,
                            parent: None,
                            opened: false,
                            closed: true,
                            continues: true,
                        });
                    }
                }
            }
        }
        for index in &stack {
            let marked = &mut self.found[*index];
            marked.inner = trimmed(self.text, marked.inner);
        }
        let open = stack.first().map(|n| self.found[*n].span.start());
        // A mark that stands apart and stays open is a stray one.
        if let Some(start) = open
            && stack.len() == 1
            && let Some(mark) = marks.iter().find(|m| m.span.start() == start)
            && mark.last.is_some()
            && !looks_opening(mark)
        {
            self.found.pop();
            return None;
        }
        open
    }

    fn close(&mut self, index: usize, mark: Span) {
        let marked = &mut self.found[index];
        marked.span = Span::new(marked.span.start(), mark.end());
        marked.inner = trimmed(self.text, Span::new(marked.inner.start(), mark.start()));
        marked.closed = true;
    }

    /// Joins the first stretch of this paragraph to the one that the paragraph before left open.
    fn carry_on(&mut self, first: usize, paragraph: Span) {
        if let Some(marked) = self.found.get_mut(first)
            && marked.span.start() == paragraph.start()
        {
            marked.continues = true;
        }
    }

    /// Pairs the single marks, inside double ones or outside all of them. True where the last one stays open and the next paragraph goes on with
    /// it (`goes_on`), which takes a quotation that the paragraph before left open (`was_open`), or one in single marks before it here.
    fn singles(&mut self, marks: &[Mark], first: usize, goes_on: bool, was_open: bool) -> bool {
        if marks.is_empty() {
            return false;
        }
        let doubles = self.found[first..].to_vec();
        let container = |at: usize| {
            // Doubles are in order of start and nest at most once.
            let last = doubles.partition_point(|m| m.span.start() <= at);
            (0..last).rev().take(3).find(|n| doubles[*n].span.contains_offset(at))
        };
        let mut singles: Vec<Marked> = Vec::new();
        let mut stays_open = false;
        let mut n = 0;
        while n < marks.len() {
            let opener = &marks[n];
            if !can_open(opener) {
                n += 1;
                continue;
            }
            let inside = container(opener.span.start());
            let mut best: Option<usize> = None;
            for (m, closer) in marks.iter().enumerate().skip(n + 1).take(12) {
                if closer.span.end() - opener.span.start() > LONGEST_SINGLE || container(closer.span.start()) != inside {
                    break;
                }
                if can_close(closer) {
                    let possessive = looks_possessive(self.text, closer);
                    if best.is_none() || !possessive {
                        best = Some(m);
                    }
                    if !possessive {
                        break;
                    }
                } else if can_open(closer) {
                    break;
                }
            }
            let continues = was_open && n == 0 && opener.span.start() == self.span.start();
            let Some(m) = best else {
                // The last mark that may open, at the start of a sentence.
                let sentence = opener.after.is_some_and(char::is_uppercase) && opener.last.is_none_or(|c| matches!(c, '.' | '!' | '?' | ':' | '’' | '\''));
                let last = !marks[n + 1..].iter().any(can_open);
                if goes_on && sentence && last && inside.is_none() && (continues || !singles.is_empty()) {
                    let inner = trimmed(self.text, Span::new(opener.span.end(), self.span.end()));
                    let span = Span::new(opener.span.start(), inner.end());
                    singles.push(Marked { span, inner, paragraph: self.paragraph, level: Level::Single, parent: None, opened: true, closed: false, continues });
                    stays_open = true;
                    break;
                }
                n += 1;
                continue;
            };
            let closer = &marks[m];
            let inner = trimmed(self.text, Span::new(opener.span.end(), closer.span.start()));
            if !inner.is_empty() {
                singles.push(Marked {
                    span: opener.span.cover(closer.span),
                    inner,
                    paragraph: self.paragraph,
                    level: Level::Single,
                    parent: inside.map(|d| d + first),
                    opened: true,
                    closed: true,
                    continues,
                });
            }
            n = m + 1;
        }
        if !singles.is_empty() {
            self.merge(singles, first);
        }
        stays_open
    }

    /// Puts `singles` among the stretches from `first` on, in order of start, parents kept right.
    fn merge(&mut self, singles: Vec<Marked>, first: usize) {
        let doubles = self.found.split_off(first);
        let mut moved = vec![0usize; doubles.len()];
        let mut all: Vec<(Marked, Option<usize>)> =
            doubles.into_iter().enumerate().map(|(n, m)| (m, Some(n))).chain(singles.into_iter().map(|m| (m, None))).collect();
        order::sort_by(&mut all, |(m, _)| order::outer_first(m.span, 0));
        for (at, (_, was)) in all.iter().enumerate() {
            if let Some(was) = was {
                moved[*was] = first + at;
            }
        }
        // Where single marks stand outside, double ones are nested in them.
        let mut outer: Option<(usize, Span)> = None;
        for (mut marked, _) in all {
            marked.parent = marked.parent.map(|p| moved.get(p - first).copied().unwrap_or(p));
            if marked.parent.is_none() {
                match outer {
                    Some((single, span)) if marked.level == Level::Double && span.contains(marked.span) => marked.parent = Some(single),
                    _ => outer = (marked.level == Level::Single).then_some((self.found.len(), marked.span)),
                }
            }
            self.found.push(marked);
        }
    }
}

/// True for the name and office that stand below a quotation set apart, inside its closing mark: "Lena Ortiz, Mayor of Rome.".
fn is_byline(text: &str) -> bool {
    use super::lexicon::{AUXILIARY, PRONOUN, flags};
    let words: Vec<&str> = text.split_whitespace().collect();
    let plain = |w: &&&str| w.contains(|c: char| c.is_alphabetic());
    words.len() <= 14
        && words.len() >= 2
        && words.iter().take(2).all(|w| w.starts_with(char::is_uppercase))
        && !words.iter().any(|w| flags(w.trim_matches(|c: char| !c.is_alphanumeric())).has(AUXILIARY | PRONOUN) && w.starts_with(char::is_lowercase))
        && words.iter().filter(plain).filter(|w| w.starts_with(char::is_uppercase)).count() * 2 >= words.iter().filter(plain).count()
}

/// `span` without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let slice = span.of(text);
    let start = span.start() + (slice.len() - slice.trim_start().len());
    let end = start + slice.trim().len();
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The stretches found, each in brackets, nested ones inside.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let layout = Layout::of(text);
        let found = pair(text, &layout);
        let spans: Vec<&str> = found.iter().map(|m| m.span.of(text)).collect();
        assert_eq!(spans, expected, "{text:?}");
        for m in &found {
            if let Some(p) = m.parent {
                assert!(found[p].span.contains(m.span));
            }
        }
    }

    #[test]
    fn pairs_every_style() {
        check("\"Go on,\" he said. “Stay,” she said. ''Now,'' they said. ``Then,'' we said.", &["\"Go on,\"", "“Stay,”", "''Now,''", "``Then,''"]);
        check("«Oui», said one. „Ja“, said another.", &["«Oui»", "„Ja“"]);
    }

    #[test]
    fn pairs_across_styles() {
        check("\"They will stay.” He left. “We go on,\" said Ida.", &["\"They will stay.”", "“We go on,\""]);
        check("He says,” there are many here.”", &["” there are many here.”"]);
        check("“a problem for her here,“ said Ida.", &["“a problem for her here,“"]);
    }

    #[test]
    fn a_space_before_the_closing_mark_decides_nothing() {
        check("She said: “All the clerks left. \"", &["“All the clerks left. \""]);
    }

    #[test]
    fn pairs_marks_that_stand_apart() {
        check(
            "He said . \" I did not go . I was sent , \" Ames wrote . \" It was late . \" \" One thing is sure , \" he said .",
            &["\" I did not go . I was sent , \"", "\" It was late . \"", "\" One thing is sure , \""],
        );
    }

    #[test]
    fn a_stray_mark_does_not_shift_the_rest() {
        check("The nominee is a proven failure.” He said “this is over” and “that too.”", &["“this is over”", "“that too.”"]);
        check("A line with \" alone.\n\nHe said, \"Yes,\" and left.", &["\"Yes,\""]);
    }

    #[test]
    fn an_open_quotation_ends_with_its_paragraph() {
        check("“Make it good again.\n\nTo that, Ida said nothing.", &["“Make it good again."]);
    }

    #[test]
    fn a_quotation_goes_on_where_the_next_paragraph_reopens() {
        let text = "He said, “It is like rain.\n\n“It is exactly like rain,” he said.";
        let layout = Layout::of(text);
        let found = pair(text, &layout);
        assert_eq!(found.len(), 2);
        assert!(!found[0].closed && found[1].continues);
    }

    #[test]
    fn nested_marks_have_a_parent() {
        check("“I refuse to say ‘bad weather,’” he noted.", &["“I refuse to say ‘bad weather,’”", "‘bad weather,’"]);
        check("“Read this: \"As you know, it rained.\" Forty yes.”", &["“Read this: \"As you know, it rained.\" Forty yes.”", "\"As you know, it rained.\""]);
    }

    #[test]
    fn possessives_do_not_close() {
        check("Ida Claims ‘the clerks’ pay was cut’ in March", &["‘the clerks’ pay was cut’"]);
        check("The clerks' step-down and the judges' request", &[]);
    }

    #[test]
    fn bullets_and_code_are_no_quotations() {
        check("» Read more about it", &[]);
    }
}
