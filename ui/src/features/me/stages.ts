import type { Application, Stage } from "../../platform";

/** The steps that an application goes through when all goes well. */
export const STEPS: readonly Stage[] = ["submitted", "viewed", "talking", "interview", "offer"];

/** Whether nothing more is to come. */
export function isOver(stage: Stage): boolean {
  return stage === "rejected" || stage === "withdrawn";
}

/** How many steps are behind an application; for one that has ended, how far it is known to have come. */
export function stepsDone(application: Pick<Application, "stage" | "first_viewed_at">): number {
  const at = STEPS.indexOf(application.stage);
  if (at >= 0) return at + 1;
  return application.first_viewed_at === null ? 1 : 2;
}

const WEIGHT: Record<Stage, number> = {
  offer: 0,
  interview: 1,
  talking: 2,
  viewed: 3,
  submitted: 4,
  rejected: 5,
  withdrawn: 6,
};

/** What has come furthest first, then what moved last. */
export function ordered(applications: readonly Application[]): Application[] {
  return [...applications].sort(
    (one, other) => WEIGHT[one.stage] - WEIGHT[other.stage] || other.stage_at - one.stage_at,
  );
}
