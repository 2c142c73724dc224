import { SvelteSet } from "svelte/reactivity";
import { errorWords } from "../../errors";
import { kit, toast } from "../../kit";
import { places } from "../../places";
import { asCommandError, call, type JobCard } from "../../platform";
import { m } from "./messages";

const ids = new SvelteSet<string>();

async function set(job: string, on: boolean): Promise<void> {
  // Shown at once, put back when it was not kept.
  if (on) ids.add(job);
  else ids.delete(job);
  try {
    await call("favourite_set", { job, on });
  } catch (thrown) {
    if (on) ids.delete(job);
    else ids.add(job);
    toast.show({ text: errorWords(asCommandError(thrown)).title });
    throw thrown;
  }
}

/** The jobs that were kept. */
export const favourites = {
  has: (job: string): boolean => ids.has(job),
  async load(): Promise<JobCard[]> {
    const cards = await call("favourites_list", {});
    ids.clear();
    for (const card of cards) ids.add(card.id);
    places.want(cards.map((card) => card.place));
    return cards;
  },
  async toggle(job: string): Promise<void> {
    const on = !ids.has(job);
    try {
      await set(job, on);
    } catch {
      return;
    }
    toast.show({
      text: on ? m.savedToast : m.unsavedToast,
      action: { label: kit.undo, undo: true, run: () => void set(job, !on).catch(() => {}) },
    });
  },
};
