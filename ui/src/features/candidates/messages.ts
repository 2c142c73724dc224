import { catalogue, words } from "../../i18n";
import type { ContactItem } from "../../platform";

/** What the candidates' screens say. */
export const m = catalogue({
  title: { zh: "人选", en: "Candidates" },
  recommended: { zh: "推荐", en: "Recommended" },
  search: { zh: "搜简历", en: "Search résumés" },
  board: { zh: "流程", en: "Stages" },
  one: { zh: "人选", en: "Candidate" },
  whichJob: { zh: (job: string) => `${job}，换一个职位`, en: (job: string) => `${job}, choose another posting` },
  people: { zh: (n: number) => `${n} 人`, en: (n: number) => `${n} ${n === 1 ? "person" : "people"}` },
  closedJob: { zh: "已关闭", en: "Closed" },
  new: { zh: "新投递", en: "New" },
  talking: { zh: "沟通中", en: "Talking" },
  interview: { zh: "面试", en: "Interview" },
  offer: { zh: "录用", en: "Offer" },
  rejected: { zh: "不合适", en: "Not a fit" },
  notOpened: { zh: "还没打开", en: "Not opened yet" },
  noneHere: { zh: "还没有人", en: "Nobody yet" },
  stage: { zh: "进度", en: "Stage" },
  move: { zh: (name: string) => `移到，${name}`, en: (name: string) => `Move to, ${name}` },
  moveTo: { zh: "移到", en: "Move to" },
  moveKeys: { zh: "M 移动，回车打开", en: "M moves, Enter opens" },
  moved: {
    zh: (name: string, stage: string) => `${name} 移到「${stage}」`,
    en: (name: string, stage: string) => `${name} moved to ${stage}`,
  },
  chat: { zh: "聊天", en: "Chat" },
  download: { zh: "下载 PDF", en: "Download PDF" },
  downloading: { zh: "正在下载", en: "Downloading" },
  downloaded: {
    zh: (file: string, size: string) => `已存为 ${file}（${size}）`,
    en: (file: string, size: string) => `Saved as ${file} (${size})`,
  },
  downloadNote: {
    zh: "副本有全名，没有真实手机和邮箱，带有公司、账号和时间的标记。下载会被记录，对方会看到。",
    en: "The copy has the full name, no real phone or e-mail, and marks of company, account and time. Downloading is recorded, and the person sees it.",
  },
  attachment: { zh: "附件简历", en: "Attachment résumé" },
  pages: { zh: (n: number) => `${n}\u00a0页`, en: (n: number) => `${n}\u00a0page${n === 1 ? "" : "s"}` },
  attachmentShows: {
    zh: (items: readonly ContactItem[]) => `写有${words.contact(items)}，本人同意给出`,
    en: (items: readonly ContactItem[]) => `shows ${words.contact(items)}, handed over by the person`,
  },
  downloadAttachment: { zh: "下载附件简历", en: "Download the attachment" },
  attachmentNote: {
    zh: "这是对方自己做的文件，原样不加标记。下载会被记录，对方会看到；撤回投递后不再提供。",
    en: "The person's own file, as it is and without marks. Downloading is recorded, and the person sees it; once they withdraw it is no longer here.",
  },
  pick: { zh: "选一个人选", en: "Pick a candidate" },
  pickText: {
    zh: "打开快照会被记录，对方会看到你们看过。没打开的，对方看到「已投递」。",
    en: 'Opening a snapshot is recorded, and its sender sees that you looked. Until then they see "Applied".',
  },
  recorded: {
    zh: (version: number, company: string, who: string) =>
      `你打开的是投递时的快照（第\u00a0${version}\u00a0版）。这次查看已记录，对方会看到：${company}，${who}。`,
    en: (version: number, company: string, who: string) =>
      `This is the snapshot sent with the application (version ${version}). This look is recorded; its sender sees: ${company}, ${who}.`,
  },
  contact: {
    zh: "真实手机和邮箱不在快照里，遮住的长度与号码无关。用聊天联系。",
    en: "The real phone and e-mail are not in the snapshot; the bars' length tells nothing. Use chat.",
  },
  appliedAt: { zh: (when: string) => `${when}投递`, en: (when: string) => `applied ${when}` },
  nobody: { zh: "还没有人投递这个职位", en: "Nobody has applied to this posting yet" },
  nobodyText: { zh: "有人投递时，这里和消息会更新。", en: "This page updates when somebody does." },
  noJobs: { zh: "还没有职位", en: "No postings yet" },
  noJobsText: { zh: "发布一个职位，投递的人会出现在这里。", en: "Post a job, and those who apply will stand here." },
  post: { zh: "发布职位", en: "Post a job" },
  failed: { zh: "投递没有取到", en: "The applicants could not be fetched" },
  openFailed: { zh: "快照没有打开", en: "The snapshot could not be opened" },
  withdrawn: { zh: "对方已撤回投递", en: "The application was withdrawn" },
  withdrawnText: { zh: "快照从撤回那一刻起不再显示。", en: "Its snapshot is hidden from that moment." },
  toBoard: { zh: "回到流程", en: "Back to the stages" },
  offline: {
    zh: "没有网络。显示的可能不是最新的，移动和打开要等联网。",
    en: "Off-line. What is shown may be old; moving and opening need the network.",
  },
  signedOut: { zh: "登录后才能看投递", en: "Applicants need an account" },
  signedOutText: {
    zh: "用手机号登录，再登记你和公司。",
    en: "Sign in by phone, then register yourself and the company.",
  },
  signIn: { zh: "登录", en: "Sign in" },
  notRecruiter: { zh: "先登记公司", en: "Register a company first" },
  notRecruiterText: {
    zh: "登记并核验之后，投递给你们的人会出现在这里。",
    en: "Once registered and verified, those who apply to you stand here.",
  },
  toCompany: { zh: "去登记", en: "Register" },
});
