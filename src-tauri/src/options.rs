//! The command line.

use clap::Parser;
use std::path::PathBuf;

/// 职途: look for jobs, apply, talk, and see who sees you.
#[derive(Debug, Clone, Parser)]
#[command(name = "zhitu", version)]
pub struct Options {
    /// Whose data: each profile has its own account, database and keyring entries.
    #[arg(long, value_name = "NAME", default_value = "default", value_parser = profile_name)]
    pub profile: String,

    /// Where everything of this app is kept, instead of the system's folder for it.
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,

    /// The platform to speak to, such as https://jobs.example.org, instead of the demo market.
    #[arg(long, value_name = "URL", value_parser = server_url)]
    pub server: Option<String>,

    /// Fill a market of its own with the jobs of these files, instead of the demo market.
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with = "server")]
    pub import: Vec<PathBuf>,

    /// For tests: answer every save dialog with this folder and the suggested name, without showing the dialog.
    #[arg(long, value_name = "DIR")]
    pub save_to: Option<PathBuf>,

    /// For tests: answer every dialog that asks for a file with this one; without it, as if it was cancelled.
    #[arg(long, value_name = "FILE", requires = "save_to")]
    pub pick: Option<PathBuf>,
}

/// A profile's name becomes the name of a folder and of keyring entries.
fn profile_name(text: &str) -> Result<String, String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if text.is_empty() || text.len() > 40 || !text.chars().all(allowed) {
        return Err("1 to 40 letters, digits, - or _".to_owned());
    }
    Ok(text.to_owned())
}

fn server_url(text: &str) -> Result<String, String> {
    let url = tauri::Url::parse(text).map_err(|error| error.to_string())?;
    let plain = url.username().is_empty() && url.password().is_none() && url.query().is_none();
    if !matches!(url.scheme(), "http" | "https") || url.host().is_none() || !plain || url.fragment().is_some()
    {
        return Err("an address such as https://jobs.example.org".to_owned());
    }
    Ok(text.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &[&str]) -> Result<Options, clap::Error> {
        Options::try_parse_from([&["zhitu"], line].concat())
    }

    #[test]
    fn nothing_is_needed() {
        let options = parsed(&[]).unwrap();
        assert_eq!(options.profile, "default");
        assert!(options.server.is_none() && options.import.is_empty() && options.save_to.is_none());
    }

    #[test]
    fn a_profile_that_would_leave_its_folder_is_refused() {
        for name in ["", "..", "a/b", "a b", "简历", &"x".repeat(41)] {
            assert!(parsed(&["--profile", name]).is_err(), "{name}");
        }
    }

    #[test]
    fn a_server_is_an_address_without_secrets() {
        assert_eq!(
            parsed(&["--server", "http://127.0.0.1:80/"]).unwrap().server.unwrap(),
            "http://127.0.0.1:80"
        );
        for url in ["jobs.example.org", "ftp://x.org", "https://user:pw@x.org", "https://x.org/?a=b"] {
            assert!(parsed(&["--server", url]).is_err(), "{url}");
        }
    }

    #[test]
    fn files_and_a_server_exclude_each_other() {
        assert_eq!(parsed(&["--import", "a.csv", "b.json"]).unwrap().import.len(), 2);
        assert!(parsed(&["--import", "a.csv", "--server", "https://x.org"]).is_err());
    }
}
