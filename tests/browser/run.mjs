// Runs the browser tests, a file at a time.
//   node tests/browser/run.mjs [FILE…]
//
// A file that does not end is ended. Where the browser itself went away (Chromium crashes now and then on a busy or small
// machine), its file is run once more, and the summary says so: what the page does wrong, it does again.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** A file takes seconds to two minutes; this is for a machine that has much else to do. */
const LIMIT_MINUTES = 12;
const BROWSER_WENT_AWAY = /Target page, context or browser has been closed|Target crashed|Page crashed|Browser closed/;

/** Runs one file. Resolves to whether it passed, whether it was ended, and what it printed. */
function run(file) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--test-reporter=spec", file], { stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    let ended = false;
    child.stdout.on("data", (part) => {
      printed += part;
      process.stdout.write(part);
    });
    const clock = setTimeout(() => {
      ended = true;
      child.kill("SIGKILL");
    }, LIMIT_MINUTES * 60_000);
    child.on("close", (code) => {
      clearTimeout(clock);
      resolve({ passed: code === 0, ended, printed });
    });
  });
}

const files = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(HERE).filter((name) => name.endsWith(".test.mjs")).sort().map((name) => join(HERE, name));
const failed = [];
for (const file of files) {
  const name = basename(file);
  console.log(`\n${name}`);
  let { passed, ended, printed } = await run(file);
  if (!passed && !ended && BROWSER_WENT_AWAY.test(printed)) {
    console.log(`\n${name}: the browser went away; once more`);
    ({ passed, ended } = await run(file));
  }
  if (!passed) failed.push(ended ? `${name} (ended after ${LIMIT_MINUTES} minutes)` : name);
}
if (failed.length) {
  console.log(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
console.log(`\n${files.length} files of browser tests passed.`);
