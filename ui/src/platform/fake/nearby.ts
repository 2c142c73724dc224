import type { JobsNearby, JobsNearbyView, Point } from "../generated/types";
import { matching } from "./jobs";
import { usePermission } from "./permission";
import { kilometres, PLACES } from "./places";
import { cardOf, refuse, type World } from "./world";

const USED_AGAIN_US = 300_000_000;
const RADII = [1, 3, 5, 10];

/** Where the device is; the reason when nothing can say. */
export function locate(world: World): Point {
  const now = world.now() * 1000;
  const { position } = world;
  if (world.located_at === null || now - world.located_at >= USED_AGAIN_US) {
    world.located_at = null;
    usePermission(world, "nearby_jobs");
    if (typeof position === "string") refuse("location_unavailable", { reason: position });
    world.located_at = now;
  }
  if (typeof position === "string") refuse("location_unavailable", { reason: position });
  return position;
}

/** Degrees clockwise from north, on the plane: near enough for ten kilometres. */
function bearing(from: Point, to: Point): number {
  const east = (to.lon - from.lon) * Math.cos((from.lat * Math.PI) / 180);
  return ((Math.atan2(east, to.lat - from.lat) * 180) / Math.PI + 360) % 360;
}

const BASE32 = "0123456789bcdefghjkmnpqrstuvwxyz";

/** The geohash of a point, six characters: what the server is told. */
export function cellOf({ lat, lon }: Point): string {
  const ranges = { lat: [-90, 90], lon: [-180, 180] } as { lat: [number, number]; lon: [number, number] };
  let cell = "";
  for (let at = 0; at < 30; at += 5) {
    let digit = 0;
    for (let bit = at; bit < at + 5; bit += 1) {
      const [range, value] = bit % 2 === 0 ? [ranges.lon, lon] : [ranges.lat, lat];
      const middle = (range[0] + range[1]) / 2;
      const upper = value >= middle;
      digit = digit * 2 + Number(upper);
      range[upper ? 0 : 1] = middle;
    }
    cell += BASE32[digit];
  }
  return cell;
}

export function jobsNearby(world: World, { text, radius_km }: JobsNearby): JobsNearbyView {
  if (!RADII.includes(radius_km)) refuse("invalid_field", { field: "radius_km", problem: "out_of_range" });
  const here = locate(world);
  if (world.mood === "error") refuse("unavailable");
  const near = matching(world, text);
  const jobs = near
    .flatMap((job) => {
      const { point } = job.content.workplace;
      const km = point === null ? null : kilometres(here, point);
      if (point === null || km === null || km > radius_km) return [];
      return [{ job: cardOf(job, km), bearing_deg: bearing(here, point) }];
    })
    .sort((one, other) => (one.job.distance_km ?? 0) - (other.job.distance_km ?? 0));
  if (!world.online && jobs.length === 0) refuse("offline");
  const nearest = [...PLACES].sort((one, other) => kilometres(here, one.point) - kilometres(here, other.point))[0];
  return {
    jobs: jobs.slice(0, 300),
    more: jobs.length > 300,
    place: nearest?.id ?? null,
    accuracy_m: 900,
    located_at: world.located_at ?? world.now() * 1000,
    cell: cellOf(here),
    kept: !world.online,
  };
}
