import type { JobContent } from "../../platform";

/** What was typed into a posting and not published yet, while another page is looked at; by its key, or `new`. */
export const drafts = new Map<string, JobContent>();
