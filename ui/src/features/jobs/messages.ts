import { catalogue, f, words } from "../../i18n";
import type { ContactItem } from "../../platform";

const s = (n: number) => (n === 1 ? "" : "s");

export const m = catalogue({
  // searching
  search: { zh: "搜索职位、公司、技能", en: "Search jobs, companies, skills" },
  clear: { zh: "清空", en: "Clear" },
  fromClipboard: { zh: "从剪贴板搜索", en: "Search from the clipboard" },
  titles: { zh: "职位", en: "Titles" },
  skillsAndCompanies: { zh: "技能与公司", en: "Skills and companies" },
  searchedBefore: { zh: "搜过", en: "Searched before" },
  keysMove: { zh: "选择", en: "choose" },
  keysSearch: { zh: "搜索", en: "search" },
  keysClose: { zh: "收起", en: "close" },
  keptHere: { zh: "记录只存在本机", en: "Kept on this device only" },
  hiring: { zh: (n: number) => `${f.count(n)}\u00a0个在招`, en: (n: number) => `${f.count(n)} open` },
  suggestions: { zh: (n: number) => `${n} 条提示`, en: (n: number) => `${n} suggestion${s(n)}` },
  where: { zh: "地点", en: "Place" },
  anywhere: { zh: "不限地点", en: "Anywhere" },
  whereLabel: { zh: "选择地点和距离", en: "Choose place and distance" },
  nearby: { zh: "附近（用位置）", en: "Nearby (uses your position)" },
  within: { zh: (km: number) => `${km}\u00a0km\u00a0内`, en: (km: number) => `within ${km}\u00a0km` },
  // filters
  filters: { zh: "筛选", en: "Filters" },
  clearFilters: { zh: "清除筛选", en: "Clear filters" },
  showResults: { zh: (n: number) => `看 ${f.count(n)} 个职位`, en: (n: number) => `Show ${f.count(n)} job${s(n)}` },
  salary: { zh: "月薪", en: "Monthly pay" },
  salaryAtLeast: { zh: "最低月薪", en: "Least monthly pay" },
  anyPay: { zh: "不限", en: "Any" },
  distance: { zh: "距离", en: "Distance" },
  pickPlace: { zh: "选地点后可按距离筛", en: "Choose a place to filter by distance" },
  noLimit: { zh: "不限", en: "Any distance" },
  experience: { zh: "经验", en: "Experience" },
  education: { zh: "学历", en: "Education" },
  employment: { zh: "类型", en: "Employment" },
  workplace: { zh: "方式", en: "Workplace" },
  notAsked: { zh: "不限", en: "Not asked for" },
  // results
  results: { zh: "职位列表", en: "Jobs" },
  total: { zh: "个职位", en: "jobs" },
  totalOne: { zh: "个职位", en: "job" },
  totalSpoken: { zh: (n: number) => `${f.count(n)} 个职位`, en: (n: number) => `${f.count(n)} job${s(n)}` },
  sort: { zh: "排序", en: "Sort" },
  sort_relevance: { zh: "最匹配", en: "Best match" },
  sort_date: { zh: "最新", en: "Newest" },
  sort_salary: { zh: "薪资高", en: "Highest pay" },
  sort_distance: { zh: "由近到远", en: "Nearest" },
  fresh: { zh: "新", en: "New" },
  loadingJobs: { zh: "正在取职位", en: "Loading jobs" },
  keptJobs: {
    zh: "离线：这是这台设备看过的职位。",
    en: "Off-line: these are jobs that this device has seen.",
  },
  keptJob: {
    zh: "离线：这是上次打开时的样子。",
    en: "Off-line: this is how it was when last opened.",
  },
  more: {
    zh: (n: number) => `只列出前 ${f.count(n)} 个。加一个筛选，看得更准。`,
    en: (n: number) => `Only the first ${f.count(n)} are listed. Add a filter to see closer.`,
  },
  noneNear: {
    zh: (place: string, km: number) => `${place} ${km}\u00a0km\u00a0内没有符合的职位`,
    en: (place: string, km: number) => `No such jobs within ${km}\u00a0km of ${place}`,
  },
  none: { zh: "没有符合的职位", en: "No such jobs" },
  noneMarket: { zh: "还没有职位", en: "No jobs yet" },
  noneMarketText: {
    zh: "这个市场里还没有公司发布职位。发布后会出现在这里。",
    en: "No company has posted here yet. Jobs appear here as they are posted.",
  },
  widen: {
    zh: (km: number, n: number) => `放宽到 ${km}\u00a0km 有 ${f.count(n)} 个。`,
    en: (km: number, n: number) => `Within ${km}\u00a0km there ${n === 1 ? "is" : "are"} ${f.count(n)}. `,
  },
  widenDo: { zh: (km: number) => `看 ${km}\u00a0km 内`, en: (km: number) => `Look within ${km}\u00a0km` },
  dropFilters: { zh: "去掉筛选再看看。", en: "Try without the filters." },
  dropWords: { zh: "换个说法，或去掉一个词。", en: "Try other words, or fewer." },
  // lists
  favourites: { zh: "收藏", en: "Saved" },
  seeFavourites: { zh: "看收藏", en: "See saved jobs" },
  history: { zh: "搜索记录", en: "Search history" },
  toResults: { zh: "回到结果", en: "Back to results" },
  noFavourites: { zh: "还没有收藏", en: "Nothing saved yet" },
  noFavouritesText: {
    zh: "在职位上点星标，就会留在这里，离线也能看。",
    en: "Press the star on a job and it stays here, off-line too.",
  },
  noHistory: { zh: "没有搜索记录", en: "No search history" },
  noHistoryText: {
    zh: "搜过的词会列在这里，只存在本机，可以逐条删掉。",
    en: "What you search for is listed here, on this device only; each can be deleted.",
  },
  historyNote: {
    zh: "只存在本机，不会发给任何人。删除是彻底的。",
    en: "Kept on this device only, sent to nobody. Deleting is for good.",
  },
  deleteOne: { zh: (text: string) => `删除「${text}」`, en: (text: string) => `Delete "${text}"` },
  deleteAll: { zh: "全部删除", en: "Delete all" },
  deleteOneTitle: { zh: "删除这条记录，不能恢复", en: "Delete this entry for good" },
  deleteAllTitle: { zh: "删除全部搜索记录，不能恢复", en: "Delete the whole history for good" },
  deleteOneText: {
    zh: (text: string) => `「${text}」会从本机的数据库里抹掉。`,
    en: (text: string) => `"${text}" is wiped from this device's database.`,
  },
  deleteAllText: {
    zh: (n: number) => `${n} 条记录和留在本机的看过的职位，都会从本机的数据库里抹掉。`,
    en: (n: number) =>
      `${n} entr${n === 1 ? "y" : "ies"}, and the jobs seen that this device keeps, are wiped from its database.`,
  },
  keep: { zh: "留下", en: "Keep" },
  everything: { zh: "全部职位", en: "All jobs" },
  // detail
  detail: { zh: "职位详情", en: "Job" },
  choose: { zh: "选一个职位，在这里看", en: "Choose a job to read it here" },
  apply: { zh: "投递简历", en: "Apply" },
  applied: { zh: "已投递", en: "Applied" },
  seeApplication: { zh: "看投递", en: "See application" },
  chat: { zh: "先聊聊", en: "Chat first" },
  save: { zh: "收藏", en: "Save" },
  saved: { zh: "已收藏", en: "Saved" },
  savedToast: { zh: "已收藏", en: "Saved" },
  unsavedToast: { zh: "已取消收藏", en: "No longer saved" },
  closed: {
    zh: "职位已关闭，不再接收投递。这里保留它当时的样子。",
    en: "This job is closed and takes no applications. What it said is kept here.",
  },
  imported: {
    zh: "这个职位是从别处导入的，公司不在这里收投递。",
    en: "This posting was imported; its company takes no applications here.",
  },
  from: { zh: "原处", en: "Original" },
  fromPlace: {
    zh: (place: string, km: string) => `距${place}\u00a0${km}`,
    en: (place: string, km: string) => `${km} from ${place}`,
  },
  handsBefore: { zh: "投递交出的是", en: "Applying hands over a " },
  handsLink: { zh: "简历快照", en: "copy of your résumé" },
  handsRest: {
    zh: "：姓名与内容，不含真实手机和邮箱。",
    en: ": your name and its content, not your real phone or e-mail.",
  },
  handsForm: {
    zh: "：姓名与内容。它的投递表单还问联系方式，填不填由你。",
    en: ": your name and its content. Its form also asks for contact data, which is up to you to give.",
  },
  handsAfter: {
    zh: "对方打开，你会看到；撤回后不再显示。",
    en: "You see when it is opened; once withdrawn it is no longer shown.",
  },
  company: { zh: "公司", en: "Company" },
  verification: { zh: "核验", en: "Verified" },
  verified: { zh: "营业执照与招聘者身份均已核验", en: "Licence and recruiter checked by the operator" },
  unverified: { zh: "还没有核验，请多留意", en: "Not checked yet; take care" },
  scale: { zh: "规模", en: "Size" },
  openJobs: { zh: (n: number) => `在招 ${f.count(n)} 个职位`, en: (n: number) => `${f.count(n)} open job${s(n)}` },
  contact: { zh: "联系人", en: "Contact" },
  about: { zh: "介绍", en: "About" },
  posted: { zh: "发布", en: "Posted" },
  description: { zh: "职位描述", en: "The job" },
  skills: { zh: "技能", en: "Skills" },
  // applying
  applyTitle: {
    zh: (company: string) => `投给${company}的，就是下面这些`,
    en: (company: string) => `This is what ${company} gets`,
  },
  applyBlocked: {
    zh: (company: string) =>
      `${company} 在你的屏蔽名单里，还没有投。只为这次放行的话，它得到这一份副本，能就它和你说话，别的照旧屏蔽。`,
    en: (company: string) =>
      `${company} is on your block list; nothing was sent. Allowed this once, it gets this copy and can write to you about it, and stays blocked for all else.`,
  },
  applyDespite: { zh: "为这次放行并投递", en: "Allow this once and send" },
  applyConfirm: { zh: "投递", en: "Send application" },
  version: { zh: (n: number) => `第\u00a0${n}\u00a0版`, en: (n: number) => `version ${n}` },
  applyHands: {
    zh: (company: string, n: number) => `交给${company}的是简历快照（第\u00a0${n}\u00a0版）：姓名与下面的内容。`,
    en: (company: string, n: number) =>
      `${company} gets a copy of your résumé (version ${n}): your name and what is below.`,
  },
  mailedToo: {
    zh: "这家公司还要求把投递发到它自己的投递邮箱：发的就是下面这些，做成带标记的 PDF。发出的邮件收不回来；你撤回时会通知那个邮箱删除。",
    en: "This company also has applications mailed to a mailbox of its own: what is below, as a marked PDF. A mail cannot be called back; when you withdraw, that mailbox is asked to delete it.",
  },
  mailedFile: { zh: "附上的文件原样发去，没有标记。", en: " The file you send along goes as it is, without marks." },
  mailedContact: { zh: "勾选的联系方式写在邮件里。", en: " Contact data that you tick stands in the mail." },
  formAsks: {
    zh: "这家公司的投递表单还问联系方式，方便直接约你。填不填由你，只给这家公司，撤回投递后不再显示。",
    en: "This company's form also asks for contact data, to invite you directly. Whether to give it is up to you; it goes to this company only and is no longer shown once you withdraw.",
  },
  formPhone: { zh: (value: string) => `填上手机 ${value}`, en: (value: string) => `Give the phone number ${value}` },
  formEmail: { zh: (value: string) => `填上邮箱 ${value}`, en: (value: string) => `Give the e-mail address ${value}` },
  attachLabel: { zh: "附上你自己的简历吗", en: "Send a résumé of your own along?" },
  attachNone: { zh: "只投在线简历", en: "The online résumé only" },
  attachShows: {
    zh: (items: readonly ContactItem[]) => `里面写有${words.contact(items)}`,
    en: (items: readonly ContactItem[]) => `shows ${words.contact(items)}`,
  },
  attachShowsNone: { zh: "文字里没有手机号和邮箱", en: "no phone number or e-mail address in its text" },
  attachSays: {
    zh: (items: readonly ContactItem[]) =>
      items.length > 0
        ? "公司会拿到这个文件的一份副本，原样不遮挡。下面每一项勾了才能投；撤回投递后公司打不开，已经存下的收不回。"
        : "公司会拿到这个文件的一份副本，原样不遮挡。图片里的字我们读不了，请自己看一眼。撤回投递后公司打不开，已经存下的收不回。",
    en: (items: readonly ContactItem[]) =>
      items.length > 0
        ? "The company gets a copy of this file as it is, with nothing masked. It goes once each line below is ticked; after you withdraw it opens no more, and what was saved cannot be taken back."
        : "The company gets a copy of this file as it is, with nothing masked. Words in pictures are not read; look at them yourself. After you withdraw it opens no more, and what was saved cannot be taken back.",
  },
  attachAgree: {
    zh: (item: ContactItem, company: string) => `同意把文件里的${words.contact([item])}给 ${company}`,
    en: (item: ContactItem, company: string) => `Give ${company} ${words.contact([item])} that stands in the file`,
  },
  contactFilled: {
    zh: "联系方式只给你勾选的。",
    en: " Of contact data only what you ticked is given.",
  },
  contactHeld: {
    zh: "手机和邮箱不会给出，只说明你填了没有。",
    en: " Phone and e-mail are not given; only whether you have them.",
  },
  incompleteTitle: { zh: "简历还差几项，补上就能投", en: "A few things are missing before you can apply" },
  incompleteText: { zh: "公司要靠这些认识你：", en: "A company needs these to get to know you:" },
  toResume: { zh: "去补简历", en: "Go to résumé" },
  sentToast: { zh: (n: number) => `已投递，第\u00a0${n}\u00a0版快照`, en: (n: number) => `Applied with version ${n}` },
  see: { zh: "查看", en: "See it" },
  changedSince: {
    zh: "简历刚在别处改过。下面已换成最新的一版，请再看一遍。",
    en: "Your résumé was changed elsewhere. The latest version is shown below; look through it again.",
  },
});
