/** Applying: what would go, sending it, taking it back. */
import type { Commands } from "../generated/commands";
import type { Application, ApplicationPreview } from "../generated/types";
import { sentAttachment } from "./attachments";
import { key } from "./random";
import { applicationOf } from "./recruiting";
import { completeness, formContact, snapshotOf } from "./resume";
import { isBlocked } from "./visibility";
import { cardOf, findJob, refuse, requireAccount, type World } from "./world";

export function applicationPreview(world: World, id: string): ApplicationPreview {
  requireAccount(world);
  const job = findJob(world, id);
  return {
    snapshot: snapshotOf(world.resume.content),
    resume_version: world.resume.version,
    form_contact: formContact(world.resume.content, job.content.form_contact),
    attachments: structuredClone(world.attachments),
    company: job.company.name,
    mailed: world.mailedTo.has(job.company.id),
    missing: completeness(world.resume.content).required,
  };
}

export function applicationSubmit(world: World, apply: Commands["application_submit"]["request"]): Application {
  requireAccount(world);
  const job = findJob(world, apply.job);
  if (!apply.despite_block && isBlocked(world, job.company.name)) refuse("company_blocked");
  const already = world.applications.find(
    ({ application }) => application.job.id === job.id && application.stage !== "withdrawn",
  );
  if (already) return structuredClone(already.application);
  if (job.state === "closed") refuse("job_closed");
  const missing = completeness(world.resume.content).required;
  if (missing.length > 0) refuse("resume_incomplete", { missing });
  if (apply.resume_version !== world.resume.version) refuse("resume_conflict", { version: world.resume.version });
  const now = world.now() * 1000;
  const application: Application = {
    id: key(4),
    job: cardOf(job),
    job_state: job.state,
    stage: "submitted",
    resume_version: apply.resume_version,
    applied_at: now,
    stage_at: now,
    first_viewed_at: null,
    conversation: null,
    attachment: sentAttachment(world, apply.attachment, apply.attachment_contact),
  };
  const snapshot = {
    ...snapshotOf(world.resume.content),
    form_contact: formContact(world.resume.content, apply.form_contact),
  };
  world.applications.unshift({ application, snapshot });
  job.my_application = application.id;
  world.tell({ kind: "applications_changed" });
  return structuredClone(application);
}

export function applicationWithdraw(world: World, id: string): Application {
  const { application } = applicationOf(world, id);
  application.stage = "withdrawn";
  application.attachment = null;
  application.stage_at = world.now() * 1000;
  const job = world.market.jobs.find((known) => known.id === application.job.id);
  if (job) job.my_application = null;
  world.tell({ kind: "applications_changed" });
  return structuredClone(application);
}
