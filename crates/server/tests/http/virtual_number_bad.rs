//! A telephony provider that is down, slow or wrong, and callbacks that are forged, old or repeated. Source: I1, I2, I3,
//! S-VIS-09.

use crate::support::{Answer, CANARY_PHONE};
use crate::virtual_number::{HR_PHONE, Mood, SECRET, Stage};
use serde_json::{Value, json};
use std::time::Duration;
use zhitu_domain::resume::visibility::VisibilitySetting;
use zhitu_server::gateways::signature::SigningSecret;
use zhitu_server::ports::Clock;

/// What is not bound is not shown, and is ended in case that the answer was lost.
#[tokio::test]
async fn a_provider_that_does_not_bind_is_said_and_undone() {
    for stage in Stage::each().await {
        let taken = {
            let other = stage.server.recruiter("13800138001", "别家科技有限公司").await;
            stage.open(&other).await.ok()["number"].as_str().unwrap().to_owned()
        };
        let says = |number: &str| Mood::Says(json!({ "number": number }).to_string());
        for mood in [
            Mood::Down,
            Mood::Waits,
            Mood::Says("no JSON".into()),
            Mood::Says("{}".into()),
            Mood::Says("x".repeat(1 << 20)),
            says("not a number"),
            says("12125550101"),
            says("+1212"),
            says(&format!("+86{CANARY_PHONE}")),
            says(&format!("+86{HR_PHONE}")),
            says(&taken),
        ] {
            let before = stage.provider.binds(1).await.len();
            stage.provider.be(mood.clone());
            assert_eq!(stage.open(&stage.recruiter).await.code(), "gateway_unavailable", "{mood:?}");
            let asked = stage.provider.binds(before + 1).await.split_off(before);
            assert!(
                asked.iter().all(|one| one["binding"] == asked[0]["binding"]),
                "tried again with its key"
            );
            let listed = stage.listed().await;
            let of_recruiter =
                listed.as_array().unwrap().iter().find(|one| one["company"]["name"] == "招人科技有限公司");
            assert_eq!(of_recruiter.unwrap()["numbers"], json!([]), "{mood:?}");
            stage.provider.be(Mood::Well);
            wait_for_end(&stage, &asked[0]["binding"]).await;
        }
        stage.number().await;
        stage.server.end().await;
    }
}

/// A number costs the operator: one recruiter has so many bound in an hour, and is told when there is another. What is
/// refused was never asked for.
#[tokio::test]
async fn a_recruiter_has_so_many_numbers_bound_in_an_hour() {
    for stage in Stage::each_with(|config| config.limits.numbers_per_hour = 1).await {
        let server = &stage.server;
        let number = stage.number().await;
        assert_eq!(stage.number().await, number, "a number that is there counts once");
        let second = server.seeker("13900139001", "林见秋").await;
        server.choose(&second, VisibilitySetting::Public).await;
        let path = format!("/api/recruiter/resumes/{}/virtual-number", server.resume_of(&second).await);
        let bound = stage.provider.binds(1).await.len();
        let refused = server.post(&stage.recruiter, &path, &json!({})).await;
        let wait = refused.body["detail"]["retry_after_s"].as_i64().unwrap();
        assert_eq!(refused.code(), "too_many_requests");
        assert!((1..=3_600).contains(&wait), "{wait}");
        assert_eq!(stage.provider.binds(1).await.len(), bound);
        assert_eq!(stage.number().await, number, "what is there is shown all the same");

        let other = server.recruiter("13800138001", "别家科技有限公司").await;
        server.post(&other, &path, &json!({})).await.ok();
        server.clock.advance(wait);
        let recruiter = server.renewed(&stage.recruiter).await;
        server.post(&recruiter, &path, &json!({})).await.ok();
        stage.server.end().await;
    }
}

/// Waits until a binding was ended, with the clock going on.
async fn wait_for_end(stage: &Stage, binding: &Value) {
    let ended = stage.provider.ended(binding);
    tokio::pin!(ended);
    loop {
        tokio::select! {
            () = &mut ended => return,
            () = tokio::time::sleep(Duration::from_millis(20)) => stage.server.clock.advance(1),
        }
    }
}

/// I2: a seeker's no holds at once though the provider is down, and reaches it when it is up again.
#[tokio::test]
async fn a_number_is_ended_also_after_the_provider_was_down() {
    for stage in Stage::each().await {
        stage.number().await;
        let binding = stage.latest();
        let channel = stage.listed().await[0].clone();
        stage.provider.be(Mood::Down);
        let listed = stage.set_open(&channel, false).await.ok();
        assert_eq!((&listed[0]["numbers"], &listed[0]["open"]), (&json!([]), &json!(false)));
        assert_eq!(stage.open(&stage.recruiter).await.code(), "not_found");
        stage.provider.ended(&binding).await;
        stage.provider.be(Mood::Well);
        let released = async || {
            let store = &stage.server.running.app.store;
            let account = zhitu_domain::id::AccountId(stage.seeker.account);
            store.bindings_of(account).await.unwrap().is_empty()
        };
        while !released().await {
            stage.server.clock.advance(1);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        stage.server.end().await;
    }
}

/// I2: an answer that comes after the seeker's no is not shown, and undone.
#[tokio::test]
async fn an_answer_that_comes_too_late_is_undone() {
    for stage in Stage::each().await {
        stage.number().await;
        let channel = stage.listed().await[0].clone();
        stage.set_open(&channel, false).await.ok();
        stage.set_open(&channel, true).await.ok();
        let count = stage.provider.binds(1).await.len();
        stage.provider.be(Mood::Waits);
        let open = stage.open(&stage.recruiter);
        let refuse = async {
            stage.provider.binds(count + 1).await;
            stage.set_open(&channel, false).await.ok();
            stage.provider.be(Mood::Well);
        };
        let (opened, ()) = tokio::join!(open, refuse);
        assert_eq!(opened.code(), "not_found");
        wait_for_end(&stage, &stage.latest()).await;
        assert_eq!(stage.listed().await[0]["numbers"], json!([]));
        stage.server.end().await;
    }
}

/// Two requests at once are one binding.
#[tokio::test]
async fn asked_for_twice_at_once_a_number_is_bound_once() {
    for stage in Stage::each().await {
        let before = stage.provider.binds(0).await.len();
        let (one, two) = tokio::join!(stage.number(), stage.number());
        assert_eq!(one, two);
        assert_eq!(stage.provider.binds(1).await.len(), before + 1);
        stage.server.end().await;
    }
}

async fn tell(stage: &Stage, event: &str, signature: Option<&str>) -> Answer {
    let mut request = stage.server.request("POST", "/api/telephony/events").body(event.to_owned());
    if let Some(signature) = signature {
        request = request.header("zhitu-signature", signature);
    }
    stage.server.send(request).await
}

async fn signed(stage: &Stage, event: &Value) -> Answer {
    let event = event.to_string();
    let signature = SigningSecret::new(SECRET).unwrap().sign(event.as_bytes(), stage.server.clock.now());
    tell(stage, &event, Some(&signature)).await
}

/// S-VIS-09, I3: a call shows to both sides, once; whether there is such a binding shows to nobody.
#[tokio::test]
async fn a_call_is_told_once_to_both_sides() {
    for stage in Stage::each().await {
        stage.number().await;
        let binding = stage.latest();
        let began = json!({ "kind": "call_began", "id": "e1", "binding": binding, "call": "c1" });
        signed(&stage, &began).await.ok();
        let calls = async || stage.open(&stage.recruiter).await.ok()["calls"].clone();
        assert_eq!(calls().await[0]["seconds"], Value::Null);
        stage.server.clock.advance(180);
        let ended =
            json!({ "kind": "call_ended", "id": "e2", "binding": binding, "call": "c1", "seconds": 175 });
        let taken = signed(&stage, &ended).await;
        let again = signed(&stage, &ended).await;
        assert_eq!((taken.status, taken.body), (200, again.body), "a repeat is harmless");
        let shown = calls().await;
        assert_eq!((shown.as_array().unwrap().len(), &shown[0]["seconds"]), (1, &json!(175)));
        assert_eq!(stage.listed().await[0]["calls"], shown);

        let other =
            json!({ "kind": "call_ended", "id": "e2", "binding": binding, "call": "c1", "seconds": 1 });
        assert_eq!(signed(&stage, &other).await.code(), "idempotency_mismatch");
        let nowhere = stage.server.new_id();
        let unknown =
            json!({ "kind": "call_ended", "id": "e3", "binding": nowhere, "call": "c", "seconds": 1 });
        assert_eq!(signed(&stage, &unknown).await.ok(), json!({}));
        assert_eq!(signed(&stage, &unknown).await.ok(), json!({}));
        assert_eq!(calls().await, shown);
        stage.server.end().await;
    }
}

/// I1: what is not signed, of another time or of another form is refused before anything of it is kept.
#[tokio::test]
async fn what_is_not_the_providers_is_refused() {
    for stage in Stage::each().await {
        stage.number().await;
        let binding = stage.latest();
        let event = json!({ "kind": "call_began", "id": "e1", "binding": binding, "call": "c1" }).to_string();
        let now = stage.server.clock.now();
        let secret = SigningSecret::new(SECRET).unwrap();
        let sign = |event: &str, seconds| secret.sign(event.as_bytes(), now.plus_seconds(seconds));
        let forged = SigningSecret::new("another").unwrap().sign(event.as_bytes(), now);
        for signature in [
            None,
            Some(""),
            Some("t=1,v1=00"),
            Some(&forged),
            Some(&sign(&event, -301)),
            Some(&sign("{}", 0)),
        ] {
            assert_eq!(tell(&stage, &event, signature).await.code(), "signature_invalid", "{signature:?}");
        }
        let replayed = sign(&event, 0);
        stage.server.clock.advance(301);
        assert_eq!(tell(&stage, &event, Some(&replayed)).await.code(), "signature_invalid", "replayed later");

        let good =
            json!({ "kind": "call_ended", "id": "e1", "binding": binding, "call": "c1", "seconds": 1 });
        let with = |field: &str, value: Value| {
            let mut changed = good.clone();
            changed[field] = value;
            changed
        };
        for (bad, code) in [
            (with("caller", json!(CANARY_PHONE)), "invalid_request"),
            (with("kind", json!("call_listened_to")), "invalid_request"),
            (with("binding", json!("x")), "invalid_request"),
            (with("seconds", json!(-1)), "invalid_request"),
            (with("seconds", json!(86_401)), "invalid_field"),
            (with("id", json!("")), "invalid_field"),
            (with("id", json!("e 1")), "invalid_field"),
            (with("call", json!("x".repeat(65))), "invalid_field"),
            (json!([]), "invalid_request"),
        ] {
            let answer = signed(&stage, &bad).await;
            assert_eq!(answer.code(), code, "{bad}");
            assert!(!answer.body.to_string().contains(CANARY_PHONE));
        }
        assert_eq!(stage.listed().await[0]["calls"], json!([]));
        signed(&stage, &good).await.ok();
        assert_eq!(stage.listed().await[0]["calls"].as_array().unwrap().len(), 1);
        stage.server.end().await;
    }
}
