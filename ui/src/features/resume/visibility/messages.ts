import { catalogue } from "../../../i18n";
import type { Audience, Relation, VisibilitySetting } from "../../../platform";

type Names<T extends string> = Record<T, { zh: string; en: string }>;

/** The five settings, in a word. */
export const settingNames = catalogue({
  public: { zh: "对企业公开", en: "Open to companies" },
  platform: { zh: "对平台公开", en: "Open to the platform" },
  platform_and_partial: { zh: "对平台公开，部分对企业公开", en: "Open to the platform, in part to companies" },
  private: { zh: "保密", en: "Private" },
  contact_hidden: { zh: "保密，仅隐藏联系方式", en: "Contact data hidden" },
} satisfies Names<VisibilitySetting>);

/** The same, where five stand side by side. */
export const settingShort = catalogue({
  public: { zh: "公开", en: "Open" },
  platform: { zh: "平台", en: "Platform" },
  platform_and_partial: { zh: "部分", en: "In part" },
  private: { zh: "保密", en: "Private" },
  contact_hidden: { zh: "隐藏", en: "Hidden" },
} satisfies Names<VisibilitySetting>);

/** Who a sentence is about. */
export const audiences = catalogue({
  employer: { zh: "已核验的企业", en: "Verified companies" },
  platform: { zh: "平台顾问", en: "The platform's staff" },
  applied_to: { zh: "投递过的公司", en: "Companies applied to" },
  in_contact: { zh: "聊过的公司", en: "Companies in contact" },
  blocked: { zh: "屏蔽的公司", en: "Blocked companies" },
} satisfies Names<Audience>);

/** What can be done with a résumé, in the sentences of a setting, on "can" and on "cannot". */
export const shortAbilities = catalogue({
  recommended: { zh: "收到推荐", en: "be offered it" },
  found: { zh: "搜到", en: "find it" },
  opens: { zh: "打开", en: "open it" },
  has_snapshot: { zh: "看投递的副本", en: "see the copy you sent" },
  message: { zh: "发站内消息", en: "message you here" },
  relay_email: { zh: "发中继邮件", en: "use a relay address" },
  virtual_number: { zh: "打虚拟号", en: "call a virtual number" },
  phone: { zh: "看真实手机号", en: "see your real phone" },
  email: { zh: "看真实邮箱", en: "see your real e-mail" },
  may_ask: { zh: "申请真实联系方式", en: "ask for contact data" },
});

/** The same, a line each, with what limits it. */
export const abilities = catalogue({
  recommended: { zh: "收到推荐", en: "be offered it unasked" },
  found: { zh: "按职位和技能搜到", en: "find it by job terms" },
  opens: { zh: "打开在线简历（联系方式遮住）", en: "open it (contact data masked)" },
  has_snapshot: { zh: "看投递的那份副本", en: "see the copy you sent" },
  message: { zh: "发站内消息", en: "write in the app" },
  relay_email: { zh: "发中继邮件", en: "write to a relay address" },
  virtual_number: { zh: "打虚拟号", en: "call a virtual number" },
  phone: { zh: "直接看到真实手机号", en: "see your real phone number" },
  email: { zh: "直接看到真实邮箱", en: "see your real e-mail address" },
  may_ask: {
    zh: "申请真实联系方式（你逐项同意才给）",
    en: "ask for real contact data (given item by item, on your yes)",
  },
});

/** How a viewer stands to the seeker, said of the viewer of a preview. */
export const relations = catalogue({
  closed: { zh: "账号已注销，或未满年龄", en: "The account is closed, or its owner under age" },
  anonymous: { zh: "没有登录的人，和别的求职者", en: "Somebody not signed in, or another seeker" },
  unverified: { zh: "还没核验的招聘者", en: "A recruiter who is not verified" },
  blocked: { zh: "在你的屏蔽名单里", en: "On your block list" },
  applied: { zh: "你投递过", en: "You applied there" },
  in_contact: { zh: "你们聊过", en: "You are in contact" },
  platform: { zh: "平台自己的招聘顾问，每次查看都有记录", en: "The platform's own staff; each look is recorded" },
  employer: { zh: "已核验的企业", en: "A verified company" },
} satisfies Names<Relation>);

/** What the screens of visibility say. */
export const m = catalogue({
  title: { zh: "谁能看到这份简历", en: "Who can see this résumé" },
  short: { zh: "谁能看到", en: "Who can see this" },
  setting: { zh: "可见性", en: "Visibility" },
  toResume: { zh: "返回简历", en: "Back to the résumé" },
  atOnce: { zh: "下一次请求起生效", en: "Holds from the next request" },
  isDefault: { zh: "新简历的默认", en: "The default" },
  privateAdvice: {
    zh: "不想被找到、也不想被联系，选这个。",
    en: "To be neither found nor contacted, choose this.",
  },
  and: { zh: "、", en: ", " },
  can: { zh: (list: string[]) => `能${list.join("、")}。`, en: (list: string[]) => `Can ${list.join(", ")}.` },
  cannot: { zh: (list: string[]) => `不能${list.join("、")}。`, en: (list: string[]) => `Cannot ${list.join(", ")}.` },
  nothing: { zh: "什么也看不到，像没有这份简历一样。", en: "Nothing, as if there were no such résumé." },
  keepsSnapshot: {
    zh: "屏蔽前收到、没撤回的副本还在。",
    en: "A copy sent before the block and not withdrawn stays.",
  },
  between: { zh: "", en: " " },
  meaning: {
    zh: "「搜到」只按职位、技能、地点，从不按姓名和号码；「打开」的简历遮住联系方式；「申请」的，你逐项同意才给。",
    en: "Finding goes by job terms only, never by name or number; what is opened has contact data masked; what is asked for is given item by item, on your yes.",
  },
  neverReal: {
    zh: "无论哪一种，真实手机和邮箱都不会直接给人看。",
    en: "Whatever the setting, your real phone number and e-mail are never shown directly.",
  },
  set: { zh: (name: string) => `已改为「${name}」`, en: (name: string) => `Now: ${name}` },
  offline: {
    zh: "没有网络。改设置要等联网，服务器上的设置照旧有效。",
    en: "Off-line. Changes need the network; what the server has still holds.",
  },
  failed: { zh: "设置没有取到", en: "The setting could not be fetched" },
  signedOut: { zh: "没有登录，谁也看不到", en: "Not signed in: nobody can see it" },
  signedOutText: {
    zh: "简历只在这台设备上。登录后它是「保密」，到时在这里改。",
    en: "The résumé is on this device only. Once you sign in it is private, and you can change that here.",
  },
  signIn: { zh: "登录", en: "Sign in" },

  preview: { zh: "预览", en: "Preview" },
  previewOf: { zh: "预览他们看到的", en: "See what they see" },
  asWho: { zh: "换成谁的眼睛", en: "Through whose eyes" },
  company: { zh: "一家公司", en: "A company" },
  staff: { zh: "平台顾问", en: "The platform's staff" },
  stranger: { zh: "没登录的人", en: "A stranger" },
  findCompany: { zh: "公司", en: "Company" },
  findCompanyHint: { zh: "搜平台上的公司，或写一个名字", en: "Search the platform's companies, or type any name" },
  byName: { zh: (name: string) => `「${name}」，按名字`, en: (name: string) => `"${name}", by this name` },
  onPlatform: { zh: "平台上", en: "on the platform" },
  pickCompany: { zh: "选一家公司", en: "Pick a company" },
  pickCompanyText: {
    zh: "写上现在的雇主、想去的公司，看它得到什么。这里显示的和它打开时的一样。",
    en: "Your employer, or one you would like: see what it gets. What stands here is what it would open.",
  },
  previewFailed: { zh: "预览没有取到", en: "The preview could not be fetched" },
  getsNothing: { zh: "什么也得不到", en: "Gets nothing" },
  getsNothingText: {
    zh: "搜不到，打不开，也不知道有这份简历：得到的回答和它不存在时一样。",
    en: "Neither finds nor opens it, nor learns that it exists: the answer is that of a résumé that is not there.",
  },
  inSearch: { zh: "搜到时看到", en: "In a search" },
  whenOpened: { zh: "打开后看到", en: "When opened" },
  canAndCannot: { zh: "能与不能", en: "Can and cannot" },
  yes: { zh: "能", en: "Can" },
  no: { zh: "不能", en: "Cannot" },
  compare: { zh: "五种设置，同一个企业", en: "The five settings, one company" },
  masked: { zh: "遮住，未授权", en: "masked, not granted" },
  handedOver: { zh: "你授权给了对方", en: "granted to them by you" },
  phone: { zh: "手机", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
  years: {
    zh: (n: number) => (n === 0 ? "不到 1\u00a0年" : `${n}\u00a0年`),
    en: (n: number) => (n === 0 ? "under 1 yr" : `${n} yrs`),
  },

  links: { zh: "引荐链接", en: "Links" },
  panes: { zh: "设置之外", en: "Besides the setting" },
  blocks: { zh: "屏蔽名单", en: "Block list" },
  blocksLead: {
    zh: "名单里的公司在哪种设置下都什么也看不到，也分不出是没有这份简历。按公司认，不按账号；名字只存在这台设备上，服务器只有认得出它的指纹。",
    en: "Companies on the list get nothing in any setting, and cannot tell it from a résumé that is not there. What counts is the company, not the account. Names stay on this device; the server keeps only what recognises them.",
  },
  blockCompany: { zh: "屏蔽一家公司", en: "Block a company" },
  employers: { zh: "现在和以前的雇主", en: "Present and past employers" },
  employersHint: {
    zh: "从简历里来，屏蔽后它们看不到你在找工作",
    en: "From your résumé; blocked, they cannot see that you look",
  },
  present: { zh: "现在", en: "present" },
  blockOne: { zh: "屏蔽", en: "Block" },
  blockNamed: { zh: (name: string) => `屏蔽 ${name}`, en: (name: string) => `Block ${name}` },
  blockAll: { zh: (n: number) => `${n} 家都屏蔽`, en: (n: number) => `Block all ${n}` },
  pasteList: { zh: "粘贴一份名单", en: "Paste a list" },
  list: { zh: "名单", en: "List" },
  listHint: { zh: "一行一家公司，最多 1,000 行", en: "One company a line, up to 1,000" },
  lines: { zh: (n: number) => `读到 ${n} 家`, en: (n: number) => `${n} ${n === 1 ? "company" : "companies"} read` },
  lineProblem: {
    zh: (line: number, problem: string) => `第\u00a0${line}\u00a0行：${problem}`,
    en: (line: number, problem: string) => `Line ${line}: ${problem}`,
  },
  tooShort: { zh: "至少写两个字", en: "needs two letters at least" },
  tooLong: { zh: "超过 100 个字", en: "over 100 characters" },
  repeated: { zh: (line: number) => `和第\u00a0${line}\u00a0行一样`, en: (line: number) => `the same as line ${line}` },
  openQuote: { zh: "引号没有关上", en: "a quotation mark is not closed" },
  tooMany: { zh: "前面已有 1,000 家，从这行起没有读", en: "1,000 stand before it; not read from here on" },
  blockList: { zh: (n: number) => `屏蔽这 ${n} 家`, en: (n: number) => `Block these ${n}` },
  blocked: {
    zh: (n: number) => `已屏蔽 ${n} 家公司`,
    en: (n: number) => `${n} ${n === 1 ? "company" : "companies"} blocked`,
  },
  blockedOne: { zh: (name: string) => `已屏蔽 ${name}`, en: (name: string) => `${name} is blocked` },
  already: { zh: "都已经在名单里", en: "All of them were on the list already" },
  unblock: { zh: "移出", en: "Take off" },
  unblockNamed: { zh: (name: string) => `把 ${name} 移出名单`, en: (name: string) => `Take ${name} off the list` },
  unblocked: { zh: (name: string) => `已移出 ${name}`, en: (name: string) => `${name} is off the list` },
  noBlocks: { zh: "名单是空的", en: "The list is empty" },
  noBlocksText: {
    zh: "搜公司、写名字，或把雇主一次加上。",
    en: "Search for a company, type a name, or add your employers at once.",
  },
  unnamed: { zh: "名字不在这台设备上", en: "Its name is not on this device" },
  originTyped: { zh: "写的", en: "typed" },
  originImported: { zh: "名单里来的", en: "from a list" },
  originEmployer: { zh: "雇主", en: "employer" },
  originSeen: { zh: "看到时屏蔽的", en: "blocked where it was seen" },
  stillHave: { zh: "它们手里还有你的投递", en: "They still have your applications" },
  stillHaveText: {
    zh: "屏蔽不会收回已投的副本。一份一份决定：撤回，它马上看不到；留着，它只能读那一份。",
    en: "A block takes no copy back. Decide one by one: withdrawn, it is hidden at once; left, that copy can be read and nothing else.",
  },
  withdraw: { zh: "撤回", en: "Withdraw" },
  withdrawOf: { zh: (job: string) => `撤回投递，${job}`, en: (job: string) => `Withdraw the application for ${job}` },
  leave: { zh: "留着", en: "Leave it" },
  leaveOf: { zh: (job: string) => `留着投递，${job}`, en: (job: string) => `Leave the application for ${job}` },
  left: { zh: "留着，它只能读这一份", en: "Left; only this copy can be read" },
  withdrawn: {
    zh: (company: string) => `已撤回，${company} 不能再看`,
    en: (company: string) => `Withdrawn; ${company} no longer sees it`,
  },

  channels: { zh: "联系渠道", en: "Channels" },
  channelsLead: {
    zh: "这些公司有一个能写给您的中转地址，或一个能接通您的虚拟号，看不到您的邮箱和手机号。关闭后立即失效，对方不会被告知。虚拟号由电话服务商接通，它知道双方的号码。",
    en: "These companies have a relay address to write to you or a virtual number to call you, and see neither your address nor your number. Closed, it ends at once; they are not told. Calls are connected by a telephony provider, which knows both numbers.",
  },
  channelsOffline: { zh: "没有网络，关闭渠道要等联网。", en: "Off-line. Closing a channel needs the network." },
  channelOpen: {
    zh: (day: string) => `开着，${day} 前没有往来就失效`,
    en: (day: string) => `Open, ends on ${day} unless used`,
  },
  channelShut: { zh: "已关闭", en: "Closed" },
  channelUsed: { zh: (day: string) => `最近使用 ${day}`, en: (day: string) => `last used ${day}` },
  channelClosed: { zh: "渠道已关闭，地址已失效", en: "Closed; its addresses are dead" },
  numberOpen: {
    zh: (number: string, moment: string) => `${number}，${moment} 前有效`,
    en: (number: string, moment: string) => `${number}, ends ${moment}`,
  },
  numberNone: { zh: "现在没有虚拟号", en: "No number at present" },
  numberClosed: { zh: "已收回，虚拟号已失效", en: "Closed; its numbers are dead" },
  closeNumberTo: {
    zh: (name: string) => `收回 ${name} 的虚拟号`,
    en: (name: string) => `End the virtual number of ${name}`,
  },
  openNumberTo: {
    zh: (name: string) => `重新允许 ${name} 用虚拟号`,
    en: (name: string) => `Let ${name} have a virtual number again`,
  },
  closeChannel: { zh: "关闭", en: "Close" },
  closeChannelTo: {
    zh: (name: string) => `关闭与 ${name} 的邮件渠道`,
    en: (name: string) => `Close the channel to ${name}`,
  },
  openChannel: { zh: "重新允许", en: "Allow again" },
  openChannelTo: { zh: (name: string) => `重新允许 ${name} 写邮件`, en: (name: string) => `Let ${name} write again` },
  noChannels: {
    zh: "还没有公司要过中转地址或虚拟号",
    en: "No company has a relay address or a virtual number of yours",
  },
  noChannelsText: {
    zh: "有公司想写邮件或打电话给您时，会列在这里。",
    en: "Companies that want to write to you by e-mail or to call you are listed here.",
  },
  looks: { zh: "谁看过", en: "Who looked" },
  looksLead: {
    zh: "每次打开和下载都在这里，也记在这台设备的个人信息记录里。",
    en: "Each opening and download is here, and in this device's record of personal data.",
  },
  looksOffline: {
    zh: "没有网络。谁看过要问服务器，记录里有到上次联网为止的。",
    en: "Off-line. Who looked is the server's to say; the record has it up to the last connection.",
  },
  looksFailed: { zh: "谁看过没有取到", en: "Who looked could not be fetched" },
  noLooks: { zh: "还没有人看过", en: "Nobody has looked yet" },
  noLooksText: {
    zh: "有人打开或下载，这里马上出现：哪家公司，谁，看了什么，什么时候。",
    en: "When somebody opens or downloads it, it stands here at once: which company, who, what, when.",
  },
  staffLooked: { zh: "平台顾问", en: "The platform's staff" },
  lookOpened: { zh: "打开了在线简历", en: "opened the online résumé" },
  lookSnapshot: {
    zh: (job: string) => (job ? `打开了投递「${job}」的副本` : "打开了投递的副本"),
    en: (job: string) => (job ? `opened the copy sent for ${job}` : "opened the copy you sent"),
  },
  lookIntroduced: {
    zh: (label: string) => (label ? `用给「${label}」的引荐链接打开了在线简历` : "用引荐链接打开了在线简历"),
    en: (label: string) =>
      label ? `opened the online résumé by the link for ${label}` : "opened the online résumé by an introduction link",
  },
  somebody: { zh: "你给了链接的人", en: "Somebody you gave a link" },
  lookAttachment: {
    zh: (job: string) => (job ? `下载了投递「${job}」附上的简历` : "下载了投递附上的简历"),
    en: (job: string) => (job ? `downloaded the attachment sent for ${job}` : "downloaded the attachment you sent"),
  },
  lookMailed: {
    zh: (job: string) => `投给「${job}」的那一份，发往公司的投递邮箱`,
    en: (job: string) => `the copy sent for ${job} was sent to the company's mailbox`,
  },
  lookDownloaded: { zh: "下载了简历", en: "downloaded the résumé" },
  earlier: { zh: "更早的", en: "Earlier" },
  today: { zh: "今天", en: "Today" },
  yesterday: { zh: "昨天", en: "Yesterday" },
});
