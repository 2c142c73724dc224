/** Permissions of the fake device: the core's rules in short, so that a screen meets what it will meet. */
import type {
  Fallback,
  NotGranted,
  Permission,
  PermissionAsk,
  PermissionRefusal,
  PermissionState,
  PermissionView,
  Purpose,
  SheetAnswer,
  SystemPermission,
} from "../generated/types";
import { record } from "./record";
import { refuse, type World } from "./world";

const QUIET_US = 48 * 3_600_000_000;

export interface Standing {
  state: PermissionState;
  system: SystemPermission;
  asked_at: number | null;
  used_at: number | null;
  used_for: Purpose | null;
  quiet_since: number | null;
}

/** How the device's permissions stand, and what is being asked for. */
export interface FakePermissions {
  standings: Record<Permission, Standing>;
  asking: Purpose | null;
  /** What the system says when it is asked. */
  system: SystemPermission;
}

const ALL: Permission[] = [
  "location",
  "notifications",
  "camera",
  "microphone",
  "photos",
  "clipboard",
  "files",
  "calendar",
];

const NEEDS: Record<Purpose, { permission: Permission; fallback: Fallback }> = {
  nearby_jobs: { permission: "location", fallback: "pick_place" },
  paste_code: { permission: "clipboard", fallback: "type_in" },
  paste_search: { permission: "clipboard", fallback: "type_in" },
  paste_resume: { permission: "clipboard", fallback: "type_in" },
  save_file: { permission: "files", fallback: "nothing" },
  attach_file: { permission: "files", fallback: "nothing" },
};

const stands = (permission: Permission) => permission !== "clipboard" && permission !== "files";

export function freshPermissions(): FakePermissions {
  const fresh = (): Standing => ({
    state: "never_asked",
    system: "unknown",
    asked_at: null,
    used_at: null,
    used_for: null,
    quiet_since: null,
  });
  const standings = Object.fromEntries(ALL.map((one) => [one, fresh()])) as Record<Permission, Standing>;
  standings.location.system = "not_asked";
  return { standings, asking: null, system: "granted" };
}

function now(world: World): number {
  return world.now() * 1000;
}

function changed(world: World): void {
  world.tell({ kind: "permissions_changed" });
}

function view(world: World, permission: Permission): PermissionView {
  const { quiet_since, ...standing } = world.permissions.standings[permission];
  const until = quiet_since === null ? null : quiet_since + QUIET_US;
  return {
    permission,
    stands: stands(permission),
    purposes: (Object.keys(NEEDS) as Purpose[]).filter((purpose) => NEEDS[purpose].permission === permission),
    ...standing,
    quiet_until: until !== null && until > now(world) ? until : null,
  };
}

function refused(world: World, standing: Standing, state: PermissionState): void {
  standing.state = state;
  standing.quiet_since = now(world);
}

/** Why the sheet may not be shown; null when it may. */
function notNow(world: World, permission: Permission, byPerson: boolean): NotGranted | null {
  const { system } = world.permissions.standings[permission];
  if (world.permissions.asking !== null) return "busy";
  if (system === "restricted") return "restricted";
  if (system === "unsupported") return "unsupported";
  if (system === "denied_for_good") return "system";
  return !byPerson && view(world, permission).quiet_until !== null ? "quiet" : null;
}

export function notGranted(purpose: Purpose, reason: NotGranted): never {
  const detail: PermissionRefusal = { ...NEEDS[purpose], purpose, reason };
  return refuse("permission_not_granted", detail);
}

/** Leave to use something guarded, recorded before it is used. */
export function usePermission(world: World, purpose: Purpose): void {
  const { permission } = NEEDS[purpose];
  const standing = world.permissions.standings[permission];
  if (standing.system === "unsupported") notGranted(purpose, "unsupported");
  if (!stands(permission)) {
    if (standing.state === "withdrawn") notGranted(purpose, "quiet");
  } else if (standing.state !== "granted" && standing.state !== "granted_once") {
    notGranted(purpose, notNow(world, permission, false) ?? "must_ask");
  } else if (standing.system === "denied" || standing.system === "denied_for_good") notGranted(purpose, "system");
  record(world, { kind: "used", purpose });
  standing.used_at = now(world);
  standing.used_for = purpose;
  if (standing.state === "granted_once") standing.state = "never_asked";
  changed(world);
}

export function permissionsList(world: World): PermissionView[] {
  return ALL.map((permission) => view(world, permission));
}

export function permissionAsk(world: World, { purpose, by_person }: PermissionAsk): PermissionView {
  const { permission } = NEEDS[purpose];
  const standing = world.permissions.standings[permission];
  const granted = standing.state === "granted" && standing.system !== "denied";
  if (stands(permission) && !granted) {
    const reason = notNow(world, permission, by_person);
    if (reason !== null) notGranted(purpose, reason);
    standing.state = "asked";
    standing.asked_at = now(world);
    world.permissions.asking = purpose;
    record(world, { kind: "asked", purpose });
    changed(world);
  }
  return view(world, permission);
}

/** Takes the sheet's answer; a yes asks the system, and what was agreed to is `then` used once. */
export function permissionAnswer(
  world: World,
  permission: Permission,
  answer: SheetAnswer,
  then: () => void,
): PermissionView {
  const standing = world.permissions.standings[permission];
  if (world.permissions.asking === null || standing.state !== "asked") refuse("not_found");
  world.permissions.asking = null;
  record(world, { kind: "answered", permission, answer });
  if (answer === "no") refused(world, standing, "denied");
  else {
    const { system } = world.permissions;
    if (standing.system !== system) record(world, { kind: "system_answered", permission, system });
    standing.system = system;
    if (system === "granted" || system === "unknown") {
      standing.state = answer === "once" ? "granted_once" : "granted";
      standing.quiet_since = null;
      then();
    } else refused(world, standing, system === "denied_for_good" ? "denied_for_good" : "denied");
  }
  changed(world);
  return view(world, permission);
}

export function permissionWithdraw(world: World, permission: Permission): PermissionView {
  const { asking } = world.permissions;
  if (asking !== null && NEEDS[asking].permission === permission) world.permissions.asking = null;
  refused(world, world.permissions.standings[permission], "withdrawn");
  if (permission === "location") world.located_at = null;
  record(world, { kind: "withdrawn", permission });
  changed(world);
  return view(world, permission);
}

export function permissionRestore(world: World, permission: Permission): PermissionView {
  const standing = world.permissions.standings[permission];
  if (!stands(permission) && standing.state === "withdrawn") {
    standing.state = "never_asked";
    standing.quiet_since = null;
    record(world, { kind: "restored", permission });
    changed(world);
  }
  return view(world, permission);
}
