//! Introduction links: the seeker's own, and opening one. What a link gives is decided in [`crate::visibility`].

mod list;
mod make;
mod open;
mod revoke;

use crate::app::App;
use crate::routes::visibility::company_name;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use zhitu_contract::auth::Sensitive;
use zhitu_contract::introduction::{IntroducedTo, IntroductionLink};
use zhitu_domain::introduction::Introduced;
use zhitu_storage::introduction::Introduction;

/// Its routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list::introductions_list))
        .routes(routes!(make::introduction_make, revoke::introduction_revoke))
        .routes(routes!(open::introduction_open))
}

/// What stands before the token in a link: the app's own scheme, since no page on the web opens it.
const PREFIX: &str = "zhitu://introduction/";

/// A token's characters: 256 bits in base64url.
const TOKEN_CHARS: usize = 43;

/// The token that stands in a text, in a link or alone.
fn token_in(text: &str) -> Option<&str> {
    let token = match text.split_once(PREFIX) {
        Some((_, rest)) => rest,
        None => text.trim(),
    };
    let is_token = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let end = token.find(|letter| !is_token(letter)).unwrap_or(token.len());
    (end == TOKEN_CHARS).then(|| &token[..end])
}

/// A link as its seeker sees it.
fn link_view(app: &App, introduction: Introduction) -> IntroductionLink {
    let Introduction { link, label, company, .. } = introduction;
    let taken = matches!(link.introduced, Introduced::Person { account: Some(_) });
    let to = match company {
        Some(company) => IntroducedTo::Company { company: company_name(company) },
        None => IntroducedTo::Person { taken },
    };
    IntroductionLink {
        id: link.id,
        label,
        to,
        link: Sensitive::new(format!("{PREFIX}{}", app.secret.introduction(link.id).expose())),
        made_at: link.made_at,
        expires_at: link.expires_at,
        max_openings: link.max_openings,
        openings: link.openings,
        revoked_at: link.revoked_at,
        live: !link.is_over(app.now()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_found_in_its_link_in_a_message_and_alone() {
        let token = "Az09-_".repeat(7) + "x";
        for text in [
            token.clone(),
            format!(" {token}\n"),
            format!("{PREFIX}{token}"),
            format!("这是我的简历：{PREFIX}{token}，请看"),
        ] {
            assert_eq!(token_in(&text), Some(token.as_str()), "{text}");
        }
        for text in ["", PREFIX, "简历", &token[1..], &format!("{token}y"), &format!("给你 {token}")] {
            assert_eq!(token_in(text), None, "{text}");
        }
    }
}
