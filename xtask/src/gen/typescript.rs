//! The page's types and its table of commands.

use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};
use zhitu_contract::{Error, events::CoreEvent};

/// A row of the table of commands, in the page's words.
struct Command {
    name: &'static str,
    request: String,
    answer: String,
}

/// Collects declarations, each once, sorted by name.
struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl Declarations {
    fn new() -> Self {
        // Whole numbers travel as JSON numbers; microseconds and fen stay below 2^53 for centuries and fortunes.
        Self { config: Config::new().with_large_int("number"), found: BTreeMap::new() }
    }

    /// Takes in a type and all that it is made of.
    fn add<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        let declaration = tidy(&format!("{docs}export {}\n", T::decl(&self.config)));
        self.found.insert(name, declaration);
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

macro_rules! read_table {
    ($($feature:ident $name:ident($request:ty) -> $answer:ty, $permission:ident;)+) => {
        fn read_table(declarations: &mut Declarations) -> Vec<Command> {
            use zhitu_contract::{
                applications, attachments, auth, chat, clipboard, device, erasure, introduction, jobs, mailbox, notices, permission, places, policy, recommendations, record, recruiting, relay, resume, resumes, staff, virtual_number, visibility,
            };
            vec![$({
                declarations.add::<$request>();
                declarations.add::<$answer>();
                Command {
                    name: stringify!($name),
                    request: <$request as TS>::name(&declarations.config),
                    answer: <$answer as TS>::name(&declarations.config),
                }
            }),+]
        }
    };
}

zhitu_contract::for_each_command!(read_table);

/// types.ts: every type that the page can meet.
pub fn types() -> String {
    let mut declarations = Declarations::new();
    read_table(&mut declarations);
    declarations.add::<Error>();
    declarations.add::<CoreEvent>();
    // What an error's detail promises.
    declarations.add::<zhitu_contract::permission::PermissionRefusal>();
    declarations.add::<zhitu_domain::attachment::AttachmentProblem>();
    let mut text = format!("// {}\n\n", super::MADE_BY);
    text.push_str(&declarations.found.into_values().collect::<Vec<_>>().join("\n"));
    text
}

/// commands.ts: the typed map of commands, and their names.
pub fn commands() -> String {
    let mut declarations = Declarations::new();
    let commands = read_table(&mut declarations);
    let used = declarations.found.into_keys().filter(|name| {
        commands.iter().any(|command| mentions(&command.request, name) || mentions(&command.answer, name))
    });
    let mut text = format!("// {}\n\nimport type {{\n", super::MADE_BY);
    for name in used {
        text.push_str(&["  ", &name, ",\n"].concat());
    }
    text.push_str(
        "} from \"./types\";\n\n/** What each command takes and answers. */\nexport type Commands = {\n",
    );
    for Command { name, request, answer } in &commands {
        text.push_str(&["  ", name, ": { request: ", request, "; answer: ", answer, " };\n"].concat());
    }
    text.push_str("};\n\n/** A command's name. */\nexport type CommandName = keyof Commands;\n\n");
    text.push_str("/** All names, in the table's order. */\nexport const COMMAND_NAMES = [\n");
    for Command { name, .. } in &commands {
        text.push_str(&["  \"", name, "\",\n"].concat());
    }
    text.push_str("] as const satisfies readonly CommandName[];\n");
    text
}

/// Indents by braces, puts comments of one line on one line, and drops blanks at line ends.
fn tidy(declaration: &str) -> String {
    let mut text = String::new();
    let mut depth = 0_usize;
    for line in declaration.replace("/**\n * ", "/** ").replace("\n */", " */").lines().map(str::trim) {
        let comment = line.starts_with("/**") || line.starts_with('*');
        let closes =
            if comment { 0 } else { line.chars().take_while(|letter| matches!(letter, '}' | ' ')).count() };
        let indent = depth.saturating_sub(usize::from(closes > 0));
        text.push_str(&"  ".repeat(indent));
        text.push_str(if line.starts_with('*') { " " } else { "" });
        text.push_str(line);
        text.push('\n');
        if !comment {
            let opened = line.matches('{').count();
            depth = (depth + opened).saturating_sub(line.matches('}').count());
        }
    }
    text
}

/// Whether a type's name stands in an expression as a whole word.
fn mentions(expression: &str, name: &str) -> bool {
    expression.split(|letter: char| !letter.is_alphanumeric() && letter != '_').any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_mentioned_only_as_a_whole_word() {
        assert!(mentions("Array<JobCard>", "JobCard"));
        assert!(!mentions("JobCardList", "JobCard"));
    }

    #[test]
    fn each_command_of_the_table_stands_in_both_lists() {
        let text = commands();
        for row in zhitu_contract::commands::COMMANDS {
            assert!(text.contains(&format!("  {}: {{ request:", row.name)), "{}", row.name);
            assert!(text.contains(&format!("  \"{}\",", row.name)), "{}", row.name);
        }
    }

    #[test]
    fn microseconds_are_numbers_in_the_page() {
        assert!(!types().contains("bigint"));
    }
}
