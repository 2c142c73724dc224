use serde_json::Value;

/// The whole document; a change to the interface is seen as a change to this file.
#[test]
fn the_document_is_the_one_on_record() {
    let document = serde_json::to_value(zhitu_server::routes::document()).unwrap();
    insta::assert_json_snapshot!("openapi", document);
}

#[test]
fn every_operation_says_its_id_its_summary_and_its_failures() {
    let document = serde_json::to_value(zhitu_server::routes::document()).unwrap();
    let mut ids = std::collections::BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let at = format!("{method} {path}");
            assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{at}");
            assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{at}");
            assert!(operation["tags"].as_array().is_some_and(|tags| tags.len() == 1), "{at}");
            if path.starts_with("/api/") && path != "/api/openapi.json" {
                assert_ne!(operation["responses"]["default"], Value::Null, "{at}");
            }
        }
    }
}
