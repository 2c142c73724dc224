export { Confirmation } from "./confirmation.svelte";
export { m as emailWords } from "./messages";
export { default as Outbox } from "./Outbox.svelte";
