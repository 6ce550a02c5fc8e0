// Takes the picture in the README: a sample on the desk, something selected. `scripts/build` first.
import { mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [sample = "0", key = "q", out = join(root, "docs", "galley.png"), colorScheme = "light"] = process.argv.slice(2);

const server = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1360, height: 820 }, colorScheme });
await page.goto(server.url);
await page.locator(".samples button").nth(Number(sample)).click();
await page.waitForFunction(() => /read in/.test(document.querySelector("footer .figures")?.textContent) && !/on their way/.test(document.querySelector("footer .figures").textContent));
await page.locator("#sheet").focus();
for (const one of key) await page.keyboard.press(one);
await page.locator("#sheet .is-selected").first().waitFor();
mkdirSync(dirname(out), { recursive: true });
await page.screenshot({ path: out });
await browser.close();
server.close();
console.log(`${out}: ${statSync(out).size} bytes`);
