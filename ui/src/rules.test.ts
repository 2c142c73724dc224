import { expect, test } from "vitest";

const COMPONENTS = import.meta.glob<string>("./**/*.svelte", { query: "?raw", import: "default", eager: true });
const SCRIPTS = import.meta.glob<string>(["./**/*.ts", "!./**/*.test.ts", "!./platform/generated/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const ALL = { ...COMPONENTS, ...SCRIPTS };

/** Files in which a pattern is found, with the text that was. */
function found(files: Record<string, string>, pattern: RegExp): string[] {
  return Object.entries(files).flatMap(([file, text]) => {
    const match = pattern.exec(text);
    return match ? [`${file}: ${match[0]}`] : [];
  });
}

/** What a component shows: its markup without comments, script and style. */
const MARKUP = Object.fromEntries(
  Object.entries(COMPONENTS).map(([file, text]) => [
    file,
    text.replace(/<!--.*?-->|<script.*?<\/script>|<style.*?<\/style>/gs, ""),
  ]),
);

test("there are files to look at", () => {
  expect(Object.keys(COMPONENTS).length).toBeGreaterThan(30);
});

test("text for people is in the catalogue, not in the markup", () => {
  expect(found(MARKUP, /[\u4e00-\u9fff]+/)).toEqual([]);
});

test("the window's policy refuses style attributes, so the markup has none", () => {
  expect(found(MARKUP, /<[^>]+\sstyle="[^"]*"/)).toEqual([]);
});

test("nothing is set as markup: what people write stays text", () => {
  expect(found(ALL, /\{@html|\.(inner|outer)HTML\s*=|insertAdjacentHTML/)).toEqual([]);
});

test("nothing is kept in the web view, and nothing is fetched by it", () => {
  expect(
    found(
      ALL,
      /\b(localStorage|sessionStorage|indexedDB|document\.cookie|XMLHttpRequest|navigator\.sendBeacon)\b|\bnew WebSocket\b|\bfetch\(/,
    ),
  ).toEqual([]);
});

test("only the adapter of the shell knows the shell", () => {
  const others = Object.fromEntries(Object.entries(ALL).filter(([file]) => !file.startsWith("./platform/tauri/")));
  expect(found(others, /@tauri-apps|__TAURI/)).toEqual([]);
});

test("colours come from the tokens", () => {
  const styles = Object.fromEntries(
    Object.entries(COMPONENTS).map(([file, text]) => [file, /<style.*?<\/style>/s.exec(text)?.[0] ?? ""]),
  );
  expect(found(styles, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i)).toEqual([]);
});
