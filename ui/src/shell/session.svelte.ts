/** What the whole page knows: who is signed in, settings, whether the server can be reached. */
import { language } from "../i18n";
import { toast } from "../kit";
import {
  type Account,
  type AppState,
  asCommandError,
  type CommandError,
  call,
  on,
  type Settings,
  type Theme,
} from "../platform";
import { m } from "./messages";

/** The two sides of the app. */
export type Mode = "seeker" | "recruiter";

let state = $state.raw<AppState | null>(null);
let error = $state.raw<CommandError | null>(null);
let unread = $state(0);
let asking = $state(0);
/** The side that was chosen in Me; none follows the account. */
let chosen = $state<Mode | null>(null);

function show(settings: Settings): void {
  language.set(settings.language);
  const root = document.documentElement;
  if (settings.theme === "system") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
}

function put(next: AppState): void {
  state = next;
  show(next.settings);
}

async function countUnread(): Promise<void> {
  if (state?.account == null) {
    unread = 0;
    return;
  }
  try {
    unread = (await call("conversations_list", {})).unread;
  } catch {
    // The count is a hint; the messages' own screen says what went wrong.
  }
}

/** Requests for contact data that wait for the seeker's answer: nothing happens without it (S-VIS-06). */
async function countAsking(): Promise<void> {
  if (state?.account == null) {
    asking = 0;
    return;
  }
  try {
    asking = (await call("contact_requests_list", {})).filter(({ state }) => state.kind === "asked").length;
  } catch {
    // A hint, as the other.
  }
}

let listening = false;

function listen(): void {
  listening = true;
  on("online", ({ online }) => {
    if (state) state = { ...state, online };
    if (online) void countAsking();
  });
  on("contact_requests_changed", () => void countAsking());
  on("account_changed", ({ account }) => {
    if (state) state = { ...state, account };
    if (account === null) chosen = null;
    void countUnread();
    void countAsking();
  });
  on("session_in_memory", ({ session_in_memory }) => {
    if (!state) return;
    state = { ...state, session_in_memory };
    // While signing in, the screen says it.
    if (session_in_memory && state.account) toast.show({ text: m.sessionInMemory });
  });
  on("settings_changed", () => void session.reload());
  on("conversation_changed", () => void countUnread());
}

export const session = {
  /** Null until the core answered. */
  get state(): AppState | null {
    return state;
  },
  get error(): CommandError | null {
    return error;
  },
  get account(): Account | null {
    return state?.account ?? null;
  },
  get signedIn(): boolean {
    return state?.account != null;
  },
  get online(): boolean {
    return state?.online ?? true;
  },
  get unread(): number {
    return unread;
  },
  /** Requests for contact data that wait for an answer. */
  get asking(): number {
    return asking;
  },
  get mode(): Mode {
    if (state?.account?.recruiter == null) return "seeker";
    return chosen ?? "recruiter";
  },
  setMode(mode: Mode): void {
    chosen = mode;
  },
  /** Asks the core how things stand and listens from then on. */
  async start(): Promise<void> {
    if (!listening) listen();
    await session.reload();
    void countUnread();
    void countAsking();
  },
  async reload(): Promise<void> {
    try {
      put(await call("app_state", {}));
      error = null;
    } catch (thrown) {
      error = asCommandError(thrown);
    }
  },
  /** Changes settings; shown at once, and as the core has them afterwards. */
  async change(patch: Partial<Settings>): Promise<void> {
    if (state === null) return;
    const settings = { ...state.settings, ...patch };
    show(settings);
    state = { ...state, settings };
    const kept = await call("settings_set", settings);
    show(kept);
    state = { ...state, settings: kept };
  },
  /** Light to dark and back, from whatever is seen now. */
  async toggleTheme(): Promise<void> {
    const systemDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    const now: Theme = state?.settings.theme ?? "system";
    const dark = now === "dark" || (now === "system" && systemDark);
    await session.change({ theme: dark ? "light" : "dark" });
  },
};
