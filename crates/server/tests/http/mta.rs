//! The relay behind a real mail server: Debian's Exim, run by whoever runs the tests, on ports and in a folder of its own.

use crate::mail::{Taken, dkim, is_signed, mail_server_at, through};
use crate::relay::{HR, Stage, from_of, hand_in, has_none_of, letter};
use crate::support::{CANARY_EMAIL, CANARY_PHONE, Server};
use mail_parser::{MessageParser, MimeHeaders};
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use zhitu_server::config::MailGatewayConfig;
use zhitu_server::gateways::mail::Dkim;

const EXIM: &str = "/usr/sbin/exim4";
/// Debian's user without rights, for tests that root runs: Exim delivers nothing as root.
const NOBODY: u32 = 65_534;

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

async fn until<T>(what: &str, mut found: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(found) = found().await {
            return found;
        }
        assert!(started.elapsed() < Duration::from_mins(2), "{what} did not happen");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// The mail server: takes mail for anybody, hands that of the relay's domain in, and puts all other into one box.
struct Exim {
    port: u16,
    folder: tempfile::TempDir,
    process: Child,
}

impl Drop for Exim {
    fn drop(&mut self) {
        let _ended_before = self.process.kill();
        let _reaped = self.process.wait();
    }
}

impl Exim {
    /// `None` where it is not installed.
    async fn start(relay_port: u16) -> Option<Self> {
        if !Path::new(EXIM).exists() {
            eprintln!("SKIPPED: {EXIM} is not installed");
            return None;
        }
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().display().to_string();
        let uid = std::fs::metadata(folder.path()).unwrap().uid();
        let gid = std::fs::metadata(folder.path()).unwrap().gid();
        let (uid, gid) = if uid == 0 { (NOBODY, NOBODY) } else { (uid, gid) };
        for part in ["spool", "log", "box"] {
            std::fs::create_dir(folder.path().join(part)).unwrap();
        }
        let port = free_port();
        let settings = format!(
            "primary_hostname = mx.mail.example\nspool_directory = {root}/spool\nlog_file_path = {root}/log/%slog\n\
             pid_file_path = {root}/exim.pid\nexim_user = {uid}\nexim_group = {gid}\nnever_users =\n\
             deliver_drop_privilege = true\nlocal_interfaces = 127.0.0.1\ndaemon_smtp_ports = {port}\n\
             tls_advertise_hosts =\nkeep_environment =\nadd_environment =\nhost_lookup =\n\
             rfc1413_query_timeout = 0s\nmessage_size_limit = 50M\nacl_smtp_rcpt = accept\nacl_smtp_data = accept\n\
             begin acl\nbegin routers\n\
             relay:\n driver = manualroute\n domains = relay.example\n transport = relay\n\
             route_list = * 127.0.0.1::{relay_port}\n self = send\n\
             gone:\n driver = redirect\n domains = gone.example\n allow_fail\n data = :fail: no such mailbox\n\
             box:\n driver = accept\n transport = box\n\
             begin transports\n\
             relay:\n driver = smtp\n allow_localhost\n hosts_avoid_tls = *\n hosts_try_dane =\n\
             box:\n driver = appendfile\n directory = {root}/box\n maildir_format\n create_directory\n\
             envelope_to_add\n return_path_add\n\
             begin retry\n* * F,1h,1s\nbegin rewrite\nbegin authenticators\n"
        );
        let file = folder.path().join("exim.conf");
        std::fs::write(&file, settings).unwrap();
        let mut command = if uid == NOBODY {
            let owner = format!("{NOBODY}:{NOBODY}");
            assert!(Command::new("chown").args(["-R", &owner, &root]).status().unwrap().success());
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", EXIM]);
            command
        } else {
            Command::new(EXIM)
        };
        let process = command
            .arg("-C")
            .arg(&file)
            .args(["-bdf", "-q1s"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let exim = Self { port, folder, process };
        until("the mail server's start", async || tokio::net::TcpStream::connect(exim.address()).await.ok())
            .await;
        Some(exim)
    }

    fn address(&self) -> SocketAddr {
        ([127, 0, 0, 1], self.port).into()
    }

    /// Takes the next mail to an address out of the box.
    async fn mail_to(&self, address: &str) -> Vec<u8> {
        let folder = self.folder.path().join("box/new");
        until(&format!("a mail to {address}"), async || {
            let files = std::fs::read_dir(&folder).ok()?;
            for file in files.flatten() {
                let message = std::fs::read(file.path()).unwrap();
                let head = String::from_utf8_lossy(&message).into_owned();
                if head.contains(&format!("Envelope-to: {address}\n")) {
                    std::fs::remove_file(file.path()).unwrap();
                    // The box has the system's ends of lines, mail has its own.
                    return Some(head.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes());
                }
            }
            None
        })
        .await
    }
}

/// D3, S-VIS-09, I1: through a real mail server in both directions, with attachments, signed; what cannot arrive comes
/// back without addresses, and who is none of the pair gets a report of failure as for an address that is not there.
#[tokio::test]
async fn a_real_mail_server_relays_both_ways() {
    let relay_port = free_port();
    let Some(exim) = Exim::start(relay_port).await else { return };
    let zone = Dkim::read("relay.example", &dkim()).unwrap().zone();
    let server = Server::start(|config| {
        config.mail = through(exim.port);
        config.mail.listen = Some(([127, 0, 0, 1], relay_port).into());
    })
    .await;
    let stage = Stage::set_with(server, Taken::default(), async |address| exim.mail_to(address).await).await;
    let alias = stage.alias().await;

    let pdf: Vec<u8> = (0..40_000_u32).flat_map(u32::to_le_bytes).collect();
    let attached = {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD.encode(&pdf)
    };
    let lines: Vec<&str> =
        attached.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
    let mail = format!(
        "From: Lin Yi <{HR}>\r\nTo: {alias}\r\nSubject: Friday\r\nMessage-ID: <7@corp.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\
         <p>周五见 <a href=\"mailto:{HR}\">{HR}</a></p><img src=\"https://t.example/x\">\r\n--b\r\n\
         Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"map.pdf\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--b--",
        lines.join("\r\n")
    );
    assert!(hand_in(exim.address(), HR, &alias, &mail).await.starts_with("250"));
    let arrived = exim.mail_to(CANARY_EMAIL).await;
    assert!(is_signed(&arrived, &zone).await);
    let own = without_station(&arrived);
    has_none_of(&own, &[HR, "corp.example", "t.example"]);
    let read = MessageParser::default().parse(&arrived).unwrap();
    let map = read.attachments().find(|part| part.attachment_name() == Some("map.pdf")).unwrap();
    assert_eq!(map.contents(), pdf);

    let back = from_of(&arrived).1;
    let answer = letter(CANARY_EMAIL, &back, &format!("好\r\n-- \r\n{CANARY_PHONE} {CANARY_EMAIL}\r\n"));
    assert!(hand_in(exim.address(), CANARY_EMAIL, &back, &answer).await.starts_with("250"));
    let arrived = exim.mail_to(HR).await;
    assert!(is_signed(&arrived, &zone).await);
    has_none_of(&without_station(&arrived), &[CANARY_EMAIL, CANARY_PHONE]);

    let stranger = "stranger@else.example";
    let not_there = format!("{}@relay.example", "a".repeat(25));
    let mut told = Vec::new();
    for to in [&alias, &not_there] {
        hand_in(exim.address(), stranger, to, &letter(stranger, to, "hi")).await;
        let report = String::from_utf8(exim.mail_to(stranger).await).unwrap();
        assert!(report.contains("550 5.1.1 No such recipient"), "{report}");
        has_none_of(report.as_bytes(), &[CANARY_EMAIL]);
        let status = report.lines().filter(|line| line.starts_with("Status:") || line.starts_with("Action:"));
        told.push(status.map(str::to_owned).collect::<Vec<_>>());
    }
    assert_eq!(told[0], told[1]);

    // The seeker's mailbox is gone.
    let token = Some(stage.seeker.token.as_str());
    let mut resume = stage.server.get(&stage.seeker, "/api/resume").await.ok();
    resume["content"]["basic"]["email"] = "canary@gone.example".into();
    let save = serde_json::json!({ "base_version": resume["version"], "content": resume["content"] });
    stage.server.ask("PUT", "/api/resume", token, Some(&save)).await.ok();
    hand_in(exim.address(), HR, &alias, &letter(HR, &alias, "gone?")).await;
    let notice = exim.mail_to(HR).await;
    has_none_of(&without_station(&notice), &["canary", "gone.example"]);
    assert!(String::from_utf8_lossy(&notice).contains("auto-replied"));
    stage.server.end().await;
}

/// A message without what the receiving mail server wrote before it.
fn without_station(message: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(message);
    let start = text.find("DKIM-Signature:").unwrap();
    text[start..].as_bytes().to_vec()
}

/// A server in a process of its own, which a test may kill.
struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _killed_before = self.0.kill();
        let _reaped = self.0.wait();
    }
}

fn serve(settings: &Path) -> Process {
    let process = Command::new(env!("CARGO_BIN_EXE_zhitu-server"))
        .arg("--config")
        .arg(settings)
        .arg("serve")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    Process(process)
}

/// A mail that was acknowledged outlives SIGKILL between its acceptance and its delivery, and arrives once.
#[tokio::test]
async fn an_acknowledged_mail_outlives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let data: PathBuf = folder.path().join("data");
    let (out, door, http) = (free_port(), free_port(), free_port());
    let (_, sent) = mail_server_at(out, "250 ok").await;
    let mut settings = None;
    let server = Server::start(|config| {
        config.data_dir.clone_from(&data);
        config.mail = through(out);
        config.mail.alias_days = 36_500;
        config.mail.listen = Some(([127, 0, 0, 1], 0).into());
        settings = Some(config.clone());
    })
    .await;
    let stage = Stage::set(server, sent).await;
    let alias = stage.alias().await;
    stage.server.end().await;

    // A mail server that takes connections and says nothing.
    let hole = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let hole_port = hole.local_addr().unwrap().port();
    let mut config = settings.unwrap();
    config.listen = ([127, 0, 0, 1], http).into();
    config.mail.listen = Some(([127, 0, 0, 1], door).into());
    let MailGatewayConfig::Smtp(smtp) = &mut config.mail.gateway else { panic!() };
    (smtp.port, smtp.timeout_s) = (hole_port, 1);
    let file = folder.path().join("zhitu.toml");
    std::fs::write(&file, config.to_toml().unwrap()).unwrap();
    let door: SocketAddr = ([127, 0, 0, 1], door).into();

    let first = serve(&file);
    until("the server's start", async || tokio::net::TcpStream::connect(door).await.ok()).await;
    assert_eq!(hand_in(door, HR, &alias, &letter(HR, &alias, "survives")).await, "250 2.0.0 Kept");
    // In the middle of handing over.
    let (held, _) = hole.accept().await.unwrap();
    drop(first);
    drop((held, hole));

    let (_, sent) = mail_server_at(hole_port, "250 ok").await;
    let second = serve(&file);
    let message = until("the delivery", async || {
        let mut sent = sent.lock().unwrap();
        sent.iter().position(|(envelope, _)| envelope.contains(CANARY_EMAIL)).map(|at| sent.remove(at).1)
    })
    .await;
    assert!(String::from_utf8_lossy(&message).contains("survives"));
    // A repeat of what was acknowledged is recognised, and another mail comes alone.
    for text in ["survives", "the next"] {
        assert_eq!(hand_in(door, HR, &alias, &letter(HR, &alias, text)).await, "250 2.0.0 Kept");
    }
    let message = until("the next delivery", async || sent.lock().unwrap().pop()).await.1;
    assert!(String::from_utf8_lossy(&message).contains("the next"));
    drop(second);
}
