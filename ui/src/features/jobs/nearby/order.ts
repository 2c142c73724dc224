import type { Currency, NearbyJob, Salary } from "../../../platform";
import { ruled } from "./ring";

/** Orders that the page makes itself: everything is here already. */
export type Order = "distance" | "salary" | "date";

/** Hundredths of a yuan for one unit: as rough as the server's own, good for ordering, never shown. */
const RATES: Record<Currency, number> = { CNY: 100, USD: 715, EUR: 790, HKD: 92, GBP: 930, JPY: 5, SGD: 540 };

/** The top of the range for an average month, in fen; an hour counts 2,080 a year, a day 260. */
function monthly(salary: Salary | null): number {
  if (salary === null) return -1;
  const month = { hour: 2080 / 12, day: 260 / 12, month: salary.months / 12, year: 1 / 12 }[salary.period];
  return (salary.max * month * RATES[salary.currency]) / 100;
}

const far = ({ job }: NearbyJob) => job.distance_km ?? Number.MAX_VALUE;

const COMPARE: Record<Order, (one: NearbyJob, other: NearbyJob) => number> = {
  distance: (one, other) => far(one) - far(other),
  salary: (one, other) => monthly(other.job.salary) - monthly(one.job.salary) || far(one) - far(other),
  date: (one, other) => other.job.posted_at - one.job.posted_at || far(one) - far(other),
};

/** In an order; the same distance decides within the same pay or day. */
export function ordered(jobs: readonly NearbyJob[], order: Order): NearbyJob[] {
  return [...jobs].sort(COMPARE[order]);
}

/** Jobs between two circles. */
export interface Band {
  from: number;
  to: number;
  jobs: NearbyJob[];
}

/** Jobs by the circles they lie between, nearest first; circles without any are left out. */
export function banded(jobs: readonly NearbyJob[], reach: number): Band[] {
  const circles = ruled(reach);
  const bands = circles.map((to, index): Band => ({ from: circles[index - 1] ?? 0, to, jobs: [] }));
  for (const near of ordered(jobs, "distance")) {
    // What rounding puts just outside still lies in the outermost one.
    (bands.find((band) => far(near) <= band.to) ?? bands.at(-1))?.jobs.push(near);
  }
  return bands.filter((band) => band.jobs.length > 0);
}
