export { default as Screen } from "./JobsPlace.svelte";
