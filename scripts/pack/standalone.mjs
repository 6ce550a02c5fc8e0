// The page as one file that opens from disk: everything inlined, with a policy that names what is inlined by its hash.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { digest, dropLines, replaceOnce } from "./text.mjs";

export function writeStandalone(folder, parts) {
  const script = parts.pageClassic;
  const later = Object.values(parts.later).map(({ plain }) => plain);
  const style = parts.style;
  const early = parts.early;
  for (const [what, text, end] of [["script", script, /<\/script/i], ["script", early, /<\/script/i], ...later.map((text) => ["script", text, /<\/script/i]), ["style", style, /<\/style/i]])
    if (end.test(text)) throw new Error(`the inlined ${what} would end early: it holds its own closing tag`);

  const policy = [
    "default-src 'none'",
    `script-src ${[early, script, ...later].map((text) => `'${digest(text, "sha256")}'`).join(" ")} 'wasm-unsafe-eval'`,
    `style-src '${digest(style, "sha256")}'`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  const packed = { "app.wasm": gzipSync(parts.pageWasm, { level: 9 }) };
  for (const [name, { script, wasm }] of Object.entries(parts.workers)) {
    packed[`${name}.js`] = Buffer.from(script); // not packed: a worker starts from plain text, at once
    packed[`${name}.wasm`] = gzipSync(wasm, { level: 9 });
  }
  Object.assign(packed, parts.models);
  const blocks = Object.entries(packed).map(([name, bytes]) => `<script type="text/plain" data-asset="${name}">${bytes.toString("base64")}</script>`);
  blocks.push(`<script type="text/plain" id="notice">${parts.notice.replace(/</g, "&lt;")}</script>`);
  const icon = `data:image/svg+xml;base64,${readFileSync(join(parts.boot, "icon.svg")).toString("base64")}`;

  let html = dropLines(parts.html, /<link rel="(stylesheet|manifest)"/);
  html = replaceOnce(html, /content="default-src[^"]*"/, `content="${policy}"`);
  html = replaceOnce(html, "src/boot/icon.svg", icon);
  html = replaceOnce(html, '<script src="src/boot/early.js"></script>', `<script>${early}</script>`);
  html = replaceOnce(html, '<script type="module" src="src/boot/boot.js"></script>', `<style>${style}</style>`);
  html = replaceOnce(html, "</body>", `${blocks.join("\n")}\n${later.map((text) => `<script>${text}</script>\n`).join("")}<script>${script}</script>\n</body>`);
  writeFileSync(join(folder, "galley.html"), html);
}
