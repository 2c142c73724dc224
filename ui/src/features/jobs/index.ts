import { router } from "../../shell";
import { search } from "./search.svelte";

export { default as Screen } from "./JobsPlace.svelte";

/** The first search, unless a link says what to search for. */
export async function first(): Promise<void> {
  if (!router.query.has("q")) await search.run();
}
