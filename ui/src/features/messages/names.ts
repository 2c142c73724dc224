import type { Conversation } from "../../platform";
import { m } from "./messages";

/** Whom a conversation is with, as the asker knows them. */
export function nameOf(conversation: Conversation): string {
  if (conversation.side === "seeker" && conversation.company === null) return m.staff;
  return conversation.with.split(" · ")[0] || (conversation.account_closed ? m.gone : m.unnamed);
}

/** What it is about: a posting, or with the platform's staff what they are. */
export function aboutOf(conversation: Conversation): string {
  return conversation.side === "seeker" && conversation.company === null ? m.staffAre : conversation.job_title;
}
