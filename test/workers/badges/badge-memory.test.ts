import { expect, test } from "vitest";

import { heldBytes } from "../../../workers/state/memory.ts";
import { MEMORY_BOUNDS } from "../../../workers/state/memory-bounds.ts";
import { getPage } from "../publish-tree.ts";

/** A thousand were tried once and held no more. */
const PICTURES = 200;

/** An address that nobody asked for before, the largest picture: tens of kilobytes each. */
const address = (number: number): string => `/badges/nobody/nothing.png?style=seal&size=3x&label=${number}`;

test("pictures with made-up labels take no more memory than badges may", async () => {
  const { maxBytes } = MEMORY_BOUNDS.badges;
  let [sent, most] = [0, 0];
  for (let number = 0; number < PICTURES; number += 1) {
    const response = await getPage(address(number));
    expect(response.headers.get("content-type")).toBe("image/png");
    sent += (await response.arrayBuffer()).byteLength;
    most = Math.max(most, heldBytes(MEMORY_BOUNDS.badges));
  }
  // Bounded by entries alone, all of them would be held.
  expect(PICTURES).toBeLessThan(MEMORY_BOUNDS.badges.maxEntries);
  expect(sent).toBeGreaterThan(1.5 * maxBytes);
  expect(most).toBeGreaterThan(maxBytes / 2);
  expect(most).toBeLessThanOrEqual(maxBytes);
});
