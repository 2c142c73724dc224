/** Attachment résumés in the fake. 演示数据 */
import type { Attachment, AttachmentProblem, ContactItem, ResumeExported, SentAttachment } from "../generated/types";
import { usePermission } from "./permission";
import { key } from "./random";
import { openApplicant, requireRecruiter } from "./recruiting";
import { refuse, requireAccount, type World } from "./world";

const MOST = 3;

/** The file that the dialog of the fake picks: what it is called, what it shows, or why it is not taken. */
export type FakePick = { name: string; shows: ContactItem[] } | { refused: AttachmentProblem } | "cancelled";

export function someAttachments(now: number): Attachment[] {
  const DAY = 86_400_000_000;
  return [
    {
      id: key(18),
      name: "示例简历-数据分析.pdf",
      bytes: 182_044,
      pages: 2,
      shows: ["phone", "email"],
      added_at: now * 1000 - 3 * DAY,
    },
    {
      id: key(18),
      name: "作品集 portfolio.pdf",
      bytes: 2_310_400,
      pages: 8,
      shows: [],
      added_at: now * 1000 - 20 * DAY,
    },
  ];
}

export function attachmentsList(world: World): Attachment[] {
  requireAccount(world);
  return structuredClone(world.attachments);
}

export function attachmentRemove(world: World, id: string): Record<string, never> {
  requireAccount(world);
  world.attachments = world.attachments.filter((one) => one.id !== id);
  return {};
}

/** What an applicant sent along. */
export function attachmentOf(world: World, application: string): ResumeExported {
  requireRecruiter(world);
  const { attachment } = openApplicant(world, application);
  usePermission(world, "save_file");
  return attachment ? { file: attachment.name, bytes: attachment.bytes } : refuse("not_found");
}

export function attachmentAdd(world: World): Attachment {
  requireAccount(world);
  usePermission(world, "attach_file");
  const picked = world.picks;
  if (picked === "cancelled") refuse("cancelled");
  if ("refused" in picked) refuse("attachment_refused", { reason: picked.refused });
  if (world.attachments.length >= MOST) refuse("attachments_full", { most: MOST });
  const added = { id: key(18), bytes: 96_512, pages: 1, added_at: world.now() * 1000, ...picked };
  world.attachments.unshift(added);
  return added;
}

export function attachmentSave(world: World, id: string): ResumeExported {
  requireAccount(world);
  usePermission(world, "save_file");
  const { name, bytes } = world.attachments.find((one) => one.id === id) ?? refuse("not_found");
  return { file: name, bytes };
}

/** What goes along: nothing that was not agreed to, nor agreed to what is not there. */
export function sentAttachment(world: World, id: string | null, contact: ContactItem[]): SentAttachment | null {
  if (id === null)
    return contact.length > 0 ? refuse("invalid_field", { field: "attachment_contact", problem: "not_shown" }) : null;
  const one = world.attachments.find((known) => known.id === id);
  if (!one) return refuse("invalid_field", { field: "attachment", problem: "missing" });
  const { name, bytes, pages, shows } = one;
  if (!shows.every((item) => contact.includes(item)))
    refuse("invalid_field", { field: "attachment_contact", problem: "not_agreed" });
  if (shows.length !== contact.length) refuse("invalid_field", { field: "attachment_contact", problem: "not_shown" });
  return { name, bytes, pages, contact };
}
