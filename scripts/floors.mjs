// The house has floors: no two files under src/ need each other, directly or through others, and no function is longer than a screen or two.
//   node scripts/floors.mjs            what there is: circles, long functions, long files
//   node scripts/floors.mjs --check    exits with 1 where there is more of it than KNOWN allows
//
// A file needs another where it names something of it: `use crate::text::Span` needs the file that defines `Span`, whatever re-exports it
// on the way. Tests are left out; so are `mod` lines, since a folder's mod.rs stands above what is in it.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const LONGEST_FUNCTION = 90;
const LONGEST_FILE = 500;
// What is still to be mended. It only ever shrinks.
const KNOWN = { filesInCircles: 0, longFunctions: 0 };

const sources = readdirSync("src", { recursive: true }).map((name) => join("src", String(name))).filter((path) => path.endsWith(".rs") && statSync(path).isFile());

/** "crate::text::span" of "src/text/span.rs". */
const moduleOf = (path) => ["crate", ...path.replace(/^src\//, "").replace(/\.rs$/, "").split("/").filter((part) => part !== "mod" && part !== "lib")].join("::");
const isTest = (path) => /(^|\/)tests?(\/|\.rs$)|testing\.rs$/.test(path);

/** The text without comments, strings and test modules, with as many lines as before. */
function bare(text) {
  let out = "";
  for (let i = 0; i < text.length; ) {
    const rest = text.slice(i);
    let skip = null;
    if (rest.startsWith("//")) skip = rest.match(/^[^\n]*/)[0];
    else if (rest.startsWith("/*")) skip = rest.match(/^[\s\S]*?\*\//)?.[0] ?? rest;
    else if (/^b?r#*"/.test(rest) && !/\w/.test(text[i - 1] ?? "")) {
      const hashes = rest.match(/^b?r(#*)"/)[1];
      const from = rest.indexOf('"') + 1;
      skip = rest.slice(0, rest.indexOf(`"${hashes}`, from) + 1 + hashes.length);
    } else if (rest[0] === '"') skip = rest.match(/^"(?:[^"\\]|\\[\s\S])*"/)?.[0] ?? rest;
    else if (rest[0] === "'") skip = rest.match(/^'(?:\\(?:u\{[^}]*\}|x..|.)|[^\\'\n])'/u)?.[0] ?? null;
    if (skip) {
      out += skip.replace(/[^\n]/g, " ");
      i += skip.length;
    } else {
      out += text[i];
      i += 1;
    }
  }
  return withoutTests(out).replace(/pub\(in [^)]*\)/g, (visibility) => "pub".padEnd(visibility.length));
}

/** Where the block that opens at or after `from` ends. */
function blockEnd(text, from) {
  let depth = 0;
  for (let i = text.indexOf("{", from); i >= 0 && i < text.length; i += 1) {
    if (text[i] === "{") depth += 1;
    else if (text[i] === "}" && --depth === 0) return i + 1;
  }
  return text.length;
}

function withoutTests(text) {
  for (let at; (at = text.search(/#\[cfg\((all\()?test/)) >= 0; ) {
    const semicolon = text.indexOf(";", at);
    const brace = text.indexOf("{", at);
    const end = semicolon >= 0 && (brace < 0 || semicolon < brace) ? semicolon + 1 : blockEnd(text, at);
    text = text.slice(0, at) + text.slice(at, end).replace(/[^\n]/g, " ") + text.slice(end);
  }
  return text;
}

/** The paths of a `use` tree: `a::{b, c::d}` gives a::b and a::c::d, each with the name it gets. */
function paths(tree) {
  tree = tree.trim();
  const open = tree.indexOf("{");
  if (open < 0) {
    const [path, name] = tree.split(/\s+as\s+/);
    return [{ path: path.trim(), name: (name ?? path.split("::").at(-1)).trim() }];
  }
  const parts = [];
  let depth = 0;
  let from = open + 1;
  for (let i = open; i < tree.length; i += 1) {
    if (tree[i] === "{") depth += 1;
    else if (tree[i] === "}") depth -= 1;
    if ((tree[i] === "," && depth === 1) || depth === 0) {
      parts.push(tree.slice(from, i));
      from = i + 1;
      if (depth === 0) break;
    }
  }
  return parts.filter((part) => part.trim()).flatMap((part) => paths(part).map(({ path, name }) => (path === "self" ? { path: tree.slice(0, open).replace(/::\s*$/, "").trim(), name: tree.slice(0, open).replace(/::\s*$/, "").split("::").at(-1).trim() } : { path: tree.slice(0, open).trim() + path, name })));
}

const files = new Map(); // module -> { path, text, reexports: name -> path, defines: Set }
for (const path of sources) {
  if (isTest(path)) continue;
  const text = bare(readFileSync(path, "utf8"));
  files.set(moduleOf(path), { path, text, module: moduleOf(path), reexports: new Map(), globs: [] });
}
const absolute = (path, module, isRoot) => {
  const parts = path.replace(/\s+/g, "").split("::");
  let base;
  if (parts[0] === "crate") base = ["crate"];
  else if (parts[0] === "self") base = module.split("::");
  else if (parts[0] === "super") base = module.split("::").slice(0, -1);
  else if (parts[0] === "galley") base = ["crate"];
  else if (files.has(`${module}::${parts[0]}`) && isRoot) return [...module.split("::"), ...parts].join("::");
  else return null;
  let rest = parts.slice(1);
  while (rest[0] === "super") {
    base.pop();
    rest = rest.slice(1);
  }
  return [...base, ...rest].join("::");
};
for (const file of files.values()) {
  for (const [, visible, tree] of file.text.matchAll(/(?:^|\n)\s*(pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/g)) {
    for (const { path, name } of paths(tree)) {
      const full = absolute(path, file.module, true);
      if (!full || !visible) continue;
      if (name === "*") file.globs.push(full.replace(/::\*$/, ""));
      else file.reexports.set(name, full);
    }
  }
}

/** The file that defines what `path` names, through every re-export. */
function definer(path, seen = new Set()) {
  if (seen.has(path)) return null;
  seen.add(path);
  const parts = path.split("::");
  for (let n = parts.length; n > 0; n -= 1) {
    const file = files.get(parts.slice(0, n).join("::"));
    if (!file) continue;
    if (n === parts.length) return file;
    const name = parts[n];
    if (file.reexports.has(name)) return definer([file.reexports.get(name), ...parts.slice(n + 1)].join("::"), seen);
    for (const glob of file.globs) {
      const target = files.get(glob);
      if (target && new RegExp(`\\b(fn|struct|enum|trait|type|const|static|macro_rules!)\\s+${name}\\b`).test(target.text)) return target;
    }
    return file;
  }
  return null;
}

const needs = new Map();
for (const file of files.values()) {
  const wanted = new Set();
  const add = (path) => {
    const full = absolute(path, file.module, true);
    const target = full && definer(full.replace(/::\*$/, ""));
    if (target && target !== file) wanted.add(target.path);
  };
  const withoutUse = file.text.replace(/(?:^|\n)\s*(?:pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/g, (whole, tree) => {
    // What a mod.rs re-exports of its own folder it only passes on.
    if (!/^\s*pub/.test(whole)) for (const { path } of paths(tree)) add(path);
    return whole.replace(/[^\n]/g, " ");
  });
  const imported = new Map();
  for (const [, tree] of file.text.matchAll(/(?:^|\n)\s*(?:pub(?:\([^)]*\))?\s+)?use\s+([^;]+);/g)) for (const { path, name } of paths(tree)) imported.set(name, path);
  for (const [path] of withoutUse.matchAll(/\b(?:crate|super|self)(?:::\w+)+/g)) add(path);
  // `names::find` where `names` is a module in scope.
  for (const [path, first] of withoutUse.matchAll(/(?<![\w:])([a-z_]\w*)(?:::\w+)+/g)) {
    if (imported.has(first)) add([imported.get(first), ...path.split("::").slice(1)].join("::"));
    else if (files.has(`${file.module}::${first}`)) add(`self::${path}`);
  }
  needs.set(file.path, wanted);
}

/** Strongly connected components of more than one file (Tarjan). */
function circles() {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (v) => {
    index.set(v, index.size);
    low.set(v, index.get(v));
    stack.push(v);
    for (const w of needs.get(v) ?? []) {
      if (!index.has(w)) {
        visit(w);
        low.set(v, Math.min(low.get(v), low.get(w)));
      } else if (stack.includes(w)) low.set(v, Math.min(low.get(v), index.get(w)));
    }
    if (low.get(v) === index.get(v)) {
      const component = stack.splice(stack.indexOf(v));
      if (component.length > 1) found.push(component.sort());
    }
  };
  for (const v of needs.keys()) if (!index.has(v)) visit(v);
  return found.sort((a, b) => b.length - a.length);
}

function longFunctions() {
  const found = [];
  for (const { path, text } of files.values()) {
    for (const match of text.matchAll(/\bfn\s+(\w+)/g)) {
      const brace = text.indexOf("{", match.index);
      const semicolon = text.indexOf(";", match.index);
      if (brace < 0 || (semicolon >= 0 && semicolon < brace && !/[[(][^\])]*;/.test(text.slice(match.index, brace)))) continue;
      const lines = text.slice(match.index, blockEnd(text, match.index)).split("\n").length;
      if (lines > LONGEST_FUNCTION) found.push({ path, name: match[1], lines, line: text.slice(0, match.index).split("\n").length });
    }
  }
  return found.sort((a, b) => b.lines - a.lines);
}

const inCircles = circles();
const long = longFunctions();
for (const circle of inCircles) {
  console.log(`circle of ${circle.length}:`);
  for (const path of circle) console.log(`  ${path} → ${[...needs.get(path)].filter((p) => circle.includes(p)).join(", ")}`);
}
for (const { path, line, name, lines } of long) console.log(`${lines} lines: ${name} (${path}:${line})`);
for (const path of sources) {
  const lines = readFileSync(path, "utf8").split("\n").length - 1;
  if (lines > LONGEST_FILE) console.log(`${lines} lines: ${path}`);
}
const counts = { filesInCircles: inCircles.flat().length, longFunctions: long.length };
console.log(`${inCircles.length} circles with ${counts.filesInCircles} files, ${counts.longFunctions} functions over ${LONGEST_FUNCTION} lines`);
if (process.argv.includes("--check")) {
  for (const [what, known] of Object.entries(KNOWN)) {
    if (counts[what] > known) {
      console.error(`${what}: ${counts[what]}, and no more than ${known} are allowed`);
      process.exitCode = 1;
    }
  }
}
