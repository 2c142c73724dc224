import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { places } from "../../places";
import { asCommandError, type CommandError, call, type Job } from "../../platform";

/** Jobs that were read, so that going back to one is instant; refreshed each time. */
const known = new SvelteMap<string, Job>();
/** Those that the device kept: the server could not be reached. */
const kept = new SvelteSet<string>();
const failed = new SvelteMap<string, CommandError>();

export const jobs = {
  get: (id: string): Job | undefined => known.get(id),
  isKept: (id: string): boolean => kept.has(id),
  error: (id: string): CommandError | undefined => failed.get(id),
  async load(id: string): Promise<void> {
    try {
      const view = await call("job_show", { job: id });
      const { job } = view;
      places.want([job.content.workplace.place]);
      known.set(id, job);
      if (view.kept) kept.add(id);
      else kept.delete(id);
      failed.delete(id);
    } catch (thrown) {
      failed.set(id, asCommandError(thrown));
    }
  },
};
