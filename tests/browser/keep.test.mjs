// Nothing is lost: every gesture is there again after a reload, a killed tab, and in another tab.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, paste, put as putText, read, select, settled, started, steps } from "./page.mjs";

const ARTICLE = `Harbour board chief leaves

PORT AVELLE - Lena Ortiz, who has run the Harbour Board since 2019, said on Saturday that she had been dismissed.

“I did not resign. I was told at noon,” Ortiz wrote in a statement. Deputy Mayor Tomas Brandt said nothing.`;

const sheet = (page) => page.locator("#sheet");
const saved = (page) => page.getByText(/Saved on this device/).waitFor();
const put = async (page, text = ARTICLE) => {
  await putText(page, text);
  await saved(page);
};
test("what is done is there after a reload, and can still be undone", async (t) => {
  const { page } = await open(t);
  await put(page);
  await select(page, "Harbour Board");
  await page.getByRole("toolbar").getByRole("button", { name: /Organisation/ }).click();
  await saved(page);
  await page.reload();
  await started(page);
  await settled(page);
  assert.deepEqual(await steps(page), ["Mark “Harbour Board” as organisation"]);
  await sheet(page).focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
  await page.keyboard.press("Control+Shift+z");
  await page.getByRole("button", { name: /Undo: Mark/ }).waitFor();
});

test("the damage that is left after a repair is told after a reload too", async (t) => {
  const { page } = await open(t);
  await put(page, read("samples", "overwritten.txt"));
  const told = () => page.locator(".health span").first().innerText();
  await page.getByRole("button", { name: /^Repair \d+ certain/ }).first().click();
  await page.getByRole("button", { name: /Undo: Repair/ }).waitFor();
  await settled(page);
  const before = await told();
  assert.match(before, /overwritten/);
  await saved(page);
  await page.reload();
  await started(page);
  await settled(page);
  assert.equal(await told(), before);
});

test("a tab that is killed at any moment loses no finished gesture", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  let tab = page;
  for (let round = 0; round < 5; round++) {
    const before = (await steps(tab)).length;
    await sheet(tab).focus();
    const gestures = 2 + round;
    for (let n = 0; n < gestures; n++) await tab.keyboard.press(["Shift+n", "a"][n % 2]);
    const done = await steps(tab);
    assert.ok(done.length >= before);
    await tab.waitForTimeout(round * 7);
    // The renderer is killed, as by a crash; nothing of the page gets to run.
    const session = await context.newCDPSession(tab);
    const crashed = new Promise((done) => tab.once("crash", done));
    session.send("Page.crash").catch(() => {}); // never answered
    await crashed;
    tab = await context.newPage();
    await tab.goto(url);
    await started(tab);
    await settled(tab);
    assert.deepEqual(await steps(tab), done);
  }
});

test("the list keeps, finds, renames, throws away and takes back", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  await put(page, "Ferry late again\n\nThe ferry was late, Ann Pell said.");
  await page.getByRole("button", { name: /back to the start page/ }).click();
  const shelf = page.locator(".shelf").first();
  assert.equal(await shelf.locator(".kept").count(), 2);
  await page.getByRole("searchbox", { name: "Search titles" }).fill("ferry");
  await page.waitForFunction(() => document.querySelectorAll(".shelf .kept").length === 1);
  await page.getByRole("searchbox", { name: "Search titles" }).fill("");
  await page.getByRole("button", { name: "Rename Ferry late again" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("The late ferry");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "The late ferry", exact: true }).waitFor();
  await page.getByRole("button", { name: "Put The late ferry in the bin" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".shelf")[0].querySelectorAll(".kept").length === 1);
  await page.reload();
  await started(page);
  await page.getByText("Bin: 1 article").click();
  await page.getByRole("button", { name: "Put back The late ferry" }).click();
  await page.getByRole("button", { name: "The late ferry", exact: true }).click();
  await page.getByText("The ferry was late").first().waitFor();
});

test("everything can be forgotten, and is", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("button", { name: /back to the start page/ }).click();
  await accessible(page);
  await page.getByRole("button", { name: "Forget everything…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Forget everything" }).click();
  await page.getByText(/are gone from this device/).waitFor();
  const left = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("galley").onsuccess = ({ target: { result: database } }) => {
          const names = [...database.objectStoreNames];
          const counts = database.transaction(names).objectStore("log").count();
          counts.onsuccess = () => resolve(counts.result + localStorage.length);
        };
      }),
  );
  assert.equal(left, 0);
  await page.reload();
  await started(page);
  assert.equal(await page.locator(".library").count(), 0);
});

test("a second tab is told, and can go on with the work", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  const second = await context.newPage();
  await second.goto(url);
  await started(second);
  await second.getByText(/is open in another tab/).waitFor();
  await second.getByRole("button", { name: "Continue here" }).click();
  await settled(second);
  await page.getByText(/is open in another tab/).waitFor();
  assert.equal(await page.locator("#sheet").count(), 0, "the first tab can no longer write over it");
});

test("a full disk is said before anything is lost", async (t) => {
  const { page } = await open(t, { expect: [/./] });
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = function () {
      throw new DOMException("no space", "QuotaExceededError");
    };
  });
  await paste(page, ARTICLE);
  await settled(page);
  await sheet(page).focus();
  await page.keyboard.press("Shift+n");
  await page.keyboard.press("a");
  await page.getByText(/Not saved/).waitFor();
  await page.getByRole("button", { name: "Download it now" }).waitFor();
});
