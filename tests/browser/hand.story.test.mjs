// The story of a text: what the certain repairs would do, what they uncover, what was done, and what was not looked at.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, letters, open, put, settled, shown, steps } from "./page.mjs";

const DAMAGED = `Council meets

“ We did n't know , ” said Lena Ortiz , the mayor of Port Avelle . Nobody else spoke .

The council â€™s vote is due on Monday .`;

test("what the certain repairs would do is seen before any is made, and made from there", async (t) => {
  const { page } = await open(t);
  await put(page, DAMAGED);
  const before = await shown(page);
  await page.getByRole("button", { name: "Show what changes" }).click();
  const dialog = page.getByRole("dialog", { name: "Before and after" });
  await dialog.getByText(/certain repairs? would change \d paragraphs?. Nothing is changed yet./).waitFor();
  assert.ok((await dialog.locator("ins, del").count()) > 3);
  await accessible(page);
  assert.deepEqual(await shown(page), before);
  await dialog.getByRole("button", { name: /^Repair \d+ certain$/ }).click();
  await dialog.getByText(/paragraphs? changed\./).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("“We didn't know,” said Lena Ortiz, the mayor"));
  const [came, repaired] = [await page.getByRole("button", { name: /^Undo: Repair/ }).count(), await steps(page)];
  assert.equal(came, 1);
  assert.equal(repaired.length, 1);
});

test("the story of a text is one list: how it came, repairs, edits", async (t) => {
  const { page } = await open(t);
  await put(page, DAMAGED);
  await page.getByRole("button", { name: /^Repair \d+ certain$/ }).click();
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("Nobody else spoke."));
  await page.getByRole("textbox", { name: "Title of the article" }).fill("The vote");
  await page.getByRole("textbox", { name: "Title of the article" }).press("Enter");
  await page.getByRole("button", { name: "History" }).click();
  const list = await page.locator(".history li button").allInnerTexts();
  assert.equal(list[0], "Pasted");
  assert.match(list[1], /^Repair/);
  assert.match(list[2], /^Title “The vote”/);
  await accessible(page);
  await page.locator(".history li button").first().click();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("Nobody else spoke ."));
});

test("what lies under the damage is repaired with it, and one undo takes all of it back", async (t) => {
  const { page } = await open(t);
  // Letters that were read wrongly twice, inside spaces that a tokeniser left.
  const text = `The council met on Monday .\n\n“ The harbour isnÃ¢â‚¬â„¢t safe , ” said Lena Ortiz .\n\nAnn Pell did n't agree .  She left  early .`;
  await put(page, text);
  const before = await shown(page);
  const [first] = (await page.getByRole("button", { name: /^Repair \d+ certain$/ }).innerText()).match(/\d+/);
  assert.ok(Number(first) > 1);
  await page.getByRole("button", { name: /^Repair \d+ certain$/ }).click();
  await settled(page);
  await page.waitForFunction(() => ![...document.querySelectorAll(".health button")].some((b) => /^Repair/.test(b.innerText)));
  assert.equal((await steps(page)).length, 1, "one step");
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction((n) => document.querySelectorAll("#sheet .t").length === n, before.length);
  assert.deepEqual(await shown(page), before);
});

test("no damage found says what was not looked at", async (t) => {
  const { page } = await open(t);
  await put(page, "The ferry was late on Monday, Ann Pell said. It left an hour later.");
  await page.locator(".health").getByText("No damage found").waitFor();
  await page.getByText(/Not looked at: whether every line belongs to the article, whether its beginning, its end or a part between is missing without a trace/).waitFor();
});

test("which marks a file holds is kept as the choice, and named in the file where the format has a place", async (t) => {
  const { page } = await open(t);
  await put(page, "The ferry was late, Ann Pell said on Monday.");
  await page.keyboard.press("Control+s");
  const preview = page.locator(".preview");
  await page.getByLabel("accepted and your own only").check();
  for (const [format, words] of [
    ["native", '"marks":"accepted-and-own"'],
    ["html", "Marks in this file: accepted and own only."],
    ["tei", "<p>Marks: accepted and own only.</p>"],
    ["prodigy", '"marks":"accepted and own only"'],
    ["conllu", "# marks = accepted and own only"],
  ]) {
    await page.locator(`.format input[value="${format}"]`).check();
    await page.waitForFunction((words) => document.querySelector(".preview")?.textContent.includes(words), words);
  }
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("Control+s");
  assert.equal(await page.getByLabel("accepted and your own only").isChecked(), true);
  await page.getByLabel("all but rejected").check();
  await page.locator('.format input[value="tei"]').check();
  await preview.getByText("<p>Marks: all but rejected.</p>").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  assert.match(readFileSync(await download.path(), "utf8"), /editorialDecl/);
});

/** Counts what a hand does: a drag, a click, a key, and words that are typed are one each. */
function hand(page) {
  let done = 0;
  const one = (act) => async (...given) => {
    done += 1;
    await act(...given);
  };
  return {
    get done() {
      return done;
    },
    key: one((key) => page.keyboard.press(key)),
    type: one((words) => page.keyboard.type(words)),
    click: one((what) => what.click()),
    drag: one(async (words) => {
      const { first, last } = await letters(page, words);
      await page.mouse.move(first.left + 1, first.top + first.height / 2);
      await page.mouse.down();
      await page.mouse.move(last.right - 1, last.top + last.height / 2, { steps: 6 });
      await page.mouse.up();
    }),
  };
}

test("three tasks take two, three and four gestures: a line of furniture, a speaker, a name everywhere", async (t) => {
  const { page } = await open(t);
  await put(page, `Ferry late again\n\nThe ferry was late, Ann Pell said on Monday. “We are sorry,” Tom Harrow wrote. Pell left early.\n\nSign up to our newsletter.\n\nAnn Pell told the council so.`);
  const furniture = hand(page);
  await furniture.drag("Sign up to our newsletter.");
  await page.getByRole("toolbar").waitFor();
  await furniture.key("Delete");
  await page.waitForFunction(() => !document.getElementById("sheet").innerText.includes("newsletter"));
  const speaker = hand(page);
  await settled(page);
  await speaker.click(page.locator("#sheet .t span").filter({ hasText: "We are sorry" }).first());
  await page.locator("#card .decide").waitFor();
  await speaker.key("s");
  await page.locator("#speaker").waitFor();
  await speaker.click(page.locator("#sheet .t span").filter({ hasText: "Ann Pell" }).first());
  await page.locator("#card dd strong", { hasText: "Ann Pell" }).waitFor();
  const name = hand(page);
  await page.locator("#sheet").focus();
  await name.click(page.locator("#sheet .t span").filter({ hasText: "Ann Pell" }).first());
  await name.click(page.locator("#card").getByLabel("Name", { exact: true }));
  await page.keyboard.press("ControlOrMeta+a");
  await name.type("Anna Pell-Ortiz");
  await name.key("Enter");
  await page.getByRole("tab", { name: "Names" }).click();
  await page.locator("#list .item", { hasText: "Anna Pell-Ortiz" }).getByText("3 mentions").waitFor();
  assert.deepEqual([furniture.done, speaker.done, name.done], [2, 3, 4]);
});
