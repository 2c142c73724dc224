export { default as Consent } from "./Consent.svelte";
export { CurrentPolicy } from "./current.svelte";
export { default as Essentials } from "./Essentials.svelte";
export { default as PolicyGate } from "./Gate.svelte";
export { default as PolicyText } from "./PolicyText.svelte";
export { default as Screen } from "./Screen.svelte";

/** Read before anything is entered, so without the rail. */
export const bare = true;
