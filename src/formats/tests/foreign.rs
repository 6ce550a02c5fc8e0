//! Files as other tools write them, with what goes wrong in them.

use super::*;

/// Labels and words of what is in a file, and what was said of it.
fn field(text: &str) -> (Vec<String>, Vec<String>) {
    let read = import("data", text.as_bytes()).unwrap();
    assert!(read.refused.is_empty());
    let imported = &read.articles[0];
    (imported.article.annotations.iter().map(|a| format!("{} {}", a.label, a.span.of(&imported.article.text))).collect(), imported.notes.clone())
}

#[test]
fn webanno_3_2_writes_letters_as_numbers() {
    let file = "#FORMAT=WebAnno TSV 3.2\n#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value\n\n\n#Text=Ren\\u00E9 Marsh \\uD83D\\uDEA2 \\u2013 York\\r\n1-1\t0-4\tRené\tPERSON[1]\t\n1-2\t5-10\tMarsh\tPERSON[1]\t\n1-3\t16-20\tYork\tLOC\t\n";
    let (found, notes) = field(file);
    assert_eq!(found, ["PERSON René Marsh", "LOC York"]);
    assert_eq!(notes.len(), 1, "{notes:?}");
    // Where the offsets contradict the tokens, the tokens are right, and it is told.
    let (found, notes) = field(&file.replace("16-20\tYork", "15-19\tYork"));
    assert_eq!((found.len(), found[1].as_str(), notes.len()), (2, "LOC York", 2), "{notes:?}");
}

#[test]
fn doccano_counts_in_one_of_several_units() {
    let (found, notes) = field("{\"text\": \"🚲🚢 Jon Marsh saw York\", \"label\": [[3, 12, \"PERSON\"], [17, 21, \"LOC\"]]}");
    assert_eq!(found, ["PERSON Jon Marsh", "LOC York"]);
    assert!(notes[0].contains("counted in code points"), "{notes:?}");
    let (found, notes) = field("{\"text\": \"🚲🚢 Jon Marsh saw York\", \"label\": [[5, 14, \"PERSON\"], [19, 23, \"LOC\"]]}");
    assert_eq!((found, notes), (vec!["PERSON Jon Marsh".to_owned(), "LOC York".to_owned()], Vec::new()), "a trap: UTF-16 units");
    let (found, _) = field(
        "{\"text\": \"👩‍👩‍👧 Jon left\", \"entities\": [{\"id\": 1, \"label\": \"PERSON\", \"start_offset\": 2, \"end_offset\": 5}], \"relations\": [{\"from_id\": 1, \"to_id\": 1, \"type\": \"kin\"}]}",
    );
    assert_eq!(found, ["PERSON Jon"], "grapheme clusters");
}

#[test]
fn label_studio_keeps_every_label_and_counts_what_it_cannot() {
    let (found, notes) = field(
        r#"{"data":{"text":"Jon Marsh runs Ferry Co"},"annotations":[{"result":[]},{"result":[{"id":"old","value":{"start":0,"end":3,"labels":["X"]}}]},{"result":[
        {"id":"a","type":"labels","value":{"start":0,"end":9,"text":"Jon Marsh","labels":["PERSON","SOURCE"]}},
        {"id":"b","type":"labels","value":{"start":15,"end":23,"text":"Ferry Co","labels":["ORG"]}},
        {"id":"c","type":"choices","value":{"choices":["news"]}},
        {"from_id":"a","to_id":"b","type":"relation","direction":"right","labels":["runs"]}]}]}"#,
    );
    assert_eq!(found, ["PERSON Jon Marsh", "SOURCE Jon Marsh", "ORG Ferry Co"]);
    assert_eq!(notes.len(), 3, "{notes:?}");
    assert!(notes.iter().any(|n| n.starts_with("1 relations of other kinds")));
}

#[test]
fn controls_that_xml_cannot_hold_are_counted() {
    let article = Article::of_text("a", "Jon\u{b} said\u{0} so.\u{c} He\u{1f} left.\tYes.");
    for name in ["xmi", "tei"] {
        let losses = Format::named(name).unwrap().losses(&article);
        assert_eq!(losses.iter().map(|l| l.count).collect::<Vec<_>>(), [4], "{name}");
        assert_eq!(back(name, &article).text.matches('\u{FFFD}').count(), 4);
    }
    assert!(Format::named("native").unwrap().losses(&article).is_empty());
}

#[test]
fn webanno_keeps_every_role() {
    let mut article = sample();
    let mut other = article.annotations[3].clone();
    (other.id, other.span) = ("s2".into(), article.annotations[6].span);
    article.annotations.push(other);
    let relate = |id: &str, kind, to: &str| Relation { id: id.into(), kind, from: "q1".into(), to: to.into() };
    article.relations.extend([relate("r3", RelationKind::Addressee, "s2"), relate("r4", RelationKind::Speaker, "s2")]);
    let read = back("webanno", &article);
    assert_eq!(read.relations.len(), 4);
    assert!(Format::named("webanno").unwrap().losses(&article).iter().all(|l| !l.what.contains("relations")));
    let losses = Format::named("xmi").unwrap().losses(&article);
    assert_eq!(losses.iter().filter(|l| l.what.contains("relations")).map(|l| l.count).sum::<usize>(), 1, "one speaker alone");
}

#[test]
fn pieces_of_brat_may_stand_in_any_order() {
    for (offsets, words, expected) in
        [("10 15;0 5", "ree f one t", "one t|ree f"), ("0 8;3 12", "one two  two thre", "one two thre"), ("4 7;9 9", "two", "two")]
    {
        let annotations = format!("T1\tPERSON {offsets}\t{words}\nT2\tPERSON x\tone\n");
        let archive = pack([("a.txt", b"one two three four".as_slice()), ("a.ann", annotations.as_bytes())]);
        let read = import("x", &archive).unwrap();
        let imported = &read.articles[0];
        let pieces = imported.article.annotations.iter().flat_map(|a| a.pieces().iter().map(|p| p.of(&imported.article.text)));
        assert_eq!(pieces.collect::<Vec<_>>().join("|"), expected);
        assert!(imported.notes.iter().any(|n| n.starts_with("line 2")), "{:?}", imported.notes);
    }
}
