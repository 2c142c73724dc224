import { readFileSync } from "node:fs";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The icons stand in the page itself: as an external file they do not load under every web view's scheme, as script they would be parsed twice. */
const sprite: Plugin = {
  name: "zhitu-sprite",
  transformIndexHtml: (html) =>
    html.replace("<!-- sprite -->", () =>
      readFileSync(new URL("src/kit/icons.svg", import.meta.url), "utf8")
        .replace(/<!--.*?-->\s*/s, "")
        .replace("<svg ", '<svg class="sprite" aria-hidden="true" '),
    ),
};

const BASE =
  /node_modules\/svelte\/|src\/(i18n|platform\/(index|host)|shell\/(router|session|index)|errors|places\/places|features\/jobs\/(messages|search|favourites|job\.|JobRow|JobDetail|description))|src\/kit\/(Badge|Blank|Button|Chip|Demo|Dialog|ErrorState|Facet|HandsLine|Icon|IconButton|icons|Menu|messages|Money|Note|OfflineNote|Sep|Skeleton|Terms|toast|ToastHost|VirtualList)\b/;

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), sprite],
  // Relative, so that the page works under whatever scheme the web view gives it.
  base: "./",
  build: {
    target: ["es2022", "safari16", "chrome110"],
    outDir: mode === "browser" ? "dist-browser" : "dist",
    emptyOutDir: true,
    // The content security policy allows no inline script; the polyfill would be one more module for nothing.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What the first screen needs in one file and not in twenty; the kit's other parts go with the features that use them.
      output: { codeSplitting: { groups: [{ name: "base", test: (id: string) => BASE.test(id) }] } },
    },
    reportCompressedSize: true,
  },
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  preview: {
    host: "127.0.0.1",
    port: 4173,
    strictPort: true,
    // As strict as the window: what it would refuse shows up in the pictures' console.
    headers: {
      "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'",
    },
  },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    restoreMocks: true,
  },
}));
