// The desk in the hand: what is seen is as it is read, one gesture removes, one thing has one number, the card stays in view.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, letters, open, put, settled, shown } from "./page.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday, 3 May. The Quibble is a ferry. She said that the crossing would be kept. "No Quibble, no school," Tom Harrow wrote.

Sign up to our newsletter.

Ann Pell told the council that it had been warned. Harrow agreed.`;

/** One long paragraph with several speakers. */
const ONE = Array.from({ length: 6 }, (_, n) => {
  const name = ["Ann Pell", "Tom Harrow", "Rosa Marchetti", "Lena Ortiz", "Idris Vane", "Olga Brandt"][n];
  return `The council met again in the old hall by the harbour, where it was cold, and it went on until the lamps were lit. “The bridge number ${n + 1} was never paid for,” said ${name}.`;
}).join(" ");

/** What the pixels of two pictures of the sheet differ in: how many dark ones of the first are not dark in the second. */
const lostInk = (page, bare, marked) =>
  page.evaluate(
    async ([bare, marked]) => {
      const pixels = async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d", { willReadFrequently: true });
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      };
      const [before, after] = [await pixels(bare), await pixels(marked)];
      let ink = 0;
      let lost = 0;
      for (let i = 0; i < before.length; i += 4) {
        if (before[i] + before[i + 1] + before[i + 2] > 240) continue;
        ink += 1;
        // A letter stays as dark as it is, whatever is behind it; a mark over it is of another colour.
        if (Math.abs(after[i] - before[i]) + Math.abs(after[i + 1] - before[i + 1]) + Math.abs(after[i + 2] - before[i + 2]) > 90) lost += 1;
      }
      return { ink, lost };
    },
    [bare, marked],
  );

/** A picture of the words alone, with the marks on or off. */
async function picture(page, bare) {
  if (bare) await page.keyboard.down("h");
  await page.waitForFunction((bare) => document.getElementById("sheet").classList.contains("clean") === bare, bare);
  const box = await page.locator("#sheet .t").first().boundingBox();
  const last = await page.locator("#sheet .t").last().boundingBox();
  const clip = { x: box.x, y: box.y, width: box.width, height: Math.min(last.y + last.height, 860) - box.y };
  const png = await page.screenshot({ clip, animations: "disabled" });
  if (bare) await page.keyboard.up("h");
  return png.toString("base64");
}

/** Opens a sample, and waits until it is marked. */
async function openSample(page, n) {
  await page.locator(".samples button").nth(n).click();
  await settled(page);
  await drawn(page);
}

/** Waits until what stands in the margins has found its place. */
async function drawn(page) {
  await page.waitForFunction(() => document.querySelectorAll("#sheet [data-o]").length > 3 && !document.querySelector("#sheet .p:not([data-set])"));
}

test("marks change the reading of no character", { timeout: 180_000 }, async (t) => {
  const { page } = await open(t, { colorScheme: "light" });
  for (const width of [1440, 1100, 700]) {
    for (const sample of [0, 1, 2, null]) {
      await page.setViewportSize({ width, height: 900 });
      if (sample === null) await put(page, ARTICLE);
      else await openSample(page, sample);
      await drawn(page);
      await page.locator("#sheet").focus();
      const { ink, lost } = await lostInk(page, await picture(page, true), await picture(page, false));
      assert.ok(ink > 2000, "there is something to read");
      assert.ok(lost < ink * 0.004, `sample ${sample} at ${width}: ${lost} of ${ink} dark pixels are covered`);
      // A quotation opens on the line that its first letter is on.
      const stranded = await page.locator("#sheet .qo").evaluateAll((runs) => runs.filter((run) => run.getClientRects()[0].width < 3).map((run) => run.textContent));
      assert.deepEqual(stranded, []);
      await page.getByRole("button", { name: "Galley: back to the start page" }).click();
    }
  }
});

test("what is selected is deleted by one key, and comes back by one", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const before = await shown(page);
  const { first, last } = await letters(page, "Sign up to our newsletter.");
  await page.mouse.move(first.left + 1, first.top + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.top + last.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("Delete");
  await page.waitForFunction(() => !document.getElementById("sheet").innerText.includes("newsletter"));
  assert.equal((await shown(page)).length, before.length - 1, "no empty paragraph is left");
  await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("newsletter"));
  assert.deepEqual(await shown(page), before);
});

test("damage that a hand marks has a kind, and is put right on its card", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const { first, last } = await letters(page, "Harrow agreed");
  await page.mouse.move(first.left + 1, first.top + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.right - 1, last.top + last.height / 2, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("toolbar").waitFor();
  await page.keyboard.press("8");
  const card = page.getByRole("region", { name: "Selected annotation" });
  await card.getByLabel("Right is").waitFor();
  await accessible(page);
  await card.getByLabel("Kind").selectOption({ label: "Word doubled" }).catch(() => card.getByLabel("Kind").selectOption({ index: 3 }));
  await page.waitForFunction(() => document.querySelector("#card .kind").innerText !== "Damage");
  await card.getByLabel("Right is").fill("Harrow did not agree");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("Harrow did not agree."));
  await page.locator("#sheet").focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.getElementById("sheet").innerText.includes("Harrow agreed."));
});

test("the card stays in view, the list keeps five rows, and a row that is selected already shows its place again", async (t) => {
  const { page } = await open(t, { viewport: { width: 1280, height: 800 } });
  await put(page, Array.from({ length: 30 }, (_, n) => `Paragraph ${n + 1}: “We will go on with number ${n + 1},” said Ann Pell of Port Ellery.`).join("\n\n"));
  await page.locator("#sheet").focus();
  await page.keyboard.press("q");
  await page.locator("#list .item").nth(20).scrollIntoViewIfNeeded();
  await page.locator("#list .item").nth(20).click();
  const seen = () =>
    page.evaluate(() => {
      const card = document.getElementById("card").getBoundingClientRect();
      const list = document.getElementById("list").getBoundingClientRect();
      const rows = [...document.querySelectorAll("#list .item")].map((r) => r.getBoundingClientRect()).filter((r) => r.top >= list.top - 1 && r.bottom <= list.bottom + 1);
      return { top: card.top, height: card.height, rows: rows.length, foot: list.bottom };
    });
  const now = await seen();
  assert.ok(now.top >= 0 && now.top < 200 && now.height > 80, `the card is in view: ${JSON.stringify(now)}`);
  assert.ok(now.rows >= 5, `five rows of the list are in view: ${now.rows}`);
  const where = () => page.locator("#proof").evaluate((proof) => proof.scrollTop);
  const there = await where();
  await page.locator("#proof").evaluate((proof) => proof.scrollTo(0, 0));
  await page.locator("#list .item.chosen").click();
  await page.waitForFunction((there) => Math.abs(document.getElementById("proof").scrollTop - there) < 400, there);
  await page.keyboard.press("Shift+Q");
  await page.waitForFunction(() => {
    const row = document.querySelector("#list .item.chosen").getBoundingClientRect();
    const list = document.getElementById("list").getBoundingClientRect();
    return row.top >= list.top - 1 && row.bottom <= list.bottom + 1;
  });
});

test("one thing has one number: banner, column, list, button and notice", async (t) => {
  const { page } = await open(t);
  for (const sample of [1, 2]) {
    await openSample(page, sample);
    const sum = (texts) => texts.flatMap((text) => [...text.matchAll(/\((\d+)\)/g)].map((m) => Number(m[1]))).reduce((a, b) => a + b, 0);
    const banner = sum([await page.locator(".health > span").innerText()]);
    const column = await page.locator(".layer-group", { has: page.getByRole("heading", { name: /^Damage/ }) }).locator(".layer i").allInnerTexts();
    await page.getByRole("tab", { name: "Damage" }).click();
    const list = await page.locator("#list h3 i").allInnerTexts();
    const total = (numbers) => numbers.map(Number).reduce((a, b) => a + b, 0);
    assert.equal(total(column), banner, `sample ${sample}: the column and the banner`);
    assert.equal(total(list), banner, `sample ${sample}: the list and the banner`);
    const button = page.getByRole("button", { name: /^Repair \d+ certain$/ });
    const certain = Number((await button.innerText()).match(/\d+/)[0]);
    await button.click();
    const told = (await page.locator(".notice p").innerText()).match(/^Repair (?:(\d+) findings|“)[^]*?(?:(\d+) (?:is|are) left)?/);
    const said = await page.locator(".notice p").innerText();
    const left = Number(said.match(/(\d+) (?:is|are) left/)?.[1] ?? 0);
    if (certain > 1) assert.equal(Number(told[1] ?? 1) + left, certain, said);
    await page.getByRole("button", { name: "Galley: back to the start page" }).click();
  }
});

test("in one paragraph each speaker stands beside the line that it speaks in", async (t) => {
  const { page } = await open(t);
  await put(page, ONE);
  const apart = () =>
    page.evaluate(() => {
      const runs = [...document.querySelectorAll("#sheet .t [data-o]")];
      return [...document.querySelectorAll("#sheet .voice")].map((voice) => {
        const run = runs.findLast((r) => Number(r.dataset.o) <= Number(voice.dataset.at));
        return Math.round(voice.getBoundingClientRect().top - run.getClientRects()[0].top);
      });
    });
  await page.waitForFunction(() => document.querySelector("#sheet .p[data-set]"));
  const found = await apart();
  assert.ok(found.length >= 5, "there are speakers");
  assert.ok(found.every((by) => Math.abs(by) < 14), `each beside its line: ${found}`);
  await page.setViewportSize({ width: 1050, height: 900 });
  await page.waitForTimeout(400);
  const narrower = await apart();
  assert.ok(narrower.every((by) => Math.abs(by) < 14), `after the window is another size: ${narrower}`);
});

test("a row of the list has the words around, and equal findings are one row that opens", async (t) => {
  const { page } = await open(t);
  await put(page, ["The mayor went to the the harbour on Monday.", "Nobody had seen the the plans before, she said.", "In June the the council will vote again.", "Ann Pell asked why the the bridge was closed."].join("\n\n"));
  await page.getByRole("tab", { name: "Damage" }).click();
  const opener = page.locator("#list .btn.alike").first();
  await opener.waitFor();
  assert.match(await page.locator("#list .item .around").first().innerText(), /\w/);
  const places = Number((await opener.innerText()).match(/\d+/)[0]);
  assert.ok(places > 1);
  await opener.click();
  assert.equal(await page.locator("#list ul.alike .item").count(), places - 1);
  await accessible(page);
  await page.locator("#list ul.alike .item").last().click();
  assert.equal(await page.locator("#list .item.chosen").count(), 1);
});

test("the copied table keeps every cell in a spreadsheet, and says what was changed", async (t) => {
  const { page } = await open(t);
  await put(page, `Ferry late\n\nTom Harrow said: "We donâ€™t stop, whatever comes."`);
  await page.getByRole("button", { name: /^Repair \d+ certain$/ }).click();
  await page.keyboard.press("w");
  const table = page.getByRole("dialog");
  await table.getByText(/changed|as pasted/).first().waitFor();
  await table.getByRole("button", { name: "Copy" }).click();
  await page.getByText("Table copied.").waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : "");
    return { plain: await read("text/plain"), html: await read("text/html") };
  });
  const [heads, row] = copied.plain.split("\n").map((line) => line.split("\t"));
  const cell = (name) => row[heads.indexOf(name)];
  assert.equal(cell("speaker"), "Tom Harrow");
  assert.match(cell("quotation"), /^"""We don’t stop.*"""$/);
  assert.equal(cell("paragraph"), "2");
  assert.match(cell("words"), /^1 (word|mark) changed$/);
  assert.match(copied.html, /<td[^>]*>Tom Harrow<\/td>/);
});

test("what is selected is one outline a line, and a mark says what it is under the mouse", async (t) => {
  const { page } = await open(t);
  await put(page, ONE);
  await page.locator("#sheet").focus();
  await page.keyboard.press("q");
  await page.locator("#over .outline").first().waitFor();
  const lines = await page.evaluate(() => {
    const tops = [...document.querySelectorAll("#over .outline")].map((o) => Math.round(o.getBoundingClientRect().top));
    return { count: tops.length, distinct: new Set(tops.map((t) => Math.round(t / 12))).size };
  });
  assert.equal(lines.count, lines.distinct, "one a line");
  await page.locator("#sheet .e").first().hover();
  await page.waitForFunction(() => /suggested|accepted/.test(document.querySelector("#sheet .e[title]")?.title ?? ""));
});

test("what was selected, an unsaved speaker and the place in the article survive a reload; what a person set is theirs", async (t) => {
  const { page } = await open(t);
  await put(page, Array.from({ length: 40 }, (_, n) => `Paragraph ${n + 1} of the report on the harbour: “We will go on with number ${n + 1},” said Ann Pell.`).join("\n\n"));
  await page.locator("#sheet").focus();
  for (let n = 0; n < 22; n++) await page.keyboard.press("q");
  await page.waitForFunction(() => /Saved/.test(document.querySelector(".saved").textContent));
  await page.keyboard.press("s");
  await page.locator("#speaker").fill("Olga Bra");
  const words = await page.locator("#card h3").innerText();
  const where = () => page.locator("#proof").evaluate((proof) => proof.scrollTop);
  const there = await where();
  assert.ok(there > 300);
  await page.reload();
  await settled(page);
  await page.waitForFunction((words) => document.querySelector("#card h3")?.innerText === words, words);
  await page.waitForFunction(() => document.getElementById("speaker")?.value === "Olga Bra");
  await page.waitForFunction((there) => Math.abs(document.getElementById("proof").scrollTop - there) < 60, there);
  await page.locator("#speaker").fill("Olga Brandt");
  await page.locator("#speaker").press("Enter");
  await page.locator("#sheet .voice", { hasText: "Olga Brandt" }).getByText("by you").waitFor();
});
