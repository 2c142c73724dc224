export { default as Screen } from "./JobsScreen.svelte";
