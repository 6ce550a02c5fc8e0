// Bundles a script with wasm-bindgen's glue, and the style sheets into one.
import { buildSync } from "esbuild";

const common = { bundle: true, minify: true, write: false, charset: "utf8", legalComments: "none", logLevel: "error", target: ["chrome97", "firefox114", "safari16.4"] };

/** One script of `entry` and the glue, if any, that it imports as "galley:glue"; `format` is "esm" or "iife". */
export function bundleScript(entry, glue, format) {
  // The glue falls back on import.meta.url for an address that boot.js always gives.
  const [out] = buildSync({ ...common, entryPoints: [entry], alias: glue ? { "galley:glue": glue } : {}, format, define: format === "iife" ? { "import.meta.url": '""' } : {} }).outputFiles;
  return out.text;
}

/** A part of the page that is loaded later, as a module; or, as a plain script, what sets `name`. */
export function bundlePart(entry, name) {
  const loader = { ".css": "text" };
  const [out] = buildSync({ ...common, entryPoints: [entry], loader, ...(name ? { format: "iife", globalName: name } : { format: "esm" }) }).outputFiles;
  return out.text;
}

/** One sheet of several, imports included, in order. */
export function bundleStyle(sheets) {
  const contents = sheets.map((path) => `@import ${JSON.stringify(path)};`).join("\n");
  const [out] = buildSync({ ...common, stdin: { contents, loader: "css", resolveDir: "/" }, loader: { ".svg": "dataurl" } }).outputFiles;
  return out.text;
}
