import type { RequirementEntry, TestcaseEntry, Testing } from "../../requirement-entry.ts";
import { DataTable } from "../data-table.tsx";
import { DateText } from "../date-text.tsx";
import { RequirementText } from "./requirement-text.tsx";
import { StatusMark } from "./status-mark.tsx";

/** What the marks in the last column mean. */
export function TestingLegend() {
  return (
    <p class="legend">
      A test case is linked where its address or its id names the requirement. “Unclear” means that test cases check the
      document, but none of them names this sentence; “not tested”, that no test case checks the document at all.
    </p>
  );
}

const UNTESTED: Record<Exclude<Testing, "tested">, string> = { unclear: "Unclear", untested: "Not tested" };

/** Requirements with the test cases that check each; `caption` names the table. */
export function RequirementTable(props: {
  caption: string;
  entries: readonly RequirementEntry[];
  /** Begins the ids of the rows, where a page has several tables. */
  idPrefix?: string;
}) {
  const { caption, entries, idPrefix = "" } = props;
  return (
    <DataTable
      caption={caption}
      class="requirements"
      stacks
      columns={[
        { title: "Id" },
        { title: "Level" },
        { title: "Requirement", wide: true },
        { title: "Checked by", wide: true },
      ]}
      rows={entries.map((entry) => ({
        id: idPrefix + entry.id,
        cells: [<a href={entry.href}>{entry.id}</a>, entry.level, <Sentence entry={entry} />, <Checks entry={entry} />],
      }))}
    />
  );
}

function Sentence({ entry: { text, details, changedOn } }: { entry: RequirementEntry }) {
  return (
    <>
      <RequirementText text={text} />
      {details === undefined ? null : (
        <span class="supplement-line">
          <RequirementText text={details} />
        </span>
      )}
      {changedOn === undefined ? null : (
        <span class="supplement-line">
          Changed on <DateText date={changedOn} />
        </span>
      )}
    </>
  );
}

function Checks({ entry: { testing, testcases } }: { entry: RequirementEntry }) {
  if (testing !== "tested") {
    return <StatusMark status={testing === "untested" ? "missing" : "unknown"} word={UNTESTED[testing]} />;
  }
  return <TestcaseList testcases={testcases} />;
}

/** Test cases with the number of clouds that pass each now. */
export function TestcaseList({ testcases }: { testcases: readonly TestcaseEntry[] }) {
  return (
    <ul class="plain-list">
      {testcases.map(({ id, href, description, clouds }) => (
        <li>
          <a href={href} title={description}>
            <code>{id}</code>
          </a>
          {clouds === undefined ? null : (
            <span class="supplement-line">
              {clouds.passing} of {clouds.tested} {clouds.tested === 1 ? "cloud passes" : "clouds pass"}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
