//! What each format writes, by example.

use super::super::file::names;
use super::*;
use crate::annotation::Status;

#[test]
fn each_format_counts_in_its_own_unit() {
    // "Monday": code points 23 to 29, UTF-16 units 24 to 30.
    let has = |name: &str, what: &str| assert!(written(name).contains(what), "{name}: no {what} in\n{}", written(name));
    has("native", r#""start":23,"end":29,"text":"Monday""#);
    has("brat", "DATE 23 29\tMonday");
    has("spacy-jsonl", r#"[23,29,"DATE"]"#);
    has("prodigy", r#""end":29"#);
    has("doccano", r#"[24,30,"DATE"]"#);
    has("doccano-relations", r#""end_offset":30"#);
    has("label-studio", "\"start\": 23");
    has("webanno", "1-6\t24-30\tMonday\t");
    has("xmi", r#"begin="24" end="30" value="DATE""#);
    has("cas-json", "\"begin\": 24");
    has("web-annotation", "\"start\": 23");
    has("gate", r#""end":29"#);
    has("csv", "23,29,24,30,Monday");
    for format in FORMATS {
        let utf16 = ["doccano", "doccano-relations", "webanno", "xmi", "cas-json"].contains(&format.name);
        assert_eq!(format.unit == Unit::Utf16, utf16, "{}", format.name);
    }
}

#[test]
fn tables_of_tags_hold_one_layer_a_column() {
    assert!(written("conll2003").contains("\nPort -X- -X- B-LOC\nAvelle -X- -X- I-LOC\n🚢 -X- -X- O\n"));
    assert!(written("iob2").contains("\nPort\tB-LOC\tI-QUOTE\tO\n"));
    assert!(written("conllu").contains("\n6\tMonday\t_\t_\t_\t_\t_\t_\t_\tNER=B-DATE|QUOTE=I-QUOTE|SpaceAfter=No\n"));
    let read = back("iob2", &sample());
    assert_eq!(read.annotations.iter().filter(|a| a.layer == Layer::Entity).count(), 4);
}

#[test]
fn losses_are_counted_for_the_article() {
    let mut article = sample();
    article.annotations[1].status = Status::Suggested;
    article.annotations[2].status = Status::Rejected;
    let say = |name: &str| Format::named(name).unwrap().losses(&article).iter().map(|l| format!("{} {}", l.count, l.what)).collect::<Vec<_>>();
    assert!(say("native").is_empty());
    assert_eq!(say("brat"), Vec::<String>::new());
    assert_eq!(
        say("doccano"),
        [
            "1 rejected suggestions are left out",
            "1 suggestions that nobody has reviewed are not told apart from accepted ones",
            "2 relations (speaker, cue, addressee) are left out",
        ]
    );
    assert!(say("conll2003").iter().any(|l| l.starts_with("3 quotations, cues, speakers")));
}

#[test]
fn repairs_survive_the_native_format() {
    let mut desk = crate::annotation::Workspace::new(crate::annotation::Seed::of_text("d", "Ms. Ortis 🚢 said teh ferry"));
    desk.add(Layer::Entity, "PERSON", Span::new(4, 9));
    desk.replace(Span::new(8, 9), "z").unwrap();
    let at = desk.text().find("teh").unwrap();
    desk.replace(Span::new(at, at + 3), "the").unwrap();
    let article = Article::of_workspace(&desk);
    let read = back("native", &article);
    assert_eq!(read, article);
    assert_eq!(read.original(), "Ms. Ortis 🚢 said teh ferry");
    let again = crate::annotation::Workspace::new(read.into_seed());
    assert_eq!((again.text(), again.original()), (desk.text(), desk.original()));
    assert_eq!(again.annotations()[0].span.of(again.text()), "Ortiz");
    let original = Format::named("original").unwrap().write(&[article]);
    assert_eq!(original.bytes, desk.original().as_bytes());
}

#[test]
fn foreign_files_are_known_by_their_content() {
    let labels = |text: &str| -> Vec<String> {
        let read = import("data", text.as_bytes()).unwrap();
        read.articles.iter().flat_map(|i| i.article.annotations.iter().map(|a| format!("{} {}", a.label, a.span.of(&i.article.text)))).collect()
    };
    assert_eq!(labels("[[\"In Port Avelle\", {\"entities\": [[3, 14, \"LOC\"]]}]]"), ["LOC Port Avelle"], "spaCy's training list");
    assert_eq!(labels("{\"text\":\"🚢 Port\",\"label\":[[3,7,\"LOC\"]]}\n"), ["LOC Port"], "doccano counts UTF-16 units");
    assert_eq!(labels("{\"text\":\"🚢 Port\",\"labels\":[[3,7,\"LOC\"]]}\n{\"text\":\"x y\",\"labels\":[]}"), ["LOC Port"]);
    assert_eq!(labels("EU NNP B-NP S-ORG\nrejects VBZ B-VP O\n\n"), ["ORG EU"]);
    assert_eq!(labels("-DOCSTART- -X- -X- O\n\nPort NNP I-NP I-LOC\nAvelle NNP I-NP I-LOC\n"), ["LOC Port Avelle"], "IOB1");
    assert_eq!(
        labels(
            "<?xml version=\"1.0\"?><TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>By <persName>Lena\n   Ortiz</persName>.</p></body></text></TEI>"
        ),
        ["PERSON Lena Ortiz"]
    );
    assert_eq!(labels("[Sports] The ferry sank."), Vec::<String>::new(), "an article that begins with a bracket");
    assert!(matches!(import("x", b"{\"a\": 1}"), Err(ImportError::UnknownJson)));
    assert!(matches!(import("x", b"abc\xff"), Err(ImportError::NotUtf8 { at: 3 })));
    let read = import("x", "{\"text\":\"a\"}\n{\"text\":\"é\",}\n{\"text\":\"b\"}".as_bytes()).unwrap();
    assert_eq!(read.articles.iter().map(|i| i.article.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(read.refused[0].to_string(), "JSON, line 2, column 13: trailing comma");
}

#[test]
fn several_articles_go_into_one_file_or_an_archive() {
    let two = [sample(), Article::of_text("d1", "Another.")];
    assert_eq!(import("x", &Format::named("doccano").unwrap().write(&two).bytes).unwrap().articles.len(), 2);
    let archive = Format::named("tei").unwrap().write(&two);
    assert_eq!(archive.name, "articles.tei.zip");
    assert_eq!(
        import("x", &archive.bytes).unwrap().articles.iter().map(|i| i.article.text.clone()).collect::<Vec<_>>(),
        [two[0].text.clone(), two[1].text.clone()]
    );
    assert_eq!(names(&two), ["d1", "d1-2"]);
}
