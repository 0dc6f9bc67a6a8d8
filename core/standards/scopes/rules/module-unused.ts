import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import type { ScopeRule } from "./scope-rule.ts";

/** A module that no certificate is made of. */
export const moduleUnused: ScopeRule = {
  id: "module-unused",
  severity: "note",
  source: SCS_0003_TESTING,
  summary: "Every module belongs to a version.",
  *check({ scopes }) {
    for (const { file, placeAt } of scopes) {
      const used = new Set(
        file.versions.flatMap(({ include }) => include.map((one) => (typeof one === "string" ? one : one.ref))),
      );
      for (const [position, { id }] of file.modules.entries()) {
        if (used.has(id)) continue;
        yield { message: `No version includes the module \`${id}\`.`, place: placeAt(`/modules/${position}/id`) };
      }
    }
  },
};
