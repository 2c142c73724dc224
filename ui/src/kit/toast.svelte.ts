/** One short message with at most one way back. Shown by `ToastHost`, one at a time, for 8 seconds. */
export interface Toast {
  text: string;
  /** The way back or on; Ctrl/Cmd+Z takes it when `undo`. */
  action?: { label: string; run: () => void; undo?: boolean };
}

export const TOAST_MS = 8_000;

let current = $state<Toast | null>(null);
let left = 0;
let since = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

function start(ms: number): void {
  stop();
  left = ms;
  since = Date.now();
  timer = setTimeout(toast.dismiss, ms);
}

function stop(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

export const toast = {
  get current(): Toast | null {
    return current;
  },
  show(next: Toast): void {
    current = next;
    start(TOAST_MS);
  },
  dismiss(): void {
    stop();
    current = null;
  },
  /** Stays while it is under the pointer or has the focus. */
  hold(): void {
    if (timer === null) return;
    left = Math.max(1_000, left - (Date.now() - since));
    stop();
  },
  release(): void {
    if (current !== null && timer === null) start(left);
  },
};
