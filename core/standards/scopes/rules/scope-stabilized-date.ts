import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import { documentOfVersion, type ScopeRule } from "./scope-rule.ts";

/** The suite and its document tell the same story. */
export const scopeStabilizedDate: ScopeRule = {
  id: "scope-stabilized-date",
  severity: "error",
  source: SCS_0003_TESTING,
  summary: "A scope version is stabilized on the day that its document says.",
  *check({ scopes, index }) {
    for (const scope of scopes) {
      for (const [position, { version, stabilized_at: date }] of scope.file.versions.entries()) {
        const document = documentOfVersion(scope, version, index)?.summary;
        if (date === undefined || document?.stabilizedAt === undefined || document.stabilizedAt === date) continue;
        yield {
          message: `Version ${version} is stabilized on ${date}, but \`${document.documentId}.md\` says ${document.stabilizedAt}; expected the same day.`,
          place: scope.placeAt(`/versions/${position}/stabilized_at`),
        };
      }
    }
  },
};
