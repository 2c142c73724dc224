export { Confirmation } from "./confirmation.svelte";
export { default as Outbox } from "./Outbox.svelte";
