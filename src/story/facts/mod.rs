//! What several articles tell of numbers, dates and short forms: whether they agree.

mod count;
mod date;
mod gloss;
mod group;
mod sentence;

use super::article::Article;
use super::model::Fact;
use super::reading::Reading;
use super::words::Keys;

/// The facts that two articles or more tell, in order of their first place.
pub(super) fn find(articles: &[Article<'_>], readings: &[Reading], keys: &Keys) -> Vec<Fact> {
    let mut facts = group::counts(&count::find(articles, readings, keys));
    facts.extend(group::dates(&date::find(articles, readings)));
    facts.extend(gloss::find(articles));
    facts.sort_by(|x, y| x.readings.iter().map(|r| r.place).cmp(y.readings.iter().map(|r| r.place)));
    facts
}
