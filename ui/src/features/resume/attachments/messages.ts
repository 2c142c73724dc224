import { catalogue, words } from "../../../i18n";
import type { AttachmentProblem, ContactItem } from "../../../platform";

/** What the section of attachment résumés says. */
export const m = catalogue({
  title: { zh: "附件简历", en: "Attachments" },
  lead: {
    zh: "你自己做的 PDF，投递时可以附上一份。只有你选了它，公司才拿到一份副本。每个最大 5 MB、20 页，最多 3 个。",
    en: "PDFs of your own making, of which one may go with an application. A company gets a copy only when you choose so. Up to 5 MB and 20 pages each, three of them.",
  },
  add: { zh: "上传 PDF", en: "Upload a PDF" },
  adding: { zh: "正在上传", en: "Uploading" },
  added: { zh: (name: string) => `已上传 ${name}`, en: (name: string) => `Uploaded ${name}` },
  full: { zh: "已经有 3 个了，删掉一个再上传。", en: "There are three already; delete one to upload another." },
  failed: { zh: "附件简历没有取到", en: "The attachments could not be fetched" },
  offline: { zh: "没有网络，附件简历在服务器上。", en: "Off-line; the attachments are on the server." },
  pages: { zh: (n: number) => `${n}\u00a0页`, en: (n: number) => `${n}\u00a0page${n === 1 ? "" : "s"}` },
  shows: {
    zh: (items: readonly ContactItem[]) => `里面写有${words.contact(items)}：投递时要你逐项同意`,
    en: (items: readonly ContactItem[]) =>
      `Shows ${words.contact(items)}: it goes with an application only after your yes to it`,
  },
  showsNone: { zh: "文字里没有手机号和邮箱", en: "No phone number or e-mail address in its text" },
  picture: {
    zh: "我们读的是文字，读不了图片里的字，投之前请自己看一眼。",
    en: "Its text is read, not the pictures in it; look at those yourself before you send it.",
  },
  save: { zh: "另存", en: "Save a copy" },
  saveOf: { zh: (name: string) => `另存 ${name}`, en: (name: string) => `Save a copy of ${name}` },
  saved: {
    zh: (file: string, size: string) => `已存为 ${file}（${size}）`,
    en: (file: string, size: string) => `Saved as ${file} (${size})`,
  },
  removeOf: { zh: (name: string) => `删除 ${name}`, en: (name: string) => `Delete ${name}` },
  removeTitle: { zh: (name: string) => `删除 ${name}？`, en: (name: string) => `Delete ${name}?` },
  removeText: {
    zh: "从你的账号里删除，不能恢复。已经随投递给出的副本留在那次投递里，撤回投递它就没了。",
    en: "It is deleted from your account for good. Copies that went with applications stay with those, and are gone once you withdraw.",
  },
  keep: { zh: "留着", en: "Keep it" },
  removed: { zh: (name: string) => `已删除 ${name}`, en: (name: string) => `Deleted ${name}` },
  lastTime: { zh: "没有上传成", en: "It was not uploaded" },
});

/** Why a file is not taken, and what to do. */
export const why = catalogue({
  not_pdf: {
    zh: "它不是 PDF，或者坏了。请从编辑它的程序重新导出成 PDF。",
    en: "It is no PDF, or a damaged one. Export it anew as PDF from the program that you wrote it in.",
  },
  encrypted: { zh: "它加了密码。请导出一个不加密的。", en: "It is encrypted. Export one without a password." },
  too_many_pages: { zh: "它超过 20 页。请删减后再传。", en: "It has more than 20 pages. Shorten it." },
  no_text: {
    zh: "里面的文字读不出来，可能是扫描件或图片。我们没法告诉你它写了什么，所以不收。请用有文字的 PDF。",
    en: "Its text cannot be read; it may be a scan or a picture. We could not tell you what it shows, so it is not taken. Use a PDF with text.",
  },
  active_content: {
    zh: "它带有脚本、附件或能自动执行的内容。请重新导出一个只有内容的。",
    en: "It holds scripts, other files or things that run by themselves. Export one with nothing but its contents.",
  },
  hidden: {
    zh: "它有不显示的图层或文字。请重新导出一个没有隐藏内容的。",
    en: "It has layers or text that are not shown. Export one without anything hidden.",
  },
  too_complex: {
    zh: "它太复杂，读不完。请重新导出一个简单些的 PDF。",
    en: "It is too complex to be read. Export a simpler PDF.",
  },
} satisfies Record<AttachmentProblem, { zh: string; en: string }>);
