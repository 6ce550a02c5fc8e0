// The second visit needs no network, and a new version waits until it is asked for.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { open, started, variant } from "./page.mjs";

const kept = (page) => page.waitForFunction(() => globalThis.galley?.offlineReady);

test("keeps every file, and starts again without its server", async (t) => {
  let all;
  const folder = variant((_, files) => (all = files));
  const { page, server, url } = await open(t, { folder, expect: [/ERR_CONNECTION_REFUSED/] });
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
  const before = await page.evaluate(() => caches.keys());

  const worker = join(folder, "sw.js");
  const index = join(folder, "index.html");
  writeFileSync(worker, readFileSync(worker, "utf8").replace(/VERSION = "[^"]*"/, 'VERSION = "newer"'));
  writeFileSync(index, readFileSync(index, "utf8").replace("<title>Galley</title>", "<title>Galley, newer</title>"));

  await page.reload();
  await started(page);
  assert.equal(await page.title(), "Galley", "the version in use stays until asked");
  await page.waitForFunction(() => globalThis.galley?.updateReady);

  await Promise.all([page.waitForEvent("load"), page.evaluate(() => globalThis.galley.applyUpdate())]);
  await started(page);
  assert.equal(await page.title(), "Galley, newer");
  const after = await page.evaluate(() => caches.keys());
  assert.ok(after.includes("another-project"));
  assert.equal(after.length, before.length, "the old version's files are gone");
  assert.ok(!before.includes(after.find((name) => name.endsWith(":newer"))));
});
