//! Label Studio: tasks with what a person decided under `annotations`, and what nobody has looked at under `predictions`.
//! Code points, as Label Studio counts today; older exports of it count UTF-16 units, which is noticed by the text that
//! every region carries.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::article::{self, Article, origin_name, relation_kind, relation_name, status_of};
use super::json::{id, list, number, text};
use super::place::{Notes, Places, Unit};
use super::xml::escape;
use super::{File, Imported, json};
use crate::annotation::{Annotation, Origin, Relation, Status};

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
    let decided = |id: &str| article.annotation(id).is_some_and(|a| a.status == Status::Accepted);
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
    json!({
        "id": n, "data": {"text": article.text, "id": article.id, "title": article.title},
        "annotations": if empty(&annotations) { json!([]) } else { annotations },
        "predictions": if empty(&predictions) { json!([]) } else { predictions },
    })
}

fn empty(list: &Value) -> bool {
    list[0]["result"].as_array().is_none_or(Vec::is_empty)
}

fn configuration(articles: &[Article]) -> String {
    let labels: BTreeSet<&str> = articles.iter().flat_map(|a| &a.annotations).map(|a| a.label.as_str()).collect();
    let labels: String = labels.into_iter().map(|l| format!("    <Label value=\"{}\"/>\n", escape(l))).collect();
    format!(
        "<View>\n  <Relations>\n    <Relation value=\"SPEAKER\"/>\n    <Relation value=\"CUE\"/>\n    <Relation value=\"ADDRESSEE\"/>\n  </Relations>\n  <Labels name=\"label\" toName=\"text\">\n{labels}  </Labels>\n  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>\n</View>\n"
    )
}

/// One task; none where `value` is something else.
pub(super) fn read(value: &Value, n: usize) -> Option<Imported> {
    let data = value.get("data").filter(|d| d.is_object())?;
    let words = text(data, "text").or_else(|| data.as_object()?.values().find_map(Value::as_str))?;
    let name = id(data, "id").or_else(|| id(value, "id")).unwrap_or_else(|| format!("task-{}", n + 1));
    let places = Places::new(words, Unit::CodePoint);
    let mut notes = Notes::default();
    let mut annotations: Vec<Annotation> = Vec::new();
    let mut relations = Vec::new();
    for (key, status) in [("annotations", Status::Accepted), ("completions", Status::Accepted), ("predictions", Status::Suggested)] {
        // The last one is the newest.
        let Some(result) = list(value, key).iter().rfind(|a| a.get("was_cancelled") != Some(&Value::Bool(true))).map(|a| list(a, "result")) else { continue };
        for region in result {
            if text(region, "type") == Some("relation") {
                let label = list(region, "labels").first().and_then(Value::as_str).unwrap_or("");
                if let (Some(kind), Some(from), Some(to)) = (relation_kind(label), id(region, "from_id"), id(region, "to_id")) {
                    relations.push(Relation { id: String::new(), kind, from, to });
                }
                continue;
            }
            let Some(place) = region.get("value") else { continue };
            let label = ["labels", "hypertextlabels"].into_iter().find_map(|k| list(place, k).first()?.as_str());
            let (Some(start), Some(end), Some(label)) = (number(place, "start"), number(place, "end"), label) else { continue };
            let Some(span) = notes.place(&places, start, end, text(place, "text")) else { continue };
            let region_id = id(region, "id").unwrap_or_else(|| format!("x{}", annotations.len() + 1));
            if annotations.iter().any(|a| a.id == region_id) {
                continue;
            }
            let mut a = article::annotation(region_id, label, span);
            let meta = region.get("meta");
            a.status = meta.and_then(|m| text(m, "status")).and_then(status_of).unwrap_or(status);
            let machine = meta.and_then(|m| text(m, "made_by")).map_or(status == Status::Suggested, |m| m == "auto");
            a.origin = if machine { Origin::Auto } else { Origin::Manual };
            a.rule = meta.and_then(|m| text(m, "rule")).unwrap_or("").to_owned();
            a.score = region.get("score").and_then(Value::as_f64).map_or(a.score, |s| s as f32);
            if let Some(note) = meta.and_then(|m| list(m, "text").first()).and_then(Value::as_str) {
                a.attributes.insert("note".into(), note.into());
            }
            annotations.push(a);
        }
    }
    let mut imported = super::jsonl::finish(&name, words, annotations, relations, notes);
    imported.article.title = text(data, "title").unwrap_or("").to_owned();
    Some(imported)
}
