import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Replaces the one place that `pattern` names; anything but one place is a mistake in index.html. */
export function replaceOnce(text, pattern, by) {
  const found = text.split(pattern).length - 1;
  if (found !== 1) throw new Error(`index.html should have ${JSON.stringify(String(pattern))} once, not ${found} times`);
  return text.replace(pattern, () => by);
}

/** `text` without the lines that match. */
export const dropLines = (text, pattern) => text.split("\n").filter((line) => !pattern.test(line)).join("\n");

/** A digest for Content-Security-Policy and integrity attributes. */
export const digest = (bytes, name = "sha384") => `${name}-${createHash(name).update(bytes).digest("base64")}`;

/** Ten characters that name a file by its content. */
export const nameOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);

/** Bytes packed by gzip, as small as it goes. */
export const packed = (bytes) => gzipSync(bytes, { level: 9 });
