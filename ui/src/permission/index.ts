export { Asking, refusalOf } from "./asking.svelte";
export { permissionIcon, permissionName, purposeName } from "./messages";
export { default as PermissionSheet } from "./PermissionSheet.svelte";
