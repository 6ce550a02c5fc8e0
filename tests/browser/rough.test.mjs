// What a person may do by mistake or out of malice: a result or a clear message, never a crash or a frozen page.
import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { drop, open, pasteEvent, put, run, settled, shown, variant } from "./page.mjs";
import { ARTICLE, long } from "./samples.mjs";

/** Pastes into the box: what is pasted is read at once. */
async function read(page, text) {
  await pasteEvent(page, "#paste", text);
}

/** Fails when the page's thread was held for longer than `limit` while `work` ran. */
async function unfrozen(page, limit, work) {
  await page.evaluate(() => {
    globalThis.longest = 0;
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      globalThis.longest = Math.max(globalThis.longest, now - last);
      last = now;
      setTimeout(tick, 4);
    };
    tick();
  });
  await work();
  const longest = await page.evaluate(() => globalThis.longest);
  assert.ok(longest < limit, `the page stood still for ${Math.round(longest)} ms`);
}

test("lone surrogates, NUL, controls, right-to-left marks", async (t) => {
  const { page } = await open(t);
  await read(page, "Ann \ud800 Pell said \udc00\ud800 no.\0\u0007\u202e \ufeff\u200b end \ud83d");
  await settled(page);
  assert.match((await shown(page)).join(), /Pell said/);
});

test("white space alone", async (t) => {
  const { page } = await open(t);
  await read(page, " \n\t\n ");
  await page.getByText("There is no text in it.").waitFor();
});

test("binary and empty files are told by name", async (t) => {
  const { page } = await open(t);
  await drop(page, [{ name: "photo.png", type: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] }]);
  await page.getByText(/photo\.png is an image, not text/).waitFor();
  await drop(page, [{ name: "noise.bin", type: "", bytes: Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255) }]);
  await page.getByText(/noise\.bin is binary data, not text/).waitFor();
  await drop(page, [{ name: "empty.txt", type: "text/plain", bytes: [] }]);
  await page.getByText(/empty\.txt is empty/).waitFor();
});

for (const [what, text] of [
  ["10 MB of articles", () => long(10_000_000)],
  ["10 MB without a space", () => "abcdefghij".repeat(1_000_000)],
]) {
  test(`${what}`, async (t) => {
    const { page } = await open(t);
    await page.evaluate((text) => (globalThis.big = text), text());
    const start = Date.now();
    await page.locator("#paste").evaluate((box) => {
      const data = new DataTransfer();
      data.setData("text/plain", globalThis.big);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await settled(page, 120_000);
    t.diagnostic(`${what}: read in ${Date.now() - start} ms`);
    assert.ok((await page.locator("#sheet .t").count()) > 0);
    await page.getByRole("button", { name: /back to the start page/ }).click();
    await page.locator("#paste").waitFor();
  });
}

test("the page's thread stays free while the engine reads 200 KB", async (t) => {
  const { page } = await open(t);
  await page.evaluate((text) => (globalThis.big = text), long(200_000));
  await unfrozen(page, 4_000, async () => {
    await page.locator("#paste").evaluate((box) => {
      const data = new DataTransfer();
      data.setData("text/plain", globalThis.big);
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await settled(page, 120_000);
  });
});

test("a message that makes no sense does not end the reading", async (t) => {
  const { page } = await open(t, { expect: [/./] });
  await put(page, ARTICLE);
  const [worker] = page.workers();
  await worker.evaluate(() => postMessage({ type: "nonsense", revision: -1 }));
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type(" Governor Maria Santos welcomed it.");
  await run(page, "Maria Santos").first().waitFor();
});

test("a crash of the engine is got over, once", async (t) => {
  const { page } = await open(t, { expect: [/./] });
  await put(page, ARTICLE);
  const [worker] = page.workers();
  await worker.evaluate(() => setTimeout(() => { throw new Error("made by a test"); }));
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator("#editor").press("Control+End");
  await page.keyboard.type(" Governor Maria Santos welcomed it.");
  await run(page, "Maria Santos").first().waitFor();
});

for (const [what, spoil] of [
  ["missing", (folder, name) => rmSync(join(folder, name))],
  ["damaged", (folder, name) => writeFileSync(join(folder, name), "not a program")],
]) {
  test(`says so when the engine is ${what}, and keeps the text`, async (t) => {
    const folder = variant((folder, files) => spoil(folder, files.find((name) => /^worker-.*\.wasm\.gz$/.test(name))));
    const { page } = await open(t, { folder, expect: [/./] });
    await page.getByRole("alert").filter({ hasText: "engine" }).first().waitFor();
    await read(page, ARTICLE);
    await page.locator("#sheet").waitFor();
    assert.equal((await shown(page)).join("\n\n"), ARTICLE);
  });
}
