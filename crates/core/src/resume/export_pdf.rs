use crate::Core;
use crate::permission::Leave;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeExported;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::permission::Purpose;

impl Core {
    /// Writes the working copy as PDF where the person chooses.
    pub async fn resume_export_pdf(&self, _: Nothing) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let content = self.store.resume().await?.unwrap_or_default().content;
        let name = file_name(&content.basic.name, &content.intention.position);
        let pdf = self.resume_set(zhitu_typeset::Typesetter::pdf).await?;
        self.pdf_save(&leave, &name, pdf).await
    }

    /// Writes a PDF where the person chooses.
    pub(crate) async fn pdf_save(&self, leave: &Leave, name: &str, pdf: Vec<u8>) -> Result<ResumeExported> {
        let bytes = u64::try_from(pdf.len()).unwrap_or(u64::MAX);
        match self.files.with(leave).save_as(name, pdf).await? {
            Some(file) => Ok(ResumeExported { file, bytes }),
            None => Err(ErrorCode::Cancelled.into()),
        }
    }
}

/// `周予安-数据分析师.pdf`: what a recruiter can tell apart, without what file systems do not take.
pub(crate) fn file_name(name: &str, position: &str) -> String {
    let parts: Vec<String> = [name, position]
        .into_iter()
        .map(|part| {
            let kept: String = part.chars().map(|c| if is_plain(c) { c } else { ' ' }).collect();
            kept.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(40).collect()
        })
        .filter(|part: &String| !part.is_empty())
        .collect();
    if parts.is_empty() { "resume.pdf".to_owned() } else { format!("{}.pdf", parts.join("-")) }
}

fn is_plain(c: char) -> bool {
    !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_person_and_position() {
        assert_eq!(file_name("", ""), "resume.pdf");
        assert_eq!(file_name("周予安", "数据/分析师: ../高级"), "周予安-数据 分析师 高级.pdf");
    }
}
