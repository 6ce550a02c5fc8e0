// Taking work away and bringing it back: every format, with what it would lose.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { accessible, bytes, drop, open, put as putText, run, settled } from "./page.mjs";

const ARTICLE = `Ferry late again

“The ferry 🚢 was late,” Ann Pell said on Monday. Rene\u0301 Ortiz agreed ,he said.`;

const put = (page) => putText(page, ARTICLE);

test("each format is written, with its first lines and what it would lose", async (t) => {
  const { page } = await open(t);
  await put(page);
  await page.getByRole("button", { name: "Export" }).click();
  await accessible(page);
  const formats = await page.locator(".format input").evaluateAll((inputs) => inputs.map((i) => i.value));
  assert.ok(formats.length >= 20);
  for (const format of formats) {
    await page.locator(`.format input[value="${format}"]`).check();
    await page.locator(".file-name").waitFor();
    assert.equal(await page.locator(".export-file .trouble").count(), 0, format);
  }
  await page.locator('.format input[value="conll2003"]').check();
  await page.getByText(/quotations, cues, speakers and findings are left out/).waitFor();
  await page.getByText("-DOCSTART-").waitFor();
});

for (const format of ["native", "html", "tei", "brat"]) {
  test(`what is taken away as ${format} opens again with every decision`, async (t) => {
    const { page } = await open(t);
    await put(page);
    await page.locator("#sheet").focus();
    await page.keyboard.press("Shift+n");
    await page.keyboard.press("a");
    await page.getByText(/Reviewed 1 of/).waitFor();
    await page.keyboard.press("Control+s");
    await page.locator(`.format input[value="${format}"]`).check();
    await page.locator(".file-name").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
    const bytes = [...readFileSync(await download.path())];
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: /back to the start page/ }).click();
    await drop(page, [{ name: download.suggestedFilename(), type: "", bytes }]);
    await settled(page);
    await page.getByText(/Reviewed 1 of/).waitFor();
  });
}

/** Downloads the article in `format`: the file's name and its bytes. */
async function taken(page, format) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.locator(`.format input[value="${format}"]`).check();
  await page.locator(".file-name").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
  const content = readFileSync(await download.path());
  await page.getByRole("button", { name: "Close" }).click();
  return { name: download.suggestedFilename(), type: "", bytes: [...content], text: content.toString("utf8") };
}

/** What an article holds, as its own format says it: each annotation's place and what a person may have decided of it. */
const held = (file) =>
  JSON.parse(file.text.trim().split("\n")[0]).annotations.map((a) => [a.layer, a.label, a.start, a.end, a.status, a.attributes?.name, a.attributes?.resolved].join(" ")).sort();

for (const format of ["native", "brat", "xmi"]) {
  test(`a name and the ends of a quotation that were changed come back from ${format} in another browser`, async (t) => {
    const { page } = await open(t);
    await put(page);
    await run(page, "Ann Pell").first().click();
    await page.getByLabel("Name", { exact: true }).fill("Anna Pell-Ortiz");
    await page.keyboard.press("Tab");
    await run(page, "The ferry").last().click();
    await page.locator("#sheet").focus();
    for (let n = 0; n < 2; n++) await page.keyboard.press("Alt+ArrowLeft");
    await page.getByRole("button", { name: /Undo: / }).waitFor();
    const before = held(await taken(page, "native"));
    assert.ok(before.some((a) => a.includes("Anna Pell-Ortiz")), before.join("\n"));
    assert.ok(before.some((a) => a.startsWith("quote QUOTE") && a.includes("accepted")), before.join("\n"));
    const file = await taken(page, format);
    const other = await open(t);
    await drop(other.page, [file]);
    await settled(other.page);
    assert.deepEqual(held(await taken(other.page, "native")), before);
  });
}

test("several files go on the list", async (t) => {
  const { page } = await open(t);
  await drop(
    page,
    [1, 2, 3].map((n) => ({ name: `story-${n}.txt`, type: "text/plain", bytes: bytes(`Story ${n}\n\n${ARTICLE}`) })),
  );
  await page.getByText("3 articles are on the list").waitFor();
  await page.locator(".shelf .kept").nth(2).waitFor(); // the list is drawn after the notice
  assert.equal(await page.locator(".shelf .kept").count(), 3);
});
