import { test } from "vitest";

// The one file that Vitest is asked to run; the runner beside it then runs what it was told to, many times over.
test("the process is up", () => undefined);
