import type { SiteConfig } from "#core/standards/publishing/site-config.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";

import { ASSETS } from "../../compiled/asset-names.js";
import type { GraphLayout } from "../../decision-graph.ts";
import { renderPage } from "../../page.tsx";
import { GraphDrawing } from "../../parts/standards/graph-drawing.tsx";
import { Notice } from "../../parts/notice.tsx";
import { PageHeader } from "../../parts/frame/page-header.tsx";
import { ListPager } from "./list-pager.tsx";
import { countOf, formatCount } from "./list-pager.tsx";
import type { ListPosition } from "./list-position.ts";
import { dependenciesHref, titleOfSbom } from "./sbom-names.ts";

/** A node of the dependency graph by its name. */
export interface GraphPlace {
  readonly node: number;
  readonly title: string;
  /** Its page; the resolver for a BOM-Link; undefined for a reference that leads nowhere here. */
  readonly href: string | undefined;
}

/** A node with what can be seen of it in a tree. */
export interface TreePlace extends GraphPlace {
  /** How many nodes it needs. */
  readonly needs: number;
}

/** A part of the dependency graph: a node, what it needs, and what lies around it. */
export interface DependenciesPage {
  readonly site: SiteConfig;
  readonly sbom: SbomDetail;
  readonly place: TreePlace;
  /** The page is about the subject. */
  readonly isRoot: boolean;
  readonly isStated: boolean;
  /** One page of what it needs. */
  readonly needs: readonly TreePlace[];
  readonly list: ListPosition;
  /** The neighborhood as a drawing; it has no more boxes than fit on a screen or two. */
  readonly layout: GraphLayout;
  /** Components that nothing leads to, only on the page of the subject. */
  readonly unreached: { readonly shown: readonly TreePlace[]; readonly total: number };
}

/** The dependencies of one node, as a drawing and as a tree that opens. */
export function dependenciesPage(props: DependenciesPage): string {
  const { site, sbom, place, isRoot, layout } = props;
  const sbomTitle = titleOfSbom(sbom);
  const path = `/sboms/${sbom.id}/dependencies`;
  const here = isRoot ? path : `${path}?at=${place.node}`;
  return renderPage({
    site,
    path: here,
    title: isRoot ? `Dependencies of ${sbomTitle}` : `Dependencies of ${place.title} in ${sbomTitle}`,
    section: "sboms",
    demo: sbom.isDemo,
    noindex: true,
    breadcrumb: [
      { href: "/sboms", text: "SBOMs" },
      { href: `/sboms/${sbom.id}`, text: sbomTitle },
      ...(isRoot ? [] : [{ href: path, text: "Dependencies" }]),
      { text: isRoot ? "Dependencies" : place.title },
    ],
    alternates: [
      {
        type: "application/json",
        href: `${path}.json${isRoot ? "" : `?at=${place.node}`}`,
        title: "These dependencies as JSON",
      },
    ],
    styles: [ASSETS["sboms.css"], ASSETS["graph.css"]],
    scripts: [ASSETS["sbom-tree.js"]],
    header: (
      <PageHeader eyebrow={`Dependencies in ${sbomTitle}`} title={place.title}>
        <p class="lead">
          Needs {countOf(place.needs, "component")} directly.{" "}
          {isRoot || place.href === undefined ? null : <a href={place.href}>About this component</a>}
        </p>
      </PageHeader>
    ),
    children: [
      props.isStated ? null : (
        <Notice tone="info">
          <p>The document says nothing about dependencies; what is shown follows from what contains what.</p>
        </Notice>
      ),
      layout.boxes.length < 2 ? null : (
        <section aria-labelledby="graph">
          <h2 id="graph">Graph</h2>
          <p class="list-summary">
            Left what needs it, right what it needs, and what that needs. A click moves a component into the middle.
          </p>
          <GraphDrawing layout={layout} rel="nofollow" label={`Dependencies around ${place.title}`} />
        </section>
      ),
      <Tree {...props} />,
      <Unreached {...props} />,
    ],
  });
}

function Tree({ sbom, place, needs, list, isRoot }: DependenciesPage) {
  const path = `/sboms/${sbom.id}/dependencies`;
  return (
    <section aria-labelledby="tree">
      <h2 id="tree">Tree</h2>
      {needs.length === 0 ? (
        <p>{isRoot ? "Nothing is said to be needed." : "It needs nothing else."}</p>
      ) : (
        <>
          <p>
            <strong>{place.title}</strong> needs:
          </p>
          <TreeList id="tree-list" sbomId={sbom.id} places={needs} />
          <ListPager label="Pages of the dependencies" path={path} list={list} fragment="#tree" />
        </>
      )}
    </section>
  );
}

function Unreached({ sbom, unreached }: DependenciesPage) {
  const { shown, total } = unreached;
  if (total === 0) return null;
  return (
    <section aria-labelledby="unreached">
      <h2 id="unreached">Not connected ({formatCount(total)})</h2>
      <p>No dependency leads from the subject to these.</p>
      <TreeList sbomId={sbom.id} places={shown} />
      {total > shown.length ? <p class="list-summary">The first {formatCount(shown.length)} are shown.</p> : null}
    </section>
  );
}

/** One level of the tree; a script opens the next one in place, without it the link leads there. */
function TreeList({ id, sbomId, places }: { id?: string; sbomId: string; places: readonly TreePlace[] }) {
  return (
    <ul id={id} class="dependency-tree">
      {places.map(({ node, title, href, needs }) => (
        <li>
          {href === undefined ? <code>{title}</code> : <a href={href}>{title}</a>}{" "}
          {needs === 0 ? null : (
            <a class="tree-more" rel="nofollow" href={dependenciesHref(sbomId, node)}>
              needs {formatCount(needs)}
              <span class="hidden-text">: dependencies of {title}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
