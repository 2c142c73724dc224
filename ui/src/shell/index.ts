export { router, signInFor } from "./router.svelte";
export { type Mode, session } from "./session.svelte";
