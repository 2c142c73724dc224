/**
 * The features as places of the page. A feature is a folder whose `index.ts` exports `Screen`; it is found by its
 * folder, loaded when it is first gone to, and needs no row anywhere.
 */
import type { Component } from "svelte";
import * as jobs from "../features/jobs";

export interface Feature {
  /** The screen; gets the path's segments after the feature's own. */
  Screen: Component<{ path: readonly string[] }>;
  /** Fetches what its screen shows first; the page waits a moment for it before it draws. */
  first?: () => Promise<void>;
  /** Without the rail: a page of its own, such as signing in. */
  bare?: boolean;
}

const lazy = import.meta.glob<Feature>(["../features/*/index.ts", "!../features/jobs/index.ts"]);

/** Path segment to folder where they differ. */
const FOLDERS: Record<string, string> = { "sign-in": "signin" };

/** The feature of a path's first segment; null when there is none. */
export function feature(segment: string | undefined): Feature | Promise<Feature> | null {
  if (segment === undefined || segment === "jobs") return jobs;
  return lazy[`../features/${FOLDERS[segment] ?? segment}/index.ts`]?.() ?? null;
}
