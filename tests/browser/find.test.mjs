// Finding in the text, by mouse and by key, and marking what is found.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, put as putText } from "./page.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday. The quibble of the day was dearer. No Quibblers, no school.

On the pier two men waited for the Quibble until 9.45, then until 10.30.`;

const field = (page) => page.getByRole("textbox", { name: "Find in the text" });
const told = (page, words) => page.waitForFunction((words) => document.querySelector(".found")?.textContent === words, words);
const painted = (page, name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);

test("words are found with the mouse, counted, painted without touching the marks, and gone through", async (t) => {
  const { page } = await open(t);
  await putText(page, ARTICLE);
  const before = await page.locator("#sheet").innerHTML();
  await page.getByRole("button", { name: /^Find/ }).first().click();
  await field(page).fill("quibble");
  await told(page, "1 of 4");
  await page.waitForFunction(() => CSS.highlights.get("galley-hit")?.size === 3);
  assert.deepEqual(await painted(page, "galley-here"), ["Quibble"]);
  assert.equal(await page.locator("#sheet").innerHTML(), before, "the sheet is as it was");
  await accessible(page);
  await page.getByRole("button", { name: "Next hit" }).click();
  await told(page, "2 of 4");
  await page.getByRole("button", { name: "Previous hit" }).click();
  await page.getByRole("button", { name: "Previous hit" }).click();
  await told(page, "4 of 4");
  await page.getByRole("button", { name: "Same capitals" }).click();
  await told(page, "1 of 1");
  await page.getByRole("button", { name: "Same capitals" }).click();
  await page.getByRole("button", { name: "Whole words" }).click();
  await page.waitForFunction(() => / of 3$/.test(document.querySelector(".found").textContent));
});

test("found by keys alone: the hit stays selected, and a label's key marks it", async (t) => {
  const { page } = await open(t);
  await putText(page, ARTICLE);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+f");
  await page.waitForFunction(() => document.activeElement?.id === "find");
  await page.keyboard.type("pier");
  await told(page, "1 of 1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("toolbar").waitFor();
  assert.equal(await page.evaluate(() => String(getSelection())), "pier");
  assert.equal(await page.evaluate(() => CSS.highlights.size), 0, "nothing stays painted");
  await page.keyboard.press("3");
  await page.getByRole("button", { name: /^Undo: Mark “pier” as place/ }).waitFor();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "find");
});

test("a pattern; a bad one is explained with its place, an empty one too, one that would never end elsewhere ends", async (t) => {
  const { page } = await open(t);
  await putText(page, `${ARTICLE}\n\n${"a".repeat(40)}!`);
  await page.locator("#sheet").focus();
  await page.keyboard.press("/");
  await page.getByRole("button", { name: "Regular expression" }).click();
  await field(page).fill("\\d+\\.\\d\\d");
  await told(page, "1 of 2");
  assert.deepEqual(await painted(page, "galley-here"), ["9.45"]);
  await field(page).fill("(");
  await page.getByText("Not a pattern: unclosed group, at its character 1.").waitFor();
  await accessible(page);
  await field(page).fill("z*");
  await page.getByText("fits places without any letter").waitFor();
  await field(page).fill("ferry(?= late)");
  await page.getByText("look-around is not known here").waitFor();
  await field(page).fill("(a)\\1");
  await page.getByText("cannot refer to what a group of it has matched").waitFor();
  await field(page).fill("(a+)+$");
  await told(page, "Not found");
  await field(page).fill("again\\s+the");
  await told(page, "1 of 1");
  await field(page).fill("P\\w+l");
  await told(page, "1 of 1");
});

test("all hits are marked after a look at them, as one step", async (t) => {
  const { page } = await open(t);
  await putText(page, ARTICLE);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+f");
  await page.waitForFunction(() => document.activeElement?.id === "find");
  await page.keyboard.type("quibble");
  await told(page, "1 of 4");
  await page.getByRole("button", { name: "Annotate all hits…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("is found in 4 places").waitFor();
  await dialog.getByRole("combobox", { name: "Label" }).selectOption({ label: "Other" });
  await dialog.getByRole("checkbox", { name: /Quibble rs/ }).or(dialog.getByRole("checkbox").nth(2)).first().uncheck();
  await accessible(page);
  await dialog.getByRole("button", { name: "Mark 3 more" }).press("Enter");
  await page.getByRole("button", { name: /^Undo: Mark 3 places as other/ }).waitFor();
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Nothing to undo" }).waitFor();
});
