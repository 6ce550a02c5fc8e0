// galley.html, opened from disk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, settled, shown } from "./page.mjs";

test("starts from disk and asks for no other file", async (t) => {
  const asked = [];
  const { page, context, url } = await open(t, { single: true });
  context.on("request", (request) => asked.push(request.url()));
  await page.reload();
  await page.waitForFunction(() => !document.getElementById("boot"));
  assert.deepEqual(asked.filter((address) => !/^(blob|data):/.test(address)), [url]);
});

test("its policy names what is inlined by hash, and lets nothing be fetched", async (t) => {
  const { page } = await open(t, { single: true, expect: [/Content Security Policy/, /violates the following/] });
  const policy = await page.locator("meta[http-equiv]").getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'.*unsafe-eval|connect-src|https?:/);
  assert.equal(await page.evaluate(() => fetch("https://example.org/").then(() => "answered", () => "refused")), "refused");
});

test("what is pasted while it loads is read when it has", async (t) => {
  const { page, url } = await open(t, { single: true, start: false, go: false });
  // Its programs are in the file: the paste comes as soon as there is a box.
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      const box = document.getElementById("paste");
      if (!box) return;
      look.disconnect();
      const data = new DataTransfer();
      data.setData("text/plain", "Lena Ortiz resigned.");
      box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
      globalThis.boxBeforeProgram = !globalThis.galley;
    });
    look.observe(document, { childList: true, subtree: true });
  });
  await page.goto(url, { waitUntil: "commit" });
  await settled(page);
  assert.deepEqual(await shown(page), ["Lena Ortiz resigned."]);
  assert.equal(await page.evaluate(() => globalThis.boxBeforeProgram), true);
});
