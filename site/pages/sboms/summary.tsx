import type { ComponentsSummary, Tally } from "#core/sboms/records/summarize-components.ts";

import { countOf, formatCount } from "./list-pager.tsx";
import { withQuery } from "./list-position.ts";

/** Values shown per list; the filter of the table offers more. */
const SHOWN = 8;

/** Licenses, ecosystems and types of the components; each value leads to the components that have it. */
export function ComponentsOverview(props: { path: string; summary: ComponentsSummary; total: number }) {
  const { path, summary, total } = props;
  if (total === 0) return null;
  const { licenses, licenseCount, unlicensed, ecosystems, withoutPurl, types } = summary;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">At a glance</h2>
      <div class="tally-columns">
        <TallyList
          title={countOf(licenseCount, "license")}
          name="license"
          tallies={licenses}
          rest={unlicensed === 0 ? undefined : ["none", unlicensed]}
          {...{ path, total }}
        />
        <TallyList
          title={countOf(ecosystems.length, "ecosystem")}
          name="ecosystem"
          tallies={ecosystems}
          rest={withoutPurl === 0 ? undefined : ["none", withoutPurl]}
          {...{ path, total }}
        />
        <TallyList title={countOf(types.length, "type")} name="type" tallies={types} {...{ path, total }} />
      </div>
    </section>
  );
}

interface TallyListProps {
  readonly title: string;
  readonly name: "license" | "ecosystem" | "type";
  readonly tallies: readonly Tally[];
  /** Components without a value. */
  readonly rest?: Tally | undefined;
  readonly path: string;
  readonly total: number;
}

const WORD_FOR_NONE = { license: "No license said", ecosystem: "No package URL", type: "No type" } as const;

function TallyList({ title, name, tallies, rest, path, total }: TallyListProps) {
  const shown = [...tallies.slice(0, SHOWN), ...(rest === undefined ? [] : [rest])];
  return (
    <div>
      <h3>{title}</h3>
      <ul class="tally-list">
        {shown.map((tally) => (
          <li>
            <a href={`${withQuery(path, { [name]: tally[0] })}#components`} rel="nofollow">
              {tally === rest ? WORD_FOR_NONE[name] : tally[0]}
            </a>
            <span class="count">{formatCount(tally[1])}</span>
            <meter min={0} max={total} value={tally[1]} aria-hidden="true"></meter>
          </li>
        ))}
      </ul>
      {tallies.length > SHOWN ? <p class="list-summary">The {SHOWN} most frequent.</p> : null}
    </div>
  );
}
