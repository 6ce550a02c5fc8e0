// How fast the engine reads in WebAssembly. Build first, then: node benches/worker.mjs [dist]
import { article } from "./article/article.mjs";
import { openEngine } from "./engine.mjs";

const engine = await openEngine(process.argv[2] ?? "dist");
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

const started = performance.now();
await engine.load(article(6_000));
console.log(`models loaded and a first article read in ${(performance.now() - started).toFixed(0)} ms\n`);
console.log("bytes".padStart(12) + "engine ms".padStart(12) + "with messages".padStart(15) + "MB/s".padStart(8));
for (const size of [6_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
  const text = article(size);
  const bytes = Buffer.byteLength(text);
  const runs = [];
  const begun = performance.now();
  while (runs.length < 3 || (runs.length < 40 && performance.now() - begun < 2_000)) runs.push(await engine.read(text));
  const took = median(runs.map((r) => r.engine));
  const wall = median(runs.map((r) => r.wall));
  console.log(String(bytes).padStart(12) + took.toFixed(2).padStart(12) + wall.toFixed(2).padStart(15) + (bytes / took / 1000).toFixed(1).padStart(8));
}

const text = article(360_000);
let bytes = Buffer.from(text);
await engine.read(text);
const keys = [];
for (let n = 0; n < 40; n += 1) {
  const at = bytes.indexOf(" ", Math.floor((bytes.length * n) / 41));
  keys.push((await engine.type(at, "e")).wall);
  bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from("e"), bytes.subarray(at)]);
}
console.log(`\na keystroke in ${text.split(/\s+/).length} words: first answer after ${median(keys).toFixed(1)} ms, at most ${Math.max(...keys).toFixed(1)} ms`);
process.exit(0);
