//! ui/src/platform/generated/components.ts: the list of S-SDK-01, from what is linked.

use crate::components::{COMPONENTS, FAMILIES, Goes, NOT_COLLECTED, linked_parts};
use crate::linked::{Linked, SYSTEMS};
use anyhow::Result;

/// The list as TypeScript.
pub fn list() -> Result<String> {
    let linked = Linked::read()?;
    let mut text = format!("// {}\n\n", super::MADE_BY);
    text.push_str("/** The app's own components that touch personal data, and where that goes. */\n");
    text.push_str("export const COMPONENTS = [\n");
    for row in COMPONENTS {
        let goes = match row.goes {
            Goes::Device => "device",
            Goes::System => "system",
            Goes::Server => "server",
            Goes::Other(_) => continue,
        };
        let parts = quoted(linked_parts(row, &linked));
        text.push_str(
            &["  { id: \"", row.id, "\", goes: \"", goes, "\", parts: [", &parts, "] },\n"].concat(),
        );
    }
    text.push_str(
        "] as const;\n\n/** Third parties' components that may give personal data to their makers. */\n",
    );
    text.push_str("export const THIRD_PARTIES = [\n");
    for row in COMPONENTS {
        let Goes::Other(organisation) = row.goes else { continue };
        let parts = linked_parts(row, &linked);
        let on = |system: &&str| parts.iter().any(|part| linked.parts[*part].contains(*system));
        let systems = quoted(SYSTEMS.iter().map(|(system, _)| *system).filter(on));
        text.push_str(
            &[
                "  { id: \"",
                row.id,
                "\", organisation: \"",
                organisation,
                "\", systems: [",
                &systems,
                "], parts: [",
                &quoted(parts),
                "] },\n",
            ]
            .concat(),
        );
    }
    text.push_str(
        "] as const;\n\n/** Kinds of third-party SDKs of which none is linked, on any system. */\n",
    );
    let families = quoted(FAMILIES.iter().map(|(family, _)| *family));
    text.push_str(&["export const NOT_LINKED = [", &families, "] as const;\n\n"].concat());
    text.push_str("/** Identifiers that nothing linked reads and no declared permission opens. */\n");
    let identifiers = quoted(NOT_COLLECTED.iter().map(|row| row.id));
    text.push_str(&["export const NOT_COLLECTED = [", &identifiers, "] as const;\n"].concat());
    Ok(text)
}

fn quoted<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}
