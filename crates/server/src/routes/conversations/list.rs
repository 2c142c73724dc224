use super::{speaks_for, view};
use crate::app::App;
use crate::extract::SignedIn;
use crate::failure::Answer;
use crate::staff::{audit, is_at_desk};
use axum::Json;
use axum::extract::State;
use zhitu_contract::chat::Conversation;
use zhitu_domain::chat::Side;
use zhitu_domain::id::CompanyId;
use zhitu_domain::staff::audit::Audited;

/// The asker's conversations on either side, what happened last first. Those of the platform's staff are left out until
/// the session has shown a second factor.
#[utoipa::path(get, path = "/api/conversations", tag = "chat", security(("session" = [])), responses((status = 200, body = [Conversation]), (status = "default", body = zhitu_contract::Error)))]
pub(super) async fn list(State(app): State<App>, asker: SignedIn) -> Answer<Vec<Conversation>> {
    let mut all: Vec<Conversation> = app
        .store
        .conversations_of_seeker(asker.account)
        .await?
        .into_iter()
        .map(|conversation| view(conversation, Side::Seeker))
        .collect();
    let mut sides: Vec<Option<CompanyId>> =
        speaks_for(&app, asker.account).await?.map(Some).into_iter().collect();
    if is_at_desk(&app, asker.account, asker.session).await? {
        audit(&app, asker.account, &Audited::ConversationsListed).await?;
        sides.push(None);
    }
    for company in sides {
        let of_company = app.store.conversations_of_company(company).await?;
        all.extend(
            of_company
                .into_iter()
                .filter(|conversation| conversation.seeker != asker.account)
                .map(|conversation| view(conversation, Side::Company)),
        );
    }
    all.sort_by_key(|conversation| std::cmp::Reverse((conversation.updated_at, conversation.id)));
    Ok(Json(all))
}
