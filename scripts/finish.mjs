// Trunk's post_build hook: turns what Trunk made into the page that is served, and, for a release, into galley.html.
//
//   staging/{app,worker,exchange,patterns}.js, *_bg.wasm, index.html                   in, from Trunk
//   staging/index.html, sw.js, *-HASH.*, models/*-HASH.bin.gz, galley.html    out
//
// Every file but index.html, sw.js, galley.html, the manifest and the icons is named by its content.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { leaks } from "./leaks.mjs";
import { bundlePart, bundleScript, bundleStyle } from "./pack/bundle.mjs";
import { writeHosted } from "./pack/hosted.mjs";
import { readModels } from "./pack/models.mjs";
import { writeStandalone } from "./pack/standalone.mjs";

const WORKERS = ["worker", "exchange", "patterns"]; // programs of src/bin that run in web workers
const LATER = ["house", "readable"]; // scripts of src/boot that are loaded when they are first needed
const source = process.env.TRUNK_SOURCE_DIR;
const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const at = (...path) => join(source, ...path);

/** Mozilla's Readability is packed with the page; its licence asks to be named with it. */
const readability = () => {
  const folder = at("node_modules/@mozilla/readability");
  return `\n\nReadability.js ${JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version}\n\n${readFileSync(join(folder, "LICENSE.md"), "utf8")}`;
};

const html = readFileSync(join(staging, "index.html"), "utf8").replace(/<link data-trunk[^>]*>\n?/g, "").replace(/<!--[^]*?-->\n?/g, "");
const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map((m) => at(m[1]));

const parts = {
  html,
  style: bundleStyle(sheets),
  early: bundleScript(at("src/boot/early.js"), null, "iife"),
  page: bundleScript(at("src/boot/boot.js"), join(staging, "app.js"), "esm"),
  pageClassic: bundleScript(at("src/boot/boot.js"), join(staging, "app.js"), "iife"),
  later: Object.fromEntries(LATER.map((name) => [name, { module: bundlePart(at(`src/boot/${name}.js`)), plain: bundlePart(at(`src/boot/${name}.js`), `galley_${name}`) }])),
  workers: Object.fromEntries(WORKERS.map((name) => [name, { script: bundleScript(at("src/boot/worker.js"), join(staging, `${name}.js`), "iife"), wasm: readFileSync(join(staging, `${name}_bg.wasm`)) }])),
  pageWasm: readFileSync(join(staging, "app_bg.wasm")),
  models: readModels(at("models")),
  notice: [at("LICENSE"), at("models/NOTICE")].map((path) => readFileSync(path, "utf8")).join("\n\n") + readability(),
  boot: at("src/boot"),
};

if (release) {
  const built = { page: parts.pageWasm, ...Object.fromEntries(Object.entries(parts.workers).map(([name, { wasm }]) => [name, wasm])) };
  const told = Object.entries(built).flatMap(([name, wasm]) => leaks(wasm).map((path) => `  ${name}: ${path}`));
  if (told.length) throw new Error(`the WebAssembly names paths of this machine (scripts/lib.sh takes them out; a space in one it cannot):\n${told.slice(0, 20).join("\n")}`);
}

for (const name of ["snippets", ...["app", ...WORKERS].flatMap((name) => [`${name}.js`, `${name}_bg.wasm`])]) rmSync(join(staging, name), { recursive: true, force: true });
writeHosted(staging, parts);
if (release) writeStandalone(staging, parts);
