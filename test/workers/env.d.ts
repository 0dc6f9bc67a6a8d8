import type { D1Migration } from "cloudflare:test";

import type * as worker from "../../workers/app/index.ts";
import type { Bindings } from "../../workers/state/bindings.ts";

declare global {
  namespace Cloudflare {
    interface Env extends Bindings {
      TEST_MIGRATIONS: D1Migration[];
      /** How many damaged uploads a fuzz test tries. */
      FUZZ_CASES: string;
    }
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
