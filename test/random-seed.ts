import { configureGlobal } from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** Where fast-check's random numbers begin. */
    seed: number;
  }
}

// The same commit gives the same verdict; other cases are looked for by `npm run fuzz`, which begins elsewhere each time.
configureGlobal({ seed: inject("seed") });
