/** What each error code says to a person. A record over all codes: a new code does not type-check until it is here. */
import { language } from "./i18n";
import type { CommandError, ErrorCode } from "./platform";

/** What the person can do about it; the screen that shows the error decides how to offer it. */
export type ErrorAction =
  | "retry"
  | "edit"
  | "wait"
  | "sign_in"
  | "accept_policy"
  | "open_resume"
  | "verify"
  | "back"
  | "open_permissions"
  | "update"
  | "none";

type Bilingual = { zh: string; en: string };
type Entry = { title: Bilingual; text: Bilingual; action: ErrorAction };

function entry(action: ErrorAction, zh: [title: string, text: string], en: [title: string, text: string]): Entry {
  return { title: { zh: zh[0], en: en[0] }, text: { zh: zh[1], en: en[1] }, action };
}

const ENTRIES: Record<ErrorCode, Entry> = {
  invalid_request: entry(
    "none",
    ["这一步没做成", "应用发出的请求格式不对。请更新到新版本再试。"],
    ["That did not work", "The app sent a request the server does not take. Update the app and try again."],
  ),
  invalid_field: entry(
    "edit",
    ["有一项填得不对", "请改好标出的那一项，已写的都还在。"],
    ["One entry is not right", "Change the one that is marked; everything you typed is still here."],
  ),
  webhook_refused: entry(
    "edit",
    ["这个地址不能收通知", "要以 https 开头、在公网上，并且原样答回收到的 challenge。"],
    [
      "This address cannot take notices",
      "It must begin with https, be on the public Internet, and answer with the challenge that it gets.",
    ],
  ),
  phone_invalid: entry(
    "edit",
    ["这不是能收短信的手机号", "中国大陆的手机号是 11 位；其他地区请以 + 和国家代码开头。"],
    [
      "This number cannot receive a code",
      "Check the digits; numbers outside mainland China begin with + and the country code.",
    ],
  ),
  code_wrong: entry(
    "edit",
    ["验证码不对", "验证码错了、用过了或过期了。请核对短信，或重新获取。"],
    ["The code is not right", "It is wrong, used or expired. Check the message or ask for a new one."],
  ),
  code_too_soon: entry(
    "wait",
    ["刚发过验证码", "一分钟只能发一次，请稍等再取。"],
    ["A code was just sent", "One a minute can be sent; wait a little."],
  ),
  code_daily_limit: entry(
    "wait",
    ["今天的验证码发完了", "一个号码一天最多 10 次，请明天再试。"],
    ["No more codes today", "A number gets ten codes a day; try again tomorrow."],
  ),
  too_many_requests: entry(
    "wait",
    ["操作太快了", "请等一会儿再试，已写的都还在。"],
    ["Too fast", "Wait a moment and try again; everything you typed is still here."],
  ),
  gateway_unavailable: entry(
    "retry",
    ["服务商没有接收", "短信、邮件或电话通道没有接收，什么都没发，也没有接通。请稍后再试。"],
    [
      "The provider did not take it",
      "The gateway for messages, mail or calls did not do it; nothing was sent, nobody was connected. Try again later.",
    ],
  ),
  signature_invalid: entry(
    "none",
    ["签名不对", "这个请求没有有效的签名，没有被接收。"],
    ["The signature is not right", "The request had no valid signature and was not taken."],
  ),
  work_email_missing: entry(
    "edit",
    ["先确认工作邮箱", "邮件中转只收已确认的工作邮箱发出的信。请先填写并确认。"],
    [
      "Confirm your work e-mail first",
      "The relay takes mail from a confirmed work e-mail only. Enter yours and confirm it.",
    ],
  ),
  policy_not_accepted: entry(
    "accept_policy",
    ["还没同意隐私政策", "先读并同意现行的隐私政策，才能填写个人信息。"],
    ["The policy is not accepted yet", "Read and accept the current privacy policy before entering anything personal."],
  ),
  policy_version_unknown: entry(
    "accept_policy",
    ["隐私政策更新了", "请读一遍新的版本，再决定是否同意。"],
    ["The policy has changed", "Read the new version before you decide."],
  ),
  too_young: entry(
    "none",
    ["未满 16 周岁不能使用", "这个出生日期没有保存。"],
    ["Not under 16", "People under 16 cannot use this service; the date was not kept."],
  ),
  signed_out: entry(
    "sign_in",
    ["需要登录", "登录后继续，这一页会等着你。"],
    ["Sign in to go on", "This page will be waiting."],
  ),
  not_verified: entry(
    "verify",
    ["还没核验完", "本人、在职和公司三项都核验后，招聘功能才会打开。"],
    ["Not verified yet", "Recruiting opens once you, your employment and the company are verified."],
  ),
  not_found: entry(
    "back",
    ["没有找到", "它可能已被删除，或不属于这个账号。"],
    ["Not found", "It may have been removed, or belongs to another account."],
  ),
  attachment_refused: entry(
    "edit",
    ["这个文件不能作附件简历", "请换一个，或从编辑它的程序重新导出成 PDF。"],
    [
      "This file cannot be an attachment",
      "Take another, or export it anew as PDF from the program that you wrote it in.",
    ],
  ),
  attachments_full: entry(
    "edit",
    ["附件简历已经放满", "先删掉一份，再上传新的。已经投出去的不受影响。"],
    ["No room for another attachment", "Delete one first; what went with applications is not touched."],
  ),
  job_closed: entry(
    "back",
    ["职位已关闭", "它不再接收投递。"],
    ["This job is closed", "It takes no applications any more."],
  ),
  resume_incomplete: entry(
    "open_resume",
    ["简历还差几项", "补上列出的几项就能投递。"],
    ["Your résumé lacks a few things", "Add what is listed and you can apply."],
  ),
  resume_conflict: entry(
    "retry",
    ["简历刚在别处改过", "请看一遍最新的版本再投，没看过的内容不会发出。"],
    ["Your résumé was changed elsewhere", "Look through the latest version; nothing you have not seen is sent."],
  ),
  stage_not_allowed: entry(
    "retry",
    ["不能改到这一步", "这份投递的进度刚变过，请刷新再看。"],
    ["Not from here", "The application has moved on; refresh and look again."],
  ),
  application_withdrawn: entry(
    "back",
    ["对方已撤回投递", "简历快照不再显示。"],
    ["The application was withdrawn", "Its résumé is no longer shown."],
  ),
  idempotency_mismatch: entry(
    "retry",
    ["这一步没做成", "同一个编号用在了两件事上，请再试一次。"],
    ["That did not work", "One key was used for two things; try again."],
  ),
  company_blocked: entry(
    "back",
    ["这家公司在屏蔽名单里", "要投递或联系，先为这次投递放行，或解除屏蔽。"],
    ["This company is on your block list", "Allow it for this application, or take the block off."],
  ),
  contact_request_closed: entry(
    "back",
    ["这条请求不能再这样回应", "它已被回应、撤回或被新的请求取代。"],
    ["This request cannot be answered so any more", "It was answered, taken back, or replaced by a newer one."],
  ),
  second_factor_required: entry(
    "verify",
    ["要先出示第二凭证", "请用验证器应用上的动态码。还没有的话，请运营方为你登记。"],
    [
      "A second factor comes first",
      "Use the code of your authenticator app. If you have none, ask the operator to enrol you.",
    ],
  ),
  second_factor_wrong: entry(
    "edit",
    ["动态码不对", "它错了、用过了，或已经换了下一个。请等新的动态码再试。"],
    ["The code is not right", "It is wrong, used, or the next one is already shown. Wait for a new one and try again."],
  ),
  second_factor_locked: entry(
    "wait",
    ["错的次数太多", "第二凭证锁了 15 分钟，请过后再试。"],
    ["Too many wrong codes", "The second factor is locked for 15 minutes; try again after that."],
  ),
  reason_required: entry(
    "none",
    ["要先写明事由", "平台顾问的每次搜索和查看都要有事由。请更新应用后再试。"],
    [
      "A reason comes first",
      "Each search and look of the platform's staff has a reason. Update the app and try again.",
    ],
  ),
  not_entitled: entry(
    "back",
    ["没有开通简历搜索", "请联系平台为公司开通。"],
    ["The résumé search is not open", "Ask the platform to open it for your company."],
  ),
  conversation_closed: entry(
    "back",
    ["会话已结束", "这里不能再发消息。"],
    ["The conversation has ended", "No more messages can be sent here."],
  ),
  payload_too_large: entry(
    "edit",
    ["内容太大了", "请缩短一些再发；文件最大 5 MB。"],
    ["Too large", "Make it smaller and send it again; a file has 5 MB at most."],
  ),
  method_not_allowed: entry(
    "update",
    ["应用和服务器的版本不合", "请更新应用。"],
    ["App and server do not match", "Update the app."],
  ),
  unsupported_media_type: entry(
    "update",
    ["应用和服务器的版本不合", "请更新应用。"],
    ["App and server do not match", "Update the app."],
  ),
  unavailable: entry(
    "retry",
    ["服务器暂时答不上来", "已写的和筛选都还在，请稍后再试。"],
    ["The server cannot answer now", "What you typed and chose is still here; try again in a moment."],
  ),
  internal: entry(
    "retry",
    ["服务器出错了", "错误已记在服务器的日志里，请稍后再试。"],
    ["The server failed", "It is in the server's log; try again in a moment."],
  ),
  offline: entry(
    "retry",
    ["连不上服务器", "请检查网络，连上后会自动继续。"],
    ["The server cannot be reached", "Check the network; it goes on by itself once connected."],
  ),
  server_incompatible: entry(
    "update",
    ["看不懂服务器的回答", "应用或服务器需要更新。"],
    ["The server's answer is not understood", "The app or the server needs an update."],
  ),
  store_unavailable: entry(
    "retry",
    ["本机的数据库读写不了", "请检查磁盘和权限，再打开应用。"],
    ["This device's database cannot be used", "Check the disk and its permissions, then open the app again."],
  ),
  store_full: entry(
    "retry",
    ["磁盘满了", "腾出一些空间再试，已写的还在这一页上。"],
    ["The disk is full", "Make some room and try again; what you typed is still on this page."],
  ),
  store_newer: entry(
    "update",
    ["数据来自更新的版本", "请更新应用，数据没有动过。"],
    ["The data is from a newer version", "Update the app; nothing was changed."],
  ),
  vault_unavailable: entry(
    "none",
    ["系统钥匙串用不了", "这次登录只保存在内存里，关掉应用就退出。"],
    ["The system keyring cannot be used", "This session lives in memory and ends with the app."],
  ),
  permission_not_granted: entry(
    "open_permissions",
    ["没有给这项权限", "这一步没有做，别的功能照常。要打开它，到「我」里的「权限」。"],
    [
      "The permission is not granted",
      "This was not done; everything else works as before. To grant it, go to Permissions under Me.",
    ],
  ),
  location_unavailable: entry(
    "retry",
    ["读不到位置", "这台设备现在给不出位置。可以再试，或手动选一个地点。"],
    ["No position", "This device cannot say where it is now. Try again, or pick a place by hand."],
  ),
  cancelled: entry("none", ["已取消", "什么都没有改变。"], ["Cancelled", "Nothing was changed."]),
  file_not_written: entry(
    "retry",
    ["文件没有写成", "请换一个位置或检查权限，再试一次。"],
    ["The file was not written", "Choose another place or check its permissions, then try again."],
  ),
  file_not_read: entry(
    "retry",
    ["文件读不出来", "请检查它的权限，或换一个再试。"],
    ["The file cannot be read", "Check its permissions, or take another."],
  ),
  clipboard_unavailable: entry(
    "retry",
    ["读不到剪贴板", "请再复制一次，或直接输入。"],
    ["The clipboard cannot be read", "Copy it again, or type it in."],
  ),
  typeset_failed: entry(
    "retry",
    ["简历没有排成版", "内容已保存，请再试一次。"],
    ["The résumé could not be set", "Its content is saved; try again."],
  ),
  device_failure: entry(
    "retry",
    ["应用在本机出错了", "详情在本机日志里，请再试一次。"],
    ["The app failed on this device", "The log has the details; try again."],
  ),
};

/** The sentence for an error, in the current language. */
export function errorWords(error: Pick<CommandError, "code">): { title: string; text: string; action: ErrorAction } {
  const found = ENTRIES[error.code] ?? ENTRIES.device_failure;
  const key = language.current === "zh-CN" ? "zh" : "en";
  return { title: found.title[key], text: found.text[key], action: found.action };
}
