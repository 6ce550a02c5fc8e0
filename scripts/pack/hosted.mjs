// The page as it is served: hashed files, index.html that lists them, and the service worker that keeps them.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digest, dropLines, nameOf, packed, replaceOnce } from "./text.mjs";

const FIXED = ["manifest.webmanifest", "icon.svg", "icon-192.png", "icon-512.png"];

export function writeHosted(folder, parts) {
  mkdirSync(join(folder, "models"), { recursive: true });
  const files = [];
  const write = (stem, end, bytes) => {
    const name = `${stem}-${nameOf(bytes)}.${end}`;
    writeFileSync(join(folder, name), bytes);
    files.push(name);
    return name;
  };

  const style = write("style", "css", parts.style);
  const early = write("early", "js", parts.early);
  const page = write("page", "js", parts.page);
  // Packed here and unpacked by the page as it arrives: many hosts send WebAssembly as it is.
  const assets = { "app.wasm": write("page", "wasm.gz", packed(parts.pageWasm)) };
  for (const [name, { script, wasm }] of Object.entries(parts.workers)) {
    assets[`${name}.js`] = write(name, "js", script);
    assets[`${name}.wasm`] = write(name, "wasm.gz", packed(wasm));
  }
  for (const [name, { module }] of Object.entries(parts.later)) assets[`${name}.js`] = write(name, "js", module);
  for (const [name, bytes] of Object.entries(parts.models)) assets[name] = write(name.replace(/\.bin$/, ""), "bin.gz", bytes);

  for (const name of FIXED) {
    cpSync(join(parts.boot, name), join(folder, name));
    files.push(name);
  }

  writeFileSync(join(folder, "NOTICE.txt"), parts.notice);
  files.push("NOTICE.txt");

  let html = dropLines(parts.html, /<link rel="stylesheet"/);
  html = replaceOnce(html, "src/boot/icon.svg", "icon.svg");
  html = replaceOnce(html, "src/boot/manifest.webmanifest", "manifest.webmanifest");
  // Before the style sheet, for which a script after it would wait.
  html = replaceOnce(html, '<script src="src/boot/early.js"></script>', `<script src="${early}" integrity="${digest(parts.early)}"></script>`);
  html = replaceOnce(
    html,
    '<script type="module" src="src/boot/boot.js"></script>',
    [
      `<link rel="stylesheet" href="${style}" integrity="${digest(parts.style)}">`,
      `<link rel="preload" href="${assets["app.wasm"]}" as="fetch" crossorigin>`,
      `<script type="application/json" id="galley-assets" data-version="%VERSION%">${JSON.stringify(assets)}</script>`,
      `<script type="module" src="${page}" integrity="${digest(parts.page)}"></script>`,
    ].join("\n"),
  );

  const kept = ["./", ...files];
  let worker = readFileSync(join(parts.boot, "sw.js"), "utf8");
  const version = nameOf(html + worker + files.map((name) => digest(readFileSync(join(folder, name)))).join());
  writeFileSync(join(folder, "index.html"), replaceOnce(html, "%VERSION%", version));
  worker = replaceOnce(worker, '"%VERSION%"', JSON.stringify(version));
  worker = replaceOnce(worker, '["%FILES%"]', JSON.stringify(kept));
  writeFileSync(join(folder, "sw.js"), worker);

  const strange = readdirSync(folder, { recursive: true }).filter((name) => !kept.includes(name) && !["index.html", "sw.js", "models"].includes(name));
  if (strange.length) throw new Error(`files that the service worker would not keep: ${strange.join(", ")}`);
}
