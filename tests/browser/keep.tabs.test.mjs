// Two tabs and one article: it has one writer at a time, and nothing that either did is lost or stands in the way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ARTICLE, another, counts, edit, home, put, saved, shownText } from "./kept.mjs";
import { open, settled, started, steps } from "./page.mjs";

test("renamed in another tab while it is worked on, an article opens again", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  await edit(page);
  await page.keyboard.type(" Nobody else spoke.");
  await saved(page);
  await page.getByRole("button", { name: "Done editing" }).click();
  const second = await another(context, url);
  await second.getByRole("button", { name: "Leave it there" }).click();
  await second.getByRole("button", { name: "Rename Harbour board chief leaves" }).click();
  await second.getByRole("textbox", { name: "Title" }).fill("Chief leaves");
  await second.keyboard.press("Enter");
  await second.getByRole("button", { name: "Chief leaves", exact: true }).waitFor();
  // The tab that has it made the change, as a step of its own history.
  await page.waitForFunction(() => document.querySelector("input.title").value === "Chief leaves");
  assert.equal((await steps(page)).at(-1), "Title “Chief leaves”");
  await second.close();
  await page.locator("#sheet").focus();
  for (let n = (await steps(page)).length; n > 0; n--) {
    await page.locator("#sheet").focus();
    await page.keyboard.press("Control+z");
  }
  await settled(page);
  assert.ok(!(await shownText(page)).includes("Nobody else"));
  await page.locator("#sheet").focus();
  for (let n = 0; n < 3; n++) {
    await page.keyboard.press("Shift+n");
    await page.keyboard.press("a");
  }
  await saved(page);
  const before = [await steps(page), await shownText(page)];
  await page.reload();
  await started(page);
  await settled(page);
  assert.deepEqual([await steps(page), await shownText(page)], before);
});

test("renamed in the list while no tab has it, an article keeps its history", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a");
  await saved(page);
  const done = await steps(page);
  await home(page);
  await page.getByRole("button", { name: "Rename Harbour board chief leaves" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Chief leaves");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Chief leaves", exact: true }).click();
  await settled(page);
  assert.deepEqual(await steps(page), [...done, "Title “Chief leaves”"]);
});

test("an article that is taken over during edits opens whole, with all that was done in either tab", { timeout: 180_000 }, async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  const tabs = [page, await another(context, url)];
  let expected = await shownText(page);
  for (let round = 0; round < 8; round++) {
    const [from, to] = round % 2 ? [tabs[1], tabs[0]] : [tabs[0], tabs[1]];
    await edit(from);
    const words = ` Round ${round} was typed here.`;
    await from.keyboard.type(words);
    expected += words;
    // In the middle of it, without a pause: the other tab takes over.
    await to.getByRole("button", { name: "Continue here" }).click();
    await settled(to);
    await from.getByText(/is open in another tab/).waitFor();
    assert.equal(await from.locator("#sheet").count(), 0, "the other tab can no longer write to it");
    assert.equal(await shownText(to), expected, `round ${round}`);
    await saved(to);
    await to.reload();
    await started(to);
    await settled(to);
    assert.equal(await shownText(to), expected, `round ${round}, opened again`);
  }
  assert.equal((await counts(page)).aside, 0, "nothing was put aside");
});

test("a tab that hangs loses its article, and writes nothing more to it", async (t) => {
  // The first tab hears of nothing: neither of the lock nor of other tabs, as one that hangs and wakes up again.
  const { page, context, url } = await open(t, {
    init: () => {
      if (globalThis.name === "deaf") {
        navigator.locks.request = (_, __, act) => (act({}), new Promise(() => {}));
        globalThis.BroadcastChannel = class {
          postMessage() {}
        };
      }
    },
  });
  await page.evaluate(() => (globalThis.name = "deaf"));
  await page.reload();
  await started(page);
  await put(page);
  const second = await another(context, url);
  await second.getByRole("button", { name: "Harbour board chief leaves", exact: true }).or(second.locator("#sheet")).first().waitFor();
  await settled(second);
  await second.locator("#sheet").focus();
  await second.keyboard.press("Shift+n");
  await second.keyboard.press("a");
  await saved(second);
  const theirs = await steps(second);
  // The first one goes on as if it still had it.
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("x");
  await page.getByText(/Another tab took “Harbour board chief leaves” over/).waitFor();
  await page.getByText(/is open in another tab/).waitFor();
  await second.reload();
  await started(second);
  await settled(second);
  assert.deepEqual(await steps(second), theirs);
  // What it did is not lost either: it lies beside.
  await home(second);
  await second.getByText("Kept aside.").waitFor();
  const [download] = await Promise.all([second.waitForEvent("download"), second.locator(".beside").getByRole("button", { name: "Download" }).click()]);
  assert.match(download.suggestedFilename(), /aside\.json$/);
  await second.locator(".beside").getByRole("button", { name: "Delete" }).click();
  await second.waitForFunction(() => !document.querySelector(".beside"));
});

test("forgetting everything holds against a second tab, which is told", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  const second = await another(context, url);
  await second.getByRole("button", { name: "Leave it there" }).click();
  await second.getByRole("button", { name: "Forget everything…" }).click();
  await second.getByRole("alertdialog").getByRole("button", { name: "Forget everything" }).click();
  await second.getByText(/are gone from this device/).waitFor();
  await page.getByText(/Not saved: this article was deleted for good/).first().waitFor();
  assert.equal(await page.getByText(/Saved on this device/).count(), 0);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a");
  await page.getByText(/Not saved/).first().waitFor();
  assert.deepEqual(await counts(second), { aside: 0, held: 1, log: 0, records: 0, seeds: 0 }, "what is held is that it was forgotten, and nothing else");
  // What is on the desk can still be had, as something new.
  await page.getByRole("button", { name: "Keep it as a new article" }).click();
  await saved(page);
  assert.equal((await counts(second)).seeds, 1);
});

test("deleted for good in a second tab, an article does not come back", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  const second = await another(context, url);
  await second.getByRole("button", { name: "Leave it there" }).click();
  await second.getByRole("button", { name: "Put Harbour board chief leaves in the bin" }).click();
  await second.getByText("Bin: 1 article").click();
  await second.getByRole("button", { name: /for good/ }).click();
  await page.getByText(/Not saved: this article was deleted for good/).first().waitFor();
  await edit(page);
  await page.keyboard.type(" More.");
  await page.waitForTimeout(700);
  assert.equal(await page.getByText(/Saved on this device/).count(), 0);
  assert.deepEqual(await counts(second), { aside: 0, held: 0, log: 0, records: 0, seeds: 0 });
});

test("forgetting everything holds against a reading in the background", async (t) => {
  const { page } = await open(t);
  const files = Array.from({ length: 40 }, (_, n) => ({ name: `a${n}.txt`, mimeType: "text/plain", buffer: Buffer.from(`Number ${n}\n\n${ARTICLE.repeat(20)}`) }));
  await page.locator('input[type="file"]').first().setInputFiles(files);
  await page.getByText(/of 40 read/).waitFor();
  await page.getByRole("button", { name: "Forget everything…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget everything" }).click();
  await page.getByText(/are gone from this device/).waitFor();
  await page.waitForTimeout(1000);
  const { held, ...left } = await counts(page);
  assert.deepEqual(left, { aside: 0, log: 0, records: 0, seeds: 0 });
  await page.reload();
  await started(page);
  assert.equal(await page.locator(".library .kept").count(), 0);
});
