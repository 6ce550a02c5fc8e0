// Marking by hand, by mouse and by key.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, put as putText } from "./page.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday. The Quibble is a ferry. No Quibble, no school.`;

const put = (page) => putText(page, ARTICLE);
const card = (page) => page.getByRole("region", { name: "Selected annotation" });
/** Drags over words on the sheet. */
const drag = async (page, words) => {
  const [from, to] = await page.evaluate((words) => {
    for (const line of document.querySelectorAll("#sheet .t")) {
      const at = line.textContent.indexOf(words);
      if (at < 0) continue;
      const box = (offset) => {
        const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let seen = 0;
        for (let node = walk.nextNode(); node; node = walk.nextNode()) {
          if (offset < seen + node.length) {
            const range = document.createRange();
            range.setStart(node, offset - seen);
            range.setEnd(node, offset - seen + 1);
            return range.getBoundingClientRect();
          }
          seen += node.length;
        }
      };
      const [a, b] = [box(at), box(at + words.length - 1)];
      return [[a.left + 1, a.top + a.height / 2], [b.right - 1, b.top + b.height / 2]];
    }
    throw new Error(`not on the sheet: ${words}`);
  }, words);
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.mouse.up();
};

test("words are selected with the mouse and marked; whole words, without the comma", async (t) => {
  const { page } = await open(t);
  await put(page);
  await drag(page, "uibble was late,");
  await page.getByRole("toolbar").waitFor();
  await accessible(page);
  await page.getByRole("toolbar").getByRole("button", { name: /Other/ }).click();
  await page.waitForFunction(() => document.querySelector("#card h3")?.innerText === "Quibble was late");
  assert.match(await card(page).innerText(), /accepted/i);
});

test("edges move by word and by letter, and each move can be undone", async (t) => {
  const { page } = await open(t);
  await put(page);
  await drag(page, "Quibble");
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("5");
  const is = (words) => page.waitForFunction((words) => document.querySelector("#card h3")?.innerText === words, words);
  await is("Quibble");
  await page.locator("#sheet").focus();
  await page.keyboard.press("Alt+ArrowRight");
  await is("Quibble was");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await is("The Quibble was");
  await page.keyboard.press("Control+Alt+ArrowLeft");
  await is("The Quibble wa");
  for (const words of ["The Quibble was", "Quibble was", "Quibble"]) {
    await page.keyboard.press("Control+z");
    await is(words);
  }
});

test("all places are marked after a look at them, as one step", async (t) => {
  const { page } = await open(t);
  await put(page);
  await drag(page, "Quibble");
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("5");
  await page.waitForFunction(() => document.querySelector("#card h3")?.innerText === "Quibble");
  await page.locator("#sheet").focus();
  await page.keyboard.press("g");
  await page.getByText("stands in 3 places").waitFor();
  await accessible(page);
  await page.getByRole("button", { name: "Mark 2 more" }).click();
  await page.getByRole("button", { name: /^Undo: Mark 2 places as MISC/ }).waitFor();
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as MISC/ }).waitFor();
});

test("a mark is made, labelled anew and deleted by keys alone, without selecting", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("t");
  await page.getByRole("textbox", { name: "Words to mark" }).fill("school");
  await page.getByRole("combobox", { name: "Label" }).selectOption({ label: "Organisation" });
  await page.getByRole("button", { name: "Mark 1 more" }).press("Enter");
  await page.getByRole("button", { name: /^Undo: Mark “school” as ORG/ }).waitFor();
});
