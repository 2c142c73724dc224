import type { Host } from "./host";
import { inApp, tauriHost } from "./tauri";

/**
 * The host of this page: the app's core, or in a plain browser the fake one. The condition folds to a constant, so a
 * production build has no fake in it.
 */
export async function openHost(): Promise<Host> {
  if (inApp()) return tauriHost;
  if (import.meta.env.MODE !== "production") {
    const { fakeHost } = await import("./fake");
    return fakeHost(new URLSearchParams(window.location.search));
  }
  return tauriHost;
}
