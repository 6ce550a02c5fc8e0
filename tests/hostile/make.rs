//! Files that were made to do harm, made anew for each run: sizes that lie, structures without end, lists in which every
//! entry looks for every other, offsets at the end of the number line.

use std::fmt::Write as _;

use galley::formats::pack;
use serde_json::{Value, json};

/// A file and what it is called in the table.
pub(crate) type Made = (&'static str, Vec<u8>);

/// Every kind of hostile file, with about `n` of whatever there is too much of.
pub(crate) fn files(n: usize) -> Vec<Made> {
    let mut files = archives(n);
    files.extend(xml(n));
    files.extend(tables(n));
    files.extend(json_shapes(n));
    files.extend(tools(n));
    files.extend(galley_files(n));
    files
}

/// A text of `n` words, some of them of two UTF-16 units.
fn words(n: usize) -> String {
    (0..n).map(|i| if i % 50 == 0 { "🚢 ".to_owned() } else { format!("w{} ", i % 1_000) }).collect()
}

// ---- archives

/// One entry of an archive, with whatever it declares.
struct Entry<'a> {
    name: &'a str,
    data: &'a [u8],
    method: u16,
    /// Size unpacked and checksum, as declared.
    size: u32,
    sum: u32,
    /// Where its own header is; its own place where none is given.
    at: Option<u32>,
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, b| (0..8).fold(crc ^ u32::from(*b), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 }))
}

fn archive(entries: &[Entry<'_>], count: Option<u16>) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for e in entries {
        let at = e.at.unwrap_or(out.len() as u32);
        let mut header = Vec::new();
        [20, 1 << 11, e.method, 0, 33].iter().for_each(|h: &u16| header.extend(h.to_le_bytes()));
        [e.sum, e.data.len() as u32, e.size].iter().for_each(|w| header.extend(w.to_le_bytes()));
        header.extend((e.name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        if e.at.is_none() {
            out.extend(b"PK\x03\x04");
            out.extend(&header);
            out.extend(e.name.as_bytes());
            out.extend(e.data);
        }
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&header);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(e.name.as_bytes());
    }
    let (start, size) = (out.len() as u32, directory.len() as u32);
    out.extend(directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    let count = count.unwrap_or(entries.len() as u16);
    out.extend(count.to_le_bytes());
    out.extend(count.to_le_bytes());
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn deflated(byte: u8, size: usize) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec(&vec![byte; size], 1)
}

fn archives(n: usize) -> Vec<Made> {
    let size = (n * 4_000).min(250 << 20);
    let bomb = deflated(b'a', size);
    let names: Vec<String> = (0..n.min(60_000)).map(|i| format!("{i}.txt")).collect();
    let entry = |name, size: usize, at| Entry { name, data: &bomb, method: 8, size: size as u32, sum: 0, at };
    let eight = |size| archive(&names.iter().take(8).map(|n| entry(n, size, None)).collect::<Vec<_>>(), None);
    let overlapping: Vec<Entry<'_>> = names.iter().take(5_000).enumerate().map(|(i, n)| entry(n, size, (i > 0).then_some(0))).collect();
    let small: Vec<Entry<'_>> = names.iter().map(|name| Entry { name, data: b"A.", method: 0, size: 2, sum: crc(b"A."), at: None }).collect();
    let paired: Vec<(String, Vec<u8>)> =
        (0..n / 4).flat_map(|i| [(format!("{i}.txt"), b"Ana said.".to_vec()), (format!("{i}.ann"), b"T1\tPERSON 0 3\tAna\n".to_vec())]).collect();
    let mut nested = b"Ana said.".to_vec();
    for _ in 0..20 {
        nested = pack([("a.zip", nested.as_slice())]);
    }
    let mut huge = pack([("a.txt", b"Ana.".as_slice())]);
    let at = huge.windows(4).position(|w| w == b"PK\x01\x02").expect("a directory");
    huge[at + 20..at + 28].fill(0xff);
    let mut far = pack([("a.txt", b"Ana.".as_slice())]);
    let end = far.len();
    far[end - 6..end - 2].fill(0xff);
    vec![
        ("zip: eight bombs that declare little", eight(100)),
        ("zip: eight bombs that tell the truth", eight(size)),
        ("zip: files that share bytes", archive(&overlapping, None)),
        ("zip: many small files", archive(&small, None)),
        ("zip: texts with annotations", pack(paired.iter().map(|(n, b)| (n.as_str(), b.as_slice())))),
        ("zip: archives in archives", nested),
        ("zip: sizes of 32 bits full", huge),
        ("zip: a directory far away", far),
        ("zip: more entries than there are", archive(&small[..1], Some(u16::MAX))),
        ("zip: a wrong checksum", archive(&[Entry { name: "a.txt", data: b"Ana.", method: 0, size: 4, sum: 1, at: None }], None)),
    ]
}

// ---- XML

const TEI: &str = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body>";
const XMI: &str = "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\">";

fn xml(n: usize) -> Vec<Made> {
    let attributes: String = (0..n * 2).map(|i| format!(" a{i}=\"\"")).collect();
    let deep: String = (0..n / 10).map(|i| format!("<a xmlns:n{i}=\"u{i}\">")).collect();
    let wide: String = (0..n).map(|i| format!("<p xmlns:n{i}=\"u{i}\">x</p>")).collect();
    let crossing: String = (0..n).map(|i| format!("<name xml:id=\"a.{i}\" next=\"#a\">w</name> ")).collect();
    let structures: String =
        (0..n).map(|i| format!("<custom:Quote xmi:id=\"{i}\" begin=\"{}\" end=\"{}\" speaker=\"{}\"/>", i % 2, u64::MAX - (i % 3) as u64, n - i)).collect();
    let made = |name, text: String| (name, text.into_bytes());
    vec![
        made("xml: levels", format!("{TEI}{}", "<p>".repeat(n))),
        made("xml: levels, closed", format!("{TEI}{}{}</body></text></TEI>", "<p>".repeat(n), "</p>".repeat(n))),
        made("xml: attributes", format!("{TEI}<p{attributes}/></body></text></TEI>")),
        made("xml: namespaces in depth", format!("{TEI}{deep}")),
        made("xml: namespaces in width", format!("{TEI}{wide}</body></text></TEI>")),
        made("xml: nodes", format!("{TEI}{}</body></text></TEI>", "<a/>".repeat(n * 10))),
        made("xml: CDATA", format!("{TEI}{}</body></text></TEI>", "<![CDATA[x]]>".repeat(n))),
        made("xml: pieces of one annotation", format!("{TEI}{crossing}</body></text></TEI>")),
        made("xml: entities in entities", format!("<!DOCTYPE TEI [<!ENTITY a \"{}\">]>{TEI}&a;</body></text></TEI>", "&b;".repeat(1_000))),
        made("xmi: offsets near 2^64", format!("{XMI}{structures}<cas:Sofa sofaString=\"Ana.\"/></xmi:XMI>")),
    ]
}

// ---- tables

fn tables(n: usize) -> Vec<Made> {
    let made = |name, text: String| (name, text.into_bytes());
    let webanno = "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Quote|kind|ROLE_webanno.custom.Quote:speaker_x|webanno.custom.Speaker\n#T_SP=webanno.custom.Speaker|resolved\n\n\n";
    let layers: String = (0..n).map(|i| format!("#T_SP=layer{i}|value\n")).collect();
    let stacked: String = (0..n / 100).map(|i| format!("x[{i}]|")).collect();
    let rows: String = (0..100).map(|i| format!("#Text=a\n{i}-1\t{}-{}\ta\t{stacked}\t*\t*\t_\t\n", i * 2, i * 2 + 1)).collect();
    let tokens: String = (0..n).map(|i| format!("{}-1\t{}-{}\tw\tx[1]\tspeaker[1]\t{i}-1\t_\t\n", i + 1, i * 2, i * 2 + 1)).collect();
    let fragments: String = (0..n).map(|i| format!("T{i}\tPERSON {} {};{} {}\tx\n", i % 100 + 5, i % 100 + 9, i % 7, i % 100 + 6)).collect();
    let elsewhere: String = (0..n).map(|i| format!("T{i}\tPERSON {} {}\tmissing{i}\n", i, i + 3)).collect();
    let brat = |text: &str, annotations: &str| pack([("a.txt", text.as_bytes()), ("a.ann", annotations.as_bytes())]);
    vec![
        made("webanno: a column of 10^9", format!("{webanno}#Text=a\n1-1\t1000000000-1000000003\ta\t_\t_\t_\t_\t\n")),
        made("webanno: offsets near 2^64", format!("{webanno}#Text=a\n1-1\t{}-{}\ta\tx\t*\t*\t_\t\n", u64::MAX - 1, u64::MAX)),
        made("webanno: layers", format!("#FORMAT=WebAnno TSV 3.3\n{layers}\n#Text=a\n1-1\t0-1\ta\t_\t\n")),
        made("webanno: stacked values", format!("{webanno}{rows}")),
        made("webanno: one annotation over all rows", format!("{webanno}#Text={}\n{tokens}", "w ".repeat(n))),
        ("brat: fragments in any order", brat(&words(200), &fragments)),
        ("brat: words that are nowhere", brat(&words(n), &elsewhere)),
        ("brat: offsets near 2^64", brat("Ana.", &format!("T1\tA {} {}\tAna\nT2\tA 0 {}\tAna\n", u64::MAX - 1, u64::MAX, u64::MAX))),
        made("conll: columns", format!("# columns = FORM NER\nw{}\n", "\tB-A".repeat(n))),
        made("conll: one row a document", "-DOCSTART- -X- O\nw B-A\n\n".repeat(n)),
        made("conll: one name over all rows", format!("-DOCSTART- -X- O\nw B-A\n{}", "w I-A\n".repeat(n))),
        made("conllu: MISC", format!("1\tw\t_\t_\t_\t_\t_\t_\t_\t{}NER=B-A\n", "a=b|".repeat(n))),
    ]
}

// ---- JSON

fn json_shapes(n: usize) -> Vec<Made> {
    let made = |name, text: String| (name, text.into_bytes());
    let line = |i: usize| format!("{{\"id\":{i},\"text\":\"Ana said.\"}}\n");
    let lines: String = (0..n).map(|i| if i % 2 == 0 { line(i) } else { "{\"text\": nothing}\n".to_owned() }).collect();
    vec![
        made("json: brackets", "[".repeat(n * 10)),
        made("json: braces", "{\"a\":".repeat(n * 10)),
        made("json: small objects", format!("{{\"text\":\"a\",\"label\":[{}{{}}]}}", "{},".repeat(n * 10))),
        made(
            "json: numbers of no size",
            "{\"text\":\"Ana.\",\"label\":[[0,1e999,\"A\"],[-1,3,\"A\"],[0,18446744073709551616,\"A\"],[0.5,2,\"A\"]]}".to_owned(),
        ),
        made("json: half a character", "{\"text\":\"\\ud83d\"}\n{\"text\":\"Ana.\"}\n".to_owned()),
        made("json: structures that are none", "{\"%FEATURE_STRUCTURES\":[1,\"a\",null,[],{\"%TYPE\":\"uima.cas.Sofa\",\"sofaString\":\"Ana.\"}]}".to_owned()),
        made(
            "json: structures by id that are none",
            "{\"%FEATURE_STRUCTURES\":{\"1\":1,\"2\":\"a\",\"3\":[],\"4\":{\"%TYPE\":\"uima.cas.Sofa\",\"sofaString\":\"Ana.\"}}}".to_owned(),
        ),
        made("jsonl: every second line is bad", lines),
        made("jsonl: a byte order mark", format!("\u{feff}\n\n{}{}", line(1), line(2))),
        made("jsonl: one id for all", "{\"id\":\"a\",\"text\":\"Ana said.\"}\n".repeat(n)),
        made("html: data that is none", format!("<html><script type=\"application/json\" id=\"galley\">{}</script>", "{".repeat(n))),
        ("bytes: NUL", vec![0; n * 10]),
    ]
}

// ---- files of other tools

fn tools(n: usize) -> Vec<Made> {
    let text = words(n);
    let made = |name, value: Value| (name, value.to_string().into_bytes());
    let place = |i: usize| (i * 4 % (n * 2).max(8), i * 4 % (n * 2).max(8) + 3);
    let region = |i: usize, words: &str| json!({"id": format!("r{i}"), "type": "labels", "value": {"start": place(i).0, "end": place(i).1, "text": words, "labels": ["PERSON", "QUOTE"]}});
    let relation = |i: usize| json!({"from_id": format!("r{i}"), "to_id": format!("r{}", n - i), "type": "relation", "labels": ["SPEAKER"]});
    let studio = |regions: Vec<Value>| json!([{"data": {"text": text}, "annotations": [{"result": regions}]}]);
    let entity = |i: usize| json!({"id": i, "label": (["QUOTE", "SPEAKER"][i % 2]), "start_offset": place(i).0, "end_offset": place(i).1});
    let joined = |i: usize| json!({"id": i, "from_id": i, "to_id": n - i, "type": "SPEAKER"});
    let triple = |i: usize| json!([place(i).0, place(i).1, "PERSON"]);
    let gate = |i: usize| json!({"type": "QUOTE", "start": place(i).0, "end": place(i).1, "id": i, "features": {"speaker_id": n - i, "score": 1e300, "parts": [[0, 1], [5, 2]]}});
    let task = |i: usize| json!({"start": place(i).0, "end": place(i).1, "label": "QUOTE", "token_start": i, "token_end": i});
    let head = |i: usize| json!({"label": "CUE", "head_span": task(i), "child_span": task(n - i)});
    let quoted = |i: usize| json!({"type": "Annotation", "target": {"selector": {"type": "TextQuoteSelector", "exact": format!("missing{i}")}}});
    let described = json!({"type": "Annotation", "motivation": "describing", "target": "urn:galley:a", "body": {"value": text}});
    let all = || 0..n;
    vec![
        made("label studio: regions", studio(all().map(|i| region(i, "")).collect())),
        made("label studio: words that are nowhere", studio(all().map(|i| region(i, &format!("missing{i}"))).collect())),
        made("label studio: relations", studio(all().map(|i| region(i, &text[..0])).chain(all().map(relation)).collect())),
        made(
            "doccano: relations",
            json!({"text": text, "entities": all().map(entity).collect::<Vec<_>>(), "relations": all().map(joined).collect::<Vec<_>>()}),
        ),
        made("doccano: labels that are none", json!({"text": text, "label": all().map(|i| if i % 2 == 0 { triple(i) } else { json!(i) }).collect::<Vec<_>>()})),
        made(
            "spacy: entities in two places",
            json!({"text": text, "words": [], "entities": all().map(triple).collect::<Vec<_>>(), "spans": {"entities": all().map(triple).collect::<Vec<_>>()}}),
        ),
        made("gate: relations", json!({"text": text, "annotation_sets": {"": {"annotations": all().map(gate).collect::<Vec<_>>()}}})),
        made("prodigy: relations", json!({"text": text, "spans": all().map(task).collect::<Vec<_>>(), "relations": all().map(head).collect::<Vec<_>>()})),
        made(
            "web annotation: words that are nowhere",
            json!({"type": "AnnotationPage", "items": (std::iter::once(described).chain(all().map(quoted)).collect::<Vec<_>>())}),
        ),
    ]
}

// ---- Galley's own

fn native(text: &str, annotations: Vec<Value>, edits: Vec<Value>) -> Vec<u8> {
    json!({"format": "galley", "version": 1, "offsets": "codepoint", "document": {"id": "a", "text": text}, "annotations": annotations, "relations": [], "edits": edits})
        .to_string()
        .into_bytes()
}

fn galley_files(n: usize) -> Vec<Made> {
    let text = words(n);
    let length = text.chars().count();
    let annotation = |i: usize, start: usize, end: usize| json!({"id": format!("e{i}"), "layer": "entity", "label": "PERSON", "start": start, "end": end});
    let quote = |i: usize, start: usize, end: usize| json!({"id": format!("q{i}"), "layer": "quote", "label": "QUOTE", "start": start, "end": end, "attributes": {"quoted": [[0, 3]]}});
    let paragraphs = "One word. Two.\n\n".repeat(n / 10);
    let over = paragraphs.chars().count();
    let mut odd = String::new();
    let _ = write!(
        odd,
        "{}",
        json!({"format": "galley", "version": 1, "offsets": "utf16", "document": {"id": "a", "text": "🚢🚢"}, "annotations": [annotation(1, 1, 3), annotation(2, 0, 1), annotation(3, 3, 99)], "edits": [{"at": 1, "delete": "", "insert": "\u{1F6A2}"}]})
    );
    vec![
        ("native: annotations", native(&text, (0..n).map(|i| quote(i, i, i + 3)).collect(), Vec::new())),
        ("native: annotations of one id", native(&text, (0..n).map(|i| annotation(1, i, i + 3)).collect(), Vec::new())),
        ("native: each over the whole text", native(&text, (0..n).map(|i| annotation(i, 0, length - i)).collect(), Vec::new())),
        ("native: each crossing the next", native(&text, (0..n).map(|i| annotation(i, i, (i + n).min(length))).collect(), Vec::new())),
        ("native: each over many paragraphs", native(&paragraphs, (0..n / 10).map(|i| annotation(i, 0, over - i)).collect(), Vec::new())),
        ("native: edits", native(&text, Vec::new(), (0..n / 3).map(|_| json!({"at": 1, "delete": "", "insert": " "})).collect())),
        ("native: ends inside a character", odd.into_bytes()),
    ]
}
