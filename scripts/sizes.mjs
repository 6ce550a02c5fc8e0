// What a first visit downloads, against what it should be (budget) and what it may not pass (limit).
//   node scripts/sizes.mjs [--check]     --check exits with 1 where a limit is passed
//
// "sent" is what comes over the line from any host: what is packed already as it is, everything else in gzip. Budgets and limits are
// in brotli of what is in the files, which no way of sending them changes.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gunzipSync, gzipSync } from "node:zlib";

const GROUPS = [
  { name: "page", budget: 120_000, limit: 527_500, files: /^(index\.html|early-.*|page-.*|style-.*)$/ },
  { name: "engine", budget: 350_000, limit: 522_000, files: /^worker-.*$/ },
  { name: "formats", budget: 250_000, limit: 347_000, files: /^exchange-.*$/ }, // loaded for the first export or import
  { name: "rules", budget: 300_000, limit: 346_500, files: /^(house|patterns)-.*$/ }, // loaded for the first rule or pattern
  { name: "web pages", budget: 15_000, limit: 15_000, files: /^readable-.*$/ }, // loaded for the first web page
  { name: "models", budget: 2_000_000, limit: 2_500_000, files: /^models\/.*$/ },
  { name: "galley.html", budget: 2_800_000, limit: 3_720_000, files: /^galley\.html$/ },
];

const dist = "dist";
const all = readdirSync(dist, { recursive: true }).map(String).filter((name) => statSync(join(dist, name)).isFile()).sort();
const row = (...cells) => console.log("  " + cells.map((cell, i) => (i ? String(cell).padStart(12) : String(cell).padEnd(34))).join(""));
const count = (n) => n.toLocaleString("en-GB");
let over = false;

row("bytes", "plain", "sent", "brotli", "budget");
for (const { name, budget, limit, files } of GROUPS) {
  const sum = { plain: 0, sent: 0, brotli: 0 };
  for (const file of all.filter((path) => files.test(path))) {
    const bytes = readFileSync(join(dist, file));
    const packed = file.endsWith(".gz");
    const inside = packed ? gunzipSync(bytes) : bytes;
    const size = { plain: inside.length, sent: packed ? bytes.length : gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(inside).length };
    for (const key in sum) sum[key] += size[key];
    if (name !== file) row(`  ${file}`, count(size.plain), count(size.sent), count(size.brotli));
  }
  over ||= sum.brotli > limit;
  row(name, count(sum.plain), count(sum.sent), count(sum.brotli), count(budget), sum.brotli > limit ? " over the limit" : sum.brotli > budget ? " over" : "");
}
if (over && process.argv.includes("--check")) process.exit(1);
