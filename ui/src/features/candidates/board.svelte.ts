import { errorWords } from "../../errors";
import { kit, toast } from "../../kit";
import { type ApplicantCard, asCommandError, type CommandError, type CompanyJob, call } from "../../platform";
import { type CompanyStage, isCompanyStage } from "./columns";

/** The company's postings and the applicants of one of them. */
export class Board {
  jobs = $state.raw<readonly CompanyJob[] | null>(null);
  applicants = $state.raw<readonly ApplicantCard[] | null>(null);
  failure = $state.raw<CommandError | null>(null);
  /** Whose applicants they are. */
  job = $state<string | null>(null);

  /** Fetches the postings, then the applicants of the one wanted, else of the first that has any. */
  async load(wanted: string | null): Promise<void> {
    try {
      const jobs = await call("company_jobs_list", {});
      this.jobs = jobs;
      const chosen =
        jobs.find((job) => job.id === wanted) ??
        jobs.find((job) => job.state === "open" && job.applicants > 0) ??
        jobs.find((job) => job.applicants > 0) ??
        jobs[0];
      if (chosen?.id !== this.job) this.applicants = null;
      this.job = chosen?.id ?? null;
      if (chosen) {
        const applicants = await call("applicants_list", { job: chosen.id });
        // Another posting may have been chosen meanwhile.
        if (this.job === chosen.id) this.applicants = applicants;
      }
      this.failure = null;
    } catch (thrown) {
      this.failure = asCommandError(thrown);
    }
  }

  /** Moves an applicant; shown at once, put back when it was refused. `said` is what the toast says. */
  async move(applicant: ApplicantCard, stage: CompanyStage, said: (stage: CompanyStage) => string): Promise<void> {
    const before = applicant.stage;
    this.#put({ ...applicant, stage });
    try {
      const moved = await call("applicant_stage_set", { application: applicant.application, stage });
      this.#put(moved);
      const action = isCompanyStage(before)
        ? { label: kit.undo, undo: true, run: () => void this.move(moved, before, said) }
        : undefined;
      toast.show({ text: said(stage), ...(action ? { action } : {}) });
    } catch (thrown) {
      this.#put(applicant);
      const words = errorWords(asCommandError(thrown));
      toast.show({ text: `${words.title} · ${words.text}` });
    }
  }

  /** An applicant's card changed, such as by being opened. */
  touch(application: string, change: Partial<ApplicantCard>): void {
    const found = this.applicants?.find((each) => each.application === application);
    if (found) this.#put({ ...found, ...change });
  }

  #put(card: ApplicantCard): void {
    this.applicants = (this.applicants ?? []).map((each) => (each.application === card.application ? card : each));
  }
}
