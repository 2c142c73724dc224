//! A device that is driven over its standard input and told of over its standard output, until it is killed.

use anyhow::{Context, Result};
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader, stdin};
use zhitu_contract::ErrorCode;
use zhitu_contract::chat::{ConversationRef, MessageSend};
use zhitu_contract::device::Nothing;
use zhitu_core::Core;
use zhitu_tests::device::sign_in;
use zhitu_tests::device_process::{Order, Setup, Told};
use zhitu_tests::wait::until_async;

/// How long the server may be away.
const PATIENCE: Duration = Duration::from_mins(2);

#[tokio::main]
async fn main() {
    if let Err(error) = run().await {
        // Whoever listens may be gone; there is nobody else to tell.
        drop(tell(&Told::Failed { why: format!("{error:#}") }));
    }
}

async fn run() -> Result<()> {
    let mut lines = BufReader::new(stdin()).lines();
    let setup: Setup = serde_json::from_str(&lines.next_line().await?.context("no setup")?)?;
    let core = setup.device()?.start().await?;
    hold_session(&core, &setup).await?;
    // The refresh token that was kept has been used for the next one.
    until_async("a token", PATIENCE, async || match core.sessions_list(Nothing {}).await {
        Ok(_) => Ok(Some(())),
        Err(error) if error.code == ErrorCode::SignedOut => {
            hold_session(&core, &setup).await?;
            Ok(None)
        }
        Err(_) => Ok(None),
    })
    .await?;
    tell(&Told::Ready)?;
    while let Some(line) = lines.next_line().await? {
        match serde_json::from_str(&line)? {
            Order::Say { text } => {
                say(&core, &setup, &text).await?;
                tell(&Told::Said { text })?;
            }
            Order::Show => {
                hold_session(&core, &setup).await?;
                let conversation = ConversationRef { conversation: setup.conversation };
                let view = core.conversation_show(conversation).await?;
                let messages = view.messages.into_iter().map(|one| (one.seq, one.text)).collect();
                tell(&Told::Shown { messages })?;
            }
        }
    }
    core.stop().await;
    Ok(())
}

/// Signs in again when the session was lost: killed between using a refresh token and keeping the next one, a device
/// looks to the server like a thief, and the person is asked for a code.
async fn hold_session(core: &Arc<Core>, setup: &Setup) -> Result<()> {
    until_async("a session", PATIENCE, async || {
        if core.app_state(Nothing {}).await?.account.is_some() {
            return Ok(Some(()));
        }
        match sign_in(core, &setup.phone).await {
            Ok(_) => Ok(Some(())),
            // The server was killed in the middle of it, and its outbox with it.
            Err(error) => {
                eprintln!("{}: signing in again: {error:#}", setup.name);
                Ok(None)
            }
        }
    })
    .await
}

/// Says it once: what was refused for want of a session was not accepted.
async fn say(core: &Arc<Core>, setup: &Setup, text: &str) -> Result<()> {
    loop {
        hold_session(core, setup).await?;
        let send = MessageSend { conversation: setup.conversation, text: text.to_owned() };
        match core.message_send(send).await {
            Ok(_) => return Ok(()),
            Err(error) if error.code == ErrorCode::SignedOut => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn tell(told: &Told) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string(told)?)?;
    Ok(out.flush()?)
}
