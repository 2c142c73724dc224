//! The words of mails to companies' mailboxes, in both languages: the server does not know which one is read there.

use std::fmt::Write;
use zhitu_domain::contact::RealContact;

/// What a mail says of an application. Of contact data it has what the applicant filled in on the company's own form (D4).
pub(super) struct Applied<'a> {
    /// Full name.
    pub(super) name: &'a str,
    /// The job's title.
    pub(super) job: &'a str,
    /// The code of the copy.
    pub(super) code: &'a str,
    /// What the applicant filled in on the form.
    pub(super) form_contact: &'a RealContact,
    /// An attachment résumé of the applicant's own making goes along.
    pub(super) has_own_file: bool,
    /// An answer reaches the applicant.
    pub(super) may_reply: bool,
}

impl Applied<'_> {
    pub(super) fn subject(&self) -> String {
        format!("投递「{}」：{} · Application", self.job, self.name)
    }

    pub(super) fn text(&self) -> String {
        let Self { name, job, code, form_contact, has_own_file, may_reply } = self;
        let (answer_zh, answer_en) = if *may_reply {
            (
                "直接回复本邮件，就会经中转写给对方，双方都看不到对方的邮箱；只收这个邮箱和贵公司已确认的工作邮箱的来信。",
                "Answer this mail to write to them over a relay; neither side sees the other's address. It takes mail from \
                 this mailbox and from your company's confirmed work addresses only.",
            )
        } else {
            (
                "请在职途里联系对方；回复本邮件没有人收。",
                "Reach them in Zhitu; nobody reads answers to this mail.",
            )
        };
        let (mut form_zh, mut form_en) = (String::new(), String::new());
        if *has_own_file {
            form_zh.push_str("另一个附件是对方自己做的简历，原样附上，没有编号。\n");
            form_en.push_str(
                "The other attachment is a résumé of their own making, as it is and without a code.\n",
            );
        }
        for (zh, en, value) in
            [("手机", "Phone", &form_contact.phone), ("邮箱", "E-mail", &form_contact.email)]
        {
            if let Some(value) = value {
                // A string takes all that is written to it.
                let _zh = writeln!(form_zh, "对方在表单里填了{zh}：{value}");
                let _en = writeln!(form_en, "{en}, as filled in on your form: {value}");
            }
        }
        format!(
            "{name}投递了「{job}」。附件是投递的简历副本，编号 {code}，标有贵公司和设置这个邮箱的账号；请只用于这次招聘。\n\
             {form_zh}{answer_zh}\n对方可以撤回投递；撤回后会有邮件请贵公司删除这份副本。\n\n\
             {name} applied for \"{job}\". Attached is the copy of the résumé, code {code}, marked with your company and the \
             account that set this mailbox; use it for this recruitment only.\n\
             {form_en}{answer_en}\nThey may withdraw; a mail will then ask you to delete the copy.\n\n\
             -- \n停止发送：职途“公司 › 投递邮箱” · To stop: Company › Mailbox in Zhitu\n"
        )
    }
}

pub(super) fn withdrawn_subject(job: &str) -> String {
    format!("投递「{job}」已撤回，请删除副本 · Application withdrawn")
}

pub(super) fn withdrawn_text(job: &str, code: &str) -> String {
    format!(
        "「{job}」的一份投递已撤回。如果这个邮箱收到过编号 {code} 的简历副本（编号在每页底部），请删除那封邮件和副本，\
         转发、打印、保存过的也请一并删除。\n\n\
         An application for \"{job}\" was withdrawn. If this mailbox got the copy with the code {code}, which stands at the \
         foot of each page, please delete that mail and the copy, and whatever was passed on, printed or saved of it.\n"
    )
}
