export { default as SnapshotView } from "./SnapshotView.svelte";
