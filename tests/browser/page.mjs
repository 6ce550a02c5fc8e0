// Drives the built page (dist/) in a headless Chromium. What every browser test uses.
//
//   import { test } from "node:test";
//   import { open, put, settled } from "./page.mjs";
//
//   test("a name is marked", async (t) => {
//     const { page } = await open(t);              // fresh profile, dist/ served under a sub path
//     await put(page, "Lena Ortiz resigned.");      // pastes it with the real clipboard and the real key
//     await settled(page);                          // the engine has answered in full
//     ...
//   });                                             // at the end: no error in the console, no request to another host
//
// `scripts/build` first; `scripts/test browser` runs all of them, `node --test tests/browser/NAME.test.mjs` one file.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/server.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
export const DIST = join(ROOT, "dist");
/** The page must work under any path; the tests serve it under this one. */
export const BASE = "/some/project/";

if (!existsSync(join(DIST, "index.html"))) throw new Error("there is no dist/index.html: run scripts/build first");

let browser;
after(() => browser?.close());

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** Chromium, now and then, crashes before it has opened anything: that says nothing about the page, and it is started again. */
async function persistently(start) {
  for (let tries = 3; ; tries--) {
    try {
      return await start();
    } catch (error) {
      if (tries === 1) throw error;
      console.log(`The browser did not start, and is started again: ${String(error.message).split("\n", 1)[0]}`);
    }
  }
}

async function launch() {
  if (!browser?.isConnected()) browser = await persistently(() => chromium.launch({ executablePath: process.env.CHROMIUM || findChromium(), args: ARGUMENTS }));
  return browser;
}

/** A browser of its own on a profile folder that outlives it. `kill()` ends all of its processes as a power cut would: nothing of it gets to run. */
export async function launchApart(profile) {
  const options = { executablePath: process.env.CHROMIUM || findChromium(), args: ARGUMENTS, viewport: { width: 1440, height: 900 } };
  const context = await persistently(() => chromium.launchPersistentContext(profile, options));
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const main = processInfo.find((process) => process.type === "browser").id;
  const gone = new Promise((done) => context.once("close", done));
  let killed = false;
  const kill = async () => {
    if (killed) return;
    killed = true;
    process.kill(main, "SIGKILL");
    await gone;
  };
  return { context, kill };
}

function findChromium() {
  return execFileSync("bash", ["-c", ". scripts/lib.sh && find_chromium"], { cwd: ROOT, encoding: "utf8" }).trim();
}

/**
 * Opens the page in a fresh profile. Options:
 *   single    open dist/galley.html from disk instead of the served page
 *   folder    serve another folder than dist/
 *   expect    patterns of console errors that this test provokes
 *   allow     an address of another server that this test means to reach
 *   init      a function that runs in the page before anything of it does
 *   start     false: do not wait until the page has started
 *   go        false: do not open the page's address yet
 *   …         anything else goes to Playwright's browser.newContext (viewport, colorScheme, …)
 * Resolves to { page, context, server, url, errors, foreign }.
 */
export async function open(t, { single = false, folder = DIST, expect = [], allow, start = true, go = true, init, ...options } = {}) {
  const server = single ? null : await serve(folder, { base: BASE });
  let context;
  // Whatever happens next: a server left listening would keep the run from ever ending. The page goes first: what it still loads is no error.
  t.after(async () => {
    await context?.close();
    server?.closeAllConnections();
    server?.close();
  });
  const url = single ? pathToFileURL(join(DIST, "galley.html")).href : server.url;
  context = await (await launch()).newContext({ viewport: { width: 1440, height: 900 }, ...options });
  if (!single) await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });

  const errors = [];
  const foreign = [];
  context.on("request", (request) => {
    const address = request.url();
    if (!/^(blob|data):/.test(address) && !address.startsWith(single ? "file:" : url) && !(allow && address.startsWith(allow))) foreign.push(address);
  });
  context.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  context.on("weberror", (error) => errors.push(String(error.error())));

  t.after(() => {
    assert.deepEqual(foreign, [], "requests to elsewhere");
    assert.deepEqual(errors.filter((text) => !expect.some((pattern) => pattern.test(text))), [], "errors in the console");
  });

  if (init) await context.addInitScript(init);
  const page = await context.newPage();
  if (go) await page.goto(url);
  if (start) await started(page);
  return { page, context, server, url, errors, foreign };
}

/** Waits until the page has started. */
export const started = (page) => page.waitForFunction(() => !document.getElementById("boot"));

/** Puts text (and HTML, if given) on the clipboard and pastes it with the key. */
export async function paste(page, text, html) {
  await page.evaluate(
    async ([text, html]) => {
      const item = { "text/plain": new Blob([text], { type: "text/plain" }) };
      if (html) item["text/html"] = new Blob([html], { type: "text/html" });
      await navigator.clipboard.write([new ClipboardItem(item)]);
    },
    [text, html],
  );
  await page.keyboard.press("ControlOrMeta+v");
}

/** Pastes through an event of our making: for what no clipboard carries, such as lone surrogates, and for pages from disk. */
export const pasteEvent = (page, selector, text) =>
  page.locator(selector).evaluate((target, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    target.focus();
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    if (target.dispatchEvent(event)) {
      target.value = text;
      target.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }
  }, text);

/** Drops files anywhere on the page: each { name, type, bytes }. */
export const drop = (page, files, selector = "body") =>
  page.evaluate(
    ([files, selector]) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      const target = document.querySelector(selector);
      for (const kind of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [files.map((file) => ({ ...file, bytes: [...file.bytes] })), selector],
  );

/** Fails with every violation that axe finds in what is shown now. */
export async function accessible(page) {
  // The page's policy refuses injected scripts; evaluating in the page is not one.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  const told = violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n  ${v.nodes.slice(0, 5).map((n) => n.html.slice(0, 160)).join("\n  ")}`);
  assert.equal(told.join("\n"), "", "accessibility");
}

/** A text file of the repository. */
export const read = (...path) => readFileSync(join(ROOT, ...path), "utf8");

/** A copy of dist/ that `edit(folder, files)` may spoil, gone when all tests are done. */
export function variant(edit) {
  const folder = mkdtempSync(join(tmpdir(), "galley-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(DIST, folder, { recursive: true });
  edit(folder, readdirSync(folder, { recursive: true }).map(String));
  return folder;
}

// ---- The desk ------------------------------------------------------------------------------------------------------

/** Puts a text of any length on the desk: pastes it anywhere, as a person would with Ctrl+V. */
export async function put(page, text, html) {
  await paste(page, text, html);
  await settled(page);
}

/** Waits until the engine has read the text with every model there is. */
export const settled = (page, timeout = 30_000) =>
  page.waitForFunction(() => /read in/.test(document.querySelector("footer .figures")?.textContent ?? "") && !/on their way/.test(document.querySelector("footer .figures").textContent), null, { timeout });

/** The article as it is shown: its paragraphs, without margins. */
export const shown = (page) => page.locator("#sheet .t").allInnerTexts();

/** Runs of the sheet that hold `text`. */
export const run = (page, text) => page.locator("#sheet .t span").filter({ hasText: text });

/** The text of a file as its bytes. */
export const bytes = (text) => [...new TextEncoder().encode(text)];

/** The first place of `words` on the sheet, as a handle to a range of the page. */
const rangeOf = (page, words) =>
  page.evaluateHandle((words) => {
    for (const line of document.querySelectorAll("#sheet .t")) {
      const at = line.textContent.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const end = seen + node.length;
        if (seen <= at && at < end) range.setStart(node, at - seen);
        if (seen < at + words.length && at + words.length <= end) range.setEnd(node, at + words.length - seen);
        seen = end;
      }
      return range;
    }
    throw new Error(`not on the sheet: ${words}`);
  }, words);

/** Selects words on the sheet without a mouse, as the system's own selection does. */
export const select = async (page, words) =>
  (await rangeOf(page, words)).evaluate((range) => {
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  });

/** Where words stand on the screen: the boxes of their first and their last letter. */
export const letters = async (page, words) =>
  (await rangeOf(page, words)).evaluate((range) => {
    const box = (node, start) => {
      const letter = document.createRange();
      letter.setStart(node, start);
      letter.setEnd(node, start + 1);
      return letter.getBoundingClientRect().toJSON();
    };
    return { first: box(range.startContainer, range.startOffset), last: box(range.endContainer, range.endOffset - 1) };
  });

/** What was done to the article, by the window of its history. */
export async function steps(page) {
  await page.getByRole("button", { name: "History" }).click();
  const names = await page.locator(".history li button").allInnerTexts();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  return names.slice(1);
}
