// Narrow, magnified and touched: nothing is cut off, what a window does is seen at once, the bars leave room to read.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, put, settled } from "./page.mjs";

const ARTICLE = `Ferry late again

The Quibble was late, Ann Pell said on Monday, 3 May 2021. “We are sorry,” she told passengers in Port Avelle, and the the council agreed.

Tom Harrow wrote on 8 February that it had been warned.`;

/** What sticks out of the screen to the side, or is cut off in a box that does not scroll. */
const cutOff = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (e) => {
      for (let at = e; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (/auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth + 1) return true;
        if (style.position === "fixed" && style.visibility === "hidden") return true;
      }
      return false;
    };
    const told = [];
    if (document.documentElement.scrollWidth > width + 1) told.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const e of document.querySelectorAll("button, input, select, textarea, label, h1, h2, h3, p, td, th, legend, span.hint, strong")) {
      const box = e.getBoundingClientRect();
      if (!box.width || !box.height || e.closest(".unseen, [hidden], .over, svg") || e.classList.contains("unseen") || getComputedStyle(e).visibility === "hidden") continue;
      if ((box.right > width + 1 || box.left < -1) && !scrolls(e)) told.push(`${e.tagName} “${(e.innerText || e.ariaLabel || "").slice(0, 30)}” ${Math.round(box.left)}–${Math.round(box.right)} of ${width}`);
    }
    return told;
  });

const SIZES = [
  ["320 px", { viewport: { width: 320, height: 640 } }],
  ["360 px, touched", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ["1280 × 800 at 200 %", { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ["1440 × 900 at 200 %", { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
];

for (const [name, options] of SIZES) {
  test(`at ${name} nothing is cut off, and the bars leave room`, { timeout: 120_000 }, async (t) => {
    const { page } = await open(t, options);
    assert.deepEqual(await cutOff(page), [], "the start page");
    await put(page, ARTICLE);
    assert.deepEqual(await cutOff(page), [], "the desk");
    const room = await page.evaluate(() => {
      const proof = document.getElementById("proof").getBoundingClientRect();
      const strip = document.querySelector(".strip").getBoundingClientRect();
      return (proof.height - strip.height) / innerHeight;
    });
    assert.ok(room >= 2 / 3, `the article has ${(room * 100).toFixed(0)} % of the height`);
    // What a window does is seen without scrolling.
    for (const [open, action] of [
      ["Export", "Download"],
      ["Before, after", "Download as it is now"],
      ["Who said what", "Download CSV"],
    ]) {
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("dialog").getByRole("button", { name: open }).click();
      const button = page.getByRole("dialog").getByRole("button", { name: action, exact: true });
      await button.waitFor();
      const box = await button.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= options.viewport.height && box.x >= 0 && box.x + box.width <= options.viewport.width, `${open}: ${JSON.stringify(box)}`);
      assert.deepEqual(await cutOff(page), [], open);
      await accessible(page);
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    }
    // The card of a mark, with what can be decided about it.
    await page.locator("#sheet .e").first().click();
    const accept = page.locator("#card .decide button").first();
    await accept.waitFor();
    await page.waitForTimeout(250);
    const box = await accept.boundingBox();
    assert.ok(box.y + box.height <= options.viewport.height + 1, `the decision is in view: ${JSON.stringify(box)}`);
    assert.deepEqual(await cutOff(page), [], "the card");
  });
}

test("on touch there are no key caps, the bare text is one tap away, and layers have names", async (t) => {
  const { page } = await open(t, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  await put(page, ARTICLE);
  assert.equal(await page.locator("kbd:visible").count(), 0);
  const bare = page.getByRole("button", { name: /^Bare text/ });
  const box = await bare.boundingBox();
  assert.ok(box.x + box.width <= 360, "without scrolling the bar");
  await bare.tap();
  await page.waitForFunction(() => document.getElementById("sheet").classList.contains("clean"));
  await bare.tap();
  const names = await page.locator(".layer span").allInnerTexts();
  assert.ok(names.includes("Person") && names.includes("Direct"), `${names}`);
  const first = await page.locator(".layer span").first().boundingBox();
  assert.ok(first.width > 20);
});

test("labels and dates are words wherever they are shown", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const texts = [];
  for (const words of ["3 May 2021", "8 February", "Monday"]) {
    await page.locator("#sheet .t span").filter({ hasText: words }).first().click();
    texts.push(await page.locator("#card").innerText());
  }
  assert.match(texts.join("\n"), /Value\s+3 May 2021/);
  assert.match(texts.join("\n"), /Value\s+8 February/);
  for (const tab of ["Quotations", "Names", "Damage", "Review"]) {
    await page.getByRole("tab", { name: tab }).click();
    texts.push(await page.locator("body").innerText());
  }
  assert.doesNotMatch(texts.join("\n"), /\b(MISC|NORP|LAW_CASE|XXXX|PERSON|ORG)\b/);
});

test("a note stands over nothing of the article, and leaves by itself", async (t) => {
  const { page } = await open(t, { viewport: { width: 1280, height: 800 } });
  await put(page, ARTICLE);
  await page.locator("#sheet").focus();
  await page.getByRole("tab", { name: "Review" }).click();
  await page.getByRole("button", { name: /^Accept all/ }).click();
  const note = await page.locator(".notice").boundingBox();
  const proof = await page.locator("#proof").boundingBox();
  assert.ok(note.y >= proof.y + proof.height - 12, `${JSON.stringify(note)} over ${JSON.stringify(proof)}`);
  await page.locator(".notice").waitFor({ state: "detached", timeout: 25_000 });
});

test("what is decided of damage stays in view on its card", async (t) => {
  const { page } = await open(t, { viewport: { width: 1280, height: 800 } });
  await page.locator(".samples button").nth(1).click();
  await settled(page);
  await page.getByRole("tab", { name: "Damage" }).click();
  for (let n = 0; n < 6; n++) {
    await page.locator("#list .item").nth(n).click();
    const seen = await page.evaluate(() => {
      const card = document.getElementById("card").getBoundingClientRect();
      const row = document.querySelector("#card .decide").getBoundingClientRect();
      return row.top >= card.top && row.bottom <= card.bottom + 1;
    });
    assert.ok(seen, `row ${n}`);
  }
});
