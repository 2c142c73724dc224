use crate::support::{Person, Server, registration};
use clap::Parser;
use serde_json::json;
use zhitu_server::admin::{self, Admin};

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    admin: Admin,
}

/// S-REC-04
#[tokio::test]
async fn the_operator_verifies_company_and_recruiter_from_the_command_line() {
    for server in Server::each().await {
        let person = server.signed_in("13800138000").await;
        let register = registration("示例科技有限公司");
        server.ask("PUT", "/api/recruiter", Some(&person.token), Some(&register)).await.ok();
        let app = &server.running.app;
        let admin = async |words: &[&str]| {
            let line = Line::try_parse_from(std::iter::once(&"admin").chain(words))?;
            admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await
        };
        let verification = async || {
            server.ask("GET", "/api/account", Some(&person.token), None).await.ok()["recruiter"]["verification"].clone()
        };
        let all = |person, employment, company| json!({ "person": person, "employment": employment, "company": company });
        assert!(admin(&["verify", "--company", "示例科技有限公司"]).await.unwrap().contains("verified"));
        assert_eq!(verification().await, all(false, false, true));
        admin(&["verify", "--recruiter", "138 0013 8000"]).await.unwrap();
        assert_eq!(verification().await, all(true, true, true));
        admin(&["verify", "--company", "示例科技有限公司", "--revoke"]).await.unwrap();
        assert_eq!(verification().await, all(true, true, false));
        let refused = server.ask("GET", "/api/recruiter/jobs", Some(&person.token), None).await;
        assert_eq!(refused.code(), "not_verified", "at once");

        for words in [
            &["verify"][..],
            &["verify", "--company", "没有的公司"],
            &["verify", "--recruiter", "13900139000"],
            &["verify", "--recruiter", "nonsense"],
            &["verify", "--company", "a", "--recruiter", "b"],
        ] {
            assert!(admin(words).await.is_err(), "{words:?}");
        }
        server.end().await;
    }
}

/// S-REC-09, and who the platform's own recruiters are.
#[tokio::test]
async fn the_operator_books_the_search_and_names_the_staff_from_the_command_line() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let other = server.signed_in("13900139000").await;
        let app = &server.running.app;
        let admin = async |words: &[&str]| {
            let line = Line::try_parse_from(std::iter::once(&"admin").chain(words))?;
            admin::run(&app.config, line.admin, app.clock.as_ref(), app.rng.as_ref()).await
        };
        assert_eq!(server.search(&recruiter).await.ok()["total"], 0);
        admin(&["entitle", "--company", "示例科技有限公司", "--revoke"]).await.unwrap();
        assert_eq!(server.search(&recruiter).await.code(), "not_entitled");
        admin(&["entitle", "--company", "示例科技有限公司"]).await.unwrap();
        assert_eq!(server.search(&recruiter).await.ok()["total"], 0);

        assert_eq!(server.search(&other).await.code(), "not_verified");
        let said = admin(&["staff", "--account", "13900139000"]).await.unwrap();
        let staff = Person { staff: true, ..other.clone() };
        assert_eq!(server.search(&staff).await.code(), "second_factor_required");
        let words: Vec<&str> = said.split_whitespace().collect();
        let uri = words.iter().find(|word| word.starts_with("otpauth://totp/")).unwrap();
        let code = totp_rs::Totp::from_url(uri).unwrap().generate(server.seconds()).to_string();
        server.step_up(&staff, &code).await.ok();
        assert_eq!(server.search(&staff).await.ok()["total"], 0);
        let again = admin(&["staff", "--account", "13900139000"]).await.unwrap();
        assert!(!again.contains("otpauth"), "it is shown once: {again}");
        assert_eq!(server.search(&staff).await.ok()["total"], 0);
        let renewed = admin(&["staff", "--account", "13900139000", "--renew-factor"]).await.unwrap();
        assert!(renewed.contains("otpauth") && !renewed.contains(uri));
        assert_eq!(server.search(&staff).await.code(), "second_factor_required", "the old one is gone");
        let recovery = renewed.split_whitespace().last().unwrap();
        server.step_up(&staff, &recovery.to_lowercase()).await.ok();
        assert_eq!(server.search(&staff).await.ok()["total"], 0);

        let log = admin(&["audit"]).await.unwrap();
        let lines: Vec<&str> = log.lines().collect();
        assert_eq!(lines.len(), 4, "three searches, and that it holds: {log}");
        assert!(lines[0].contains(&other.account.to_string()) && lines[0].contains("来电求助"), "{log}");
        let noted = log.rsplit(' ').next().unwrap();
        admin(&["audit", "--noted", noted]).await.unwrap();
        assert!(admin(&["audit", "--noted", &noted.replace("3:", "2:")]).await.is_err());
        assert!(admin(&["audit", "--noted", "nonsense"]).await.is_err());

        admin(&["staff", "--account", "13900139000", "--revoke"]).await.unwrap();
        assert_eq!(server.search(&staff).await.code(), "not_found");
        assert_eq!(server.search(&other).await.code(), "not_verified");
        for words in [&["entitle", "--company", "没有的公司"][..], &["staff", "--account", "13700137000"]]
        {
            assert!(admin(words).await.is_err(), "{words:?}");
        }
        server.end().await;
    }
}
