import type { ResultValue } from "#core/compliance/standing/evaluate.ts";
import type { ShownInvocation, ShownReport } from "#core/compliance/results/show-report.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DataTable, type Column } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";

/** A report with what is known of its upload. */
export interface ReportPage {
  readonly site: SiteConfig;
  readonly report: ShownReport;
  readonly checkedAt: Date;
  readonly upload: {
    readonly by: string;
    readonly at: Date;
    readonly documentSha256: string;
    readonly keyType: string;
    readonly fingerprint: string;
  };
  /** Alias of the scope where it is published. */
  readonly alias: string | undefined;
  readonly isDemo: boolean;
}

/** The evidence: what was checked, what came out, who signed it. */
export function reportPage(props: ReportPage): string {
  const { site, report, alias, isDemo } = props;
  const title = `Report on ${report.subject}`;
  return renderPage({
    site,
    path: `/certification/reports/${report.uuid}`,
    title,
    description: `Compliance report ${report.uuid} on ${report.subject} for ${report.scope.name}.`,
    section: "certification",
    demo: isDemo,
    noindex: true,
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      ...(alias === undefined
        ? []
        : [{ href: `/certification/${report.subject}/${alias}`, text: `${report.subject}: ${report.scope.name}` }]),
      { text: "Report" },
    ],
    header: (
      <PageHeader eyebrow={`${report.scope.name} · Signed report`} title={title}>
        <ReportFacts {...props} />
      </PageHeader>
    ),
    children: [
      report.invocations.some(({ isRedacted }) => isRedacted) ? (
        <Notice tone="info" label="Shortened">
          <p>Captured output may tell secrets of the cloud, so only its harmless lines are shown here.</p>
        </Notice>
      ) : null,
      ...report.invocations.map((invocation, index) => <Invocation invocation={invocation} number={index + 1} />),
      <ResultsByVersion report={report} />,
      <Verify report={report} upload={props.upload} />,
    ],
  });
}

function ReportFacts({ site, report, checkedAt, upload }: ReportPage) {
  const assignment = report.assignment.map(([name, value]) => `${name}=${value}`).join(", ");
  return (
    <Facts
      facts={[
        { term: "Checked", value: <InstantText instant={checkedAt} timeZone={site.timeZone} /> },
        { term: "Uploaded", value: <InstantText instant={upload.at} timeZone={site.timeZone} /> },
        { term: "Uploaded by", value: <code>{upload.by}</code> },
        { term: "Signed with", value: <code>{`${upload.keyType} ${upload.fingerprint}`}</code> },
        { term: "Assignment", value: assignment === "" ? undefined : <code>{assignment}</code> },
        { term: "Identity", value: <code>{report.uuid}</code> },
      ]}
    />
  );
}

const RESULT_STATUS = { "1": "pass", "0": "aborted", "-1": "fail" } as const;

function Result({ value }: { value: ResultValue }) {
  return <StatusMark status={RESULT_STATUS[`${value}`]} />;
}

const COLUMNS: readonly Column[] = [{ title: "Test case", wide: true }, { title: "Result" }];

function Invocation({ invocation, number }: { invocation: ShownInvocation; number: number }) {
  const { id, command, exitCode, results, counters, stdout, stderr } = invocation;
  const loud = counters.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} ${severity}`);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>Run {number}</h2>
      <Facts
        facts={[
          { term: "Command", value: command === "" ? undefined : <code>{command}</code> },
          { term: "Exit code", value: exitCode === "" ? undefined : exitCode },
          { term: "Messages", value: loud.length === 0 ? undefined : loud.join(", ") },
        ]}
      />
      {results.length === 0 ? null : (
        <DataTable
          caption={`Results of run ${number}`}
          columns={COLUMNS}
          rows={results.map(({ testcase, value }) => ({
            id: testcase,
            cells: [<code>{testcase}</code>, <Result value={value} />],
          }))}
        />
      )}
      <Output name="Standard output" lines={stdout} />
      <Output name="Standard error" lines={stderr} />
    </section>
  );
}

function Output({ name, lines }: { name: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>
        {name}, {lines.length} {lines.length === 1 ? "line" : "lines"}
      </summary>
      <pre tabindex={0} aria-label={name}>
        {lines.join("\n")}
      </pre>
    </details>
  );
}

function ResultsByVersion({ report: { resultsByVersion } }: { report: ShownReport }) {
  if (resultsByVersion.length === 0) return null;
  return (
    <section aria-labelledby="results">
      <h2 id="results">Results by version</h2>
      <DataTable
        caption="Results by version"
        columns={[{ title: "Test case", wide: true }, { title: "Version" }, { title: "Result" }]}
        rows={resultsByVersion.map(({ version, testcase, value }) => ({
          cells: [<code>{testcase}</code>, version, <Result value={value} />],
        }))}
      />
    </section>
  );
}

function Verify({ report, upload }: Pick<ReportPage, "report" | "upload">) {
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">Verify it yourself</h2>
      <p>
        The signed bytes are kept as they came. <a href={`/reports/${report.uuid}.sig`}>The signature</a> is public; the{" "}
        <a href={`/reports/${report.uuid}/raw`} rel="nofollow">
          original bytes
        </a>{" "}
        are for the cloud itself and for those who may read all reports. SHA-256 of the bytes:{" "}
        <code>{upload.documentSha256}</code>
      </p>
    </section>
  );
}
