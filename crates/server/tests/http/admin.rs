use crate::support::{CANARY_PHONE, Person, Server, registration};
use clap::Parser;
use serde_json::json;
use zhitu_domain::resume::visibility::VisibilitySetting;
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

/// I2, S-RGT-13: a closed account is nowhere at the next request, and no company has anything of it any more.
#[tokio::test]
async fn the_operator_closes_an_account_and_nothing_of_it_is_left_to_see() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let resume = server.resume_of(&seeker).await;
        let staff = server.staff("13700137000").await;
        let application = server.apply(&seeker, &job).await.ok();
        let snapshot = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
        let ask = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": ["phone"] });
        let asked = server
            .post(&recruiter, &format!("/api/recruiter/resumes/{resume}/contact-requests"), &ask)
            .await
            .ok();
        let grant = json!({ "answer": { "kind": "grant", "items": ["phone"] } });
        let answer = format!("/api/contact-requests/{}/answer", asked["id"].as_str().unwrap());
        server.ask("PUT", &answer, Some(&seeker.token), Some(&grant)).await.ok();
        let open = json!({ "about": "job", "job": job });
        let talk = server.post(&seeker, "/api/conversations", &open).await.ok()["id"].clone();
        assert_eq!(server.open(&recruiter, &resume).await.ok()["contact"]["phone"], CANARY_PHONE);

        let app = &server.running.app;
        let line = || Line::try_parse_from(["admin", "close", "--account", "13900139000"]).unwrap();
        let close =
            async || admin::run(&app.config, line().admin, app.clock.as_ref(), app.rng.as_ref()).await;
        assert!(close().await.unwrap().ends_with("closed"));
        for viewer in [&recruiter, &staff] {
            assert_eq!(server.search(viewer).await.ok()["total"], 0);
            assert_eq!(server.open(viewer, &resume).await.code(), "not_found");
        }
        let gone = server.get(&recruiter, &snapshot).await;
        assert_eq!(gone.code(), "application_withdrawn", "they are told that it is gone");
        assert!(!gone.body.to_string().contains("周予安"));
        let list = server.get(&recruiter, &format!("/api/recruiter/jobs/{job}/applicants")).await.ok();
        assert_eq!(list, json!([]));
        assert_eq!(server.say(&recruiter, &talk).await.code(), "conversation_closed");
        let made = server.get(&recruiter, "/api/recruiter/contact-requests").await.ok();
        assert_eq!(made[0]["outcome"], json!({ "kind": "not_granted" }));
        assert_eq!(server.get(&seeker, "/api/resume").await.code(), "signed_out");
        let renew = json!({ "refresh_token": seeker.refresh });
        assert_eq!(server.ask("POST", "/api/auth/refresh", None, Some(&renew)).await.code(), "signed_out");

        assert!(close().await.is_err(), "the number names nobody any more");
        server.clock.advance(61);
        let again = server.signed_in("13900139000").await;
        assert_ne!(again.account, seeker.account, "the number begins anew");
        assert_eq!(server.get(&again, "/api/resume").await.ok()["version"], 0);
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
        let anew = admin(&["staff", "--account", "13900139000"]).await.unwrap();
        assert!(anew.contains("otpauth"), "the factor went with the role: {anew}");
        assert_eq!(server.search(&staff).await.code(), "second_factor_required", "and what was shown of it");
        for words in [&["entitle", "--company", "没有的公司"][..], &["staff", "--account", "13700137000"]]
        {
            assert!(admin(words).await.is_err(), "{words:?}");
        }
        server.end().await;
    }
}
