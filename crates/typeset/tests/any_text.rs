//! Whatever is written, there is a page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

mod common;

use common::document;
use proptest::prelude::*;
use std::sync::LazyLock;
use std::time::Duration;
use zhitu_typeset::{Fonts, Language, Typesetter};

static TYPESETTER: LazyLock<Typesetter> =
    LazyLock::new(|| Typesetter::new(Fonts::bundled()).unwrap().with_time_limit(Duration::from_mins(2)));

proptest! {
    // Each case is two compiles.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_anywhere_makes_pages_and_a_file(
        texts in prop::collection::vec(prop_oneof![any::<String>(), "[#$*_`\\\\<>@=~/\\[\\]{}()\"'; a-z0-9\n-]{0,80}"], 9),
        english in any::<bool>(),
    ) {
        let mut any = document();
        any.language = if english { Language::English } else { Language::Chinese };
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        let content = &mut any.content;
        content.basic.name = next();
        content.basic.email = next();
        content.basic.homepage = format!("https://{}", next());
        content.intention.available = next();
        content.self_assessment = next();
        content.work[0].company = next();
        content.work[0].description = next();
        content.education[0].major = next();
        content.skills[0].name = next();
        let pages = TYPESETTER.pages_svg(&any);
        prop_assert!(pages.as_ref().is_ok_and(|pages| !pages.is_empty()), "{:?}", pages);
        prop_assert!(TYPESETTER.pdf(&any).is_ok());
    }
}
