import type { BadgeFace } from "#core/badges/face.ts";
import type { LiveResult, Outcome, ScopeEvaluation, VersionEvaluation } from "#core/certification/evaluate.ts";
import { MAIN_TARGET, type Scope, type Testcase } from "#core/certification/scope.ts";
import type { SiteConfig } from "#core/publishing/site-config.ts";
import { instantOf, type Timestamp } from "#core/time/timestamp.ts";

import { renderPage } from "../../page.tsx";
import { CodedText } from "../../parts/coded-text.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/page-header.tsx";
import { StatusMark, type Status } from "../../parts/status-mark.tsx";
import { Verdict } from "../../parts/verdict.tsx";
import { FACE_STATUS, verdictSentence } from "./verdict.ts";

/** A cloud in a scope. */
export interface CloudScopePage {
  readonly site: SiteConfig;
  readonly subject: string;
  readonly cloud: {
    readonly name: string;
    readonly provider: { readonly name: string; readonly url?: string | undefined } | undefined;
    readonly description?: string | undefined;
    readonly regions?: readonly string[] | undefined;
    readonly isDemo: boolean;
  };
  readonly alias: string;
  readonly scope: Scope;
  readonly face: BadgeFace;
  readonly evaluation: ScopeEvaluation;
  /** The newest check ever reported, whether it still counts or not. */
  readonly lastCheckedAt: Timestamp | undefined;
}

/** How a cloud stands in a scope: the verdict, the versions, every testcase with its evidence. */
export function cloudScopePage(props: CloudScopePage): string {
  const { site, subject, cloud, alias, scope, face, evaluation } = props;
  const path = `/certification/${subject}/${alias}`;
  const title = `${cloud.name}: ${scope.name}`;
  const sentence = verdictSentence({ cloud: cloud.name, scope: scope.name, face, evaluation });
  return renderPage({
    site,
    path,
    title,
    description: sentence,
    section: "certification",
    demo: cloud.isDemo,
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      { href: `/certification/scopes/${alias}`, text: scope.name },
      { text: cloud.name },
    ],
    alternates: [{ type: "application/json", href: `${path}.json`, title: "This page as JSON" }],
    header: (
      <PageHeader eyebrow={`${scope.name} · Status of a cloud`} title={cloud.name} lead={cloud.description}>
        <Verdict status={FACE_STATUS[face.kind]} word={face.message}>
          {sentence}
        </Verdict>
        <CloudFacts {...props} />
      </PageHeader>
    ),
    children: [
      <Badge subject={subject} alias={alias} face={face} />,
      <Versions versions={evaluation.versions} />,
      <Testcases {...props} />,
    ],
  });
}

function CloudFacts({ site, subject, cloud, evaluation, lastCheckedAt }: CloudScopePage) {
  const { provider, regions } = cloud;
  const name = provider?.url === undefined ? provider?.name : <a href={provider.url}>{provider.name}</a>;
  const instant = (value: Date) => <InstantText instant={value} timeZone={site.timeZone} />;
  return (
    <Facts
      facts={[
        { term: "Provider", value: name },
        { term: "Subject", value: <code>{subject}</code> },
        { term: "Regions", value: regions?.join(", ") },
        { term: "Last check", value: lastCheckedAt === undefined ? "never" : instant(instantOf(lastCheckedAt)) },
        {
          term: "Holds without new reports until",
          value: evaluation.nextChange === undefined ? undefined : instant(evaluation.nextChange),
        },
      ]}
    />
  );
}

function Badge({ subject, alias, face }: { subject: string; alias: string; face: BadgeFace }) {
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">Badge</h2>
      <p>
        <img src={`/badges/${subject}/${alias}.svg`} alt={`${face.label}: ${face.message}`} height={20} />
      </p>
      <p>The badge says what this page says. It changes by itself when a result comes in or expires.</p>
    </section>
  );
}

const OUTCOME_STATUS = { "1": "pass", "0": "aborted", "-1": "fail", null: "missing" } as const;

function outcomeStatus(outcome: Outcome): Status {
  return OUTCOME_STATUS[String(outcome) as keyof typeof OUTCOME_STATUS];
}

const VALIDITY_WORDS = {
  draft: { status: "draft", word: "Draft" },
  effective: { status: "effective", word: "In force" },
  warn: { status: "warn", word: "About to retire" },
  deprecated: { status: "deprecated", word: "Retired" },
} as const;

const VERSION_COLUMNS: readonly Column[] = [
  { title: "Version" },
  { title: "Standing" },
  { title: "Demanded tests", align: "number" },
  { title: "Result" },
];

function Versions({ versions }: { versions: readonly VersionEvaluation[] }) {
  if (versions.length === 0) return null;
  const rows = versions.map(({ version, validity, result, targets }): Row => ({
    cells: [
      version.name,
      <StatusMark {...VALIDITY_WORDS[validity]} />,
      String(targets.get(MAIN_TARGET)?.testcases.length ?? 0),
      <StatusMark status={outcomeStatus(result)} />,
    ],
  }));
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <DataTable caption="Versions of the scope and their results" columns={VERSION_COLUMNS} rows={rows} />
    </section>
  );
}

const TESTCASE_COLUMNS: readonly Column[] = [
  { title: "Test case", wide: true },
  { title: "Result" },
  { title: "Checked" },
  { title: "Counts until" },
  { title: "Demanded by" },
];

/** Failures first, then what is missing, then what gave no verdict: in the order in which somebody has to act. */
function Testcases({ site, scope, evaluation }: CloudScopePage) {
  const { failed, missing, aborted, passed } = evaluation.buckets;
  const ids = [...failed, ...missing, ...aborted, ...passed];
  if (ids.length === 0) return null;
  const summary = [
    `${failed.length} failed`,
    `${missing.length} missing`,
    `${aborted.length} without verdict`,
    `${passed.length} passed`,
  ].join(", ");
  return (
    <section aria-labelledby="tests">
      <h2 id="tests">Test cases</h2>
      <p>
        {summary}. Times are in the zone {site.timeZone}.
      </p>
      <DataTable
        caption="Test cases and their results"
        columns={TESTCASE_COLUMNS}
        rows={ids.flatMap((id) => {
          const testcase = scope.testcases.get(id);
          return testcase === undefined ? [] : [testcaseRow(testcase, evaluation, site.timeZone)];
        })}
        stacks
      />
    </section>
  );
}

function testcaseRow(testcase: Testcase, evaluation: ScopeEvaluation, timeZone: string): Row {
  const live = evaluation.results.get(testcase.id);
  const demandedBy = evaluation.versions.filter(({ targets }) =>
    targets.get(MAIN_TARGET)?.testcases.includes(testcase.id),
  );
  return {
    id: testcase.id,
    cells: [
      <TestcaseName testcase={testcase} />,
      <StatusMark status={outcomeStatus(live?.value ?? null)} />,
      live === undefined ? null : <Evidence live={live} timeZone={timeZone} />,
      live === undefined ? null : <InstantText instant={live.expiresAt} timeZone={timeZone} />,
      demandedBy.length === 0 ? null : demandedBy.map(({ version }) => version.name).join(", "),
    ],
  };
}

function TestcaseName({ testcase: { id, description, url } }: { testcase: Testcase }) {
  return (
    <>
      {url === undefined ? <code>{id}</code> : <a href={url}>{<code>{id}</code>}</a>}
      {description === "" ? null : (
        <>
          <br />
          <small>
            <CodedText text={description} />
          </small>
        </>
      )}
    </>
  );
}

function Evidence({ live, timeZone }: { live: LiveResult; timeZone: string }) {
  return (
    <a href={`/certification/reports/${live.reportUuid}#${live.testcase}`}>
      <InstantText instant={instantOf(live.checkedAt)} timeZone={timeZone} />
    </a>
  );
}
