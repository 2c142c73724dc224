use crate::Core;
use zhitu_contract::device::Nothing;
use zhitu_contract::resume::ResumeExported;
use zhitu_contract::{ErrorCode, Result};
use zhitu_domain::permission::Purpose;
use zhitu_domain::resume::ResumeContent;

impl Core {
    /// Writes the working copy as PDF where the person chooses.
    pub async fn resume_export_pdf(&self, _: Nothing) -> Result<ResumeExported> {
        let leave = self.permission_use(Purpose::SaveFile).await?;
        let name = file_name(&self.store.resume().await?.unwrap_or_default().content);
        let pdf = self.resume_set(zhitu_typeset::Typesetter::pdf).await?;
        let bytes = u64::try_from(pdf.len()).unwrap_or(u64::MAX);
        match self.files.with(&leave).save_as(&name, pdf).await? {
            Some(file) => Ok(ResumeExported { file, bytes }),
            None => Err(ErrorCode::Cancelled.into()),
        }
    }
}

/// `周予安-数据分析师.pdf`: what a recruiter can tell apart, without what file systems do not take.
fn file_name(content: &ResumeContent) -> String {
    let parts: Vec<String> = [&content.basic.name, &content.intention.position]
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
        let mut content = ResumeContent::default();
        assert_eq!(file_name(&content), "resume.pdf");
        content.basic.name = "周予安".into();
        content.intention.position = "数据/分析师: ../高级".into();
        assert_eq!(file_name(&content), "周予安-数据 分析师 高级.pdf");
    }
}
