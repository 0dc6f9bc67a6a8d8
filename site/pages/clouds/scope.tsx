import {
  MAIN_TARGET,
  type Module,
  type Scope,
  type ScopeVersion,
  type Validity,
} from "#core/standards/scopes/scope.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { renderPage } from "../../page.tsx";
import { DataTable, type Column } from "../../parts/data-table.tsx";
import { DateText } from "../../parts/date-text.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";

/** A scope as it stands today. */
export interface ScopePage {
  readonly site: SiteConfig;
  readonly alias: string;
  readonly scope: Scope;
  /** What the timeline says today; versions that it does not name are history. */
  readonly validities: ReadonlyMap<string, Validity>;
}

const VALIDITY_MARKS = {
  draft: { status: "draft", word: "Draft" },
  effective: { status: "effective", word: "In force" },
  warn: { status: "warn", word: "About to retire" },
  deprecated: { status: "deprecated", word: "Retired" },
} as const;

/** What a scope demands: its versions and the modules that each of them includes. */
export function scopePage({ site, alias, scope, validities }: ScopePage): string {
  return renderPage({
    site,
    path: `/certification/scopes/${alias}`,
    title: scope.name,
    description: `Versions, modules and test cases of the certificate scope ${scope.name}.`,
    section: "certification",
    breadcrumb: [{ href: "/certification", text: "Certification" }, { text: scope.name }],
    alternates: [
      { type: "application/json", href: `/certification/scopes/${alias}.json`, title: "This scope as JSON" },
    ],
    header: (
      <PageHeader eyebrow="Certificate scope" title={scope.name}>
        <Facts
          facts={[
            { term: "Test cases", value: String(scope.testcases.size) },
            { term: "Modules", value: String(scope.modules.length) },
            { term: "Identity", value: <code>{scope.uuid}</code> },
            { term: "Source", value: scope.url === undefined ? undefined : <a href={scope.url}>Scope file</a> },
          ]}
        />
      </PageHeader>
    ),
    children: [
      <Versions scope={scope} validities={validities} />,
      <Chart scope={scope} validities={validities} />,
      <p>
        <a href="/certification">Which clouds conform</a>
      </p>,
    ],
  });
}

const VERSION_COLUMNS: readonly Column[] = [
  { title: "Version" },
  { title: "Standing today" },
  { title: "Stable since" },
  { title: "Demanded tests", align: "number" },
];

function Versions({ scope, validities }: Pick<ScopePage, "scope" | "validities">) {
  const rows = scope.versions.map(({ name, stabilizedAt, targets }) => {
    const validity = validities.get(name);
    return {
      cells: [
        name,
        validity === undefined ? (
          <StatusMark status="deprecated" word="No longer evaluated" />
        ) : (
          <StatusMark {...VALIDITY_MARKS[validity]} />
        ),
        stabilizedAt === undefined ? null : <DateText date={stabilizedAt} />,
        String(targets.get(MAIN_TARGET)?.length ?? 0),
      ],
    };
  });
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <DataTable caption="Versions of the scope" columns={VERSION_COLUMNS} rows={rows} />
    </section>
  );
}

function Chart({ scope, validities }: Pick<ScopePage, "scope" | "validities">) {
  const versions = scope.versions.filter(({ name }) => validities.has(name));
  const shown = versions.length === 0 ? scope.versions : versions;
  const modules = scope.modules.filter((module) => shown.some((version) => version.modules.includes(module)));
  const columns: readonly Column[] = [{ title: "Module", wide: true }, ...shown.map(({ name }) => ({ title: name }))];
  return (
    <section aria-labelledby="modules">
      <h2 id="modules">Modules by version</h2>
      <DataTable
        caption="Modules that each version includes"
        columns={columns}
        rows={modules.map((module) => ({
          id: `module-${module.id}`,
          cells: [<ModuleName module={module} />, ...shown.map((version) => inclusion(module, version))],
        }))}
      />
    </section>
  );
}

function ModuleName({ module: { id, name, url } }: { module: Module }) {
  return (
    <>
      {url === undefined ? name : <a href={url}>{name}</a>}{" "}
      <small>
        <code>{id}</code>
      </small>
    </>
  );
}

/** How many tests the module adds to the version, or that it is not part of it. */
function inclusion(module: Module, version: ScopeVersion) {
  if (!version.modules.includes(module)) return null;
  const demanded = module.targets.get(MAIN_TARGET)?.length ?? 0;
  return demanded === 0 ? "included, not tested" : `${demanded} ${demanded === 1 ? "test" : "tests"}`;
}
