import { expect, test } from "vitest";
import { filledResume } from "../../platform/fake/people";
import { emptyResume } from "../../platform/fake/world";
import { newId } from "./id";
import { missingTarget } from "./missing";
import { filledFields, valueAt } from "./path";

/** S-RES-07 */
test("what is missing leads to a field, or to an entry to be added", () => {
  const empty = emptyResume();
  expect(missingTarget("name", empty)).toEqual({ path: "basic/name" });
  expect(missingTarget("education", empty)).toEqual({ add: "education", field: "school" });
  expect(missingTarget("experience", empty)).toEqual({ add: "work", field: "company" });
  const filled = filledResume();
  const [school] = filled.education;
  if (!school) throw new Error("no school");
  school.degree = null;
  expect(missingTarget("education", filled)).toEqual({ path: `education/${school.id}/degree` });
});

test("a path finds the value of a field and of an entry's field", () => {
  const content = filledResume();
  const [work] = content.work;
  if (!work) throw new Error("no work");
  expect(valueAt(content, "basic/name")).toBe("周予安");
  expect(valueAt(content, "self_assessment")).toBe(content.self_assessment);
  expect(valueAt(content, `work/${work.id}/company`)).toBe(work.company);
  expect(valueAt(content, "work/none/company")).toBeUndefined();
  expect(filledFields("work", work).map(([path]) => path)).not.toContain(`work/${work.id}/id`);
});

test("a new key is a UUID of version 7 that sorts by its time", () => {
  const [one, other] = [newId(1_700_000_000_000), newId(1_800_000_000_000)];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(one < other).toBe(true);
  expect(Number.parseInt(one.replace("-", "").slice(0, 12), 16)).toBe(1_700_000_000_000);
});
