export { default as Calls } from "./Calls.svelte";
