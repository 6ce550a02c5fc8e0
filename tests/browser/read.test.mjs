// Reading comfort: type and measure, print, texts from right to left, zoom, forced colours, less motion.
import assert from "node:assert/strict";
import { test } from "node:test";
import { accessible, open, put, settled, started } from "./page.mjs";

const ARTICLE = `Ferry late again\n\n“The ferry was late,” Ann Pell said on Monday. The councilâ€™s vote is due.\n\n“We are sorry,” said Tomas Brandt, the deputy mayor of Port Avelle.`;
const size = (page) => page.locator("#sheet").evaluate((sheet) => parseFloat(getComputedStyle(sheet).fontSize));

test("type size and line width are chosen by mouse and by key, and stay", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  const [before, wide] = [await size(page), await page.locator("#sheet").evaluate((sheet) => sheet.clientWidth)];
  await page.getByRole("button", { name: "Type size, line width, printing" }).click();
  await accessible(page);
  await page.getByRole("radio", { name: "Large", exact: true }).check();
  await page.getByRole("radio", { name: "Narrow" }).check();
  await page.getByRole("button", { name: "Close" }).click();
  assert.ok((await size(page)) > before);
  await page.locator("#sheet").focus();
  await page.keyboard.press("+");
  const larger = await size(page);
  assert.ok(larger > before + 3);
  await page.reload();
  await started(page);
  await page.locator("#sheet").waitFor();
  assert.equal(await size(page), larger);
  assert.ok((await page.locator("#sheet").evaluate((sheet) => sheet.clientWidth)) !== wide);
  await page.locator("#sheet").focus();
  for (let n = 0; n < 4; n++) await page.keyboard.press("-");
  assert.ok((await size(page)) < before);
});

test("what is printed is the article, and its quotations as a table after it", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  assert.equal(await page.locator(".appendix").count(), 0);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.locator(".appendix").waitFor();
  const rows = await page.locator(".appendix tbody tr").allInnerTexts();
  assert.equal(rows.length, 2);
  assert.match(rows[0], /Ann Pell\s+“The ferry was late,”\s+direct\s+2/);
  for (const hidden of [".bar", ".layers", ".side", ".review"]) assert.ok(!(await page.locator(hidden).isVisible()), hidden);
  const pdf = await page.pdf();
  assert.ok(pdf.length > 5_000);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.waitForFunction(() => !document.querySelector(".appendix"));
});

test("Arabic and Hebrew stand from right to left, each paragraph as it begins", async (t) => {
  const { page } = await open(t);
  await put(page, "قال محمود: «سنعود غدا» في Port Avelle.\n\nלנה אורטיז אמרה: ״נחזור מחר״ ב־2019.\n\nLena Ortiz said: “We will be back.”");
  const sides = await page.locator("#sheet .t").evaluateAll((lines) => lines.map((line) => getComputedStyle(line).direction));
  assert.deepEqual(sides, ["rtl", "rtl", "ltr"]);
  // What is marked keeps its order: no mark adds text to the line.
  assert.equal(await page.locator("#sheet .t").nth(1).innerText(), "לנה אורטיז אמרה: ״נחזור מחר״ ב־2019.");
  await accessible(page);
  await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/rtl.png` : undefined });
});

test("nothing is cut off at 320 pixels or at twice the size", async (t) => {
  for (const [name, viewport] of [["narrow", { width: 320, height: 640 }], ["zoomed", { width: 640, height: 450 }]]) {
    const { page } = await open(t, { viewport });
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/${name}-start.png` : undefined, fullPage: true });
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok((await overflow()) <= 0, `${name}: the start page`);
    await put(page, ARTICLE);
    assert.ok((await overflow()) <= 0, `${name}: the desk`);
    await accessible(page);
    await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/${name}.png` : undefined });
  }
});

test("in forced colours and with less motion everything still shows", async (t) => {
  const { page } = await open(t, { forcedColors: "active", reducedMotion: "reduce" });
  await put(page, ARTICLE);
  const name = page.locator("#sheet .e").first();
  assert.notEqual(await name.evaluate((run) => getComputedStyle(run).borderBottomStyle), "none");
  const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0).length);
  assert.equal(moving, 0);
  await page.screenshot({ path: process.env.SHOTS ? `${process.env.SHOTS}/forced.png` : undefined });
  await settled(page);
});

test("original and repaired text can both be seen, and taken away", async (t) => {
  const { page } = await open(t);
  await put(page, ARTICLE);
  await page.getByRole("button", { name: /Repair \d+ certain/ }).click();
  await page.getByRole("button", { name: "Show original" }).click();
  await page.getByText("1 paragraph changed.").waitFor();
  await accessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download as it was pasted" }).click()]);
  assert.match(download.suggestedFilename(), /\.original\.txt$/);
  await page.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("Control+s");
  await page.locator('.format input[value="gate"]').check();
  const text = () => page.locator(".preview").innerText();
  await page.waitForFunction(() => document.querySelector(".preview")?.textContent.includes("council’s vote"));
  await page.getByRole("radio", { name: /^as it was pasted/ }).check();
  await page.waitForFunction(() => document.querySelector(".preview")?.textContent.includes("councilâ€™s vote"));
  assert.match(await text(), /councilâ€™s/);
});
