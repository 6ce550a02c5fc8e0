// The second visit needs no network, and a new version waits until it is asked for.
import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, put, started, variant } from "./page.mjs";
import { ARTICLE } from "./samples.mjs";

/** Makes the version in `folder` another: its own title, its own name, and `rename` a file's new name for its old one. */
function renew(folder, rename = (name) => name) {
  for (const file of ["sw.js", "index.html"]) {
    const text = readFileSync(join(folder, file), "utf8");
    const named = text.replace(/VERSION = "[^"]*"/, 'VERSION = "newer"').replace(/data-version="[^"]*"/, 'data-version="newer"').replace("<title>Galley</title>", "<title>Galley, newer</title>");
    writeFileSync(join(folder, file), named.replace(/[\w/]+-[0-9a-f]{10}\.[\w.]+/g, rename));
  }
}

const names = (page) => page.evaluate(() => caches.keys());

const kept = (page) => page.waitForFunction(() => globalThis.galley?.offlineReady);

test("keeps every file, and starts again without its server", async (t) => {
  let all;
  const folder = variant((_, files) => (all = files));
  // What is on its way when the server goes is reset.
  const { page, server, url } = await open(t, { folder, expect: [/ERR_CONNECTION_(REFUSED|RESET)/] });
  await kept(page);

  const cached = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => request.url);
  });
  const wanted = all.filter((name) => /\.\w+$/.test(name) && !/^(index|galley)\.html$|^sw\.js$/.test(name)).map((name) => url + name);
  assert.deepEqual(cached.sort(), [url, ...wanted].sort());

  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  for (const address of [url, url + "index.html", url + "?from=elsewhere#there"]) {
    await page.goto(address);
    await started(page);
  }
});

test("a new version waits, says so, takes over when asked, and leaves other projects' caches alone", async (t) => {
  const folder = variant(() => {});
  const { page } = await open(t, { folder });
  await kept(page);
  await page.evaluate(() => caches.open("another-project"));
  const before = await names(page);

  renew(folder);
  await page.reload();
  await started(page);
  assert.equal(await page.title(), "Galley", "the version in use stays until asked");
  await page.waitForFunction(() => globalThis.galley?.updateReady);

  await Promise.all([page.waitForEvent("load"), page.evaluate(() => globalThis.galley.applyUpdate())]);
  await started(page);
  assert.equal(await page.title(), "Galley, newer");
  await page.waitForFunction(async (count) => (await caches.keys()).length === count, before.length);
  const after = await names(page);
  assert.ok(after.includes("another-project"));
  assert.ok(after.some((name) => name.endsWith(":newer")), "the old version's files are gone");
});

test("a tab of an older version goes on working after another tab has taken the newer one, and its files go with it", async (t) => {
  const folder = variant(() => {});
  const { page, context, url } = await open(t, { folder });
  await kept(page);
  const old = await context.newPage();
  await old.goto(url);
  await started(old);
  await put(old, ARTICLE);

  // No file of the newer version has the name of one of the older, and the server has the newer ones alone.
  const moved = new Map();
  renew(folder, (name) => {
    const other = name.replace(/-[0-9a-f]{10}/, "-0123456789");
    if (!moved.has(name)) renameSync(join(folder, name), join(folder, other));
    moved.set(name, other);
    return other;
  });
  assert.ok([...moved.keys()].some((name) => name.startsWith("exchange")));
  await page.reload();
  await started(page);
  await page.waitForFunction(() => globalThis.galley?.updateReady);
  await Promise.all([page.waitForEvent("load"), page.evaluate(() => globalThis.galley.applyUpdate())]);
  await started(page);
  await kept(page);
  assert.equal(await page.title(), "Galley, newer");

  await old.bringToFront();
  assert.notEqual(await old.locator("#galley-assets").getAttribute("data-version"), "newer");
  await old.keyboard.press("Control+s");
  const [download] = await Promise.all([old.waitForEvent("download"), old.getByRole("button", { name: "Download", exact: true }).click()]);
  assert.ok(readFileSync(await download.path()).length > ARTICLE.length);
  assert.equal((await names(page)).length, 2);

  await old.close();
  await page.reload();
  await started(page);
  await page.waitForFunction(async () => (await caches.keys()).every((name) => name.endsWith(":newer")));
});
