import type { DocumentPage } from "../pages/document.tsx";
import { documentHref, type NumberEntry, type Phase } from "../standards-index.ts";
import { Facts } from "./facts.tsx";
import { PhaseMark } from "./phase-mark.tsx";
import { StatusSentence } from "./status-sentence.tsx";

interface Props {
  readonly page: Pick<DocumentPage, "document" | "relations" | "today">;
  readonly phase: Phase;
  readonly number: NumberEntry | undefined;
}

/** The facts under the title: status and its meaning, the other versions, what goes with the document. */
export function DocumentFacts({ page: { document, relations, today }, phase, number }: Props) {
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
