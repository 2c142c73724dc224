export { default as PolicyText } from "./PolicyText.svelte";
export { default as Screen } from "./Screen.svelte";

/** Read before anything is entered, so without the rail. */
export const bare = true;
