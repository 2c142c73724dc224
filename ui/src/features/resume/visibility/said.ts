/** What the host says of a setting or a viewer, as abilities that have a word each. */
import type { Action, Audience, Fragment, Relation, Sentence } from "../../../platform";
import { type abilities, m } from "./messages";

export type Ability = keyof typeof abilities;

/** The abilities that fragments speak of, in their order, each with yes or no. */
export function spokenOf(fragments: readonly Fragment[]): [Ability, boolean][] {
  return fragments.flatMap((said): [Ability, boolean][] => {
    switch (said.kind) {
      case "nothing":
      case "keeps_snapshot":
        return [];
      case "channels":
        return [
          ["message", said.message],
          ["relay_email", said.relay_email],
          ["virtual_number", said.virtual_number],
        ];
      case "real_contact":
        return [
          ["phone", said.phone],
          ["email", said.email],
        ];
      default:
        return [[said.kind, said.allowed]];
    }
  });
}

/** A sentence's fragments that are no abilities, as whole sentences. */
export function plainly(fragments: readonly Fragment[]): string[] {
  return fragments.flatMap(({ kind }) =>
    kind === "nothing" ? [m.nothing] : kind === "keeps_snapshot" ? [m.keepsSnapshot] : [],
  );
}

/** Whether nothing that is said lets anybody see real contact data unasked. */
export function neverReal(sentences: readonly Sentence[]): boolean {
  return sentences.every(({ fragments }) =>
    spokenOf(fragments).every(([ability, allowed]) => (ability !== "phone" && ability !== "email") || !allowed),
  );
}

/** Audiences of whom the same is said, together. */
export function grouped(sentences: readonly Sentence[]): { audiences: Audience[]; fragments: Fragment[] }[] {
  const groups: { audiences: Audience[]; fragments: Fragment[] }[] = [];
  for (const { audience, fragments } of sentences) {
    const same = groups.find((group) => JSON.stringify(group.fragments) === JSON.stringify(fragments));
    if (same) same.audiences.push(audience);
    else groups.push({ audiences: [audience], fragments });
  }
  return groups;
}

const ABILITY: Record<Action, Ability> = {
  recommended: "recommended",
  searchable: "found",
  view: "opens",
  snapshot: "has_snapshot",
  real_phone: "phone",
  real_email: "email",
  relay_email: "relay_email",
  message: "message",
  virtual_number: "virtual_number",
  ask_contact: "may_ask",
};

export const abilityOf = (action: Action): Ability => ABILITY[action];

const AUDIENCE: Partial<Record<Relation, Audience>> = {
  blocked: "blocked",
  applied: "applied_to",
  in_contact: "in_contact",
  platform: "platform",
  employer: "employer",
};

/** Who a viewer of this relation is in the sentences; null for those of whom none speaks. */
export const audienceOf = (relation: Relation): Audience | null => AUDIENCE[relation] ?? null;
