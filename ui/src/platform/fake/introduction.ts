/** Introduction links, in the fake. 演示数据 */
import type { IntroducedResume, IntroductionLink, IntroductionMake } from "../generated/types";
import { filledResume } from "./people";
import { key } from "./random";
import { shownOf } from "./visibility";
import { refuse, requireAccount, type World } from "./world";

const PREFIX = "zhitu://introduction/";

/** The link that opens, in the fake: any other is dead. */
export const OPENS = `${PREFIX}${"A".repeat(43)}`;

const DAY = 86_400_000_000;

const seen = (world: World, link: IntroductionLink): IntroductionLink =>
  structuredClone({
    ...link,
    live: link.revoked_at === null && link.expires_at > world.now() * 1000 && link.openings < link.max_openings,
  });

export function introductionsList(world: World): IntroductionLink[] {
  requireAccount(world);
  return world.introductions.map((link) => seen(world, link));
}

export function makeIntroduction(world: World, make: IntroductionMake): IntroductionLink {
  requireAccount(world);
  const label = make.label.trim();
  if (make.company === null && label === "") refuse("invalid_field", { field: "label", problem: "missing" });
  if (make.days < 1 || make.days > 90) refuse("invalid_field", { field: "days", problem: "out_of_range" });
  const id = key(14);
  const link: IntroductionLink = {
    id,
    label,
    to: make.company ? { kind: "company", company: make.company } : { kind: "person", taken: false },
    link: `${PREFIX}${id.replaceAll("-", "").padEnd(43, "x")}`,
    made_at: world.now() * 1000,
    expires_at: world.now() * 1000 + make.days * DAY,
    max_openings: make.max_openings,
    openings: 0,
    revoked_at: null,
    live: true,
  };
  world.introductions.unshift(link);
  return seen(world, link);
}

export function revokeIntroduction(world: World, id: string): IntroductionLink {
  requireAccount(world);
  const link = world.introductions.find((known) => known.id === id) ?? refuse("not_found");
  link.revoked_at ??= world.now() * 1000;
  return seen(world, link);
}

export function openIntroduction(world: World, text: string): IntroducedResume {
  requireAccount(world);
  if (!text.includes(OPENS)) refuse("not_found");
  return structuredClone({ shown: shownOf(filledResume()) });
}

/** One that was used, one that is over. 演示数据 */
export function introductionStory(world: World): IntroductionLink[] {
  const now = world.now() * 1000;
  const [, company] = world.market.companies;
  const link = (label: string, to: IntroductionLink["to"], days: number): IntroductionLink => ({
    id: key(14),
    label,
    to,
    link: `${PREFIX}${key(14).replaceAll("-", "").padEnd(43, "x")}`,
    made_at: now - 4 * DAY,
    expires_at: now + days * DAY,
    max_openings: 5,
    openings: 1,
    revoked_at: null,
    live: true,
  });
  return [
    link("王老师", { kind: "person", taken: true }, 3),
    ...(company
      ? [link("", { kind: "company", company: { id: company.id, name: company.name, demo: company.demo } }, -1)]
      : []),
  ];
}
