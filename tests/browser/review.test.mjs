// The review: filters, progress, all that is shown in one step; and that decisions hold.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, put, run, settled } from "./page.mjs";
import { ARTICLE } from "./samples.mjs";

const controls = (page) => page.getByRole("group", { name: "What is reviewed" });
const count = (page) => page.locator(".review-count");

test("what waits is filtered, accepted all at once after its number is said, and taken back as one step", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await page.getByRole("button", { name: /^Review/ }).click();
  await controls(page).waitFor();
  const everything = await page.locator("#list button.item").count();
  assert.ok(everything > 5);
  await controls(page).getByRole("combobox", { name: "Layer" }).selectOption({ label: "Names" });
  await controls(page).getByRole("combobox", { name: "Label" }).selectOption({ label: "Person" });
  await page.waitForFunction((all) => document.querySelectorAll("#list button.item").length < all, everything);
  const shown = await page.locator("#list button.item").count();
  assert.match(await count(page).innerText(), new RegExp(`Reviewed 0 of ${shown}:`));
  assert.match(await page.locator(".progress-words").innerText(), new RegExp(`Reviewed 0 of ${shown}$`), "the foot counts what is filtered");
  await accessible(page);
  await page.getByRole("button", { name: `Accept all ${shown} shown` }).click();
  await page.waitForFunction((n) => document.querySelector(".review-count").textContent.includes(`Reviewed ${n} of ${n}`), shown);
  await page.getByText("Nothing here.").waitFor();
  assert.equal(await page.locator("#sheet .e.person.acc").count() > 0, true);
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.querySelector(".review-count").textContent.includes("Reviewed 0 of"));
});

test("by keys alone: through what is filtered, one decision a key", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await page.locator("#sheet").focus();
  await page.keyboard.press("r");
  await controls(page).waitFor();
  await controls(page).getByRole("searchbox", { name: "Words" }).focus();
  await page.keyboard.type("ortiz");
  await page.waitForFunction(() => [...document.querySelectorAll("#list button.item")].every((i) => /ortiz/i.test(i.textContent)));
  await page.locator("#sheet").focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  const card = () => page.locator("#card h3").innerText();
  await page.waitForFunction(() => document.querySelector("#card h3"));
  const first = await card();
  await page.keyboard.press("a");
  await page.waitForFunction(() => /Reviewed 1 of/.test(document.querySelector(".review-count").textContent));
  await page.keyboard.press("x");
  await page.waitForFunction(() => /1 accepted, 1 rejected/.test(document.querySelector(".review-count").textContent));
  assert.ok(first);
});

test("a rejection holds when the text is edited elsewhere and read again", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const name = run(page, "Tomas Brandt").first();
  await name.click();
  await page.waitForFunction(() => document.querySelector("#card h3")?.innerText === "Tomas Brandt");
  await page.keyboard.press("x");
  await page.waitForFunction(() => ![...document.querySelectorAll("#sheet .e")].some((e) => e.textContent === "Tomas Brandt"));
  await page.getByRole("button", { name: "Edit text" }).first().click();
  const area = page.locator(".editor textarea");
  await area.fill((await area.inputValue()).replace("Harbour board chief leaves", "Harbour board chief leaves office at noon"));
  await page.waitForFunction(() => document.querySelector("#sheet").textContent.includes("office at noon"));
  await settled(page);
  await page.waitForTimeout(500);
  assert.equal(await run(page, "Lena Ortiz").count() > 0, true, "other names are found again");
  assert.ok(!(await page.locator("#sheet .e").allInnerTexts()).includes("Tomas Brandt"));
});
