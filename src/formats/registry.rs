//! How each format is written.

use super::article::Article;
use super::catalogue::Format;
use super::file::{File, names};
use super::loss::{self, Loss};
use super::{brat, cas, conll, csv, docbin, doccano, gate, html, label_studio, native, prodigy, sound, spacy, tei, web_annotation, webanno, zip};
use crate::annotation::Value;

impl Format {
    /// What `article` would lose in it.
    #[must_use]
    pub fn losses(&self, article: &Article) -> Vec<Loss> {
        loss::count(article, self.keeps)
    }

    /// The files of `articles`: one for all of them where the format holds several, otherwise one or more for each.
    #[must_use]
    pub fn files(&self, articles: &[Article]) -> Vec<File> {
        if self.keeps.attributes && !self.keeps.original && articles.iter().any(|a| a.edited().next().is_some()) {
            let marked: Vec<Article> = articles.iter().map(Article::marked).collect();
            return self.finite_files(&marked);
        }
        self.finite_files(articles)
    }

    fn finite_files(&self, articles: &[Article]) -> Vec<File> {
        let sound: Vec<Article>;
        let articles = if articles.iter().all(finite) {
            articles
        } else {
            sound = articles.iter().cloned().map(with_finite_numbers).collect();
            &sound
        };
        write(self, articles)
    }

    /// One file: that of the format, or an archive of its files.
    #[must_use]
    pub fn write(&self, articles: &[Article]) -> File {
        let mut files = self.files(articles);
        if files.len() == 1 && self.extension != "zip" {
            return files.remove(0);
        }
        let bytes = zip::pack(files.iter().map(|f| (f.name.as_str(), f.bytes.as_slice())));
        File { name: format!("{}.{}.zip", stem(articles), self.name), bytes }
    }
}

/// The files of `articles` in `format`.
fn write(format: &Format, articles: &[Article]) -> Vec<File> {
    let one = |text: String| vec![File::text(format!("{}.{}", stem(articles), format.extension), text)];
    let each = |write: &dyn Fn(&Article) -> String| {
        articles.iter().zip(names(articles)).map(|(a, name)| File::text(format!("{name}.{}", format.extension), write(a))).collect()
    };
    match format.name {
        "native" => one(native::write(articles)),
        "html" => each(&html::write),
        "csv" => one(csv::write_annotations(articles)),
        "quotations" => one(csv::write_quotations(articles)),
        "brat" => brat::write(articles),
        "spacy" => vec![File { name: format!("{}.{}", stem(articles), format.extension), bytes: docbin::write(articles) }],
        "spacy-jsonl" => one(spacy::write(articles)),
        "prodigy" => one(prodigy::write(articles)),
        "doccano" => one(doccano::write(articles)),
        "doccano-relations" => one(doccano::write_relations(articles)),
        "label-studio" => label_studio::write(articles),
        "conll2003" => one(conll::write_2003(articles)),
        "iob2" => one(conll::write_columns(articles)),
        "conllu" => one(conll::write_u(articles)),
        "webanno" => each(&webanno::write),
        "xmi" => cas::write_xmi(articles),
        "cas-json" => each(&cas::write_json),
        "web-annotation" => each(&web_annotation::write),
        "tei" => each(&tei::write),
        "gate" => each(&gate::write),
        "text" => each(&|a| a.text.clone()),
        "original" => each(&Article::original),
        _ => Vec::new(),
    }
}

/// True where every number of `article` is one that files can hold.
fn finite(article: &Article) -> bool {
    article.annotations.iter().all(|a| (0.0..=1.0).contains(&a.score) && a.attributes.iter().all(|(_, v)| is_finite(v)))
}

fn is_finite(value: &Value) -> bool {
    match value {
        Value::Number(n) => n.is_finite(),
        Value::List(list) => list.iter().all(is_finite),
        _ => true,
    }
}

fn with_finite_numbers(mut article: Article) -> Article {
    article.annotations.iter_mut().for_each(sound::numbers);
    article
}

/// What one file for all articles is named after: the only one, or "articles".
fn stem(articles: &[Article]) -> String {
    match articles {
        [_] => names(articles).remove(0),
        _ => "articles".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::catalogue::FORMATS;
    use super::*;
    use crate::annotation::Layer;
    use crate::text::Span;

    #[test]
    fn every_format_is_written() {
        let article = Article::of_text("a", "One.");
        for format in FORMATS {
            assert!(!format.files(std::slice::from_ref(&article)).is_empty(), "{}", format.name);
        }
    }

    #[test]
    fn no_number_leaves_that_is_none() {
        let mut article = Article::of_text("a", "Lena Ortiz.");
        for (n, score) in [f32::NAN, f32::INFINITY, -1.0, 0.5].into_iter().enumerate() {
            let mut a = super::super::article::annotation(format!("e{n}"), "PERSON", Span::new(0, 10));
            (a.layer, a.score) = (Layer::Entity, score);
            a.attributes.insert("weight".into(), Value::List(vec![Value::Number(f64::NAN), Value::Number(2.0)]));
            article.annotations.push(a);
        }
        for format in FORMATS.iter().filter(|f| f.imports && f.keeps.attributes && f.keeps.layers) {
            let read = super::super::import("x", &format.write(std::slice::from_ref(&article)).bytes).unwrap();
            assert!(read.refused.is_empty(), "{}", format.name);
            let scores: Vec<f32> = read.articles[0].article.annotations.iter().map(|a| a.score).collect();
            assert!(scores.iter().all(|s| (0.0..=1.0).contains(s)) && scores.contains(&0.5), "{}: {scores:?}", format.name);
        }
    }
}
