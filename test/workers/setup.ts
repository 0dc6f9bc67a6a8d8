import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach } from "vitest";

import { forgetEverything } from "../../workers/state/memory.ts";

// Every test starts from an empty, migrated database and an empty bucket, and from an isolate that remembers nothing of others.
beforeEach(async () => {
  forgetEverything();
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});
