import { afterEach, beforeEach } from "vitest";
import { cleanup } from "./render";

declare global {
  interface Window {
    happyDOM?: { setViewport(size: { width: number; height: number }): void };
  }
}

beforeEach(() => window.happyDOM?.setViewport({ width: 1280, height: 800 }));
afterEach(cleanup);
