// Files that are kept packed.

/** True where bytes begin as gzip does. A server may have unpacked a .gz file already: its first two bytes tell. */
const isPacked = ([a, b]) => a === 0x1f && b === 0x8b;

const response = (stream, packed, type) => new Response(packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream, { headers: { "content-type": type } });

/** The plain bytes of a Blob, whether it was packed or not, as a Response. */
export async function unpacked(blob, type = "application/octet-stream") {
  return response(blob.stream(), isPacked(new Uint8Array(await blob.slice(0, 2).arrayBuffer())), type);
}

/** The same of a stream, as it arrives. */
export async function unpackedStream(stream, type) {
  const reader = stream.getReader();
  let begun = new Uint8Array();
  let ended = false;
  while (begun.length < 2 && !ended) {
    const { done, value } = await reader.read();
    ended = done;
    if (value) begun = begun.length ? new Uint8Array([...begun, ...value]) : value;
  }
  const whole = new ReadableStream({
    start: (out) => out.enqueue(begun),
    async pull(out) {
      const { done, value } = await reader.read();
      if (done) out.close();
      else out.enqueue(value);
    },
    cancel: (why) => reader.cancel(why),
  });
  return response(whole, isPacked(begun), type);
}
