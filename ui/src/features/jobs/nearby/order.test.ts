import { expect, test } from "vitest";
import { host } from "../../../../tests/render";
import type { NearbyJob, Salary } from "../../../platform";
import { cardOf } from "../../../platform/fake/world";
import { banded, ordered } from "./order";

const { world } = host();

function near(km: number, salary: Partial<Salary> | null = null, posted_at = 0): NearbyJob {
  const job = world.market.jobs[0];
  if (!job) throw new Error("no job");
  const pay: Salary | null = salary && { min: 1, max: 1, currency: "CNY", period: "month", months: 12, ...salary };
  return { job: { ...cardOf(job, km), id: String(km), salary: pay, posted_at }, bearing_deg: 0 };
}

const ids = (jobs: readonly NearbyJob[]) => jobs.map(({ job }) => job.id);

test("pay is compared for an average month, whatever it is paid for and in", () => {
  const jobs = [
    near(1),
    near(2, { max: 1_500_000 }),
    near(3, { max: 10_000, period: "hour" }),
    near(4, { max: 300_000, currency: "USD" }),
    near(5, { max: 1_300_000, months: 16 }),
  ];
  expect(ids(ordered(jobs, "salary"))).toEqual(["4", "3", "5", "2", "1"]);
});

test("the newest first, the nearer first on the same day", () => {
  expect(ids(ordered([near(3, null, 5), near(1, null, 5), near(2, null, 9)], "date"))).toEqual(["2", "1", "3"]);
});

test("a job on a circle belongs within it, and empty bands are left out", () => {
  const bands = banded([near(4.9), near(1), near(0.2), near(5.04)], 5);
  expect(bands.map(({ from, to, jobs }) => [from, to, ids(jobs)])).toEqual([
    [0, 1, ["0.2", "1"]],
    [3, 5, ["4.9", "5.04"]],
  ]);
});
