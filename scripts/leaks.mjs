// Nothing that is published may name a path of the machine it was made on, nor a package registry's host.
//   node scripts/leaks.mjs     looks through the tracked files; scripts/finish.mjs looks through what is built
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { pathToFileURL } from "node:url";

// Written in pieces, so that this file does not find itself.
const PATHS = [["", "root/"], ["", "home/[a-z]"], ["", "work/"], ["", "Users/[A-Za-z]"]].map(([a, b]) => new RegExp(`(^|[\\s"'\`(=:])${a}/${b}`));
const HOSTS = /(index|static)\.crates\.io|registry\.npmjs|registry\.yarnpkg|files\.pythonhosted|artifactory|\bnexus\b.*repository/;
const ALLOWED = /^Cargo\.lock$/; // cargo writes its default registry's name into every lock file

/** What a built file (bytes) has of this machine's paths, each cut to what can be read; strings stand in it without a border between them. */
export function leaks(bytes) {
  const text = Buffer.from(bytes).toString("latin1");
  const own = [homedir(), process.env.CARGO_HOME, process.env.CARGO_TARGET_DIR, process.cwd()].filter((path) => path && path.length > 1);
  const marks = [...own.map((path) => `${path}/`.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")), "\\.cargo[/\\\\]", "\\.rustup[/\\\\]", "[/\\\\]rustlib[/\\\\]src", "crates\\.io-[0-9a-f]{16}", "[/\\\\]Users[/\\\\][A-Za-z]", "/home/[a-z]+/"];
  const found = text.match(new RegExp(`[\\x21-\\x7e]{0,40}(${marks.join("|")})[\\x20-\\x7e]{0,80}`, "g"));
  return [...new Set(found ?? [])];
}

function main() {
  let found = 0;
  for (const path of execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean)) {
    if (ALLOWED.test(path) || path === "scripts/leaks.mjs") continue;
    const bytes = readFileSync(path);
    if (bytes.includes(0)) continue;
    bytes.toString("utf8").split("\n").forEach((line, i) => {
      const hit = [...PATHS, HOSTS].find((pattern) => pattern.test(line));
      if (hit) {
        found += 1;
        console.error(`${path}:${i + 1}: ${line.trim().slice(0, 120)}`);
      }
    });
  }
  if (found) {
    console.error(`${found} lines name a machine's path or a registry's host`);
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
