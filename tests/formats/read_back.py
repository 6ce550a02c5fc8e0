"""Reads every exported format back with a reader that Galley had no hand in, and compares what it finds.

Usage: read_back.py GALLEY [SAMPLE]. A format whose reader is not installed is skipped, and said to be.
Exit status 1 where a reader finds something else than what was written.
"""

import csv
import importlib
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

galley = sys.argv[1]
sample = sys.argv[2] if len(sys.argv) > 2 else str(Path(__file__).with_name("sample.galley.json"))
document = json.loads(Path(sample).read_text("utf-8"))
text = document["document"]["text"]
standing = [a for a in document["annotations"] if a["status"] != "rejected"]


def spans(annotations, layers=None):
    """(label, words) of annotations, in order of place."""
    chosen = [a for a in annotations if layers is None or a["layer"] in layers]
    return sorted((a["label"], a["start"], text[a["start"] : a["end"]]) for a in chosen)


def export(name):
    done = subprocess.run([galley, "convert", "--to", name, sample], capture_output=True, check=True)
    return done.stdout


def unzip(data, ending):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {n: archive.read(n) for n in archive.namelist() if n.endswith(ending)}


def same(found, expected):
    assert sorted(found) == expected, f"\n  found    {sorted(found)}\n  expected {expected}"


def spacy_docbin():
    import spacy
    from spacy.tokens import DocBin

    with tempfile.NamedTemporaryFile(suffix=".spacy") as file:
        file.write(export("spacy"))
        file.flush()
        docs = list(DocBin().from_disk(file.name).get_docs(spacy.blank("en").vocab))
    (doc,) = docs
    assert doc.text == text, (doc.text, text)
    assert any(t.is_sent_start for t in doc)
    same([(e.label_, e.start_char, e.text) for e in doc.ents], spans(standing, ["entity"]))
    groups = [(s.label_, s.start_char, s.text) for g in doc.spans.values() for s in g]
    # Spans lie on tokens: white space at their ends is left out.
    trimmed = [(label, start + len(words) - len(words.lstrip()), words.strip()) for label, start, words in spans(standing)]
    same(groups, trimmed)


def spacy_example():
    import spacy
    from spacy.training import Example

    line = json.loads(export("spacy-jsonl"))
    nlp = spacy.blank("en")
    from spacy.tokens import Doc

    doc = Doc(nlp.vocab, words=line["words"], spaces=line["spaces"])
    assert doc.text == text
    example = Example.from_dict(doc, {"entities": [tuple(e) for e in line["entities"]], "spans": line["spans"]})
    same([(e.label_, e.start_char, e.text) for e in example.reference.ents], spans(standing, ["entity"]))


def spacy_convert():
    import spacy
    from spacy.training.converters import conll_ner_to_docs

    (doc, *rest) = list(conll_ner_to_docs(export("conll2003").decode("utf-8"), n_sents=0, no_print=True))
    assert not rest
    assert [(e.label_, e.text) for e in doc.ents][0] == ("LOC", "Port Avelle")
    assert len(doc.ents) == len(spans(standing, ["entity"]))


def cassis_xmi():
    import cassis

    archive = export("xmi")
    types = cassis.load_typesystem(io.BytesIO(*unzip(archive, "TypeSystem.xml").values()))
    cas = cassis.load_cas_from_xmi(io.BytesIO(*unzip(archive, ".xmi").values()), typesystem=types)
    check_cas(cas)


def cassis_json():
    import cassis

    check_cas(cassis.load_cas_from_json(io.BytesIO(export("cas-json"))))


def check_cas(cas):
    assert cas.sofa_string == text
    entities = cas.select("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity")
    expected = [(a["label"], a["text"], a["status"]) for a in document["annotations"] if a["layer"] == "entity"]
    same([(e.value, e.get_covered_text(), e.status) for e in entities], sorted(expected))
    (quote,) = cas.select("webanno.custom.Quote")
    assert quote.speaker.get_covered_text() == "Lena Ortiz" and quote.cue.get_covered_text() == "told"


def conllu_reader():
    import conllu

    sentences = conllu.parse(export("conllu").decode("utf-8"))
    assert sentences and all(s.metadata["text"] for s in sentences)
    tags = [t["misc"]["NER"] for s in sentences for t in s if t["misc"] and "NER" in t["misc"]]
    assert len([t for t in tags if t.startswith("B-")]) == len(spans(standing, ["entity"]))


def gatenlp_reader():
    from gatenlp import Document

    doc = Document.load_mem(export("gate").decode("utf-8"), fmt="json")
    assert doc.text == text
    same([(a.type, a.start, doc[a]) for a in doc.annset()], spans(document["annotations"]))
    assert {a.features["status"] for a in doc.annset()} == {"accepted", "suggested", "rejected"}


def tei_reader():
    from lxml import etree

    tree = etree.fromstring(export("tei"))
    tei = "{http://www.tei-c.org/ns/1.0}"
    body = tree.find(f".//{tei}body")
    assert "".join(body.itertext()) == text
    assert "".join(body.find(f".//{tei}orgName").itertext()) == "The Tidewater Post"
    said = body.find(f".//{tei}said")
    assert said.get("who") == "#s1" and said.get("direct") == "true"
    ids = [e.get("{http://www.w3.org/XML/1998/namespace}id") for e in tree.iter() if e.get("{http://www.w3.org/XML/1998/namespace}id")]
    assert len(ids) == len(set(ids))


def label_studio_reader():
    from label_studio_sdk._extensions.label_studio_tools.core.label_config import parse_config
    from label_studio_sdk.converter import Converter

    archive = export("label-studio")
    config = next(iter(unzip(archive, ".xml").values())).decode("utf-8")
    assert "label" in parse_config(config)
    tasks = json.loads(next(iter(unzip(archive, ".json").values())))
    found = [
        (r["value"]["labels"][0], r["value"]["start"], text[r["value"]["start"] : r["value"]["end"]])
        for t in tasks
        for part in t["annotations"] + t["predictions"]
        for r in part["result"]
        if r["type"] == "labels"
    ]
    same(found, spans(standing))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "tasks.json")
        source.write_text(json.dumps(tasks), "utf-8")
        Converter(config, project_dir=folder).convert_to_json_min(str(source), folder, is_dir=False)
        assert json.loads(Path(folder, "result.json").read_text("utf-8"))


def brat_files():
    archive = export("brat")
    (written,) = unzip(archive, ".txt").values()
    (annotations,) = unzip(archive, ".ann").values()
    assert written.decode("utf-8") == text and b"\r" not in written
    for line in annotations.decode("utf-8").splitlines():
        key, body, *words = line.split("\t")
        if key.startswith("T"):
            pieces = [p.split() for p in body.split(" ", 1)[1].split(";")]
            assert " ".join(text[int(s) : int(e)] for s, e in pieces) == words[0], line


def web_annotation_json():
    page = json.loads(export("web-annotation"))
    for item in page["items"]:
        if item["motivation"] in ("classifying", "editing"):
            position, quote = item["target"]["selector"]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            assert text[position["end"] :].startswith(quote["suffix"])


def csv_table():
    rows = list(csv.DictReader(io.StringIO(export("csv").decode("utf-8-sig"), newline="")))
    same([(r["label"], int(r["start"]), r["text"]) for r in rows], spans(document["annotations"]))
    assert all(text.encode("utf-16-le")[2 * int(r["start_utf16"]) : 2 * int(r["end_utf16"])].decode("utf-16-le") == r["text"] for r in rows)


def utf16_spans():
    units = text.encode("utf-16-le")
    line = json.loads(export("doccano"))
    same([(l, len(units[: 2 * s].decode("utf-16-le")), units[2 * s : 2 * e].decode("utf-16-le")) for s, e, l in line["label"]], spans(standing))


CHECKS = [
    ("spacy", "spaCy DocBin", spacy_docbin),
    ("spacy", "spaCy JSON lines", spacy_example),
    ("spacy", "CoNLL-2003", spacy_convert),
    ("cassis", "UIMA CAS XMI", cassis_xmi),
    ("cassis", "UIMA CAS JSON", cassis_json),
    ("conllu", "CoNLL-U", conllu_reader),
    ("gatenlp", "GATE bdocjs", gatenlp_reader),
    ("lxml", "TEI P5", tei_reader),
    ("label_studio_sdk", "Label Studio", label_studio_reader),
    ("json", "brat standoff", brat_files),
    ("json", "W3C Web Annotation", web_annotation_json),
    ("json", "CSV", csv_table),
    ("json", "doccano", utf16_spans),
]

failed = 0
for module, name, check in CHECKS:
    try:
        importlib.import_module(module)
    except ImportError:
        print(f"skipped  {name}: the Python package of its reader ({module}) is not installed")
        continue
    try:
        check()
        print(f"ok       {name}")
    except Exception as error:  # noqa: BLE001: each format is reported, whatever its reader throws
        failed += 1
        print(f"FAILED   {name}: {type(error).__name__}: {error}")
sys.exit(1 if failed else 0)
