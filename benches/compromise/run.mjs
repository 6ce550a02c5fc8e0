// Galley beside compromise, on the same texts in the same run: speed, and with a gold file exact spans of people, places, organisations.
//
//   ./scripts/build                                  Galley's engine, in dist/
//   npm install --prefix benches/compromise
//   node benches/compromise/run.mjs [GOLD.jsonl]
//
// A gold file has one document a line: {"text": "…", "entities": [[start, end, "PERSON"], …]}, offsets in code points.
import { readFileSync } from "node:fs";
import nlp from "compromise";
import { article } from "../article/article.mjs";
import { openEngine } from "../engine.mjs";

const LABELS = ["PERSON", "ORG", "LOC"];
const engine = await openEngine(process.env.GALLEY_DIST ?? "dist");
await engine.load(article(6_000));

/** What compromise finds, as [start, end, label] in UTF-16 units. Outer punctuation, which its phrases carry along, is cut off: it is no fault of the recogniser. */
function compromise(text) {
  const document = nlp(text);
  const starts = new Map();
  let at = 0;
  for (const sentence of document.document) {
    for (const term of sentence) {
      starts.set(term.id, [at + term.pre.length, at + term.pre.length + term.text.length]);
      at += term.pre.length + term.text.length + term.post.length;
    }
  }
  const spans = [];
  for (const [label, view] of [["PERSON", document.people()], ["LOC", document.places()], ["ORG", document.organizations()]]) {
    for (const phrase of view.docs) {
      if (phrase.length === 0) continue;
      let [start] = starts.get(phrase[0].id) ?? [0];
      let [, end] = starts.get(phrase.at(-1).id) ?? [0, 0];
      const words = text.slice(start, end);
      start += words.length - words.replace(/^[^\p{L}\p{N}]+/u, "").length;
      end = start + text.slice(start, end).replace(/(['’]s)?[^\p{L}\p{N}.]*$/u, "").length;
      if (end > start) spans.push([start, end, label]);
    }
  }
  document.quotations();
  return spans;
}

/** For each byte of `text` in UTF-8 that starts a character, its place in UTF-16 units. */
function units(text) {
  const at = new Uint32Array(Buffer.byteLength(text) + 1);
  let [byte, unit] = [0, 0];
  for (const c of text) {
    at[byte] = unit;
    const code = c.codePointAt(0);
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    unit += c.length;
  }
  at[byte] = unit;
  return at;
}

/** What Galley finds, likewise. */
async function galley(text) {
  const { annotations } = await engine.read(text);
  const at = units(text);
  return annotations.filter((a) => a.layer === "entity" && LABELS.includes(a.label)).map(({ span, label }) => [at[span.start], at[span.end], label]);
}

const readers = { galley, compromise };
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

console.log("time to read, in ms (Galley: names, quotations with speakers, damage; compromise: names, marks)\n");
console.log("bytes".padStart(10) + Object.keys(readers).map((name) => name.padStart(14)).join(""));
for (const size of [6_000, 100_000, 1_000_000]) {
  const text = article(size);
  const cells = [];
  for (const read of Object.values(readers)) {
    const times = [];
    const begun = performance.now();
    do {
      const start = performance.now();
      await read(text);
      times.push(performance.now() - start);
    } while (times.length < 20 && performance.now() - begun < 3_000);
    cells.push(median(times).toFixed(1).padStart(14));
  }
  console.log(String(Buffer.byteLength(text)).padStart(10) + cells.join(""));
}

const gold = process.argv[2];
if (gold) {
  const documents = readFileSync(gold, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  console.log(`\nexact span and label over ${documents.length} documents of ${gold}\n`);
  console.log("".padEnd(12) + ["", ...LABELS].map((label) => `${label || "all"} P / R / F1`.padStart(24)).join(""));
  for (const [name, read] of Object.entries(readers)) {
    const counts = Object.fromEntries(["all", ...LABELS].map((label) => [label, { found: 0, wanted: 0, right: 0 }]));
    for (const { text, entities } of documents) {
      const unit = [0];
      for (const c of text) unit.push(unit.at(-1) + c.length);
      const wanted = new Set(entities.filter(([, , label]) => LABELS.includes(label)).map(([s, e, label]) => `${unit[s]}-${unit[e]}-${label}`));
      const found = new Set((await read(text)).map((span) => span.join("-")));
      const count = (set, key) => set.forEach((span) => ["all", span.split("-")[2]].forEach((label) => (counts[label][key] += 1)));
      count(wanted, "wanted");
      count(found, "found");
      count(new Set([...found].filter((span) => wanted.has(span))), "right");
    }
    const cells = ["all", ...LABELS].map((label) => {
      const { found, wanted, right } = counts[label];
      const [p, r] = [right / (found || 1), right / (wanted || 1)];
      return [p, r, (2 * p * r) / (p + r || 1)].map((x) => (100 * x).toFixed(1)).join(" / ").padStart(24);
    });
    console.log(name.padEnd(12) + cells.join(""));
  }
}
process.exit(0);
