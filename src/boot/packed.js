// Files that are kept packed.

/** The plain bytes of a Blob, whether it was packed or not, as a Response. */
export async function unpacked(blob, type = "application/octet-stream") {
  // A server may have unpacked a .gz file already: its first two bytes tell.
  const [a, b] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const packed = a === 0x1f && b === 0x8b;
  const stream = packed ? blob.stream().pipeThrough(new DecompressionStream("gzip")) : blob.stream();
  return new Response(stream, { headers: { "content-type": type } });
}
