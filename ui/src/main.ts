import { mount } from "svelte";
import "./tokens.css";
import "./base.css";
import { language } from "./i18n";
import { useHost } from "./platform";
import { openHost } from "./platform/open";
import { session } from "./shell";
import Shell from "./shell/Shell.svelte";

const target = document.getElementById("app");
if (target === null) throw new Error("index.html lost its #app");
language.set(null);
useHost(await openHost());
void session.start();
mount(Shell, { target });
