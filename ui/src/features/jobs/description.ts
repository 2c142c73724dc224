/** A posting's plain text as the parts it is set in. */
export type Block = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };
export interface DescriptionSection {
  /** Empty for what stands before the first heading. */
  heading: string;
  blocks: Block[];
}

const ITEM = /^\s*(?:[-*•·●▪–]\s+|[（(]?\d{1,2}[.)、．）]\s*)(.+)$/u;
const HEADING = /^(.{1,24}?)[:：]$/u;

/**
 * Paragraphs and `- ` lists; a short line that ends in a colon is a heading. Numbered lines of imported postings are
 * items too. Nothing of the text is lost or taken as markup.
 */
export function describe(text: string): DescriptionSection[] {
  const sections: DescriptionSection[] = [{ heading: "", blocks: [] }];
  let open: Block | null = null;
  for (const raw of text.replace(/\r\n?/g, "\n").split("\n")) {
    const line = raw.trim();
    const section = sections.at(-1) as DescriptionSection;
    if (line === "") {
      open = null;
      continue;
    }
    const heading = HEADING.exec(line)?.[1];
    const item = ITEM.exec(line)?.[1];
    if (heading !== undefined) {
      sections.push({ heading: heading.replace(/^[#\s]+/, ""), blocks: [] });
      open = null;
    } else if (item !== undefined) {
      if (open?.kind !== "list") {
        open = { kind: "list", items: [] };
        section.blocks.push(open);
      }
      open.items.push(item);
    } else if (open?.kind === "paragraph") {
      open.text += `\n${line}`;
    } else {
      open = { kind: "paragraph", text: line };
      section.blocks.push(open);
    }
  }
  return sections.filter((section) => section.heading !== "" || section.blocks.length > 0);
}
