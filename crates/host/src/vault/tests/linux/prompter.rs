//! The desktop's part in a prompt: gnome-keyring asks for a password through the service
//! `org.gnome.keyring.SystemPrompter`, which this is. The protocol is that of gcr:
//! <https://gitlab.gnome.org/GNOME/gcr/-/blob/master/gcr/org.gnome.keyring.Prompter.xml>

#![expect(clippy::unused_self, clippy::needless_pass_by_value, reason = "the form that zbus gives a method")]

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zbus::blocking::connection::Builder;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};
use zbus::{Connection, blocking, interface, message::Header};

/// What the person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person {
    /// Closes each prompt.
    Dismisses,
    /// Is not there.
    IsAway,
}

/// The prompter, for as long as it lives.
pub struct Prompter {
    asked: Arc<AtomicUsize>,
    _connection: blocking::Connection,
}

impl Prompter {
    /// Puts it on the bus.
    pub fn start(person: Person) -> Self {
        let asked = Arc::new(AtomicUsize::new(0));
        let service = Service { person, asked: Arc::clone(&asked) };
        let connection = Builder::session()
            .unwrap()
            .serve_at("/org/gnome/keyring/Prompter", service)
            .unwrap()
            .name("org.gnome.keyring.SystemPrompter")
            .unwrap()
            .build()
            .unwrap();
        Self { asked, _connection: connection }
    }

    /// How many prompts the person saw.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

struct Service {
    person: Person,
    asked: Arc<AtomicUsize>,
}

type Properties = HashMap<String, OwnedValue>;

#[interface(name = "org.gnome.keyring.internal.Prompter")]
impl Service {
    fn begin_prompting(
        &self,
        callback: OwnedObjectPath,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) {
        tell(connection, &header, callback, Some(""));
    }

    fn perform_prompt(
        &self,
        callback: OwnedObjectPath,
        kind: String,
        properties: Properties,
        exchange: String,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) {
        // What would be shown, and the key agreement for a password that this person never types.
        drop((kind, properties, exchange));
        self.asked.fetch_add(1, Ordering::SeqCst);
        if self.person == Person::Dismisses {
            tell(connection, &header, callback, Some("no"));
        }
    }

    fn stop_prompting(
        &self,
        callback: OwnedObjectPath,
        #[zbus(header)] header: Header<'_>,
        #[zbus(connection)] connection: &Connection,
    ) {
        tell(connection, &header, callback, None);
    }
}

/// Calls whoever asks back: ready with a reply, or done. Not before it has the answer to its own call.
fn tell(
    connection: &Connection,
    header: &Header<'_>,
    callback: OwnedObjectPath,
    reply: Option<&'static str>,
) {
    let (bus, asker) = (connection.clone(), header.sender().unwrap().to_owned());
    let call = async move {
        const CALLBACK: Option<&str> = Some("org.gnome.keyring.internal.Prompter.Callback");
        let nothing: HashMap<&str, Value<'_>> = HashMap::new();
        let called = match reply {
            Some(reply) => {
                bus.call_method(Some(asker), callback, CALLBACK, "PromptReady", &(reply, nothing, "")).await
            }
            None => bus.call_method(Some(asker), callback, CALLBACK, "PromptDone", &()).await,
        };
        // Whoever asked may have gone.
        drop(called);
    };
    connection.executor().spawn(call, "calling back").detach();
}
