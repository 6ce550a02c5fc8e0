// galley.html, opened from disk.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open } from "./page.mjs";

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
