export { default as Screen } from "./Screen.svelte";

/** A page of its own: nothing else is offered beside it but the way out. */
export const bare = true;
