import type { ApplicantCard, Stage } from "../../platform";

/** The columns of the board, in the order of the work. */
export const COLUMNS = ["new", "talking", "interview", "offer", "rejected"] as const;
export type Column = (typeof COLUMNS)[number];

/** The stages that a company may move to. */
export type CompanyStage = Extract<Stage, "talking" | "interview" | "offer" | "rejected">;

const COLUMN: Record<Stage, Column | null> = {
  submitted: "new",
  viewed: "new",
  talking: "talking",
  interview: "interview",
  offer: "offer",
  rejected: "rejected",
  // Hidden from the moment of withdrawing; the server does not send it either.
  withdrawn: null,
};

/** In which column a stage stands; none for a withdrawn application. */
export function columnOf(stage: Stage): Column | null {
  return COLUMN[stage];
}

/** Applicants by column, the latest first. */
export function columns(applicants: readonly ApplicantCard[]): Record<Column, ApplicantCard[]> {
  const found: Record<Column, ApplicantCard[]> = { new: [], talking: [], interview: [], offer: [], rejected: [] };
  for (const applicant of [...applicants].sort((one, other) => other.applied_at - one.applied_at)) {
    const column = COLUMN[applicant.stage];
    if (column) found[column].push(applicant);
  }
  return found;
}

/** Whether a move can be taken back: nothing goes back to applied or viewed. */
export function isCompanyStage(stage: Stage): stage is CompanyStage {
  return stage === "talking" || stage === "interview" || stage === "offer" || stage === "rejected";
}
