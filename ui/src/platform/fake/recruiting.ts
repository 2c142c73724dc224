import type { Applicant, ApplicantCard, CompanyJob, JobContent, SentAttachment, Stage } from "../generated/types";
import { APPLICANTS, filledResume } from "./people";
import { key } from "./random";
import { snapshotOf } from "./resume";
import { cardOf, type FakeApplication, refuse, requireAccount, type World } from "./world";

/** What the first of the applicants sent along. 演示数据 */
const ALONG: SentAttachment = { name: "示例简历.pdf", bytes: 182_044, pages: 2, contact: ["phone"] };

/** Everything of the recruiting side answers only when all three are verified. */
export function requireRecruiter(world: World): void {
  const state = requireAccount(world).recruiter;
  if (state === null || !(state.verification.person && state.verification.employment && state.verification.company))
    refuse("not_verified");
}

/** Gives the recruiter's company its postings and applicants. */
export function fillCompany(world: World): void {
  const own = world.market.jobs.filter((job) => job.company.name === "纸鹞数据" && job.state === "open").slice(0, 4);
  const stages: Stage[] = ["submitted", "submitted", "viewed", "talking", "interview"];
  world.companyJobs = own.map((job) => ({
    id: job.id,
    content: job.content,
    state: job.state,
    posted_at: job.posted_at,
    updated_at: job.updated_at,
    applicants: 0,
    new_applicants: 0,
  }));
  const first = own[0];
  if (!first) return;
  world.applications = APPLICANTS.map(
    ([name, position], index): FakeApplication => ({
      application: {
        id: key(4),
        job: cardOf(first),
        job_state: "open",
        stage: stages[index] ?? "submitted",
        resume_version: 3,
        applied_at: first.posted_at + (index + 1) * 600_000_000,
        stage_at: first.posted_at + (index + 1) * 600_000_000,
        first_viewed_at: null,
        conversation: null,
        attachment: index === 0 ? ALONG : null,
      },
      snapshot: snapshotOf(filledResume(name, position)),
    }),
  );
  recount(world);
}

export function recount(world: World): void {
  for (const job of world.companyJobs) {
    const mine = world.applications.filter(
      ({ application }) => application.job.id === job.id && application.stage !== "withdrawn",
    );
    job.applicants = mine.length;
    job.new_applicants = mine.filter(({ application }) => application.stage === "submitted").length;
  }
}

export function applicantCard({ application, snapshot }: FakeApplication): ApplicantCard {
  const work = snapshot.content.work[0];
  const school = snapshot.content.education[0];
  return {
    application: application.id,
    name: snapshot.content.basic.name,
    position: snapshot.content.intention.position,
    latest: work ? `${work.company} · ${work.position}` : (school?.school ?? ""),
    stage: application.stage,
    applied_at: application.applied_at,
    conversation: application.conversation,
  };
}

export function applicationOf(world: World, id: string): FakeApplication {
  return world.applications.find(({ application }) => application.id === id) ?? refuse("not_found");
}

export function openApplicant(world: World, id: string): Applicant {
  const held = applicationOf(world, id);
  const { application, snapshot } = held;
  if (application.stage === "withdrawn") refuse("application_withdrawn");
  if (application.stage === "submitted") {
    application.stage = "viewed";
    application.first_viewed_at = world.now() * 1000;
    recount(world);
  }
  return {
    application: application.id,
    job: application.job.id,
    job_title: application.job.title,
    stage: application.stage,
    snapshot,
    attachment: application.attachment,
    resume_version: application.resume_version,
    applied_at: application.applied_at,
    conversation: application.conversation,
    relay: true,
    virtual_number: true,
  };
}

export function saveJob(world: World, id: string | null, content: JobContent): CompanyJob {
  if (content.title.trim().length < 2) refuse("invalid_field", { field: "title", problem: "missing" });
  if (content.description.trim() === "") refuse("invalid_field", { field: "description", problem: "missing" });
  if (content.salary === null) refuse("invalid_field", { field: "salary", problem: "missing" });
  if (content.salary.min <= 0 || content.salary.min > content.salary.max)
    refuse("invalid_field", { field: "salary", problem: "out_of_range" });
  if (content.workplace.place === null && !content.workplace.remote)
    refuse("invalid_field", { field: "workplace", problem: "missing" });
  const now = world.now() * 1000;
  const known = id === null ? undefined : world.companyJobs.find((job) => job.id === id);
  if (known) {
    known.content = content;
    known.updated_at = now;
    return structuredClone(known);
  }
  const made: CompanyJob = {
    id: id ?? key(2, 900_000 + world.companyJobs.length),
    content,
    state: "open",
    posted_at: now,
    updated_at: now,
    applicants: 0,
    new_applicants: 0,
  };
  world.companyJobs.unshift(made);
  const company = world.market.companies[0];
  if (company)
    world.market.jobs.unshift({
      id: made.id,
      content,
      state: "open",
      company,
      contact: world.account?.recruiter?.name ?? "",
      source: null,
      posted_at: now,
      updated_at: now,
      my_application: null,
    });
  return structuredClone(made);
}
