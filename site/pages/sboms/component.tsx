import type { Finding } from "#core/base/finding.ts";
import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { ComponentRecord, SbomDetail } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import { renderPage } from "../../page.tsx";
import { DataTable } from "../../parts/data-table.tsx";
import { Facts } from "../../parts/facts.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import type { GraphPlace } from "./dependencies.tsx";
import { FindingList } from "./findings.tsx";
import { countOf, formatCount } from "./list-pager.tsx";
import {
  componentHref,
  dependenciesHref,
  nameOfComponent,
  sourceHref,
  titleOfComponent,
  titleOfSbom,
} from "./sbom-names.ts";

/** A component with its place in the graph. */
export interface ComponentPage {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
  readonly component: ComponentRecord;
  /** Ways from the subject to it, the shortest first. */
  readonly paths: readonly (readonly GraphPlace[])[];
  readonly hasMorePaths: boolean;
  /** The document says something about dependencies. */
  readonly isStated: boolean;
  /** What it needs and who needs it; lists are cut, counts are not. */
  readonly needs: PlaceList;
  readonly neededBy: PlaceList;
  /** What the check had to say about it. */
  readonly findings: readonly Finding[];
}

/** Some places of how many. */
export interface PlaceList {
  readonly shown: readonly GraphPlace[];
  readonly total: number;
}

/** The page of one component. */
export function componentPage(props: ComponentPage): string {
  const { site, sbom, component, needs, neededBy, findings } = props;
  const title = titleOfComponent(component);
  const path = componentHref(sbom.id, component.number);
  const sbomTitle = titleOfSbom(sbom);
  return renderPage({
    site,
    path,
    title: `${title} in ${sbomTitle}`,
    description: `What the bill of materials of ${sbomTitle} says about ${title}, and why it is there.`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: true,
    breadcrumb: [
      { href: "/sboms", text: "SBOMs" },
      { href: `/sboms/${sbom.id}`, text: sbomTitle },
      { text: nameOfComponent(component) },
    ],
    alternates: [{ type: "application/json", href: `${path}.json`, title: "This component as JSON" }],
    styles: [ASSETS["sboms.css"]],
    header: (
      <PageHeader eyebrow={`Component of ${sbomTitle}`} title={title}>
        <ComponentFacts sbom={sbom} component={component} />
      </PageHeader>
    ),
    children: [
      <Hashes component={component} />,
      <Paths {...props} />,
      <Places id="needs" title="Needs" list={needs} more={dependenciesHref(sbom.id, component.number)} />,
      <Places id="needed-by" title="Needed by" list={neededBy} />,
      findings.length === 0 ? null : (
        <section aria-labelledby="findings">
          <h2 id="findings">Findings</h2>
          <FindingList sbomId={sbom.id} findings={findings} />
        </section>
      ),
    ],
  });
}

function ComponentFacts({ sbom, component }: Pick<ComponentPage, "sbom" | "component">) {
  const { version, type, group, purl, licenses, bomRef, pointer, number } = component;
  return (
    <Facts
      facts={[
        { term: "Version", value: version === "" ? undefined : version },
        { term: "Type", value: type },
        { term: "Group", value: group === "" ? undefined : group },
        { term: "License", value: licenses.length === 0 ? undefined : licenses.join(", ") },
        { term: "Package URL", value: purl === undefined ? undefined : <code>{purl}</code> },
        { term: "Reference", value: bomRef === undefined || bomRef === purl ? undefined : <code>{bomRef}</code> },
        {
          term: "In the source",
          value: (
            <a rel="nofollow" href={sourceHref(sbom.id, pointer)}>
              <code>{pointer}</code>
            </a>
          ),
        },
        {
          term: "Dependencies",
          value: (
            <a rel="nofollow" href={dependenciesHref(sbom.id, number)}>
              Tree and graph
            </a>
          ),
        },
      ]}
    />
  );
}

function Hashes({ component: { hashes } }: Pick<ComponentPage, "component">) {
  if (hashes.length === 0) return null;
  return (
    <section aria-labelledby="hashes">
      <h2 id="hashes">Hashes</h2>
      <DataTable
        caption="Hashes of the component"
        columns={[{ title: "Algorithm" }, { title: "Value", wide: true }]}
        rows={hashes.map(({ alg, content }) => ({ cells: [alg, <code>{content}</code>] }))}
      />
    </section>
  );
}

function Paths({ sbom, paths, hasMorePaths, isStated }: ComponentPage) {
  return (
    <section aria-labelledby="paths">
      <h2 id="paths">Why it is there</h2>
      {paths.length === 0 ? (
        <p>
          {isStated
            ? `No dependency leads from ${titleOfSbom(sbom)} to it: it is listed, but nothing says what needs it.`
            : "The document says nothing about dependencies."}
        </p>
      ) : (
        <>
          <p>
            {hasMorePaths
              ? `The ${formatCount(paths.length)} shortest of many ways from ${titleOfSbom(sbom)} to it:`
              : `${countOf(paths.length, "way")} from ${titleOfSbom(sbom)} to it:`}
          </p>
          <ol class="path-list">
            {paths.map((path) => (
              <li>
                {path.map((place, index) => (
                  <>
                    {index === 0 ? "" : " → "}
                    <PlaceLink place={place} isHere={index === path.length - 1} />
                  </>
                ))}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Places({ id, title, list, more }: { id: string; title: string; list: PlaceList; more?: string }) {
  if (list.total === 0) return null;
  const rest = list.total - list.shown.length;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} ({formatCount(list.total)})
      </h2>
      <ul class="place-list">
        {list.shown.map((place) => (
          <li>
            <PlaceLink place={place} />
          </li>
        ))}
      </ul>
      {rest === 0 ? null : (
        <p>
          {more === undefined ? (
            `${formatCount(rest)} more.`
          ) : (
            <a rel="nofollow" href={more}>
              {formatCount(rest)} more in the tree
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** A node of the graph by its name; a link where it has a page. */
export function PlaceLink({ place: { title, href }, isHere = false }: { place: GraphPlace; isHere?: boolean }) {
  if (isHere) return <strong>{title}</strong>;
  return href === undefined ? <code>{title}</code> : <a href={href}>{title}</a>;
}
