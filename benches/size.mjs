// What each built file weighs: as it is, and as gzip and brotli send it. Run after ./scripts/build; takes the folder, dist by default.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv[2] ?? "dist";
let names;
try {
  names = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile()).sort();
} catch (error) {
  console.error(`${folder}: ${error.message}. Build first: ./scripts/build`);
  process.exit(2);
}

// What a first visit loads, part by part, and what design allows it, in KB of 1,000 bytes after brotli.
const PARTS = [
  { name: "page", limit: 120, has: (name) => /^(index\.html|page-.*|style-.*|boot-.*)$/.test(name) },
  { name: "engine", limit: 350, has: (name) => /^worker-/.test(name) },
  { name: "models", limit: 2000, has: (name) => /^models\//.test(name) },
  { name: "single file", has: (name) => name === "galley.html" },
];

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(10);
const row = (name, sizes) => console.log(name.padEnd(40) + sizes.map(kb).join(""));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

console.log("KB".padEnd(40) + ["raw", "gzip", "brotli"].map((head) => head.padStart(10)).join(""));
const totals = PARTS.map(() => [0, 0, 0]);
for (const name of names) {
  const bytes = readFileSync(join(folder, name));
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  row(name, sizes);
  PARTS.forEach((part, n) => part.has(name) && sizes.forEach((size, column) => (totals[n][column] += size)));
}
console.log();
PARTS.forEach((part, n) => {
  const limit = part.limit ? `   of ${part.limit} KB${totals[n][2] > part.limit * 1000 ? "  EXCEEDED" : ""}` : "";
  process.stdout.write(part.name.padEnd(40) + totals[n].map(kb).join("") + limit + "\n");
});
