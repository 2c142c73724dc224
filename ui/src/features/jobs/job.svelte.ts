import { SvelteMap } from "svelte/reactivity";
import { places } from "../../places";
import { asCommandError, type CommandError, call, type Job } from "../../platform";

/** Jobs that were read, so that going back to one is instant; refreshed each time. */
const known = new SvelteMap<string, Job>();
const failed = new SvelteMap<string, CommandError>();

export const jobs = {
  get: (id: string): Job | undefined => known.get(id),
  error: (id: string): CommandError | undefined => failed.get(id),
  async load(id: string): Promise<void> {
    try {
      const job = await call("job_show", { job: id });
      places.want([job.content.workplace.place]);
      known.set(id, job);
      failed.delete(id);
    } catch (thrown) {
      failed.set(id, asCommandError(thrown));
    }
  },
};
