import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import { documentOfModule, includedModule, versionsInForce, type ScopeRule } from "./scope-rule.ts";

/** A certificate does not rest on what may still change. */
export const scopeIncludesDraft: ScopeRule = {
  id: "scope-includes-draft",
  severity: "error",
  source: SCS_0003_TESTING,
  summary: "A scope version in force includes only standards that are stable.",
  *check(context) {
    for (const scope of context.scopes) {
      const live = versionsInForce(scope.file);
      for (const [position, { version, include }] of scope.file.versions.entries()) {
        if (!live.has(version)) continue;
        for (const [at, inclusion] of include.entries()) {
          const entry = documentOfModule(includedModule(scope, inclusion), context);
          if (entry?.summary.status !== "Draft") continue;
          yield {
            message: `Version ${version} is in force, but \`${entry.summary.documentId}\`, which it includes, is a Draft; expected a Stable standard.`,
            place: scope.placeAt(`/versions/${position}/include/${at}`),
          };
        }
      }
    }
  },
};
