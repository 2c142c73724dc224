//! SMTP with the operator's mail server (RFC 5321): as much as a server behind another one needs.

use super::incoming::{self, Recipient};
use crate::app::App;
use smtp_proto::request::receiver::{DataReceiver, DummyDataReceiver};
use smtp_proto::{EhloResponse, Error, Request};
use std::time::Duration;
use tokio::io::{
    AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader,
};

/// The longest line of a command, in bytes (RFC 5321, 4.5.3.1, with room for parameters).
const LINE: usize = 2_048;

/// Seconds that the other side may be silent.
const SILENCE_S: u64 = 60;

/// Commands that are refused before the connection is ended.
const FAULTS: u32 = 20;

/// An answer: its code and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reply(pub(super) &'static str);

impl Reply {
    pub(super) const KEPT: Self = Self("250 2.0.0 Kept");
    const OK: Self = Self("250 2.0.0 OK");
    const BYE: Self = Self("221 2.0.0 Bye");
    const GO_ON: Self = Self("354 End with a line of one dot");
    const ENDING: Self = Self("421 4.3.2 Ending; try again");
    const TOO_MANY_FAULTS: Self = Self("421 4.7.0 Too many faults");
    pub(super) const LATER: Self = Self("451 4.3.0 Cannot be kept now; try again");
    pub(super) const TOO_OFTEN: Self = Self("452 4.7.1 Too many mails; try again later");
    const ONE_RECIPIENT: Self = Self("452 4.5.3 One recipient at a time");
    const UNKNOWN: Self = Self("500 5.5.2 No such command");
    const SYNTAX: Self = Self("501 5.5.4 Not understood");
    const NOT_DONE: Self = Self("502 5.5.1 Not done here");
    const ORDER: Self = Self("503 5.5.1 Not now");
    /// The same for all: unknown, ended, closed, another pair's, blocked, and for senders who are none of the pair (I3).
    pub(super) const NOBODY: Self = Self("550 5.1.1 No such recipient");
    const TOO_LARGE: Self = Self("552 5.3.4 The mail is too large");
    const HEAD_TOO_LARGE: Self = Self("552 5.3.4 The head of the mail is too large");
}

/// What is under way.
#[derive(Default)]
struct Transaction {
    from: Option<String>,
    recipient: Option<(String, Recipient)>,
}

/// Talks until the other side has enough, is silent, or the server ends.
pub(super) async fn run<S: AsyncRead + AsyncWrite + Unpin>(app: &App, stream: S) {
    let (reader, mut writer) = tokio::io::split(stream);
    let mut reader = BufReader::new(reader);
    // A connection that breaks is the other side's to make anew.
    let _broken = talk(app, &mut reader, &mut writer).await;
}

async fn talk<R: AsyncBufRead + Unpin, W: AsyncWrite + Unpin>(
    app: &App,
    reader: &mut R,
    writer: &mut W,
) -> std::io::Result<()> {
    let domain = &app.config.mail.domain;
    let mut greeted = false;
    let mut transaction = Transaction::default();
    let mut faults = 0;
    writer.write_all(format!("220 {domain} ESMTP\r\n").as_bytes()).await?;
    loop {
        let line = tokio::select! {
            () = app.ending.cancelled() => return say(writer, Reply::ENDING).await,
            line = line(reader) => line?,
        };
        let Some(line) = line else { return Ok(()) };
        let reply = match Request::parse(&mut line.iter()) {
            Ok(Request::Ehlo { .. }) => {
                (greeted, transaction) = (true, Transaction::default());
                let mut said = Vec::new();
                let mut response = EhloResponse::new(domain.as_str());
                response.capabilities = smtp_proto::EXT_8BIT_MIME
                    | smtp_proto::EXT_SIZE
                    | smtp_proto::EXT_PIPELINING
                    | smtp_proto::EXT_ENHANCED_STATUS_CODES;
                response.size = app.config.mail.max_bytes;
                response.write(&mut said)?;
                writer.write_all(&said).await?;
                continue;
            }
            Ok(Request::Helo { .. }) => {
                (greeted, transaction) = (true, Transaction::default());
                Reply::OK
            }
            Ok(Request::Mail { .. }) if !greeted || transaction.from.is_some() => Reply::ORDER,
            Ok(Request::Mail { from }) if from.size > app.config.mail.max_bytes => Reply::TOO_LARGE,
            Ok(Request::Mail { from }) => {
                transaction.from = Some(from.address.into_owned());
                Reply::OK
            }
            Ok(Request::Rcpt { to }) => rcpt(app, &mut transaction, &to.address).await,
            Ok(Request::Data) => match transaction.recipient.take() {
                None => Reply::ORDER,
                Some((to, recipient)) => {
                    say(writer, Reply::GO_ON).await?;
                    let from = transaction.from.take().unwrap_or_default();
                    match data(app, reader).await? {
                        Data::Message(message) => incoming::take(app, &from, &to, &recipient, &message).await,
                        Data::Refused(reply) => reply,
                    }
                }
            },
            Ok(Request::Rset) => {
                transaction = Transaction::default();
                Reply::OK
            }
            Ok(Request::Noop { .. }) => Reply::OK,
            Ok(Request::Quit) => return say(writer, Reply::BYE).await,
            Ok(_) => Reply::NOT_DONE,
            Err(Error::UnknownCommand) => Reply::UNKNOWN,
            Err(_) => Reply::SYNTAX,
        };
        say(writer, reply).await?;
        if reply.0.starts_with('5') {
            faults += 1;
            if faults >= FAULTS {
                return say(writer, Reply::TOO_MANY_FAULTS).await;
            }
        }
    }
}

async fn rcpt(app: &App, transaction: &mut Transaction, to: &str) -> Reply {
    let Some(from) = &transaction.from else { return Reply::ORDER };
    if transaction.recipient.is_some() {
        return Reply::ONE_RECIPIENT;
    }
    match incoming::recipient(app, from, to).await {
        Ok(Some(recipient)) => {
            transaction.recipient = Some((to.to_owned(), recipient));
            Reply::OK
        }
        Ok(None) => Reply::NOBODY,
        // The cause is in the log already.
        Err(_) => Reply::LATER,
    }
}

async fn say<W: AsyncWrite + Unpin>(writer: &mut W, reply: Reply) -> std::io::Result<()> {
    writer.write_all(format!("{}\r\n", reply.0).as_bytes()).await
}

/// A line with its end; `None` at the end of the connection. One that is too long is cut, and so not understood.
async fn line<R: AsyncBufRead + Unpin>(reader: &mut R) -> std::io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    let mut limited = reader.take(LINE as u64);
    within(limited.read_until(b'\n', &mut line)).await?;
    if line.is_empty() {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        if line.len() < LINE {
            return Ok(None);
        }
        let mut rest = Vec::new();
        while !rest.ends_with(b"\n") {
            rest.clear();
            let mut limited = reader.take(LINE as u64);
            if within(limited.read_until(b'\n', &mut rest)).await? == 0 {
                return Ok(None);
            }
        }
        return Ok(Some(b"\r\n".to_vec()));
    }
    Ok(Some(line))
}

async fn within<T>(read: impl Future<Output = std::io::Result<T>>) -> std::io::Result<T> {
    match tokio::time::timeout(Duration::from_secs(SILENCE_S), read).await {
        Ok(read) => read,
        Err(_) => Err(std::io::ErrorKind::TimedOut.into()),
    }
}

enum Data {
    Message(Vec<u8>),
    Refused(Reply),
}

/// Reads a mail to its end. What is too large is read on, as the protocol asks, and nothing of it is held.
async fn data<R: AsyncBufRead + Unpin>(app: &App, reader: &mut R) -> std::io::Result<Data> {
    let limits = &app.config.mail;
    let mut receiver = DataReceiver::new();
    let mut message = Vec::new();
    let mut head_ended = false;
    let mut discarding: Option<(DummyDataReceiver, Reply)> = None;
    loop {
        let bytes = within(reader.fill_buf()).await?;
        if bytes.is_empty() {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let mut rest = bytes.iter();
        let looked_at = message.len().saturating_sub(3);
        let ended = match &mut discarding {
            Some((discard, _)) => discard.ingest(&mut rest),
            None => receiver.ingest(&mut rest, &mut message),
        };
        let consumed = bytes.len() - rest.len();
        reader.consume(consumed);
        if discarding.is_none() {
            head_ended = head_ended || message[looked_at..].windows(4).any(|part| part == b"\r\n\r\n");
            let reply = if message.len() > limits.max_bytes {
                Some(Reply::TOO_LARGE)
            } else if !head_ended && message.len() > limits.max_header_bytes {
                Some(Reply::HEAD_TOO_LARGE)
            } else {
                None
            };
            if let Some(reply) = reply {
                message = Vec::new();
                discarding = Some((DummyDataReceiver::new_data(&receiver), reply));
            }
        }
        if ended {
            return Ok(match discarding {
                Some((_, reply)) => Data::Refused(reply),
                None => Data::Message(message),
            });
        }
    }
}
