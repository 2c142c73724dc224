import { SvelteMap } from "svelte/reactivity";
import { language } from "../i18n";
import { call, type Place, type PlaceId } from "../platform";

const known = new SvelteMap<PlaceId, Place>();
const asked = new Set<PlaceId>();
let waiting: PlaceId[] = [];

async function fetchWaiting(): Promise<void> {
  const ids = waiting;
  waiting = [];
  try {
    for (const place of await call("places_get", { ids })) known.set(place.id, place);
  } catch {
    // A name that is not there now is asked for again when it is next shown; rows stand without it.
    for (const id of ids) asked.delete(id);
  }
}

/** 徐汇区 is called 徐汇 in a line of text; 郊县 and two-character names keep their ending. */
function shortZh(name: string): string {
  for (const ending of ["新区", "省", "市", "区", "县"]) {
    if (name.endsWith(ending) && name.length - ending.length >= 2) return name.slice(0, -ending.length);
  }
  return name;
}

/** `徐汇`, `Xuhui`. */
export function ownName(place: Place): string {
  return language.current === "zh-CN" ? shortZh(place.name_zh) : place.name_en;
}

function parentName(place: Place): string | null {
  const zh = language.current === "zh-CN";
  const parent = (zh ? place.within_zh : place.within_en)[0];
  return parent === undefined ? null : zh ? shortZh(parent) : parent;
}

/** Names of the gazetteer's places, fetched together and kept. */
export const places = {
  /** Puts places that were just answered in. */
  learn(found: readonly Place[]): void {
    for (const place of found) {
      asked.add(place.id);
      known.set(place.id, place);
    }
  },
  /** Asks for those that are not known; all asked for in one turn go in one command. */
  want(ids: readonly (PlaceId | null)[]): void {
    for (const id of ids) {
      if (id === null || asked.has(id)) continue;
      asked.add(id);
      waiting.push(id);
      if (waiting.length === 1) queueMicrotask(() => void fetchWaiting());
    }
  },
  /** `徐汇`; empty until it is known. */
  name(id: PlaceId | null): string {
    const place = id === null ? undefined : known.get(id);
    return place ? ownName(place) : "";
  },
  /** The part of an address that the place's names do not say already. */
  street(address: string, id: PlaceId | null): string {
    const place = id === null ? undefined : known.get(id);
    return place ? withoutNames(address, place) : address;
  },
  /** `上海 徐汇`, `Xuhui, Shanghai`. */
  fullName(id: PlaceId | null): string {
    const place = id === null ? undefined : known.get(id);
    return place ? fullName(place) : "";
  },
};

/** `上海 徐汇`, `Xuhui, Shanghai`; a city alone when it lies in nothing else of its own name. */
export function fullName(place: Place): string {
  const own = ownName(place);
  const parent = parentName(place);
  if (parent === null || parent === own) return own;
  return language.current === "zh-CN" ? `${parent}\u00a0${own}` : `${own}, ${parent}`;
}

/** An address without the names of what it lies in, where it begins with them: `杭州市上城区新苗路 1 号` is `新苗路 1 号`. */
function withoutNames(address: string, place: Place): string {
  let rest = address;
  for (const name of [...[...place.within_zh].reverse(), place.name_zh]) {
    if (rest.startsWith(name)) rest = rest.slice(name.length).trimStart();
  }
  return rest;
}

/** What it lies in, for the second line of a choice. */
export function within(place: Place): string {
  return language.current === "zh-CN" ? [...place.within_zh].reverse().join(" ") : place.within_en.join(", ");
}
