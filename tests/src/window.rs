//! The app's real window, driven through WebKitWebDriver as a person would: by role and name.

use crate::wait;
use anyhow::{Context, Result, bail};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;
use xtask::Desktop;
use xtask::running::{self, Lines, READY_LIMIT, Ready, free_port};

/// How long something may take to appear in the window.
const APPEAR_LIMIT: Duration = Duration::from_mins(1);

/// How many pictures are taken at most until two are alike.
const STILL_TRIES: usize = 12;

/// Finds what a person would call "the button Search": by role and accessible name, among what is visible.
const FIND_BY_ROLE: &str = include_str!("find_by_role.js");

/// Characters that take Shift on the driver's keyboard.
const SHIFTED: &[char] =
    &['@', '!', '#', '$', '%', '^', '&', '*', '(', ')', '_', '+', '{', '}', ':', '"', '<', '>', '?'];

/// Sets a field's value as a paste does.
const PASTE: &str = "const [field, text] = arguments; field.focus(); field.select(); \
                     document.execCommand('insertText', false, text);";

/// The window, its driver and the app behind it.
pub struct Window {
    client: Client,
    driver: Child,
    lines: Lines,
}

impl Window {
    /// Starts the app with `arguments` on `desktop` and waits until its first screen can be used.
    pub async fn open(desktop: &Desktop, arguments: &[&str]) -> Result<Self> {
        let mut window = Self::drive(desktop, &running::program()?, arguments).await?;
        window.ready()?;
        Ok(window)
    }

    /// Starts any program that shows a page of WebKitGTK and lets itself be driven.
    pub async fn drive(desktop: &Desktop, program: &Path, arguments: &[&str]) -> Result<Self> {
        let port = free_port()?;
        let mut command = desktop.command("WebKitWebDriver");
        command.args([format!("--port={port}"), "--host=127.0.0.1".to_owned()]);
        command.env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut driver = driver.context("cannot start WebKitWebDriver of webkit2gtk-driver")?;
        let Some(output) = driver.stdout.take() else { bail!("the driver has no standard output") };
        let lines = Lines::of(output);
        let options = json!({ "binary": program, "args": arguments });
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        let address = format!("http://127.0.0.1:{port}");
        let connected = wait::until_async("the driver", APPEAR_LIMIT, async || {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
                return Ok(None);
            }
            let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
            Ok(Some(builder.capabilities(capabilities.clone()).connect(&address).await?))
        });
        match connected.await {
            Ok(client) => Ok(Self { client, driver, lines }),
            Err(error) => {
                drop(driver.kill());
                drop(driver.wait());
                Err(error.context("the driver could not open the app"))
            }
        }
    }

    /// Waits for the line that says which screen can be used first.
    pub fn ready(&mut self) -> Result<Ready> {
        self.lines.find("the first usable screen", READY_LIMIT, Ready::read)
    }

    /// The address of the demo market that the app started.
    pub fn market(&mut self) -> Result<String> {
        self.lines.find("the demo market's address", READY_LIMIT, running::market)
    }

    /// The app's process: the first that the driver started.
    pub fn app(&self) -> Option<u32> {
        running::descendants(self.driver.id()).first().copied()
    }

    /// The element with this `data-testid`, once it is there.
    pub async fn by_test_id(&self, id: &str) -> Result<Element> {
        let css = format!("[data-testid=\"{id}\"]");
        let found = wait::until_async(&format!("the element `{id}`"), APPEAR_LIMIT, async || {
            Ok(self.client.find(Locator::Css(&css)).await.ok())
        })
        .await;
        match found {
            Ok(element) => Ok(element),
            Err(error) => Err(error.context(format!("the page says:\n{}", self.text().await?))),
        }
    }

    /// How many elements the CSS selector finds now. The page counts: the driver would name each, and fails if one of
    /// them goes meanwhile.
    pub async fn count_css(&self, css: &str) -> Result<usize> {
        let count =
            self.execute("return document.querySelectorAll(arguments[0]).length", vec![json!(css)]).await?;
        usize::try_from(count.as_u64().context("the page answered no number")?).context("too many")
    }

    /// Does something to the element that `find` finds, anew for as long as the page replaces it meanwhile.
    async fn act<T>(
        &self,
        what: &str,
        find: impl AsyncFn() -> Result<Element>,
        act: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> Result<T> {
        wait::until_async(what, APPEAR_LIMIT, async || match act(find().await?).await {
            Ok(done) => Ok(Some(done)),
            Err(error) if error.is_stale_element_reference() => Ok(None),
            Err(error) => Err(error.into()),
        })
        .await
        .with_context(|| format!("cannot {what}"))
    }

    /// The visible element of this role and accessible name, once there is one. The name may be a part of the whole.
    pub async fn by_role(&self, role: &str, name: &str) -> Result<Element> {
        let what = format!("{role} \u{201c}{name}\u{201d}");
        let found = wait::until_async(&what, APPEAR_LIMIT, async || {
            let found = self.client.execute(FIND_BY_ROLE, vec![json!(role), json!(name)]).await?;
            if found.is_null() {
                return Ok(None);
            }
            // WebDriver writes an element as an object of one field, whose value is the reference.
            let reference = found.as_object().and_then(|fields| fields.values().next()?.as_str());
            let reference = reference.context("the page answered something else than an element")?.to_owned();
            Ok(Some(Element::from_element_id(self.client.clone(), reference.into())))
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => Err(error.context(format!("the page says:\n{}", self.text().await?))),
        }
    }

    /// Presses a button, follows a link, ticks a box.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        let find = async || self.by_role(role, name).await;
        self.act(&format!("click {role} {name}"), find, async |element| element.click().await).await
    }

    /// Presses the element with this `data-testid`.
    pub async fn click_test_id(&self, id: &str) -> Result<()> {
        // What is not enabled yet takes a click and does nothing.
        let find = async || {
            wait::until_async(&format!("`{id}` to be enabled"), APPEAR_LIMIT, async || {
                let script =
                    "return document.querySelector(arguments[0])?.matches(':not(:disabled)') ?? false";
                let css = format!("[data-testid=\"{id}\"]");
                let enabled = self.execute(script, vec![json!(css)]).await? == json!(true);
                Ok(if enabled { Some(self.by_test_id(id).await?) } else { None })
            })
            .await
        };
        self.act(&format!("click {id}"), find, async |element| element.click().await).await
    }

    /// Replaces what a field holds by typing.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Result<()> {
        let find = async || self.by_role(role, name).await;
        self.act(&format!("type into {role} {name}"), find, async |field| self.type_into(field, text).await)
            .await
    }

    /// Replaces what the field with this `data-testid` holds by typing.
    pub async fn fill_test_id(&self, id: &str, text: &str) -> Result<()> {
        let find = async || self.by_test_id(id).await;
        self.act(&format!("type into {id}"), find, async |field| self.type_into(field, text).await).await
    }

    /// Types, and pastes where the driver's keyboard has no such key: it knows no Shift, so that `@` comes out as `2`.
    async fn type_into(&self, field: Element, text: &str) -> Result<(), CmdError> {
        field.clear().await?;
        field.send_keys(text).await?;
        if text.contains(SHIFTED) {
            self.client.execute(PASTE, vec![serde_json::to_value(&field)?, json!(text)]).await?;
        }
        Ok(())
    }

    /// Chooses an option of the list with this `data-testid` by its value.
    pub async fn choose_test_id(&self, id: &str, value: &str) -> Result<()> {
        let find = async || self.by_test_id(id).await;
        self.act(&format!("choose {value} of {id}"), find, async |list| list.select_by_value(value).await)
            .await
    }

    /// What the first element with this `data-testid` says. Asked of the page: the driver's own command answers
    /// nothing for what a scrolling box cuts off.
    pub async fn text_of(&self, id: &str) -> Result<String> {
        self.by_test_id(id).await?;
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)?.innerText ?? ''";
        let text = self.execute(script, vec![json!(id)]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the element with this `data-testid` says this.
    pub async fn sees_in(&self, id: &str, wanted: &str) -> Result<()> {
        let mut last = String::new();
        let what = format!("\u{201c}{wanted}\u{201d} in `{id}`");
        let seen = wait::until_async(&what, APPEAR_LIMIT, async || {
            last = self.text_of(id).await?;
            Ok(last.contains(wanted).then_some(()))
        })
        .await;
        seen.with_context(|| format!("it says:\n{last}"))
    }

    /// Waits until the element with this `data-testid` has this value of an attribute.
    pub async fn sees_attribute(&self, id: &str, attribute: &str, wanted: &str) -> Result<()> {
        let what = format!("{attribute}={wanted} of `{id}`");
        let seen = wait::until_async(&what, APPEAR_LIMIT, async || {
            let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1]) ?? null";
            let css = format!("[data-testid=\"{id}\"]");
            let found = self.execute(script, vec![json!(css), json!(attribute)]).await?;
            Ok((found.as_str() == Some(wanted)).then_some(()))
        })
        .await;
        seen.with_context(|| format!("cannot see {what}"))
    }

    /// How many elements with this `data-testid` there are now.
    pub async fn count(&self, id: &str) -> Result<usize> {
        self.count_css(&format!("[data-testid=\"{id}\"]")).await
    }

    /// All that the page shows, as text.
    pub async fn text(&self) -> Result<String> {
        let text = self.execute("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page shows this text.
    pub async fn sees(&self, wanted: &str) -> Result<()> {
        let what = format!("the text \u{201c}{wanted}\u{201d}");
        match wait::until_async(&what, APPEAR_LIMIT, async || Ok(self.shows(wanted).await?.then_some(())))
            .await
        {
            Ok(()) => Ok(()),
            Err(error) => Err(error.context(format!("the page says:\n{}", self.text().await?))),
        }
    }

    /// Waits until the page shows this text no more.
    pub async fn sees_no_more(&self, unwanted: &str) -> Result<()> {
        wait::until_async(&format!("the text \u{201c}{unwanted}\u{201d} to go"), APPEAR_LIMIT, async || {
            Ok((!self.shows(unwanted).await?).then_some(()))
        })
        .await
    }

    /// Whether the page shows this text now. The page looks: what it says otherwise does not pass through the app's
    /// memory, where a test may look for it.
    async fn shows(&self, text: &str) -> Result<bool> {
        let found =
            self.execute("return document.body.innerText.includes(arguments[0])", vec![json!(text)]).await?;
        Ok(found == json!(true))
    }

    /// Runs a script in the page.
    pub async fn execute(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.client.execute(script, arguments).await?)
    }

    /// Gives the window this size.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.client.set_window_size(width, height).await?;
        wait::until_async("the window's new width", APPEAR_LIMIT, async || {
            let now = self.execute("return window.innerWidth", vec![]).await?;
            Ok((now.as_u64() == Some(u64::from(width))).then_some(()))
        })
        .await
    }

    /// Writes a picture of the page, once no toast covers it and what fades has faded.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        wait::until_async("the toast to go", APPEAR_LIMIT, async || {
            Ok((self.count("toast").await? == 0).then_some(()))
        })
        .await?;
        let mut png = self.client.screenshot().await?;
        // A blinking caret never stands still: then the last picture is as good as any.
        for _ in 0..STILL_TRIES {
            let next = self.client.screenshot().await?;
            let still = next == png;
            png = next;
            if still {
                break;
            }
        }
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, png).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Goes to a place of the app, as a link of it would.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.execute("location.hash = arguments[0]", vec![json!(format!("#{path}"))]).await?;
        Ok(())
    }

    /// Closes the window and waits until the app has ended.
    pub async fn close(mut self) -> Result<()> {
        let processes = running::descendants(self.driver.id());
        self.client.clone().close().await?;
        wait::until("the app's end", APPEAR_LIMIT, || {
            let left = processes.iter().any(|id| Path::new("/proc").join(id.to_string()).exists());
            Ok((!left).then_some(()))
        })?;
        self.driver.kill()?;
        self.driver.wait()?;
        Ok(())
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        for id in running::descendants(self.driver.id()) {
            drop(std::process::Command::new("kill").args(["-KILL", &id.to_string()]).status());
        }
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}
