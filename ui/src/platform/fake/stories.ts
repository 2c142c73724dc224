/** How the host of a plain browser starts: who is signed in, what happened before, how the device behaves. */
import type { Account, Application, Language, Theme } from "../generated/types";
import { someAttachments } from "./attachments";
import { openConversation, put, staffWrote } from "./chat";
import { COPIED } from "./clipboard";
import { filledResume } from "./people";
import { POLICY_VERSION } from "./policy";
import { key } from "./random";
import { recordStory } from "./record";
import { fillCompany } from "./recruiting";
import { snapshotOf } from "./resume";
import { someResumes } from "./resumes";
import { visibilityStory } from "./visibility";
import { cardOf, makeWorld, type World } from "./world";

/** A seeker's new account. */
export function account(world: World): Account {
  return { id: key(8, 1), phone_tail: "00", recruiter: null, staff: false, created_at: world.now() * 1000 };
}

function seekerStory(world: World): void {
  world.account = account(world);
  world.policy = { version: POLICY_VERSION, accepted_at: world.now() * 1000 };
  world.sessions = [
    {
      id: key(9, 1),
      device: "这台电脑",
      created_at: world.now() * 1000,
      last_used_at: world.now() * 1000,
      current: true,
    },
  ];
}

/** How the position is given, as the address asks for: allowed, refused by the person or the system, or not known. */
function locationFrom(world: World, asked: string | null): void {
  const { location } = world.permissions.standings;
  if (asked === null) return;
  location.state = asked === "refused" ? "denied" : "granted";
  location.system = asked === "denied" ? "denied" : "granted";
  location.asked_at = world.now() * 1000 - 9e10;
  if (asked === "refused") location.quiet_since = location.asked_at;
  if (asked === "no_source" || asked === "timed_out" || asked === "failed") world.position = asked;
}

/** The world of a plain browser, as its address asks for. */
export function worldFrom(query: URLSearchParams): World {
  const world = makeWorld(Date.now, Number(query.get("jobs") ?? 640));
  world.mood = query.get("host") ?? "";
  world.online = world.mood !== "offline";
  world.settings = { language: query.get("lang") as Language | null, theme: (query.get("theme") ?? "system") as Theme };
  // Off-line after a day of looking round.
  if (!world.online) {
    for (const job of world.market.jobs.slice(0, 240)) world.kept.add(job.id);
    for (const job of world.market.jobs.slice(0, 3)) world.keptPostings.set(job.id, structuredClone(job));
  }
  locationFrom(world, query.get("location"));
  world.clipboard = COPIED[query.get("copied") as keyof typeof COPIED] ?? "";
  const role = query.get("as");
  if (role !== null) {
    seekerStory(world);
    world.record = recordStory(world);
  }
  if (role === "applicant") {
    world.resume.content = filledResume();
    world.resume.version = 7;
    visibilityStory(world);
    for (const job of world.market.jobs.slice(5, 7)) world.mailedTo.add(job.company.id);
    const now = world.now() * 1000;
    for (const job of [world.market.jobs[1], world.market.jobs[3]]) {
      if (!job) continue;
      const id = openConversation(world, { about: "job", job: job.id });
      put(world, id, "seeker", "你好，我做过两年零售数据，想了解一下团队。", now - 9e9);
      put(world, id, "company", "你好，欢迎。我们组五个人，你方便说说最近的项目吗？", now - 8e9);
      put(world, id, "company", "这周三下午可以聊 30 分钟吗？", now - 6e8);
    }
    staffWrote(
      world,
      "您好，我是职途的招聘顾问。看到您在找数据分析的工作，有三家公司在招，想听听您的想法吗？",
      now - 4e9,
    );
    const job = world.market.jobs[2];
    if (job) {
      const application: Application = {
        id: key(4),
        job: cardOf(job),
        job_state: "open",
        stage: "viewed",
        resume_version: 6,
        applied_at: now - 2e11,
        stage_at: now - 9e10,
        first_viewed_at: now - 9e10,
        conversation: null,
        attachment: null,
      };
      world.attachments = someAttachments(world.now());
      world.applications.push({ application, snapshot: snapshotOf(filledResume()) });
      job.my_application = application.id;
    }
  }
  if ((role === "staff" || role === "desk") && world.account) {
    world.account.staff = true;
    world.resumes = someResumes();
  }
  if (role === "desk") {
    // Has shown the second factor, and written to somebody.
    world.staff.until = world.now() + 15 * 60_000;
    const talk = openConversation(world, { about: "resume", resume: world.resumes[0]?.id ?? "", job: null });
    put(world, talk, "company", "您好，我是职途的招聘顾问。看到您在找后端的工作，有一家公司想认识您这样的人。");
    put(world, talk, "seeker", "谢谢，可以先告诉我是做什么的吗？");
  }
  if (role === "recruiter" && world.account) {
    world.account.recruiter = {
      name: "许未",
      title: "招聘负责人",
      company: "纸鹞数据",
      verification: { person: true, employment: true, company: true },
    };
    fillCompany(world);
    world.resumes = someResumes();
    const first = world.applications[3];
    if (first) {
      const id = openConversation(world, { about: "application", application: first.application.id });
      put(world, id, "company", "你好，看了你的简历，想聊聊。");
      put(world, id, "seeker", "好的，周三以后都可以。");
    }
  }
  return world;
}
