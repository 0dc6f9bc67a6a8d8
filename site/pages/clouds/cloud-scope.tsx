import type { BadgeFace } from "#core/badges/face.ts";
import type { Certificate } from "#core/compliance/certificates/certificate.ts";
import type { SubjectStanding } from "#core/compliance/standing/standing.ts";
import type { VersionEvaluation } from "#core/compliance/standing/evaluate.ts";
import { MAIN_TARGET, type Scope } from "#core/standards/scopes/scope.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import { instantOf, type Timestamp } from "#core/base/time/timestamp.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { InstantText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { outcomeStatus } from "../../parts/clouds/history-words.ts";
import { Notice } from "../../parts/notice.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";
import { Verdict } from "../../parts/clouds/verdict.tsx";
import { CertificateSection } from "./cloud-certificate.tsx";
import { HistorySection, type CloudHistory } from "./cloud-history.tsx";
import { TestcasesSection } from "./cloud-testcases.tsx";
import { nextDue } from "./next-due.ts";
import { statusSentence } from "./status-sentence.ts";
import { FACE_STATUS } from "./verdict.ts";

/** A cloud in a scope at an instant. */
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
  /** Id of the provider's own page, where it has one. */
  readonly providerId: string | undefined;
  readonly alias: string;
  readonly scope: Scope;
  readonly instant: Date;
  /** Another moment than now was asked for. */
  readonly isPast: boolean;
  readonly face: BadgeFace;
  readonly standing: SubjectStanding;
  readonly certificates: readonly Certificate[];
  readonly history: CloudHistory;
  readonly since: ReadonlyMap<string, Date>;
  readonly lastPasses: ReadonlyMap<string, Timestamp>;
  /** The newest check ever reported, whether it still counts or not. */
  readonly lastCheckedAt: Timestamp | undefined;
}

/** The certificate status page (SCS-0004, regulation 4): the verdict, the certificate, every result, the history. */
export function cloudScopePage(props: CloudScopePage): string {
  const { site, subject, cloud, alias, scope, face, standing, history, isPast, instant } = props;
  const path = `/certification/${subject}/${alias}`;
  const dateOf = (at: Date) => history.calendar.dateOf(at);
  const sentence = statusSentence({ cloud: cloud.name, scope: scope.name, face, standing, dateOf });
  const { certificate, manualChecks, evaluation } = standing;
  return renderPage({
    site,
    path,
    title: `${cloud.name}: ${scope.name}`,
    description: sentence,
    section: "certification",
    demo: cloud.isDemo,
    noindex: isPast || standing.presence.kind !== "online",
    styles: [ASSETS["history.css"]],
    breadcrumb: [
      { href: "/certification", text: "Certification" },
      { href: `/certification/scopes/${alias}`, text: scope.name },
      { text: cloud.name },
    ],
    alternates: [
      { type: "application/json", href: `${path}.json`, title: "This page as JSON" },
      { type: "application/atom+xml", href: `${path}/feed.xml`, title: "Changes as feed" },
    ],
    header: (
      <PageHeader eyebrow={`${scope.name} · Status of a cloud`} title={cloud.name} lead={cloud.description}>
        <Verdict status={FACE_STATUS[face.kind]} word={isPast ? `${face.message} at the time asked for` : face.message}>
          {sentence}
        </Verdict>
        <CloudFacts {...props} />
      </PageHeader>
    ),
    children: [
      isPast ? <PastNotice instant={instant} timeZone={site.timeZone} path={path} /> : null,
      <Presence standing={standing} timeZone={site.timeZone} />,
      <CertificateSection
        current={certificate}
        certificates={props.certificates}
        manualChecks={manualChecks}
        instant={instant}
        timeZone={site.timeZone}
      />,
      <Versions versions={evaluation.versions} />,
      <HistorySection history={history} path={path} />,
      <TestcasesSection
        {...props}
        evaluation={evaluation}
        timeZone={site.timeZone}
        approvals={approvalsOf(standing, instant)}
      />,
      isPast ? null : <Badge subject={subject} alias={alias} face={face} />,
    ],
  });
}

/** Results that were accepted up to an instant although they are no pass. */
function approvalsOf({ certificate }: SubjectStanding, instant: Date) {
  const events = certificate?.certificate.events ?? [];
  return events.filter((event) => event.kind === "approved").filter(({ at }) => at <= instant);
}

function CloudFacts({ site, subject, cloud, providerId, standing, isPast, lastCheckedAt }: CloudScopePage) {
  const { provider, regions } = cloud;
  const instant = (value: Date) => <InstantText instant={value} timeZone={site.timeZone} />;
  const passed = standing.evaluation.versions
    .filter(({ result, validity }) => result !== null && result >= 0 && validity !== "draft")
    .map(({ version }) => version.name);
  const due = isPast ? undefined : nextDue(standing);
  const lastCheck = lastCheckedAt === undefined ? "never" : instant(instantOf(lastCheckedAt));
  return (
    <Facts
      facts={[
        {
          term: "Provider",
          value:
            providerId === undefined ? (
              provider?.name
            ) : (
              <a href={`/certification/providers/${providerId}`}>{provider?.name}</a>
            ),
        },
        { term: "Subject", value: <code>{subject}</code> },
        { term: "Regions", value: regions?.join(", ") },
        { term: "Versions passed", value: passed.length === 0 ? "none" : passed.join(", ") },
        // On which nights an unchanged result was confirmed is not stored, so a past moment does not know it (decision 023).
        { term: "Last check", value: isPast ? undefined : lastCheck },
        {
          term: "Next due",
          value:
            due === undefined ? undefined : (
              <>
                {instant(due.at)}: {due.what}
              </>
            ),
        },
      ]}
    />
  );
}

function PastNotice({ instant, timeZone, path }: { instant: Date; timeZone: string; path: string }) {
  return (
    <Notice tone="info" label="Another moment">
      <p>
        This page speaks of <InstantText instant={instant} timeZone={timeZone} />. <a href={path}>How it stands now</a>
      </p>
    </Notice>
  );
}

/** A page that outlives its certificate says until when. */
function Presence({ standing: { presence }, timeZone }: { standing: SubjectStanding; timeZone: string }) {
  if (presence.kind !== "kept") return null;
  return (
    <Notice tone="warning" label="Kept for a successor">
      <p>
        The certificate ended on <InstantText instant={presence.endedAt} timeZone={timeZone} />. Without a new one, this
        page goes on <InstantText instant={presence.until} timeZone={timeZone} />.
      </p>
    </Notice>
  );
}

function Badge({ subject, alias, face }: { subject: string; alias: string; face: BadgeFace }) {
  return (
    <section aria-labelledby="badge">
      <h2 id="badge">Badge</h2>
      <p>
        <img src={`/badges/${subject}/${alias}.svg`} alt={`${face.label}: ${face.message}`} height={20} />
      </p>
      <p>
        The badge says what this page says. It changes by itself when a result comes in or expires.{" "}
        <a href={`/badges/${subject}/${alias}/embed`}>Embed it</a>
      </p>
    </section>
  );
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
