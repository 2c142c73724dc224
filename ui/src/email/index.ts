export { Confirmation } from "./confirmation.svelte";
