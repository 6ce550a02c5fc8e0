// What is typed is saved as it is typed, and the page says so while it is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { edit, home, put, saved, shownText } from "./kept.mjs";
import { open, run, settled, started } from "./page.mjs";

/** What the page says, and what the box has, at one moment. */
const now = (page) =>
  page.evaluate(() => ({ says: document.querySelector(".saved").textContent, has: document.querySelector("#editor").value }));

/** The text as the database has it, done again by a tab of its own. */
async function stored(context, url) {
  const tab = await context.newPage();
  await tab.goto(url);
  await started(tab);
  await tab.getByRole("button", { name: "Continue here" }).click();
  await tab.locator("#sheet").waitFor();
  const text = await shownText(tab);
  return { tab, text };
}

test("typing without a pause is saved all the same", async (t) => {
  const { page } = await open(t);
  await put(page);
  await edit(page);
  // Faster than the pause that makes a step, for long enough that only the longest wait can have made any.
  const count = () => page.evaluate(() => new Promise((done) => (indexedDB.open("galley").onsuccess = ({ target: { result } }) => (result.transaction("log").objectStore("log").count().onsuccess = ({ target }) => (result.close(), done(target.result))))));
  const before = await count();
  let steps = 0;
  const started = Date.now();
  while (Date.now() - started < 4000) {
    await page.keyboard.press("e");
    steps = Math.max(steps, (await count()) - before);
    await page.waitForTimeout(40);
  }
  assert.ok(steps >= 2, `${steps} steps were saved during typing`);
});

test("the page never says that it is saved while something typed is not", async (t) => {
  const { page } = await open(t);
  await put(page);
  await edit(page);
  await page.keyboard.press("x");
  const first = await now(page);
  assert.match(first.says, /Saving|Saved/);
  // In one go with the event: no timer has run between.
  const said = await page.evaluate(() => {
    const area = document.querySelector("#editor");
    area.value += "y";
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return new Promise((done) => queueMicrotask(() => requestAnimationFrame(() => done(document.querySelector(".saved").textContent))));
  });
  assert.match(said, /Saving/);
  await saved(page);
});

/** Reloads as a person who heeds what the browser asks: it stays until all is saved. */
async function reloadWithCare(page) {
  let asked = false;
  page.once("dialog", (dialog) => ((asked = true), dialog.dismiss()));
  const gone = page.waitForEvent("domcontentloaded", { timeout: 3000 }).catch(() => {});
  page.evaluate(() => setTimeout(() => location.reload())).catch(() => {});
  await gone;
  if (!asked) return started(page);
  await saved(page);
  await page.reload();
  await started(page);
}

for (const [what, act] of [
  ["a reload", reloadWithCare],
  ["going back to the start page", home],
  ["the keys", (page) => page.getByRole("button", { name: "Done editing" }).click()],
]) {
  test(`the last words are there after ${what} right behind them`, async (t) => {
    const { page } = await open(t);
    await put(page);
    await edit(page);
    await page.keyboard.type(" The very last words.");
    await act(page);
    if (what === "going back to the start page") {
      await page.getByRole("button", { name: "Harbour board chief leaves", exact: true }).click();
    }
    await page.locator("#sheet").waitFor();
    await page.waitForFunction(() => document.querySelector("#sheet").textContent.includes("very last words"));
  });
}

test("the browser asks while something typed is not saved", async (t) => {
  const { page } = await open(t);
  await put(page);
  await edit(page);
  await page.keyboard.press("x");
  const asked = await page.evaluate(() => {
    const area = document.querySelector("#editor");
    area.value += "y";
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.ok(asked);
  await saved(page);
});

test("a title that is being typed is not called saved, and is kept by a reload", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("textbox", { name: "Title of the article" }).fill("Another title");
  await page.getByText("Saving…").waitFor();
  await reloadWithCare(page);
  await page.waitForFunction(() => document.querySelector("input.title")?.value === "Another title");
});

test("what is typed is where another tab takes over", async (t) => {
  const { page, context, url } = await open(t);
  await put(page);
  await edit(page);
  await page.keyboard.type(" And this, too.");
  const { text } = await stored(context, url);
  assert.ok(text.endsWith("And this, too."), text.slice(-40));
});

test("a repair right behind a word that was typed keeps the word", async (t) => {
  const { page } = await open(t);
  await put(page, "Harbour board chief leaves\n\nLena Ortiz left , she said.");
  await settled(page);
  await run(page, "left").or(page.locator("#sheet")).first().waitFor();
  await edit(page);
  await page.keyboard.type(" Then it rained.");
  const repair = page.getByRole("button", { name: /Repair \d+ certain/ });
  if (await repair.count()) await repair.click();
  await page.waitForFunction(() => document.querySelector("#sheet").textContent.includes("Then it rained."));
  await page.reload();
  await started(page);
  await page.waitForFunction(() => document.querySelector("#sheet")?.textContent.includes("Then it rained."));
});
