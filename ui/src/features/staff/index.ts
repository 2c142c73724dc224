export { default as DeskDialogs } from "./DeskDialogs.svelte";
export { Desk } from "./desk.svelte";
