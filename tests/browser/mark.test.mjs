// Marking by hand, by mouse and by key.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, letters, open, put as putText, select } from "./page.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday. The Quibble is a ferry. No Quibble, no school.`;

const put = (page) => putText(page, ARTICLE);
const card = (page) => page.getByRole("region", { name: "Selected annotation" });
/** Drags over words on the sheet. */
const drag = async (page, words) => {
  const { first, last } = await letters(page, words);
  await page.mouse.move(first.left + 1, first.top + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.top + last.height / 2, { steps: 6 });
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
  await page.getByRole("button", { name: /^Undo: Mark 2 places as other/ }).waitFor();
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as other/ }).waitFor();
});

test("a mark is made, labelled anew and deleted by keys alone, without selecting", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("t");
  await page.getByRole("textbox", { name: "Words to mark" }).fill("school");
  await page.getByRole("combobox", { name: "Label" }).selectOption({ label: "Organisation" });
  await page.getByRole("button", { name: "Mark 1 more" }).press("Enter");
  await page.getByRole("button", { name: /^Undo: Mark “school” as organisation/ }).waitFor();
});

const heading = (page, words) => page.waitForFunction((words) => document.querySelector("#card h3")?.innerText === words, words);
const selected = (page) => page.evaluate(() => String(getSelection()));

test("label first: a drag and a double click are marked with it until Escape; the label is chosen by key too", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("button", { name: /^Label first/ }).click();
  await page.locator(".strip").getByRole("button", { name: /^Other/ }).click();
  await page.getByText("Every selection is marked as Other.").waitFor();
  await accessible(page);
  await drag(page, "was late");
  await heading(page, "was late");
  await page.locator("#sheet .t", { hasText: "No Quibble" }).evaluate((line) => line.scrollIntoView());
  const { first, last } = await letters(page, "school");
  await page.mouse.dblclick((first.left + last.right) / 2, first.top + first.height / 2);
  await heading(page, "school");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".strip-row.painting"));
  // By keys: L, a label's key, a caret, Enter.
  await page.locator("#sheet").focus();
  await page.keyboard.press("l");
  await page.keyboard.press("2");
  await page.getByText("Every selection is marked as Organisation.").waitFor();
  await page.keyboard.press("c");
  await page.locator("#over .caret").waitFor({ state: "attached" });
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForFunction(() => String(getSelection()) === "Ferry");
  await page.keyboard.press("Enter");
  await heading(page, "Ferry");
  await page.getByRole("button", { name: /^Undo: Mark “Ferry” as organisation/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".strip-row.painting"));
});

test("a caret goes through the article by keys, selects with Shift, and a label's key marks; with Alt exactly", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("Quibble was");
  await page.waitForFunction(() => document.querySelector(".found")?.textContent === "1 of 1");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.locator("#over .caret").waitFor({ state: "attached" });
  await accessible(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+ArrowDown"); // the second paragraph
  await page.keyboard.press("ArrowRight"); // after "The"
  await page.keyboard.press("Alt+ArrowRight"); // before "Quibble"
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForFunction(() => String(getSelection()) === "Quibble");
  const spoken = () => page.locator("[aria-live=polite].unseen").innerText();
  assert.match(await spoken(), /Quibble, selected/);
  await page.keyboard.press("5");
  await heading(page, "Quibble");
  // Of the other two, those that the engine marked itself are not offered.
  assert.match(await spoken(), /Marked as other: Quibble\. (1 more place|2 more places) with the same words\./);
  // Exactly what is selected: part of a word.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  assert.equal(await selected(page), "wa");
  await page.keyboard.press("Alt+5");
  await heading(page, "wa");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await page.keyboard.press("Shift+5");
  await heading(page, "Th");
  await page.keyboard.press("Control+z");
  // Lines, sentences, back again; Enter takes the mark under the caret.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  assert.equal(await selected(page), "The");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#over .caret"));
});

test("a label of one's own: colours are judged, it marks, it counts, it is renamed with its marks", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("button", { name: "Labels…" }).click();
  const form = page.getByRole("group", { name: "New label" });
  await form.getByRole("textbox", { name: "Name" }).fill("Ship");
  await form.getByLabel("Colour").fill("#ffe066");
  await form.getByText("Too pale").waitFor();
  await form.getByRole("button", { name: "Add" }).click();
  await form.getByText("cannot be read").waitFor();
  await form.getByRole("button", { name: /^Take #/ }).click();
  await form.getByText(/on the light page/).waitFor();
  await accessible(page);
  await form.getByRole("button", { name: "Add" }).click();
  await page.getByRole("group", { name: "Label Ship" }).waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await drag(page, "Quibble");
  await page.getByRole("toolbar").getByRole("button", { name: /Ship/ }).waitFor();
  await page.keyboard.press("9");
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as Ship/ }).waitFor();
  const layer = page.getByRole("navigation", { name: "Layers" }).getByRole("button", { name: /Ship/ });
  assert.match(await layer.innerText(), /1/);
  const line = await page.locator("#sheet .e.own-ship").evaluate((e) => getComputedStyle(e).getPropertyValue("--c"));
  assert.match(line, /^#/);
  await accessible(page);
  await page.getByRole("button", { name: "Labels…" }).press("Enter");
  const edit = page.getByRole("group", { name: "Label Ship" });
  await edit.getByRole("textbox", { name: "Name" }).fill("Vessel");
  await edit.getByRole("button", { name: "Change" }).press("Enter");
  await page.getByRole("group", { name: "Label Vessel" }).getByText("In files it is SHIP. 1 mark has it in this article.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Layers" }).getByRole("button", { name: /Vessel/ }).waitFor();
  // From the card's menu, an own label to one of the page's, and to another layer.
  await card(page).getByText("Edit the mark").click();
  await card(page).getByRole("combobox", { name: "Make it" }).selectOption({ label: "Quotation" });
  await page.getByRole("button", { name: /^Undo: Mark “Quibble” as quotation instead/ }).waitFor();
});

test("marks that lie across each other are all reached, by repeated clicks and by [ and ]", async (t) => {
  const { page } = await open(t);
  await put(page);
  for (const [words, key] of [["Quibble was late", "5"], ["The Quibble was", "2"], ["was late, Ann", "3"]]) {
    await drag(page, words);
    await page.getByRole("toolbar").waitFor();
    await page.keyboard.press(key);
    await heading(page, words);
  }
  await drag(page, "was");
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("4");
  await heading(page, "was");
  const reached = new Set();
  for (let n = 0; n < 8; n++) {
    reached.add(await page.locator("#card h3").innerText());
    await page.keyboard.press("]");
    await page.waitForTimeout(80);
  }
  for (const words of ["Quibble was late", "The Quibble was", "was", "was late, Ann"]) assert.ok(reached.has(words), words);
  await page.keyboard.press("Escape");
  const place = await page.locator("#sheet .t span", { hasText: /^was$/ }).first().boundingBox();
  const clicked = new Set();
  for (let n = 0; n < 6; n++) {
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await page.waitForTimeout(500);
    clicked.add(await page.locator("#card h3").innerText());
  }
  assert.ok(clicked.size >= 4);
  assert.ok((await page.getByRole("group", { name: "Also here" }).getByRole("button").count()) >= 3);
  await accessible(page);
});

test("an edge is dragged to another word with the mouse", async (t) => {
  const { page } = await open(t);
  await put(page);
  await drag(page, "Quibble");
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("5");
  await heading(page, "Quibble");
  const handle = await page.locator("#over .handle.end").boundingBox();
  const { last } = await letters(page, "was late");
  await page.mouse.move(handle.x + 6, handle.y + 6);
  await page.mouse.down();
  await page.mouse.move(last.right, last.bottom + 6, { steps: 8 });
  await page.mouse.up();
  await heading(page, "Quibble was late");
  await page.getByRole("button", { name: /^Undo: Move the edges/ }).waitFor();
});

test("an entity is joined with another and a mention parted from it; its mentions stand together", async (t) => {
  const { page } = await open(t);
  await putText(page, `Board\n\nLena Ortiz resigned on Monday. Ortiz was tired, said Tomas Brandt. The ferry is late, Brandt said.`);
  await page.locator("#sheet .e.person").first().click();
  await heading(page, "Lena Ortiz");
  await card(page).getByText("All mentions together").click();
  await page.waitForFunction(() => document.querySelectorAll(".together .here").length >= 2);
  await card(page).getByRole("combobox", { name: "Same as" }).selectOption({ label: "Tomas Brandt" });
  await page.waitForFunction(() => document.querySelectorAll(".together .here").length >= 4);
  assert.equal(await card(page).getByRole("textbox", { name: "Name" }).inputValue(), "Tomas Brandt");
  await accessible(page);
  await card(page).getByRole("button", { name: "This one is another" }).press("Enter");
  await page.waitForFunction(() => document.querySelector("#card input")?.value === "Lena Ortiz");
});

test("a quotation that is selected is joined to its speaker; the focus is seen without a frame", async (t) => {
  const { page } = await open(t);
  await putText(page, `Board\n\n“I did not resign,” Lena Ortiz said on Monday.`);
  await page.locator("#sheet").focus();
  await page.keyboard.press("q");
  await page.locator("#over .links path").first().waitFor({ state: "attached" });
  assert.ok((await page.locator("#over .links path").count()) >= 1);
  const style = await page.locator("#sheet").evaluate((e) => [getComputedStyle(e).outlineStyle, getComputedStyle(e).boxShadow]);
  assert.equal(style[0], "none");
  assert.notEqual(style[1], "none");
  // The switch of what a screen reader hears.
  await page.keyboard.press("v");
  await page.getByText("Quotations and names are announced.").first().waitFor();
  assert.match(await page.locator("#sheet").getAttribute("class"), /voice-everything/);
});

test("what is selected stays selected when the sheet is drawn anew", async (t) => {
  const { page } = await open(t);
  await put(page);
  await drag(page, "school");
  await page.getByRole("toolbar").waitFor();
  // Another gesture draws the paragraph anew.
  await page.getByRole("button", { name: /^Review/ }).focus();
  await page.evaluate(() => document.querySelector("#sheet").dispatchEvent(new Event("x")));
  await page.getByRole("button", { name: /^Review/ }).press("Enter");
  await page.getByRole("button", { name: /^Accept all/ }).press("Enter");
  await page.waitForTimeout(400);
  assert.equal(await selected(page), "school");
  assert.ok(await page.getByRole("toolbar").isVisible());
});

test("on a narrow touch screen: words are marked from the bar, an edge is dragged with a finger, the panel hides nothing", async (t) => {
  const { page, context } = await open(t, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await put(page);
  // The system's own selection tells of itself by an event alone.
  await select(page, "ferry");
  await page.getByRole("toolbar").getByRole("button", { name: /Other/ }).tap();
  await heading(page, "ferry");
  const [panel, mark] = await Promise.all([page.locator(".side").boundingBox(), page.locator("#sheet .is-selected").first().boundingBox()]);
  assert.ok(mark.y + mark.height <= panel.y + 2, "the mark is above the panel");
  await accessible(page);
  const handle = await page.locator("#over .handle:not(.end)").boundingBox();
  const client = await context.newCDPSession(page);
  const touch = (type, x, y) => client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  // The word before it may stand on the line above: how wide letters are is the machine's.
  const [from, to] = [await letters(page, "ferry"), await letters(page, "a ferry")];
  const x = handle.x + handle.width - 6;
  const y = handle.y + 6;
  const [across, up] = [to.first.left + 1 - from.first.left, to.first.top - from.first.top];
  await touch("touchStart", x, y);
  for (let n = 1; n <= 4; n++) await touch("touchMove", x + (across * n) / 4, y + (up * n) / 4);
  await touch("touchEnd");
  await heading(page, "a ferry");
});

test("on a narrow touch screen a tap on the bar counts from the moment the bar is there, though a panel slides away", async (t) => {
  const { page, context } = await open(t, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await put(page);
  const client = await context.newCDPSession(page);
  for (const words of ["late again", "Quibble was late", "ferry", "school"]) {
    await select(page, words);
    // No waiting for it to stand still, nor for what lies over it: where it is when it is first drawn.
    const place = await page.evaluate(
      () =>
        new Promise((done) => {
          const look = () => {
            const button = [...document.querySelectorAll(".mark-bar button")].find((b) => /Other/.test(b.innerText));
            if (!button) return requestAnimationFrame(look);
            const { x, y, width, height } = button.getBoundingClientRect();
            done({ x: x + width / 2, y: y + height / 2 });
          };
          look();
        }),
    );
    await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [place] });
    await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await heading(page, words);
    await page.locator(".panel-open .side").waitFor();
    await page.waitForFunction(() => !document.querySelector(".side").getAnimations().length);
  }
});
