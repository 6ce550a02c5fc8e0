// Where the files are that a program opens when it needs them (its wasm, the worker, the models).
//
// The hosted page lists them by address, in a data block that scripts/finish.mjs writes; the single file
// carries them as base64, most of them packed by gzip, one data block each. Both look the same from here on: a source is
// an absolute address (string) or the bytes themselves (Blob), and either can be posted to a worker.

/** Every asset of this page: name → address or bytes. */
export function sources() {
  const list = document.getElementById("galley-assets");
  const found = {};
  if (list) {
    for (const [name, path] of Object.entries(JSON.parse(list.textContent))) found[name] = new URL(path, document.baseURI).href;
  }
  for (const block of document.querySelectorAll("script[data-asset]")) found[block.dataset.asset] = new Blob([fromBase64(block.textContent.trim())]);
  return found;
}

/** Opens a source. Resolves to a Response with its plain bytes, whether it was compressed or not. */
export async function open(source, type = "application/octet-stream") {
  if (!source) throw new Error("a file of the page is not in its list of files");
  if (typeof source === "string") {
    const answer = await fetch(source);
    if (!answer.ok) throw new Error(`${new URL(source).pathname} could not be loaded (${answer.status})`);
    if (!source.endsWith(".gz")) return answer;
    source = await answer.blob();
  }
  // A server may have unpacked a .gz file already: its first two bytes tell.
  const [a, b] = new Uint8Array(await source.slice(0, 2).arrayBuffer());
  const packed = a === 0x1f && b === 0x8b;
  const stream = packed ? source.stream().pipeThrough(new DecompressionStream("gzip")) : source.stream();
  return new Response(stream, { headers: { "content-type": type } });
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
