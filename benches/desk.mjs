// Gestures on a long article, in the built page: 60,000 words with 6,000 annotations. Prints the median and the worst time
// from a key to the painted frame, and how long the page's thread was blocked while the article was taken in.
//
//   scripts/build, then: node benches/desk.mjs [WORDS] [ANNOTATIONS]      (CHROMIUM=… for another browser)
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../scripts/server.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const [WORDS, ANNOTATIONS] = [Number(process.argv[2] ?? 60_000), Number(process.argv[3] ?? 6_000)];
/** How often each gesture is made. */
const ROUNDS = 15;

/** An article of our own sentences, with words of it annotated by a person, as a file of Galley's. */
function article() {
  const sentences = readFileSync(join(ROOT, "benches/article/sentences.txt"), "utf8").split("\n").filter(Boolean);
  const paragraphs = [];
  let words = 0;
  for (let n = 0; words < WORDS; n += 4) {
    const paragraph = [0, 1, 2, 3].map((k) => sentences[(n + k) % sentences.length]).join(" ");
    words += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  const text = paragraphs.join("\n\n");
  const places = [...text.matchAll(/\p{L}{4,}/gu)];
  const labels = ["PERSON", "ORG", "LOC", "MISC"];
  const annotations = Array.from({ length: ANNOTATIONS }, (_, n) => {
    const { 0: slice, index } = places[Math.floor((n * places.length) / ANNOTATIONS)];
    const start = [...text.slice(0, 0)].length + index; // the sentences have no characters beyond the first plane
    return { id: `e${n + 1}`, layer: "entity", label: labels[n % 4], start, end: start + slice.length, text: slice, origin: "manual", status: "accepted" };
  });
  return { words, bytes: Buffer.from(JSON.stringify({ format: "galley", version: 1, offsets: "codepoint", document: { id: "long", title: "A long article", lang: "en", text }, annotations, relations: [], edits: [] })) };
}

const server = await serve(join(ROOT, "dist"), { base: "/bench/" });
const executablePath = process.env.CHROMIUM || execFileSync("bash", ["-c", ". scripts/lib.sh && find_chromium"], { cwd: ROOT, encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.addInitScript(() => {
  globalThis.blocked = [];
  new PerformanceObserver((list) => list.getEntries().forEach((e) => globalThis.blocked.push(e.duration))).observe({ type: "longtask" });
  /** From a key to the painted frame, in milliseconds. */
  globalThis.press = async (key, init = {}) => {
    const start = performance.now();
    document.getElementById("sheet").dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
    await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
    return performance.now() - start;
  };
});
await page.goto(server.url);
await page.waitForFunction(() => !document.getElementById("boot"));
const { words, bytes } = article();
const quiet = () => page.waitForFunction(() => /read in/.test(document.querySelector("footer .figures")?.textContent ?? "") && !/on their way/.test(document.querySelector("footer .figures").textContent), null, { timeout: 300_000 });
const blocked = () => page.evaluate(() => globalThis.blocked.splice(0));

await blocked();
await page.locator("input[type=file]").first().setInputFiles({ name: "long.galley.jsonl", mimeType: "", buffer: bytes });
await page.locator("#sheet .p").first().waitFor({ timeout: 120_000 });
await quiet();
const taking = await blocked();
console.log(`${words.toLocaleString("en")} words, ${ANNOTATIONS.toLocaleString("en")} annotations, ${Math.round(bytes.length / 1e3).toLocaleString("en")} KB`);
console.log(`taken in: ${taking.length} tasks over 50 ms, the longest ${Math.round(Math.max(0, ...taking))} ms, ${Math.round(taking.reduce((a, b) => a + b, 0))} ms together`);

async function measure(name, prepare, key, init) {
  const times = [];
  for (let n = 0; n < ROUNDS; n++) {
    for (const step of prepare) await page.evaluate(([key, init]) => globalThis.press(key, init), step);
    times.push(await page.evaluate(([key, init]) => globalThis.press(key, init), [key, init]));
    await page.waitForTimeout(30);
  }
  times.sort((a, b) => a - b);
  console.log(`${name.padEnd(34)} median ${times[times.length >> 1].toFixed(0).padStart(5)} ms   worst ${times.at(-1).toFixed(0).padStart(5)} ms`);
}

const ctrl = { ctrlKey: true };
for (const where of ["at the start", "with the whole article drawn"]) {
  if (where !== "at the start") {
    await page.evaluate(async () => {
      for (;;) {
        const more = document.querySelector(".more button");
        if (!more) return;
        more.click();
        await new Promise((done) => setTimeout(done, 20));
      }
    });
    await page.waitForTimeout(1000);
  }
  console.log(where);
  await measure("  select the next", [], "n", {});
  await measure("  relabel", [["n", {}]], "3", {});
  await measure("  reject", [["n", {}]], "x", {});
  await measure("  undo", [], "z", ctrl);
  await measure("  redo", [], "y", ctrl);
  await measure("  delete", [["n", {}]], "Delete", {});
}
await browser.close();
server.close();
