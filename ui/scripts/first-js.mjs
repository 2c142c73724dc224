// Prints how much script the page loads before its first screen: the entry and all that it imports at once, gzipped.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

const out = process.argv[2] ?? "dist";
const html = readFileSync(join(out, "index.html"), "utf8");
const seen = new Map();
const visit = (file) => {
  if (seen.has(file)) return;
  const text = readFileSync(file, "utf8");
  seen.set(file, gzipSync(text, { level: 9 }).length);
  for (const [, path] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) visit(join(dirname(file), path));
};
for (const [, src] of html.matchAll(/<script[^>]+src="([^"]+)"/g)) visit(join(out, src));
const bytes = [...seen.values()].reduce((sum, one) => sum + one, 0);
for (const [file, size] of seen) console.log(`${String(size).padStart(7)} ${file}`);
console.log(
  JSON.stringify({
    bench: "start",
    metric: "first_js_gzip_kb",
    value: Math.round(bytes / 102.4) / 10,
    unit: "kB",
    n: 1,
  }),
);
