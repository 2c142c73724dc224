import { expect, test } from "vitest";
import { describe } from "./description";

test("paragraphs, headings and lists are told apart", () => {
  const sections = describe(
    "先说一句。\n\n要做的事：\n- 第一件\n- 第二件\n\n希望你有:\n1. SQL\n2、Python\n收尾一行\n接着说",
  );
  expect(sections).toEqual([
    { heading: "", blocks: [{ kind: "paragraph", text: "先说一句。" }] },
    { heading: "要做的事", blocks: [{ kind: "list", items: ["第一件", "第二件"] }] },
    {
      heading: "希望你有",
      blocks: [
        { kind: "list", items: ["SQL", "Python"] },
        { kind: "paragraph", text: "收尾一行\n接着说" },
      ],
    },
  ]);
});

test("nothing of the text is lost", () => {
  const text = "A\r\n• b\r\n\r\nC: d and e\n<script>alert(1)</script>";
  const words = describe(text).flatMap((section) => [
    section.heading,
    ...section.blocks.flatMap((block) => (block.kind === "list" ? block.items : [block.text])),
  ]);
  expect(words.join(" ")).toContain("<script>alert(1)</script>");
  expect(words.join(" ")).toContain("C: d and e");
});

test("an empty posting has no sections", () => {
  expect(describe("  \n\n")).toEqual([]);
});
