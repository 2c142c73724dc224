//! Signing in, for either side: policy, number, code.

use zhitu_tests::Window;

/// From the policy's page to being signed in. The code is read where the demo market shows it.
pub async fn signs_in(window: &Window, phone: &str) {
    window.by_test_id("policy-accept").await.unwrap();
    assert_eq!(
        window.count("phone-input").await.unwrap(),
        0,
        "a number is asked for before the policy is accepted"
    );
    window.click_test_id("policy-tick").await.unwrap();
    window.click_test_id("policy-accept").await.unwrap();
    window.sees_in("new-account-notice", "注册").await.unwrap();
    window.fill_test_id("phone-input", phone).await.unwrap();
    window.click_test_id("code-send").await.unwrap();
    let code = window.text_of("dev-outbox-code").await.unwrap();
    assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
    window.fill_test_id("code-input", &code).await.unwrap();
    window.click_test_id("sign-in-submit").await.unwrap();
    window.sees("已登录").await.unwrap();
}
