import { expect, test } from "vitest";

import { ENGLISH_MONTHS } from "#core/base/time/month-names.ts";

test("the months are those that the runtime knows in English, January first", () => {
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" });
  const known = Array.from({ length: 12 }, (_, month) => name.format(new Date(Date.UTC(2026, month, 15))));
  expect(ENGLISH_MONTHS).toEqual(known);
});
