/** Where things stand on the distance ring: areas are true, so what is near has room (r ∝ √km). */

/** The outermost circle's radius, in the drawing's units. */
export const OUTER = 290;

const RULED = [1, 3, 5, 10];

/** How far from the middle a distance is drawn when the outermost circle is `reach` kilometres. */
export function radiusAt(km: number, reach: number): number {
  return OUTER * Math.sqrt(Math.min(Math.max(km, 0), reach) / reach);
}

/** The circles that are ruled and named. */
export function ruled(reach: number): number[] {
  return RULED.filter((km) => km <= reach);
}

/** Circles between the ruled ones, drawn softly. */
export function between(reach: number): number[] {
  return ruled(reach).flatMap((km, index, all) => (index === 0 ? [] : [(km + (all[index - 1] ?? 0)) / 2]));
}

/** Where a place is drawn: `y` goes down, north is up, east is right. */
export function spotAt(km: number, bearingDeg: number, reach: number): { x: number; y: number } {
  const radius = radiusAt(km, reach);
  const angle = (bearingDeg * Math.PI) / 180;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}
