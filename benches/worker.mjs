// How fast the engine reads in WebAssembly. Build first, then: node benches/worker.mjs [dist [bytes…]]
import { article } from "./article/article.mjs";
import { openEngine } from "./engine.mjs";

const engine = await openEngine(process.argv[2] ?? "dist");
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];

const started = performance.now();
await engine.load(article(6_000));
console.log(`models loaded and a first article read in ${(performance.now() - started).toFixed(0)} ms\n`);
console.log("bytes".padStart(12) + "ms".padStart(10) + "ms of processor".padStart(18) + "MB/s".padStart(8));
const sizes = process.argv.slice(3).map(Number);
for (const size of sizes.length > 0 ? sizes : [6_000, 10_000, 100_000, 1_000_000, 10_000_000]) {
  const text = article(size);
  const bytes = Buffer.byteLength(text);
  const runs = [];
  const begun = performance.now();
  do {
    // On a machine that does other things the processor's time is the truer one; it counts V8's own threads too.
    const before = process.cpuUsage();
    const { engine: wall } = await engine.read(text);
    const { user, system } = process.cpuUsage(before);
    runs.push({ wall, processor: (user + system) / 1000 });
  } while (runs.length < 40 && performance.now() - begun < 3_000);
  const [wall, processor] = ["wall", "processor"].map((key) => median(runs.map((run) => run[key])));
  console.log(String(bytes).padStart(12) + wall.toFixed(2).padStart(10) + processor.toFixed(2).padStart(18) + (bytes / Math.min(wall, processor) / 1000).toFixed(1).padStart(8));
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
