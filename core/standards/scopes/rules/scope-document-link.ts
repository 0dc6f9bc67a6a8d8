import { SCS_0003_TESTING } from "../../rules/parts/sources.ts";
import { documentOfModule, documentOfVersion, includedModule, type ScopeRule } from "./scope-rule.ts";

/** Who reads the scope's document finds every standard that is tested. */
export const scopeDocumentLink: ScopeRule = {
  id: "scope-document-link",
  severity: "error",
  source: SCS_0003_TESTING,
  summary: "The document of a scope version links to every standard that the version includes.",
  *check(context) {
    for (const scope of context.scopes) {
      for (const [position, { version, include }] of scope.file.versions.entries()) {
        const described = documentOfVersion(scope, version, context.index);
        if (described === undefined) continue;
        for (const [at, inclusion] of include.entries()) {
          const included = documentOfModule(includedModule(scope, inclusion), context)?.summary.documentId;
          if (included === undefined || described.links.includes(included)) continue;
          yield {
            message: `Version ${version} includes \`${included}\`, but \`${described.summary.documentId}.md\` does not link to it; expected a link.`,
            place: scope.placeAt(`/versions/${position}/include/${at}`),
          };
        }
      }
    }
  },
};
