import type { Conversation, ConversationOpen, ConversationView, Message, MessageView, Side } from "../generated/types";
import { key } from "./random";
import { foundResume } from "./resumes";
import { staffSession } from "./staff";
import { cardOfResume } from "./visibility";
import { findJob, refuse, requireAccount, type World } from "./world";

function asMessage(conversation: Conversation, view: MessageView): Message {
  return {
    id: view.id,
    conversation: conversation.id,
    seq: view.seq ?? 0,
    from: view.from,
    text: view.text,
    sent_at: view.at,
  };
}

export function conversationOf(world: World, id: string): { conversation: Conversation; messages: MessageView[] } {
  return world.conversations.get(id) ?? refuse("not_found");
}

function start(
  world: World,
  about: { job: string; title: string; company: string; demo: boolean } | null,
  side: Side,
  other: string,
): string {
  const id = key(5);
  world.conversations.set(id, {
    conversation: {
      id,
      job: about?.job ?? null,
      job_title: about?.title ?? "",
      side,
      with: other,
      company: about?.company ?? null,
      demo: about?.demo ?? false,
      last_seq: 0,
      last: null,
      read_seq: 0,
      other_read_seq: 0,
      unread: 0,
      updated_at: world.now() * 1000,
      ended: false,
      account_closed: false,
    },
    messages: [],
  });
  return id;
}

/** The conversation that the platform's staff began with a seeker. */
export function staffWrote(world: World, text: string, at: number): void {
  put(world, start(world, null, "seeker", ""), "company", text, at);
}

/** Opens the conversation about a job or an application; answers its key. */
export function openConversation(world: World, about: ConversationOpen): string {
  requireAccount(world);
  if (about.about === "job") {
    const job = findJob(world, about.job);
    for (const { conversation } of world.conversations.values()) {
      if (conversation.job === job.id && conversation.side === "seeker") return conversation.id;
    }
    const id = start(
      world,
      { job: job.id, title: job.content.title, company: job.company.name, demo: true },
      "seeker",
      `${job.contact} · ${job.company.name}`,
    );
    for (const { application } of world.applications) if (application.job.id === job.id) application.conversation = id;
    return id;
  }
  if (about.about === "resume") {
    const found = foundResume(world, about.resume);
    if (world.account?.staff) staffSession(world);
    if (found.conversation) return found.conversation;
    const job = about.job === null ? null : findJob(world, about.job);
    found.conversation = start(
      world,
      job && { job: job.id, title: job.content.title, company: job.company.name, demo: true },
      "company",
      cardOfResume(world, found.content).name,
    );
    return found.conversation;
  }
  const found =
    world.applications.find(({ application }) => application.id === about.application) ?? refuse("not_found");
  if (found.application.conversation) return found.application.conversation;
  const { job } = found.application;
  const id = start(
    world,
    { job: job.id, title: job.title, company: job.company, demo: true },
    "company",
    found.snapshot.content.basic.name,
  );
  found.application.conversation = id;
  return id;
}

export function conversationView(world: World, id: string): ConversationView {
  return structuredClone(conversationOf(world, id));
}

/** Puts a message in and counts it. */
export function put(world: World, id: string, from: Side, text: string, at = world.now() * 1000): MessageView {
  const held = conversationOf(world, id);
  const { conversation } = held;
  const mine = from === conversation.side;
  const stored = world.online || !mine;
  const view: MessageView = {
    id: key(6),
    seq: stored ? conversation.last_seq + 1 : null,
    from,
    mine,
    text,
    at,
    state: stored ? "sent" : "unsent",
  };
  held.messages.push(view);
  if (stored) {
    conversation.last_seq += 1;
    conversation.last = asMessage(conversation, view);
    conversation.updated_at = at;
    if (mine) conversation.read_seq = conversation.last_seq;
    else conversation.unread += 1;
  }
  return view;
}

const ANSWERS = [
  "收到，我看一下你的简历，今天给你答复。",
  "方便的话，说说最近一个你觉得做成了的项目？",
  "周三下午三点线上聊 30 分钟可以吗？",
];

export function send(world: World, id: string, text: string): MessageView {
  requireAccount(world);
  const clean = text.trim();
  if (clean === "") refuse("invalid_field", { field: "text", problem: "missing" });
  if ([...clean].length > 2_000) refuse("invalid_field", { field: "text", problem: "too_long" });
  const { conversation, messages } = conversationOf(world, id);
  if (conversation.ended) refuse("conversation_closed");
  if (conversation.side === "company" && conversation.company === null) staffSession(world);
  const view = put(world, id, conversation.side, clean);
  world.tell({ kind: "conversation_changed", conversation: id });
  if (view.state === "sent") {
    world.later(() => {
      conversation.other_read_seq = conversation.last_seq;
      for (const message of messages) if (message.mine && message.state === "sent") message.state = "read";
      const answer = ANSWERS[messages.length % ANSWERS.length];
      if (conversation.side === "seeker" && answer) put(world, id, "company", answer);
      world.tell({ kind: "conversation_changed", conversation: id });
    }, 1_500);
  }
  return structuredClone(view);
}

export function end(world: World, id: string, ended: boolean): ConversationView {
  const { conversation } = conversationOf(world, id);
  if (conversation.side !== "seeker") refuse("not_found");
  conversation.ended = ended;
  world.tell({ kind: "conversation_changed", conversation: id });
  return conversationView(world, id);
}

export function read(world: World, id: string): void {
  const { conversation } = conversationOf(world, id);
  if (conversation.unread === 0) return;
  conversation.read_seq = conversation.last_seq;
  conversation.unread = 0;
  world.tell({ kind: "conversation_changed", conversation: id });
}
