// How well the article is taken from a web page: drops the pages of the public article-extraction-benchmark on the built page and scores what
// comes in, as that benchmark does: precision, recall and F1 of word 4-grams, a mean over the pages.
//   scripts/build; node benches/extraction.mjs FOLDER     FOLDER has ground-truth.json and html/ID.html.gz
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../scripts/server.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("which folder? It has ground-truth.json and html/ID.html.gz");
const truth = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8"));

/** The runs of four words of a text, with how often each is there; of a shorter text the text itself. */
function shingles(text) {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const size = Math.min(4, words.length);
  const found = new Map();
  for (let i = 0; size && i + size <= words.length; i++) {
    const key = words.slice(i, i + size).join(" ");
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

function score(is, should) {
  const sum = (map) => [...map.values()].reduce((a, b) => a + b, 0);
  let both = 0;
  for (const [key, n] of is) both += Math.min(n, should.get(key) ?? 0);
  const precision = sum(is) ? both / sum(is) : Number(!sum(should));
  const recall = sum(should) ? both / sum(should) : 1;
  return [precision, recall, precision + recall ? (2 * precision * recall) / (precision + recall) : 0];
}

const server = await serve(join(fileURLToPath(new URL("..", import.meta.url)), "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
await page.goto(server.url);
await page.waitForFunction(() => !document.getElementById("boot"));

const all = [];
for (const [id, { articleBody }] of Object.entries(truth)) {
  const bytes = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`)));
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "page.html", { type: "text/html" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, bytes.toString("base64"));
  // A page in which nothing is found to read stays away, and says so.
  await page.locator("#sheet, .notice.bad").first().waitFor();
  // A long text is drawn as one goes down.
  for (let drawn = -1, now = 0; now !== drawn; ) {
    drawn = now;
    now = await page.evaluate(async () => {
      const proof = document.getElementById("proof");
      if (proof) proof.scrollTop = proof.scrollHeight;
      await new Promise((done) => setTimeout(done, 120));
      return document.querySelectorAll("#sheet .t").length;
    });
  }
  const text = (await page.locator("#sheet .t").allTextContents()).join("\n");
  const one = score(shingles(text), shingles(articleBody));
  all.push(one);
  console.log(`${id.slice(0, 12)}  ${one.map((n) => n.toFixed(3)).join("  ")}`);
  if (await page.locator("#sheet").count()) await page.getByRole("button", { name: /back to the start page/ }).click();
  else await page.getByRole("button", { name: "Close this note" }).click();
}
const mean = [0, 1, 2].map((i) => all.reduce((sum, one) => sum + one[i], 0) / all.length);
console.log(`${all.length} pages: precision ${mean[0].toFixed(3)}, recall ${mean[1].toFixed(3)}, F1 ${mean[2].toFixed(3)}`);
await browser.close();
server.close();
