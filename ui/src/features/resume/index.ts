export { default as Screen } from "./ResumePlace.svelte";
