import { expect, test } from "vitest";
import { between, OUTER, radiusAt, ruled, spotAt } from "./ring";

test("areas are true: a ring of twice the area has √2 the radius", () => {
  expect(radiusAt(5, 5)).toBe(OUTER);
  for (const reach of [1, 3, 5, 10]) {
    expect(radiusAt(1, reach) ** 2 / radiusAt(reach, reach) ** 2).toBeCloseTo(1 / reach);
  }
});

test.each([
  [0, 0, -1],
  [90, 1, 0],
  [180, 0, 1],
  [270, -1, 0],
])("a bearing of %i degrees lies where it does on a map", (bearing, x, y) => {
  const spot = spotAt(2, bearing, 5);
  const radius = radiusAt(2, 5);
  expect(spot.x).toBeCloseTo(x * radius);
  expect(spot.y).toBeCloseTo(y * radius);
});

test("what rounding puts outside is drawn on the outermost circle", () => {
  const { x, y } = spotAt(5.2, 45, 5);
  expect(Math.hypot(x, y)).toBeCloseTo(OUTER);
});

test("only circles within the reach are ruled, with soft ones between", () => {
  expect(ruled(1)).toEqual([1]);
  expect(ruled(10)).toEqual([1, 3, 5, 10]);
  expect(between(5)).toEqual([2, 4]);
  expect(between(1)).toEqual([]);
});
