//! Dates with the sentence that they stand in.

use super::super::article::Article;
use super::super::model::Place;
use super::super::reading::Reading;
use super::sentence;
use crate::annotation::Layer;

/// One date.
#[derive(Clone, Debug)]
pub(super) struct Date {
    pub(super) place: Place,
    /// As the desk has it: "2016", "2016-11", "XXXX-WXX-5".
    pub(super) value: String,
    /// The other words of its sentence.
    pub(super) around: Vec<(u32, bool)>,
}

/// All dates of all articles whose value is known.
pub(super) fn find(articles: &[Article<'_>], readings: &[Reading]) -> Vec<Date> {
    let mut dates = Vec::new();
    for (doc, (article, reading)) in articles.iter().zip(readings).enumerate() {
        for annotation in article.analysis.annotations.iter().filter(|a| a.layer == Layer::Entity && a.label == "DATE") {
            let range = reading.words_in(annotation.span);
            if let (Some(value), false) = (annotation.text_attribute("value"), range.is_empty()) {
                let around = sentence::content(reading, range.start, &range);
                dates.push(Date { place: Place { doc, span: annotation.span }, value: value.to_owned(), around });
            }
        }
    }
    dates
}
