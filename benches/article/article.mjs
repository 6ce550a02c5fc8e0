// The text that the benches read, as mod.rs makes it.
import { readFileSync } from "node:fs";

const SENTENCES = readFileSync(new URL("sentences.txt", import.meta.url), "utf8").trimEnd().split("\n");

/** About `bytes` bytes of article: paragraphs of one to three sentences with a blank line between them. */
export function article(bytes) {
  let state = 0x5eedn;
  const draw = (n) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) & 0xffff_ffff_ffff_ffffn;
    return Number((state >> 33n) % BigInt(n));
  };
  const pieces = [];
  let length = 0;
  const push = (piece) => {
    pieces.push(piece);
    length += Buffer.byteLength(piece);
  };
  while (length < bytes) {
    if (length > 0) push("\n\n");
    const last = draw(3);
    for (let n = 0; n <= last; n += 1) {
      if (n > 0) push(" ");
      push(SENTENCES[draw(SENTENCES.length)]);
    }
  }
  return pieces.join("");
}
