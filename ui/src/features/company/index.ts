export { default as Gate } from "./Gate.svelte";
export { default as Screen } from "./Screen.svelte";
