// A static file server for this machine alone.
//   node scripts/server.mjs FOLDER [--port N] [--no-open]
import { spawn } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/** Serves `folder` at `base` (such as "/" or "/some/path/"). Resolves to the server, with its `url`; port 0 takes a free one. */
export function serve(folder, { port = 0, base = "/", headers = {} } = {}) {
  const server = createServer((request, response) => {
    let path;
    try {
      path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return void response.writeHead(400).end();
    }
    const file = path.startsWith(base) && normalize(join(folder, path.slice(base.length) || ".", path.endsWith("/") ? "index.html" : ""));
    const found = file && (file + sep).startsWith(normalize(folder + sep)) && statSync(file, { throwIfNoEntry: false });
    if (!found || !found.isFile()) return void response.writeHead(404, { "content-type": "text/plain" }).end("not here");
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-length": found.size, "cache-control": "no-cache", ...headers });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.url = `http://localhost:${server.address().port}${base}`;
      resolve(server);
    });
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, ...options] = process.argv.slice(2);
  const at = options.indexOf("--port");
  const port = at >= 0 ? Number(options[at + 1]) : 8080;
  const server = await serve(folder, { port }).catch(async (error) => {
    if (error.code !== "EADDRINUSE" || at >= 0) throw error;
    return serve(folder);
  });
  console.log(`Galley is at ${server.url} (Ctrl-C ends)`);
  if (!options.includes("--no-open")) {
    const opener = process.platform === "darwin" ? "open" : "xdg-open";
    spawn(opener, [server.url], { stdio: "ignore", detached: true }).on("error", () => console.log("Open that address in a browser."));
  }
}
