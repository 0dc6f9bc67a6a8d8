// Ten thousand random cases take half a minute: part of `npm run test:slow`.
import { test } from "vitest";

import { expectReference } from "./evaluate-arbitraries.ts";

test("the evaluation equals a slow, obvious reference on ten thousand random scopes, timelines, results and dates", () => {
  expectReference(10_000);
});
