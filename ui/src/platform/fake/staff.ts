/** The platform's staff, in the fake: one code is good, as often as it is typed. 演示数据 */
import type { StaffReason, StaffSession } from "../generated/types";
import { refuse, requireAccount, type World } from "./world";

/** The code that the fake's authenticator app would show. */
export const STAFF_CODE = "135790";

export function stepUp(world: World, code: string): StaffSession {
  if (!requireAccount(world).staff) refuse("not_found");
  if (code.replace(/[ -]/g, "") !== STAFF_CODE) refuse("second_factor_wrong");
  world.staff.until = world.now() + 15 * 60_000;
  return { until: world.staff.until * 1000 };
}

/** Until when the second factor counts. */
export function staffSession(world: World): StaffSession {
  if (!requireAccount(world).staff) refuse("not_found");
  if (world.staff.until <= world.now()) refuse("second_factor_required", { enrolled: true });
  return { until: world.staff.until * 1000 };
}

/** The gate of staff, with the audit log behind it. */
export function requireStaff(world: World, kind: string, reason: StaffReason): void {
  staffSession(world);
  const length = [...reason.text.trim()].length;
  if (length < 10 || length > 500) refuse("invalid_field", { field: "reason.text", problem: "out_of_range" });
  world.staff.audit.push({ kind, reason });
}
