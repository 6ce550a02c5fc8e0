// Whatever is in the database, the page starts and lists what there is; whatever cannot be written, the rest is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ARTICLE, counts, edit, home, put, saved, shownText } from "./kept.mjs";
import { open, paste, settled, started, steps } from "./page.mjs";

/** Does something to the database of the page, while the page has it open. */
const spoil = (page, how) =>
  page.evaluate(
    (how) =>
      new Promise((done, failed) => {
        indexedDB.open("galley").onsuccess = ({ target: { result: database } }) => {
          const transaction = database.transaction([...database.objectStoreNames], "readwrite");
          const [records, seeds, log] = ["records", "seeds", "log"].map((name) => transaction.objectStore(name));
          const each = (store, change) => (store.openCursor().onsuccess = ({ target: { result: cursor } }) => cursor && (change(cursor), cursor.continue()));
          const ways = {
            "a record is no record": () => records.put({ id: "strange", title: 7, words: "many" }),
            "records are damaged": () => each(records, (cursor) => cursor.update({ id: cursor.value.id, title: { no: "title" } })),
            "records are gone": () => records.clear(),
            "seeds are damaged": () => each(seeds, (cursor) => cursor.update({ id: cursor.value.id, text: 12 })),
            "the second entry is gone": () => {
              let n = 0;
              each(log, (cursor) => ++n === 2 && cursor.delete());
            },
            "the second entry is no entry": () => {
              let n = 0;
              each(log, (cursor) => ++n === 2 && cursor.update({ document: cursor.value.document, entry: { entry: "step", what: "is this" } }));
            },
            "a title from elsewhere": () => {
              let first;
              each(log, (cursor) => {
                first ??= cursor.value.document;
                if (cursor.value.entry.entry === "undo") cursor.update({ document: first, entry: { entry: "step", name: "Title", time: 1, changes: [{ change: "title", before: "a", after: "b" }] } });
              });
            },
          };
          ways[how]();
          transaction.oncomplete = () => (database.close(), done());
          transaction.onabort = () => failed(transaction.error);
        };
      }),
    how,
  );

/** An article whose text was edited; the last edit, at its start, was undone, and followed by an edit of its end and by marks. */
async function worked(page) {
  await put(page);
  const typed = async (keys, words) => {
    await edit(page);
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.type(words);
    await page.getByRole("button", { name: "Done editing" }).click();
  };
  await typed([], " First.");
  await typed([], " Second.");
  await typed(["ControlOrMeta+Home"], "Third. ");
  // Long typing makes several steps; all of the last ones go.
  while ((await shownText(page)).startsWith("T")) {
    await page.locator("#sheet").focus();
    await page.keyboard.press("Control+z");
    await page.waitForTimeout(50);
  }
  await settled(page);
  await typed(["Backspace", "Backspace", "Backspace"], "X");
  await page.locator("#sheet").focus();
  for (let n = 0; n < 2; n++) {
    await page.keyboard.press("Shift+n");
    await page.keyboard.press("a");
  }
  await saved(page);
}

for (const how of ["the second entry is gone", "the second entry is no entry", "a title from elsewhere"]) {
  test(`a log opens as far as it goes where ${how}`, async (t) => {
    const { page } = await open(t);
    await worked(page);
    const all = (await counts(page)).log;
    await spoil(page, how);
    await page.reload();
    await started(page);
    await page.locator("#sheet").waitFor();
    await page.getByText(/can be followed only so far/).waitFor();
    await settled(page);
    // It can be worked on, and what is done now is there the next time.
    await page.locator("#sheet").focus();
    await page.keyboard.press("Shift+n");
    await page.keyboard.press("x");
    await saved(page);
    const [text, done] = [await shownText(page), await steps(page)];
    await page.reload();
    await started(page);
    await settled(page);
    assert.equal(await page.getByText(/can be followed only so far/).count(), 0, "once is enough");
    assert.deepEqual([await shownText(page), await steps(page)], [text, done]);
    await home(page);
    await page.getByText("Kept aside.").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".beside").getByRole("button", { name: "Download" }).click()]);
    const rest = JSON.parse(readFileSync(await download.path(), "utf8"));
    assert.ok(rest.length > 0 && rest.length < all, `${rest.length} of ${all}`);
    assert.equal((await counts(page)).aside, 1);
  });
}

test("records that are damaged or gone are made anew, and none empties the list", async (t) => {
  const { page } = await open(t);
  await put(page);
  await home(page);
  await put(page, "Ferry late again\n\nThe ferry was late, Ann Pell said.");
  await home(page);
  for (const how of ["a record is no record", "records are damaged", "records are gone"]) {
    await spoil(page, how);
    await page.reload();
    await started(page);
    await page.getByRole("button", { name: "Harbour board chief leaves", exact: true }).waitFor();
    await page.getByRole("button", { name: "Ferry late again", exact: true }).waitFor();
  }
  await page.getByRole("button", { name: "Ferry late again", exact: true }).click();
  await page.getByText("The ferry was late").first().waitFor();
});

test("an article whose text is damaged is told, and what is left of it can be downloaded", async (t) => {
  const { page } = await open(t);
  await put(page);
  await spoil(page, "seeds are damaged");
  await page.reload();
  await started(page);
  await page.getByText(/“Harbour board chief leaves” cannot be opened/).waitFor();
  await page.getByText("Damaged in the browser’s database.").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download what is left" }).click()]);
  const left = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.equal(left.record.title, "Harbour board chief leaves");
  // The page works.
  await put(page, "Ferry late again\n\nThe ferry was late, Ann Pell said.");
});

test("an article over which the page stopped is not opened by itself again", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  // As it is left by a page that stops in the middle of opening.
  await page.evaluate(() => localStorage.setItem("galley.opening", localStorage.getItem("galley.open")));
  const session = await context.newCDPSession(page);
  const crashed = new Promise((done) => page.once("crash", done));
  session.send("Page.crash").catch(() => {}); // never answered
  await crashed;
  const tab = await context.newPage();
  await tab.goto(url);
  await started(tab);
  await tab.getByText(/not opened by itself/).waitFor();
  await tab.getByRole("button", { name: "Harbour board chief leaves", exact: true }).click();
  await settled(tab);
  await tab.reload();
  await started(tab);
  await settled(tab);
});

test("a write that can never succeed is put aside, and everything else goes on being saved", async (t) => {
  const { page } = await open(t);
  await put(page);
  // The browser refuses what holds these words, as it refuses a value that is too large.
  await page.evaluate(() => {
    for (const name of ["put", "add"]) {
      const real = IDBObjectStore.prototype[name];
      IDBObjectStore.prototype[name] = function (value, ...rest) {
        if (JSON.stringify(value).includes("unkeepable")) throw new DOMException("The serialized value is too large", "DataCloneError");
        return real.call(this, value, ...rest);
      };
    }
  });
  await home(page);
  await paste(page, "An unkeepable article\n\nAnn Pell said so.");
  await settled(page);
  await page.getByText(/Not saved: this article cannot be saved/).first().waitFor();
  await page.getByText(/split a very long text/).waitFor();
  await home(page);
  await page.getByText("In this tab alone.").waitFor();
  await page.getByRole("button", { name: "Harbour board chief leaves", exact: true }).click();
  await settled(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a");
  await saved(page);
  // What is in this tab alone can be opened from there, and given up.
  await home(page);
  await page.locator(".beside").getByRole("button", { name: "Open" }).click();
  await page.getByText("Ann Pell said so").first().waitFor();
  await page.getByText(/Not saved/).first().waitFor();
  await home(page);
  await page.locator(".beside").getByRole("button", { name: "Give it up" }).click();
  await page.waitForFunction(() => !document.querySelector(".beside"));
});

test("a real paste of 200 MB does not stop the saving of other articles", { timeout: 240_000 }, async (t) => {
  const { page } = await open(t);
  await put(page);
  await home(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", `An endless article\n\n${"Ann Pell said so again. ".repeat(8_400_000)}`);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.getByText(/Not saved/).first().waitFor({ timeout: 180_000 });
  await home(page);
  await page.getByRole("button", { name: "Harbour board chief leaves", exact: true }).click();
  await settled(page, 60_000);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a");
  await saved(page);
});

test("a full disk is told with what helps, and saving goes on once there is space", { timeout: 240_000 }, async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  const session = await context.newCDPSession(page);
  const origin = new URL(url).origin;
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await edit(page);
  // Chromium remembers for half a minute how much space it found.
  const told = page.getByText(/Not saved: there is no space left/).first();
  for (let n = 0; n < 60 && !(await told.isVisible()); n++) {
    await page.keyboard.type(" Much.");
    await page.waitForTimeout(1000);
  }
  await page.keyboard.type(" Typed on a full disk.");
  await told.waitFor();
  await page.getByText(/delete articles in the bin for good/).waitFor();
  await page.getByRole("button", { name: "Download it now" }).waitFor();
  await page.keyboard.type(" And more.");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByText(/Saved on this device/).waitFor({ timeout: 60_000 });
  await page.reload();
  await started(page);
  await page.waitForFunction(() => document.querySelector("#sheet")?.textContent.includes("Typed on a full disk. And more."));
});
