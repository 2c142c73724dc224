//! The table of commands and the core's methods are one.

use zhitu_contract::{
    applications, attachments, auth, chat, clipboard, device, erasure, for_each_command, introduction, jobs,
    mailbox, notices, permission, places, policy, recommendations, record, recruiting, relay, resume,
    resumes, staff, virtual_number, visibility,
};
use zhitu_core::Core;

macro_rules! every_command {
    ($($feature:ident $name:ident($($request:tt)::+) -> $answer:ty, $permission:ident;)+) => {
        /// Never called: that it compiles shows that each command has its method, of these types, and that its
        /// future can move between threads (so that it holds no lock of a thread while it waits).
        #[expect(dead_code, reason = "compiling it is the test")]
        async fn every_command_has_its_method(core: &Core) {
            $({
                let answer: zhitu_contract::Result<$answer> = movable(core.$name(any::<$($request)::+>())).await;
                answer.unwrap();
            })+
        }
    };
}

fn any<T>() -> T {
    unreachable!("only compiled")
}

fn movable<F: Future + Send>(future: F) -> F {
    future
}

for_each_command!(every_command);
