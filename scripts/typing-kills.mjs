// Kills the whole browser again and again while somebody types, and measures what is gone afterwards.
//   node scripts/typing-kills.mjs [KILLS]        30 unless told; the page in dist/, CHROMIUM as for the tests
//
// Prints a line a kill: letters typed, letters gone, how long before the kill the first of those was typed, and whether the
// page had said that it was saved. Fails where more than a second of typing is gone, or anything that was called saved.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "./server.mjs";
import { BASE, DIST, launchApart, paste, settled, started } from "../tests/browser/page.mjs";

const kills = Number(process.argv[2] ?? 30);
const profile = mkdtempSync(join(tmpdir(), "galley-typing-"));
const server = await serve(DIST, { base: BASE });
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const lost = [];
let failures = 0;
let expected = "";

for (let round = 0; round <= kills; round++) {
  const { context, kill } = await launchApart(profile);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(server.url).origin });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.url);
  await started(page);
  if (round === 0) await paste(page, "Typed without a pause\n\nWords:");
  const listed = page.getByRole("button", { name: "Typed without a pause", exact: true });
  await page.locator("#sheet").or(listed).first().waitFor();
  if (await listed.isVisible()) await listed.click();
  await settled(page);
  const there = (await page.locator("#sheet .t").allInnerTexts()).at(-1);
  if (round > 0) {
    const { text, times, killed, promised } = expected;
    const kept = there.length;
    const right = text.startsWith(there);
    const first = kept < text.length ? killed - times[kept - (text.length - times.length)] : 0;
    const bad = !right || first > 1000 || kept < promised;
    failures += bad;
    lost.push({ letters: text.length - kept, first });
    console.log(`${String(round).padStart(3)}  typed ${String(times.length).padStart(4)}  gone ${String(text.length - kept).padStart(3)}  the first of them ${String(first).padStart(5)} ms before the end${bad ? "  BAD" : ""}${right ? "" : `  not a beginning of what was typed: ${there.slice(-60)}`}`);
  }
  if (round === kills) {
    await kill();
    break;
  }
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator("#editor").focus();
  await page.keyboard.press("ControlOrMeta+End");
  const speed = 20 + Math.random() * 120;
  const end = Date.now() + 800 + Math.random() * 5000;
  let text = there;
  const times = [];
  let promised = 0;
  for (let n = 0; Date.now() < end; n++) {
    const letter = n % 7 === 6 ? "-" : LETTERS[(round * 5 + n) % 26];
    const at = Date.now();
    await page.keyboard.press(letter);
    text += letter;
    times.push(at);
    if (n % 5 === 0) {
      const { says, length } = await page.evaluate(() => ({ says: document.querySelector(".saved").textContent, length: document.querySelector("#editor").value.split("\n").at(-1).length }));
      if (/Saved on this device/.test(says)) promised = length;
    }
    await pause(speed);
  }
  const killed = Date.now();
  await kill();
  expected = { text, times, killed, promised };
}
server.closeAllConnections();
server.close();
rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
const ages = lost.map((l) => l.first).sort((a, b) => a - b);
console.log(`${lost.length} kills: ${lost.reduce((n, l) => n + l.letters, 0)} letters gone in all; the oldest ${Math.max(...ages)} ms old, half of them under ${ages[ages.length >> 1]} ms.`);
process.exit(failures ? 1 : 0);
