//! Who is offered to recruiters unasked. Source: S-RECO-02, S-RECO-03, D2, I1 to I3.

use crate::support::{Answer, Person, Server, resume_content};
use crate::visibility::{no_canary, told};
use serde_json::{Value, json};
use zhitu_domain::id::AccountId;
use zhitu_domain::resume::visibility::{Action, Relation, VisibilitySetting, decide};
use zhitu_server::ports::Clock;

async fn offered(server: &Server, recruiter: &Person, job: &str) -> Answer {
    let answer = server.get(recruiter, &format!("/api/recruiter/jobs/{job}/recommendations")).await;
    no_canary(&answer);
    answer
}

async fn personalise(server: &Server, seeker: &Person, on: bool) {
    let body = json!({ "on": on });
    let set = server.ask("PUT", "/api/account/personalisation", Some(&seeker.token), Some(&body)).await.ok();
    assert_eq!(set, body);
    assert_eq!(server.get(seeker, "/api/account/personalisation").await.ok(), body);
}

fn resumes(offered: &Value) -> Vec<&str> {
    offered.as_array().unwrap().iter().map(|one| one["hit"]["resume"].as_str().unwrap()).collect()
}

/// S-RECO-02, D2: as the table says, L5 never; what is changed holds at the next request.
#[tokio::test]
async fn whoever_may_be_offered_unasked_is_offered_and_nobody_else() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师（Rust）").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let resume = server.resume_of(&seeker).await;
        for &setting in VisibilitySetting::ALL {
            server.choose(&seeker, setting).await;
            let may = decide(setting, Relation::Employer).allows(Action::Recommended);
            let found = offered(&server, &recruiter, &job).await.ok();
            assert_eq!(resumes(&found), vec![resume.as_str(); usize::from(may)], "{setting:?}");
        }
        server.choose(&seeker, VisibilitySetting::Public).await;
        let found = offered(&server, &recruiter, &job).await.ok();
        assert_eq!(
            found[0]["matches"],
            json!([
                { "kind": "position", "position": "后端工程师" },
                { "kind": "place", "place": 310_104 },
            ])
        );
        assert_eq!(found[0]["hit"]["card"]["name"], "周**");
        assert_eq!(found[0]["hit"]["recommended"], true);

        let view = server.block(&seeker, "示例科技").await;
        assert_eq!(offered(&server, &recruiter, &job).await.ok(), json!([]), "S-VIS-08");
        let block = format!("/api/visibility/blocks/{}", view["blocks"][0]["id"].as_str().unwrap());
        server.ask("DELETE", &block, Some(&seeker.token), None).await.ok();
        assert_eq!(resumes(&offered(&server, &recruiter, &job).await.ok()), [resume.as_str()]);
        server.apply(&seeker, &job).await.ok();
        assert_eq!(offered(&server, &recruiter, &job).await.ok(), json!([]), "they know each other already");
        server.end().await;
    }
}

/// S-RECO-03: off takes the person out of what recommendations are made of, and leaves what was searched for by hand.
#[tokio::test]
async fn whoever_switched_it_off_is_offered_to_nobody_and_found_as_before() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        let other = server.seeker("13700137000", "何其然").await;
        for one in [&seeker, &other] {
            server.choose(one, VisibilitySetting::Public).await;
        }
        assert_eq!(offered(&server, &recruiter, &job).await.ok().as_array().unwrap().len(), 2);
        personalise(&server, &seeker, false).await;
        let left = server.resume_of(&other).await;
        assert_eq!(resumes(&offered(&server, &recruiter, &job).await.ok()), [left.as_str()]);
        let found = server.search(&recruiter).await.ok();
        assert_eq!(found["total"], 2, "by hand they are found");
        let own = server.resume_of(&seeker).await;
        for hit in found["hits"].as_array().unwrap() {
            assert_eq!(hit["recommended"], json!(hit["resume"] != json!(own)));
        }
        personalise(&server, &seeker, true).await;
        assert_eq!(offered(&server, &recruiter, &job).await.ok().as_array().unwrap().len(), 2);
        server.end().await;
    }
}

/// The best come first, and each reason is a term of both.
#[tokio::test]
async fn whoever_shares_more_comes_first() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let plain = server.seeker("13900139000", "周予安").await;
        let skilled = server.seeker("13700137000", "何其然").await;
        let elsewhere = server.seeker("13700137001", "沈星河").await;
        let unlike = server.seeker("13700137002", "许知夏").await;
        let save = async |who: &Person, change: &dyn Fn(&mut Value)| {
            let mut content = resume_content("何其然");
            change(&mut content);
            let body = json!({ "base_version": 1, "content": content });
            server.ask("PUT", "/api/resume", Some(&who.token), Some(&body)).await.ok();
        };
        save(&skilled, &|content| content["skills"] = json!([{ "id": server.new_id(), "name": "rust" }]))
            .await;
        save(&elsewhere, &|content| content["intention"]["places"] = json!([330_100])).await;
        save(&unlike, &|content| {
            content["intention"]["position"] = json!("会计");
            content["work"] = json!([]);
        })
        .await;
        for one in [&plain, &skilled, &elsewhere, &unlike] {
            server.choose(one, VisibilitySetting::Public).await;
        }
        let found = offered(&server, &recruiter, &job).await.ok();
        let wanted = [server.resume_of(&skilled).await, server.resume_of(&plain).await];
        assert_eq!(resumes(&found), [wanted[0].as_str(), wanted[1].as_str()]);
        assert_eq!(found[0]["matches"][1], json!({ "kind": "skill", "skill": "rust" }));
        server.end().await;
    }
}

/// Another company's posting, the platform's staff, who is not verified: nobody is offered anybody.
#[tokio::test]
async fn only_the_postings_own_company_is_offered_anybody() {
    for server in Server::each().await {
        let recruiter = server.recruiter("13800138000", "示例科技有限公司").await;
        let rival = server.recruiter("13800138001", "别家公司").await;
        let job = server.job(&recruiter, "后端工程师").await;
        let seeker = server.seeker("13900139000", "周予安").await;
        server.choose(&seeker, VisibilitySetting::Public).await;
        let nowhere = told(&offered(&server, &rival, &server.new_id()).await);
        assert_eq!(nowhere.0, 404);
        assert_eq!(told(&offered(&server, &rival, &job).await), nowhere);
        assert_eq!(offered(&server, &seeker, &job).await.code(), "not_verified");
        let staff = server.staff("13700137002").await;
        assert_eq!(
            offered(&server, &staff, &job).await.code(),
            "reason_required",
            "staff look with a reason"
        );
        let store = &server.running.app.store;
        let company = store.recruiter_get(AccountId(recruiter.account)).await.unwrap().unwrap().company.id;
        store.company_entitle(company, false, "test", server.clock.now()).await.unwrap();
        assert_eq!(offered(&server, &recruiter, &job).await.code(), "not_entitled", "S-REC-09");
        server.end().await;
    }
}
