import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { CoreEvent } from "../generated/types";
import { asCommandError, type Host } from "../host";

/** Whether the page runs in the app's window. */
export function inApp(): boolean {
  return "__TAURI_INTERNALS__" in window;
}

/** The app's core behind the shell's commands. */
export const tauriHost: Host = {
  async call(name, request) {
    try {
      return await invoke(name, { request });
    } catch (thrown) {
      throw asCommandError(thrown);
    }
  },
  listen(handler) {
    const started = listen<CoreEvent>("core-event", ({ payload }) => handler(payload));
    return () => {
      void started.then((stop) => stop());
    };
  },
};
