import { type Component, flushSync, mount, unmount } from "svelte";
import { useHost } from "../src/platform";
import { type FakeHost, fakeHostOf } from "../src/platform/fake";
import { makeWorld, type World } from "../src/platform/fake/world";

const mounted: Record<string, unknown>[] = [];

/** Mounts a component into the document; taken away after the test. */
export function render<P extends Record<string, unknown>>(component: Component<P>, props: P): HTMLElement {
  const target = document.createElement("div");
  document.body.append(target);
  mounted.push(mount(component, { target, props }));
  flushSync();
  return target;
}

/** Takes away what was mounted. */
export async function cleanup(): Promise<void> {
  for (const component of mounted.splice(0)) await unmount(component);
  document.body.replaceChildren();
}

/** The time that the fake world has in tests. */
export const NOW = Date.UTC(2026, 10, 23, 4, 0, 0);

/** A fresh fake host for a test, with a world that the test may change first. */
export function host(prepare: (world: World) => void = () => {}, jobs = 120): FakeHost {
  const world = makeWorld(() => NOW, jobs);
  world.settings = { language: "zh-CN", theme: "system" };
  prepare(world);
  const made = fakeHostOf(world);
  useHost(made);
  return made;
}

/** Waits for a condition, not for a time. */
export async function until<T>(condition: () => T | null | undefined | false, what = "condition"): Promise<T> {
  const end = Date.now() + 5_000;
  for (;;) {
    flushSync();
    const found = condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never came true: ${what}\n${document.body.innerHTML.slice(0, 2_000)}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** The element with a test id; null when it is not there. */
export function byId(id: string, root: ParentNode = document): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-testid="${id}"]`);
}
