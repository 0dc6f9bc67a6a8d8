import type { ScopeInclusion } from "../../scope-inclusion.ts";
import type { DocumentRelations } from "#core/standards/documents/catalog.ts";
import type { DocumentSummary } from "#core/standards/documents/document-summary.ts";
import { documentHref, type NumberEntry, type Phase } from "../../standards-index.ts";
import { Facts } from "../facts.tsx";
import { PhaseMark } from "./phase-mark.tsx";
import { StatusSentence } from "../clouds/status-sentence.tsx";

interface Props {
  readonly page: {
    readonly document: DocumentSummary;
    readonly relations: DocumentRelations;
    readonly today: string;
    readonly inclusions?: readonly ScopeInclusion[];
  };
  readonly phase: Phase;
  readonly number: NumberEntry | undefined;
}

/** The facts under the title: status and its meaning, the other versions, what goes with the document. */
export function DocumentFacts({ page, phase, number }: Props) {
  const { document, relations, today, inclusions = [] } = page;
  return (
    <Facts
      facts={[
        {
          term: "Status",
          value: (
            <>
              <PhaseMark phase={phase} /> <StatusSentence document={document} phase={phase} today={today} />
            </>
          ),
        },
        { term: "Versions", value: number === undefined ? undefined : versions(number, document.documentId) },
        { term: "Replaces", value: documents(relations.predecessors) },
        { term: "Replaced by", value: documents(relations.successors) },
        { term: "Supplements", value: documents(relations.supplements) },
        { term: "Supplement to", value: documents(relations.supplemented) },
        { term: "Required by", value: scopes(inclusions) },
        { term: "Checked by", value: testcases(document.documentId, inclusions) },
      ]}
    />
  );
}

function versions(number: NumberEntry, currentId: string) {
  if (number.versions.length < 2) return undefined;
  return (
    <ul class="inline-list">
      {number.versions.map(({ href, label, document, phase }) => (
        <li>
          {document.documentId === currentId ? <strong>{label}</strong> : <a href={href}>{label}</a>}{" "}
          <PhaseMark phase={phase} bare />
        </li>
      ))}
    </ul>
  );
}

function scopes(inclusions: readonly ScopeInclusion[]) {
  const including = inclusions.filter(({ versions }) => versions.length > 0);
  if (including.length === 0) return undefined;
  return (
    <ul class="inline-list">
      {including.map(({ href, name, versions }) => (
        <li>
          <a href={href}>{name}</a> {versions.join(", ")}
        </li>
      ))}
    </ul>
  );
}

function testcases(documentId: string, inclusions: readonly ScopeInclusion[]) {
  const count = inclusions.reduce((sum, { testcaseCount }) => sum + testcaseCount, 0);
  if (count === 0) return undefined;
  const text = count === 1 ? "1 test case" : `${count} test cases`;
  return <a href={`${documentHref(documentId)}/requirements`}>{text}</a>;
}

function documents(list: Props["page"]["relations"]["supplements"]) {
  if (list.length === 0) return undefined;
  return (
    <ul class="inline-list">
      {list.map(({ documentId, number, series, version, title }) => (
        <li>
          <a href={documentHref(documentId)}>
            {number === undefined ? documentId : `${number} ${series}${version}`}: {title}
          </a>
        </li>
      ))}
    </ul>
  );
}
