// Where the files are that a program opens when it needs them (its wasm, the worker, the models).
//
// The hosted page lists them by address, in a data block that scripts/finish.mjs writes; the single file
// carries them as base64, most of them packed by gzip, one data block each. Both look the same from here on: a source is
// an absolute address (string) or the bytes themselves (Blob).

import { unpacked, unpackedStream } from "./packed.js";

const list = document.getElementById("galley-assets");

/** The version of the hosted page, as its service worker names it; none in the single file. */
export const version = list?.dataset.version;

/** Every asset of this page: name → address or bytes. */
export function sources() {
  const found = {};
  if (list) {
    for (const [name, path] of Object.entries(JSON.parse(list.textContent))) found[name] = new URL(path, document.baseURI).href;
  }
  for (const block of document.querySelectorAll("script[data-asset]")) found[block.dataset.asset] = new Blob([fromBase64(block.textContent.trim())]);
  return found;
}

/** Fetches a source. Resolves to its bytes as they are kept, packed or not. */
export async function fetched(source) {
  if (!source) throw new Error("a file of the page is not in its list of files");
  return typeof source === "string" ? (await answered(source)).blob() : source;
}

/** Compiles a source to a WebAssembly.Module, as it arrives where that can be. `priority` is fetch's own. */
export async function compiled(source, priority = "auto") {
  const type = "application/wasm";
  return WebAssembly.compileStreaming(await (typeof source === "string" ? unpackedStream((await answered(source, priority)).body, type) : unpacked(source, type)));
}

async function answered(address, priority = "auto") {
  const answer = await fetch(address, { priority });
  if (!answer.ok) throw new Error(`${new URL(address).pathname} could not be loaded (${answer.status})`);
  return answer;
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
