// A visit to the built page, from the address to the first marks: a first one over a line of 10 Mbit/s and 40 ms, and one with the
// files at hand (kept by the service worker of a visit before). An article of 6 KB is pasted as soon as there is a box for it; of the
// second kind also once the page stands ready. Prints the median and the worst of ROUNDS visits, in milliseconds.
//
//   scripts/build, then: node benches/visit.mjs [ROUNDS]      (CHROMIUM=… for another browser)
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../scripts/server.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 7);
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 250_000 };

const sentences = readFileSync(join(ROOT, "benches/article/sentences.txt"), "utf8").split("\n").filter(Boolean);
let article = "";
for (let n = 0; article.length < 6000; n += 3) article += `${sentences.slice(n % sentences.length, (n % sentences.length) + 3).join(" ")}\n\n`;

const server = await serve(join(ROOT, "dist"), { base: "/bench/" });
const executablePath = process.env.CHROMIUM || execFileSync("bash", ["-c", ". scripts/lib.sh && find_chromium"], { cwd: ROOT, encoding: "utf8" }).trim();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

/** Runs in the page before anything of it: notes when it is painted, when there is a box, and when the first mark stands. */
function watch({ article, early }) {
  const times = (globalThis.times = {});
  const paste = () => {
    times.pasted = performance.now();
    const data = new DataTransfer();
    data.setData("text/plain", article);
    document.getElementById("paste").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  };
  globalThis.pasteNow = paste;
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => (times[entry.name] ??= entry.startTime))).observe({ type: "paint", buffered: true });
  new MutationObserver((_, observer) => {
    if (!times.box && document.getElementById("paste") && globalThis.galleyEarly) {
      times.box = performance.now();
      if (early) setTimeout(paste);
    }
    if (!times.ready && times.box && document.readyState !== "loading" && !document.getElementById("boot")) times.ready = performance.now();
    if (times.pasted && document.querySelector("#sheet .t span[data-l]:not([data-l='']), #sheet .t span.e, #sheet .t span[class]")) {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (times.marks = performance.now())));
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** One visit in `context`; `early` pastes at once, else when the page has been ready for a while. */
async function visit(context, early, line) {
  const page = await context.newPage();
  if (line) {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", line);
  }
  await page.addInitScript(watch, { article, early });
  await page.goto(server.url, { waitUntil: "commit" });
  if (!early) {
    await page.waitForFunction(() => globalThis.times.ready);
    await page.waitForTimeout(1500);
    await page.evaluate(() => globalThis.pasteNow());
  }
  await page.waitForFunction(() => globalThis.times.marks, null, { timeout: 120_000 });
  const times = await page.evaluate(() => globalThis.times);
  return { page, times };
}

const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const row = (name, list) => console.log(`${name.padEnd(64)}${middle(list).toFixed(0).padStart(8)}${Math.max(...list).toFixed(0).padStart(8)}`);
const noted = {};
const note = (name, value) => (noted[name] ??= []).push(value);

for (let n = 0; n < ROUNDS; n++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page, times } = await visit(context, true, LINE);
  note("first visit: first paint", times["first-contentful-paint"]);
  note("first visit: a box to paste into", times.box);
  note("first visit: first marks of what was pasted at once", times.marks);
  await page.waitForFunction(() => globalThis.galley?.offlineReady, null, { timeout: 120_000 });
  await page.evaluate(() => localStorage.clear());
  await page.close();
  const again = await visit(context, true);
  note("files at hand: first paint", again.times["first-contentful-paint"]);
  note("files at hand: the page is ready", again.times.ready ?? again.times.marks);
  note("files at hand: first marks of what was pasted at once", again.times.marks);
  await again.page.evaluate(() => localStorage.clear());
  await again.page.close();
  const ready = await visit(context, false);
  note("files at hand: from the paste on the ready page to the first marks", ready.times.marks - ready.times.pasted);
  await context.close();
}
console.log(`${"ms, of ".padEnd(0)}${`${ROUNDS} visits`.padEnd(57)}${"median".padStart(8)}${"worst".padStart(8)}`);
for (const [name, list] of Object.entries(noted)) row(name, list);
await browser.close();
server.close();
