import { describe, expect, it } from "vitest";
import { readAmount } from "./amount";

describe("readAmount", () => {
  it("reads amounts the way people write them", () => {
    for (const [text, amount] of [
      ["15000", 15_000],
      ["15,000", 15_000],
      ["1.5万", 15_000],
      ["1.5 w", 15_000],
      ["9千", 9_000],
      ["15k", 15_000],
      ["￥200元", 200],
      ["１２.5", 12.5],
    ] as const) {
      expect(readAmount(text), text).toBe(amount);
    }
  });

  it("takes nothing else for an amount", () => {
    for (const text of ["", "面议", "-5", "1.2.3", "15kk"]) expect(readAmount(text), text).toBeNull();
  });
});
