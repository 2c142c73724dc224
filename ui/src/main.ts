import { mount } from "svelte";
import "./tokens.css";
import "./base.css";
import { language } from "./i18n";
import { useHost } from "./platform";
import { openHost } from "./platform/open";
import { router, session } from "./shell";
import { feature } from "./shell/features";
import Shell from "./shell/Shell.svelte";

/** How long nothing is drawn while the first answers are on their way, in milliseconds. */
const PATIENCE_MS = 150;

const target = document.getElementById("app");
if (target === null) throw new Error("index.html lost its #app");
language.set(null);
useHost(await openHost());
// Drawn once with the answers and not before with their places: a frame takes longer than they do.
const found = feature(router.path[0]);
const first = found instanceof Promise ? undefined : found?.first?.();
await Promise.race([Promise.all([session.start(), first]), new Promise((over) => setTimeout(over, PATIENCE_MS))]);
mount(Shell, { target });
