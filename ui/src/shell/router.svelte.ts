/**
 * Where the page is: `#/jobs/<id>?apply=1`. In the hash, so that it works under every web view's scheme and the
 * system's back works on phones.
 */
interface Where {
  /** Segments: `["jobs", "<id>"]`. */
  path: readonly string[];
  query: URLSearchParams;
}

function read(hash: string): Where {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { path: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

let where = $state.raw<Where>(read(window.location.hash));
/** How many steps of the history are our own: back stays inside the app. */
let depth = 0;

window.addEventListener("hashchange", () => {
  where = read(window.location.hash);
});
window.addEventListener("popstate", (event) => {
  const state: unknown = event.state;
  depth = typeof state === "number" ? state : 0;
  where = read(window.location.hash);
});

export const router = {
  get path(): readonly string[] {
    return where.path;
  },
  get query(): URLSearchParams {
    return where.query;
  },
  /** The current place as a path, to come back to. */
  get here(): string {
    const query = where.query.toString();
    return `/${where.path.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
  },
  /** Goes to a path such as `/jobs/<id>`. */
  go(path: string, options: { replace?: boolean } = {}): void {
    const hash = `#${path}`;
    if (hash === window.location.hash) return;
    if (options.replace) {
      window.history.replaceState(depth, "", hash);
    } else {
      depth += 1;
      window.history.pushState(depth, "", hash);
    }
    where = read(hash);
  },
  /** Back to where one came from; to `fallback` when one came from outside. */
  back(fallback: string): void {
    if (depth > 0) window.history.back();
    else router.go(fallback, { replace: true });
  },
};

/** Goes to sign-in and remembers to come back: a screen calls it when a command says `signed_out`. */
export function signInFor(path: string = router.here): void {
  router.go(`/sign-in?back=${encodeURIComponent(path)}`);
}
