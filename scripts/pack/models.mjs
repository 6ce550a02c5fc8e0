// The trained models and word lists that the worker opens when it needs them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packed } from "./text.mjs";

/** name ("models/x.bin") → its gzip, for every .bin file of the folder. */
export function readModels(folder) {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(".bin")).sort();
  return Object.fromEntries(names.map((name) => [`models/${name}`, packed(readFileSync(join(folder, name)))]));
}
