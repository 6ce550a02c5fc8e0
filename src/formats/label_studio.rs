//! Label Studio: tasks with what a person decided under `annotations`, and what nobody has looked at under `predictions`.
//! Code points, as Label Studio counts today; older exports of it count UTF-16 units, which is noticed by the text that
//! every region carries.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::article::{self, Article, origin_name, relation_kind, relation_name, status_of};
use super::file::File;
use super::imported::{self, Imported};
use super::json::{self, id, list, number, text, with_marks};
use super::links::Links;
use super::place::{Notes, Places, Unit};
use super::xml::Writer;
use crate::annotation::{Annotation, Origin, Relation, RelationKind, Status};

pub(super) fn write(articles: &[Article]) -> Vec<File> {
    let tasks: Vec<Value> = articles.iter().enumerate().map(|(n, a)| task(a, n + 1)).collect();
    vec![File::text("tasks.json", json::pretty(&tasks.into())), File::text("labelling-config.xml", configuration(articles))]
}

fn task(article: &Article, n: usize) -> Value {
    let places = Places::new(&article.text, Unit::CodePoint);
    let region = |a: &Annotation| {
        let (start, end) = places.out(a.span);
        json!({"id": a.id, "from_name": "label", "to_name": "text", "type": "labels", "score": a.score,
            "origin": if a.origin == Origin::Auto { "prediction" } else { "manual" },
            "meta": {"text": a.text_attribute("note").into_iter().collect::<Vec<_>>(), "rule": a.rule, "made_by": origin_name(a.origin)},
            "value": {"start": start, "end": end, "text": a.span.of(&article.text), "labels": [a.label]}})
    };
    let links = Links::of(article);
    let decided = |id: &str| links.annotation(id).is_some_and(|a| a.status == Status::Accepted);
    let (mut accepted, mut suggested) = (Vec::new(), Vec::new());
    for a in article.standing() {
        if a.status == Status::Accepted { accepted.push(region(a)) } else { suggested.push(region(a)) }
    }
    for r in article.standing_relations() {
        let relation = json!({"from_id": r.from, "to_id": r.to, "type": "relation", "direction": "right", "labels": [relation_name(r.kind)]});
        // A relation stands where both of its ends do; one between a decision and a suggestion would dangle in either list.
        match (decided(&r.from), decided(&r.to)) {
            (true, true) => accepted.push(relation),
            (false, false) => suggested.push(relation),
            _ => {}
        }
    }
    let annotations = json!([{"id": n, "completed_by": 1, "was_cancelled": false, "ground_truth": false, "result": accepted}]);
    let scores: Vec<f64> = article.standing().filter(|a| a.status == Status::Suggested).map(|a| f64::from(a.score)).collect();
    let score = scores.iter().sum::<f64>() / (scores.len().max(1) as f64);
    let predictions = json!([{"model_version": concat!("galley-", env!("CARGO_PKG_VERSION")), "score": score, "result": suggested}]);
    let task = json!({
        "id": n, "data": {"text": article.text, "id": article.id, "title": article.title},
        "annotations": if empty(&annotations) { json!([]) } else { annotations },
        "predictions": if empty(&predictions) { json!([]) } else { predictions },
    });
    with_marks(task, "/data", article)
}

fn empty(list: &Value) -> bool {
    list[0]["result"].as_array().is_none_or(Vec::is_empty)
}

fn configuration(articles: &[Article]) -> String {
    let labels: BTreeSet<&str> = articles.iter().flat_map(|a| &a.annotations).map(|a| a.label.as_str()).collect();
    let mut out = Writer::default();
    out.open("View").line().open("Relations");
    for kind in [RelationKind::Speaker, RelationKind::Cue, RelationKind::Addressee] {
        out.line().open("Relation").attribute("value", relation_name(kind)).close();
    }
    out.close_on_line().line().open("Labels").attribute("name", "label").attribute("toName", "text");
    for label in labels {
        out.line().open("Label").attribute("value", label).close();
    }
    out.close_on_line();
    out.line().open("Text").attribute("name", "text").attribute("value", "$text").attribute("granularity", "symbol").close();
    out.finish()
}

/// One task; none where `value` is something else.
pub(super) fn read(value: &Value, n: usize) -> Option<Imported> {
    let data = value.get("data").filter(|d| d.is_object())?;
    let words = text(data, "text").or_else(|| data.as_object()?.values().find_map(Value::as_str))?;
    let name = id(data, "id").or_else(|| id(value, "id")).unwrap_or_else(|| format!("task-{}", n + 1));
    let mut reader = Reader::new(words);
    let mut older = 0;
    for (key, status) in [("annotations", Status::Accepted), ("completions", Status::Accepted), ("predictions", Status::Suggested)] {
        let standing: Vec<&Value> = list(value, key).iter().filter(|a| a.get("was_cancelled") != Some(&Value::Bool(true))).collect();
        // The last one is the newest.
        let Some((newest, others)) = standing.split_last() else { continue };
        older += others.iter().filter(|o| !list(o, "result").is_empty()).count();
        for result in list(newest, "result") {
            reader.result(result, status);
        }
    }
    let Reader { mut notes, annotations, relations, other_relations, unplaced, .. } = reader;
    notes.other_relations(other_relations);
    notes.count(unplaced, "results that mark no words (choices, ratings, texts) were left out");
    notes.count(older, "annotations of the whole task by others, or older ones, were left out: the last is read");
    let mut imported = imported::finish(&name, words, annotations, relations, notes);
    imported.article.title = text(data, "title").unwrap_or("").to_owned();
    Some(imported)
}

/// A task while it is read.
struct Reader<'t> {
    places: Places<'t>,
    notes: Notes,
    annotations: Vec<Annotation>,
    used: BTreeSet<String>,
    relations: Vec<Relation>,
    other_relations: usize,
    unplaced: usize,
}

impl<'t> Reader<'t> {
    fn new(words: &'t str) -> Self {
        let places = Places::new(words, Unit::CodePoint);
        let (notes, annotations, used, relations) = (Notes::default(), Vec::new(), BTreeSet::new(), Vec::new());
        Self { places, notes, annotations, used, relations, other_relations: 0, unplaced: 0 }
    }

    fn result(&mut self, result: &Value, status: Status) {
        if text(result, "type") == Some("relation") {
            self.relation(result);
            return;
        }
        let place = result.get("value");
        let bounds = place.and_then(|p| Some((number(p, "start")?, number(p, "end")?)));
        let labels: Vec<&str> = place.map_or_else(Vec::new, labels);
        let (Some(place), Some((start, end)), false) = (place, bounds, labels.is_empty()) else {
            self.unplaced += 1;
            return;
        };
        let region = id(result, "id").unwrap_or_else(|| format!("x{}", self.annotations.len() + 1));
        // A suggestion that was accepted stands in both lists.
        if !self.used.insert(region.clone()) {
            return;
        }
        let Some(span) = self.notes.place(&self.places, start, end, text(place, "text")) else { return };
        for (n, label) in labels.into_iter().enumerate() {
            // Of several labels of one region, each is an annotation.
            let id = if n == 0 { region.clone() } else { format!("{region}.{}", n + 1) };
            let mut a = article::annotation(id, label, span);
            let meta = result.get("meta");
            a.status = meta.and_then(|m| text(m, "status")).and_then(status_of).unwrap_or(status);
            let machine = meta.and_then(|m| text(m, "made_by")).map_or(status == Status::Suggested, |m| m == "auto");
            a.origin = if machine { Origin::Auto } else { Origin::Manual };
            a.rule = meta.and_then(|m| text(m, "rule")).unwrap_or("").to_owned();
            a.score = json::score(result, "score").unwrap_or(a.score);
            if let Some(note) = meta.and_then(|m| list(m, "text").first()).and_then(Value::as_str) {
                a.attributes.insert("note".into(), note.into());
            }
            self.annotations.push(a);
        }
    }

    fn relation(&mut self, relation: &Value) {
        let labels = list(relation, "labels").iter().filter_map(Value::as_str);
        let kinds: Vec<Option<RelationKind>> = labels.map(relation_kind).collect();
        let (Some(from), Some(to), false) = (id(relation, "from_id"), id(relation, "to_id"), kinds.is_empty()) else {
            self.other_relations += 1;
            return;
        };
        for kind in kinds {
            match kind {
                Some(kind) => self.relations.push(Relation { id: String::new(), kind, from: from.clone(), to: to.clone() }),
                None => self.other_relations += 1,
            }
        }
    }
}

/// The labels of a region, whatever kind of labels it has.
fn labels(place: &Value) -> Vec<&str> {
    let of = |key: &&str| list(place, key).iter().filter_map(Value::as_str).collect::<Vec<_>>();
    ["labels", "hypertextlabels"].iter().map(of).find(|l| !l.is_empty()).unwrap_or_default()
}
