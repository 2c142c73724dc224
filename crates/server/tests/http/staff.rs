//! The platform's own staff: their second factor, their reasons, and the audit log that comes before the read. I4

use crate::support::{Person, Server, reason};
use crate::visibility::told;
use serde_json::{Value, json};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_domain::staff::audit::{AuditBroken, Audited};
use zhitu_server::staff::read_audit;
use zhitu_storage::scratch;

/// A seeker whom staff find, and their résumé.
async fn seeker(server: &Server) -> (Person, String) {
    let seeker = server.seeker("13900139000", "周予安").await;
    server.choose(&seeker, VisibilitySetting::Platform).await;
    let resume = server.resume_of(&seeker).await;
    (seeker, resume)
}

async fn log(server: &Server) -> Vec<Audited> {
    let app = &server.running.app;
    let read = read_audit(&app.store, &app.secret).await.unwrap();
    assert_eq!(read.holds, Ok(()));
    read.entries.iter().map(|entry| serde_json::from_str(&entry.body).unwrap()).collect()
}

#[tokio::test]
async fn staff_see_nothing_before_the_session_has_shown_a_second_factor() {
    for server in Server::each().await {
        let (_, resume) = seeker(&server).await;
        let staff = Person { staff: true, ..server.signed_in("13700137000").await };
        assert_eq!(server.search(&staff).await.code(), "not_found", "not of the staff");
        let store = &server.running.app.store;
        store.staff_set(AccountId(staff.account), true, "test", server.running.app.now()).await.unwrap();
        let unenrolled = server.search(&staff).await;
        assert_eq!(unenrolled.code(), "second_factor_required");
        assert_eq!(unenrolled.body["detail"], json!({ "enrolled": false }));
        assert_eq!(server.step_up(&staff, "123456").await.body["detail"], json!({ "enrolled": false }));

        let codes = server.enrolled(&staff).await;
        let ask = format!("/api/recruiter/resumes/{resume}/contact-requests");
        let body = json!({ "id": server.new_id(), "reason": "想聊聊", "wanted": ["phone"] });
        for refused in [
            server.search(&staff).await,
            server.open(&staff, &resume).await,
            server.post(&staff, &ask, &body).await,
            server.get(&staff, "/api/recruiter/contact-requests").await,
        ] {
            assert_eq!(refused.code(), "second_factor_required");
            assert_eq!(refused.body["detail"], json!({ "enrolled": true }));
        }
        assert_eq!(log(&server).await, [], "nothing was done");

        let code = codes.generate(server.seconds()).to_string();
        let until = server.step_up(&staff, &code).await.ok()["until"].as_i64().unwrap();
        assert_eq!((until / 1_000_000 - i64::try_from(server.seconds()).unwrap() + 5) / 60, 15);
        assert_eq!(server.search(&staff).await.ok()["total"], 1);
        server.clock.advance(61);
        let other = Person { staff: true, ..server.signed_in("13700137000").await };
        assert_eq!(server.search(&other).await.code(), "second_factor_required", "bound to the session");
        server.clock.advance(15 * 60);
        let staff = server.renewed(&staff).await;
        assert_eq!(server.search(&staff).await.code(), "second_factor_required", "it has an end");
        server.end().await;
    }
}

#[tokio::test]
async fn a_code_is_good_once_and_five_wrong_ones_lock() {
    for server in Server::each().await {
        let staff = server.signed_in("13700137000").await;
        let codes = server.enrolled(&staff).await;
        let code = |server: &Server| codes.generate(server.seconds()).to_string();
        let first = code(&server);
        server.step_up(&staff, &first).await.ok();
        assert_eq!(server.step_up(&staff, &first).await.code(), "second_factor_wrong", "used");
        let earlier = codes.generate(server.seconds() - 30).to_string();
        assert_eq!(
            server.step_up(&staff, &earlier).await.code(),
            "second_factor_wrong",
            "of before the used one"
        );
        server.clock.advance(30);
        server.step_up(&staff, &code(&server)).await.ok();

        for wrong in ["000000", "", "ABCDEFGHJK", "12345678901234567890", "１２３４５６"] {
            assert_eq!(server.step_up(&staff, wrong).await.code(), "second_factor_wrong", "{wrong}");
        }
        server.clock.advance(60);
        let locked = server.step_up(&staff, &code(&server)).await;
        assert_eq!(locked.code(), "second_factor_locked");
        let wait = locked.body["detail"]["retry_after_s"].as_i64().unwrap();
        assert!((1..=14 * 60).contains(&wait), "{wait}");
        assert_eq!(locked.headers["retry-after"], wait.to_string());
        server.clock.advance(wait + 1);
        let staff = server.renewed(&staff).await;
        server.step_up(&staff, &code(&server)).await.ok();
        // What was right in between begins the count anew.
        for _ in 0..2 {
            for _ in 0..4 {
                assert_eq!(server.step_up(&staff, "000000").await.code(), "second_factor_wrong");
            }
            server.clock.advance(60);
            server.step_up(&staff, &code(&server)).await.ok();
        }
        server.end().await;
    }
}

/// Two sessions that show one code at the same moment: one of them is let in.
#[tokio::test]
async fn one_code_lets_one_session_in() {
    for server in Server::each().await {
        let staff = server.signed_in("13700137000").await;
        server.clock.advance(61);
        let other = server.signed_in("13700137000").await;
        let code = server.enrolled(&staff).await.generate(server.seconds()).to_string();
        let (one, two) = tokio::join!(server.step_up(&staff, &code), server.step_up(&other, &code));
        let mut statuses = [one.status, two.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 422]);
        server.end().await;
    }
}

#[tokio::test]
async fn each_search_and_each_look_has_a_reason_that_is_in_the_log() {
    for server in Server::each().await {
        let (_, resume) = seeker(&server).await;
        let staff = server.staff("13700137000").await;
        let as_company = Person { staff: false, ..staff.clone() };
        assert_eq!(server.search(&as_company).await.code(), "reason_required");
        assert_eq!(server.open(&as_company, &resume).await.code(), "reason_required");
        let open = format!("/api/staff/resumes/{resume}/open");
        for (text, case_number, field) in [
            ("太短了", "", "reason.text"),
            (&*"字".repeat(501), "", "reason.text"),
            ("求职者来电求助，核对简历", &*"1".repeat(41), "reason.case_number"),
        ] {
            let reason = json!({ "kind": "support", "text": text, "case_number": case_number });
            let search = json!({ "reason": reason, "search": { "text": "后端", "limit": 20 } });
            for refused in [
                server.post(&staff, &open, &json!({ "reason": reason })).await,
                server.post(&staff, "/api/staff/resumes/search", &search).await,
            ] {
                assert_eq!(
                    (refused.code().as_str(), &refused.body["detail"]["field"]),
                    ("invalid_field", &json!(field))
                );
            }
        }
        let unknown = json!({ "reason": { "kind": "curiosity", "text": "只是想看看这个人是谁" } });
        assert_eq!(server.post(&staff, &open, &unknown).await.code(), "invalid_request");
        assert_eq!(log(&server).await, [], "what was refused was not done");

        server.search(&staff).await.ok();
        server.open(&staff, &resume).await.ok();
        let nowhere = server.new_id();
        assert_eq!(server.open(&staff, &nowhere).await.code(), "not_found");
        let ask = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": ["phone"] });
        server.post(&staff, &format!("/api/recruiter/resumes/{resume}/contact-requests"), &ask).await.ok();
        let write = format!("/api/recruiter/resumes/{resume}/relay");
        assert_eq!(
            server.post(&staff, &write, &json!({})).await.code(),
            "not_found",
            "this server relays no mail"
        );
        let call = format!("/api/recruiter/resumes/{resume}/virtual-number");
        assert_eq!(server.post(&staff, &call, &json!({})).await.code(), "not_found", "nor binds it numbers");
        let reason = serde_json::from_value(reason()).unwrap();
        let [searched, opened, tried, asked, mailed, called] =
            <[Audited; 6]>::try_from(log(&server).await).unwrap();
        let Audited::Searched { reason: why, search } = searched else { panic!("{searched:?}") };
        assert_eq!(why, reason);
        assert_eq!(serde_json::from_str::<Value>(&search).unwrap()["text"], "后端");
        assert_eq!(opened, Audited::Opened { reason: why.clone(), resume: resume.parse().unwrap() });
        assert_eq!(tried, Audited::Opened { reason: why, resume: nowhere.parse().unwrap() });
        let Audited::ContactAsked { resume: whom, .. } = asked else { panic!("{asked:?}") };
        assert_eq!(whom.to_string(), resume);
        assert_eq!(mailed, Audited::RelayOpened { resume: resume.parse().unwrap() });
        assert_eq!(called, Audited::VirtualNumberOpened { resume: resume.parse().unwrap() });
        server.end().await;
    }
}

/// I4: without the entry in the audit log nothing is read, and without the look neither; of staff and of companies.
#[tokio::test]
async fn what_cannot_be_written_down_is_not_read() {
    for server in Server::each().await {
        let (seeker, resume) = seeker(&server).await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let application = server.apply(&seeker, &job).await.ok();
        let snapshot = format!("/api/recruiter/applications/{}", application["id"].as_str().unwrap());
        let staff = server.staff("13700137000").await;
        let url = server.running.app.config.database_url();
        let read = || {
            let run = zhitu_storage::queries_run();
            // The one statement that gives a résumé to others, on either database.
            let reads = run.iter().filter(|((_, query), _)| *query == "visibility/contents");
            reads.map(|(_, times)| times).sum::<u64>()
        };
        let before = read();
        scratch::refuse_inserts(&url, "audit").await.unwrap();
        let ask = json!({ "id": server.new_id(), "reason": "想约电话", "wanted": ["phone"] });
        let ask =
            server.post(&staff, &format!("/api/recruiter/resumes/{resume}/contact-requests"), &ask).await;
        let write = server.post(&staff, &format!("/api/recruiter/resumes/{resume}/relay"), &json!({})).await;
        let call = format!("/api/recruiter/resumes/{resume}/virtual-number");
        let call = server.post(&staff, &call, &json!({})).await;
        let talk = json!({ "about": "resume", "resume": resume, "job": null });
        let talk = server.post(&staff, "/api/conversations", &talk).await;
        for refused in
            [server.search(&staff).await, server.open(&staff, &resume).await, ask, write, call, talk]
        {
            assert_eq!(refused.code(), "internal");
            assert!(refused.body["detail"].is_null() && !refused.body.to_string().contains("工程师"));
        }
        assert_eq!(read(), before, "nothing was read");
        assert_eq!(server.get(&seeker, "/api/visibility/looks").await.ok(), json!([]));
        assert_eq!(server.get(&seeker, "/api/contact-requests").await.ok(), json!([]));
        scratch::allow_inserts(&url, "audit").await.unwrap();

        scratch::refuse_inserts(&url, "look").await.unwrap();
        for refused in [
            server.open(&staff, &resume).await,
            server.open(&recruiter, &resume).await,
            server.get(&recruiter, &snapshot).await,
        ] {
            assert_eq!(refused.code(), "internal");
            assert!(refused.body["detail"].is_null() && !refused.body.to_string().contains("周予安"));
        }
        assert_eq!(read(), before, "nothing was read");
        let job = server.job(&recruiter, "会计").await;
        for (who, job) in [(&staff, Value::Null), (&recruiter, json!(job))] {
            let talk = json!({ "about": "resume", "resume": resume, "job": job });
            let talk = server.post(who, "/api/conversations", &talk).await.ok();
            assert_eq!(talk["with"], "周**", "without a look there is no full name");
        }
        let before = read();
        let mine = server.get(&seeker, "/api/applications").await.ok();
        assert_eq!(mine[0]["first_viewed_at"], Value::Null, "nor was it opened");
        assert_eq!(log(&server).await.len(), 3, "what staff tried is in the log");
        scratch::allow_inserts(&url, "look").await.unwrap();

        for answered in [
            server.open(&staff, &resume).await,
            server.open(&recruiter, &resume).await,
            server.get(&recruiter, &snapshot).await,
        ] {
            answered.ok();
        }
        assert_eq!(read(), before + 2);
        assert_eq!(server.get(&seeker, "/api/visibility/looks").await.ok().as_array().unwrap().len(), 3);
        server.end().await;
    }
}

/// S-VIS-01 to -05: what the table opens to the platform's staff is a conversation of theirs, about no posting.
#[tokio::test]
async fn staff_write_first_where_the_table_says_so() {
    for server in Server::each().await {
        let (seeker, resume) = seeker(&server).await;
        let staff = server.staff("13700137000").await;
        let open = async |body: Value| server.post(&staff, "/api/conversations", &body).await;
        let first = json!({ "about": "resume", "resume": resume, "job": null });
        server.choose(&seeker, VisibilitySetting::Private).await;
        let nobody = json!({ "about": "resume", "resume": server.new_id(), "job": null });
        assert_eq!(told(&open(first.clone()).await), told(&open(nobody).await));
        server.choose(&seeker, VisibilitySetting::Platform).await;
        assert_eq!(server.open(&staff, &resume).await.ok()["conversation"], Value::Null);
        let talk = open(first.clone()).await.ok();
        assert_eq!(
            (&talk["side"], &talk["with"], &talk["job"], &talk["company"]),
            (&json!("company"), &json!("周予安"), &Value::Null, &Value::Null)
        );
        assert_eq!(open(first).await.ok()["id"], talk["id"], "there is one");
        assert_eq!(server.open(&staff, &resume).await.ok()["conversation"], talk["id"]);
        let opened = Audited::ConversationOpened { resume: resume.parse().unwrap() };
        assert_eq!(log(&server).await.iter().filter(|&one| *one == opened).count(), 3);

        server.say(&staff, &talk["id"]).await.ok();
        let of_seeker = server.get(&seeker, "/api/conversations").await.ok();
        assert_eq!(
            (&of_seeker[0]["side"], &of_seeker[0]["with"], &of_seeker[0]["unread"]),
            (&json!("seeker"), &json!(""), &json!(1))
        );
        server.say(&seeker, &talk["id"]).await.ok();
        server.choose(&seeker, VisibilitySetting::Private).await;
        for who in [&staff, &seeker] {
            // What nobody could answer is not taken from the seeker either.
            assert_eq!(server.say(who, &talk["id"]).await.code(), "conversation_closed", "I2");
        }
        server.choose(&seeker, VisibilitySetting::ContactHidden).await;
        server.say(&staff, &talk["id"]).await.ok();
        server.end().await;
    }
}

#[tokio::test]
async fn conversations_of_staff_are_open_to_all_of_them_and_need_the_second_factor() {
    for server in Server::each().await {
        let (seeker, resume) = seeker(&server).await;
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let staff = server.staff("13700137000").await;
        let first = json!({ "about": "resume", "resume": resume, "job": null });
        let talk = server.post(&staff, "/api/conversations", &first).await.ok()["id"].clone();
        server.say(&staff, &talk).await.ok();
        let path = format!("/api/conversations/{}", talk.as_str().unwrap());
        let (messages, read) = (format!("{path}/messages?limit=9"), format!("{path}/read"));

        let colleague = server.staff("13700137001").await;
        assert_eq!(server.get(&colleague, "/api/conversations").await.ok()[0]["id"], talk);
        assert_eq!(server.get(&colleague, &messages).await.ok().as_array().unwrap().len(), 1);
        let read_by = Audited::ConversationRead { conversation: talk.as_str().unwrap().parse().unwrap() };
        assert_eq!(log(&server).await.split_off(3), [Audited::ConversationsListed, read_by]);
        for stranger in [&recruiter, &server.signed_in("13700137002").await] {
            for refused in [
                server.get(stranger, &path).await,
                server.get(stranger, &messages).await,
                server.say(stranger, &talk).await,
                server.ask("PUT", &read, Some(&stranger.token), Some(&json!({ "seq": 1 }))).await,
            ] {
                assert_eq!(refused.code(), "not_found");
            }
            assert_eq!(server.get(stranger, "/api/conversations").await.ok(), json!([]));
        }
        server.clock.advance(15 * 60);
        let late = server.renewed(&staff).await;
        for refused in [
            server.get(&late, &path).await,
            server.get(&late, &messages).await,
            server.say(&late, &talk).await,
            server.ask("PUT", &read, Some(&late.token), Some(&json!({ "seq": 1 }))).await,
            server.post(&late, "/api/conversations", &first).await,
        ] {
            assert_eq!(refused.code(), "second_factor_required");
        }
        assert_eq!(server.get(&late, "/api/conversations").await.ok(), json!([]));
        let seeker = server.renewed(&seeker).await;
        assert_eq!(server.get(&seeker, "/api/conversations").await.ok()[0]["id"], talk);
        server.end().await;
    }
}

#[tokio::test]
async fn a_company_writes_about_a_posting_and_staff_about_none() {
    for server in Server::each().await {
        let (seeker, resume) = seeker(&server).await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let staff = server.staff("13700137000").await;
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        for (who, job, problem) in
            [(&staff, json!(job), "not_of_staff"), (&recruiter, Value::Null, "missing")]
        {
            let open = json!({ "about": "resume", "resume": resume, "job": job });
            let refused = server.post(who, "/api/conversations", &open).await;
            assert_eq!(refused.body["detail"], json!({ "field": "job", "problem": problem }));
        }
        assert_eq!(server.get(&seeker, "/api/conversations").await.ok(), json!([]));
        server.end().await;
    }
}

/// The tables refuse what would change the log, and what gets past them is named by the chain.
#[tokio::test]
async fn the_audit_log_is_added_to_and_nothing_else() {
    for server in Server::each().await {
        let staff = server.staff("13700137000").await;
        for _ in 0..3 {
            server.search(&staff).await.ok();
        }
        let app = &server.running.app;
        let url = app.config.database_url();
        let run = async |statement: &str| scratch::run(&url, statement).await;
        for statement in ["update audit set body = 'x' where seq = 2", "delete from audit where seq = 3"] {
            assert!(run(statement).await.is_err(), "{statement}");
        }
        assert_eq!(log(&server).await.len(), 3);
        for drop in ["drop trigger audit_is_not_changed", "drop trigger audit_is_not_shortened"] {
            let sqlite = url.starts_with("sqlite:");
            if sqlite || drop.ends_with("changed") {
                run(&format!("{drop}{}", if sqlite { "" } else { " on audit" })).await.unwrap();
            }
        }
        let holds = async || read_audit(&app.store, &app.secret).await.unwrap().holds;
        let was = "update audit set body = replace(body, '来电', '没来电') where seq = 2";
        run(was).await.unwrap();
        assert_eq!(holds().await, Err(AuditBroken::Changed { seq: 2 }));
        run("update audit set body = replace(body, '没来电', '来电') where seq = 2").await.unwrap();
        assert_eq!(holds().await, Ok(()));
        run("delete from audit where seq = 3").await.unwrap();
        assert_eq!(holds().await, Err(AuditBroken::Missing { seq: 3 }));
        server.end().await;
    }
}
