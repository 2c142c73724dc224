/** Closed accounts that the recruiter's company had something of, in the fake. 演示数据 */
import type { Erasure } from "../generated/types";
import { key } from "./random";
import { requireRecruiter } from "./recruiting";
import { refuse, type World } from "./world";

const DAY = 86_400_000_000;

export function someErasures(now: number): Erasure[] {
  const at = now * 1000;
  return [
    {
      id: key(17),
      closed_at: at - DAY,
      copies: [
        { code: "ZT-7K9Q-2M44-XD8P-FA3C", by: "许未", mailed: true, at: at - 9 * DAY },
        { code: "ZT-Q0RT-81VZ-3N6W-0BHE", by: "", mailed: false, at: at - 6 * DAY },
      ],
      attachments: [{ job_title: "数据分析师（增长方向）", by: "许未", at: at - 7 * DAY }],
      applications: [{ job_title: "数据分析师（增长方向）", applied_at: at - 12 * DAY }],
      contacts: [{ items: ["phone", "email"], granted_at: at - 8 * DAY }],
      mails: [
        {
          from: "k7m2p4c01d9e7b3f2a86c5d10@relay.demo.example",
          to: "许未",
          first_at: at - 8 * DAY,
          last_at: at - 5 * DAY,
        },
      ],
      confirmed: null,
    },
    {
      id: key(17),
      closed_at: at - 20 * DAY,
      copies: [],
      attachments: [],
      applications: [{ job_title: "数据工程师", applied_at: at - 40 * DAY }],
      contacts: [],
      mails: [],
      confirmed: { by: "许未", at: at - 19 * DAY },
    },
  ];
}

export function erasuresList(world: World): Erasure[] {
  requireRecruiter(world);
  return structuredClone(world.erasures);
}

export function confirmErasure(world: World, id: string): Erasure {
  requireRecruiter(world);
  const erasure = world.erasures.find((one) => one.id === id) ?? refuse("not_found");
  erasure.confirmed ??= { by: world.account?.recruiter?.name ?? "", at: world.now() * 1000 };
  return structuredClone(erasure);
}
