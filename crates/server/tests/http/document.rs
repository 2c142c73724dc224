use serde_json::Value;

/// The whole document is on record in `docs/openapi.json`, so that a change to the interface is seen as a change to
/// that file.
#[test]
fn the_document_is_the_one_on_record() {
    let recorded = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json"));
    let mut recorded: Value = serde_json::from_str(recorded).unwrap();
    let mut document = serde_json::to_value(zhitu_server::routes::document()).unwrap();
    // One path after the other first, so that a difference is shown in a readable size.
    for (path, operations) in document["paths"].as_object().unwrap() {
        assert_eq!(recorded["paths"][path], *operations, "{path}: run `cargo xtask gen`");
    }
    // The generator may say in the description where the file comes from.
    recorded["info"] = Value::Null;
    document["info"] = Value::Null;
    assert_eq!(recorded, document, "run `cargo xtask gen`");
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
