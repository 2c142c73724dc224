export { default as PlaceField } from "./PlaceField.svelte";
export { default as PlaceFinder } from "./PlaceFinder.svelte";
export { fullName, places } from "./places.svelte";
