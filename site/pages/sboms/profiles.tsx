import type { RulePlace } from "#core/sboms/profiles/evaluate-profile.ts";
import type { ProfileJson, RuleJson } from "#core/sboms/profiles/profile-json.ts";
import type { SbomDetail } from "#core/sboms/sbom-record.ts";

import { CodedText } from "../../parts/coded-text.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { StatusMark } from "../../parts/status-mark.tsx";
import { formatCount } from "./list-pager.tsx";

/** What the section shows. */
export interface SbomProfilesProps {
  readonly sbom: SbomDetail;
  readonly profiles: readonly ProfileJson[];
  readonly chosenProfile: ProfileJson | undefined;
}

const COLUMNS: readonly Column[] = [
  { title: "Rule", wide: true },
  { title: "Result" },
  { title: "Clause", wide: true },
];

/** Places shown per rule; the JSON has more. */
const MAX_PLACES = 5;

/** How the SBOM stands with each profile, and the rules of the chosen one. Tabs are links, so they work without scripts. */
export function SbomProfiles({ sbom, profiles, chosenProfile }: SbomProfilesProps) {
  // No profile judges SPDX 3 yet, and a heading above nothing helps nobody.
  if (profiles.length === 0) return null;
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles">Profiles</h2>
      <ul class="profile-tabs">
        {profiles.map((profile) => (
          <li>
            <a
              href={`/sboms/${sbom.id}?profile=${profile.id}#profiles`}
              aria-current={profile.id === chosenProfile?.id ? "true" : undefined}
            >
              {profile.title} <small>{profile.satisfied ? "satisfied" : `${profile.score} of 100`}</small>
            </a>
          </li>
        ))}
      </ul>
      {chosenProfile === undefined ? null : <ProfileRules profile={chosenProfile} sbom={sbom} />}
    </section>
  );
}

function ProfileRules({ profile, sbom }: { profile: ProfileJson; sbom: SbomDetail }) {
  return (
    <>
      <p>
        <StatusMark
          status={profile.satisfied ? "pass" : "warn"}
          word={profile.satisfied ? "Satisfied" : `${profile.score} of 100, grade ${profile.grade}`}
        />{" "}
        against <a href={profile.url}>{profile.title}</a>. {profile.caveat}{" "}
        <a href={`/badges/sboms/${sbom.id}/${profile.id}.svg`}>Badge</a>,{" "}
        <a href={`/sboms/${sbom.id}/profiles.json`}>all profiles as JSON</a>.
      </p>
      {profile.remarks.map(({ en }) => (
        <p>
          <CodedText text={en} />
        </p>
      ))}
      <DataTable
        caption={`Rules of ${profile.title}`}
        columns={COLUMNS}
        rows={profile.rules.map((rule) => ruleRow(rule, sbom))}
        stacks
      />
    </>
  );
}

function ruleRow(rule: RuleJson, sbom: SbomDetail): Row {
  const isOpen = rule.share !== undefined && rule.share < 1;
  return {
    id: `rule-${rule.id}`,
    cells: [
      <>
        {rule.title.en}
        {isOpen ? (
          <p class="rule-places">
            <CodedText text={rule.remedy[sbom.format.name].en} />
          </p>
        ) : null}
        <Places places={isOpen ? rule.places : rule.notes} />
      </>,
      <RuleStatus rule={rule} />,
      rule.clause,
    ],
  };
}

function RuleStatus({ rule }: { rule: RuleJson }) {
  if (rule.share === undefined) return <StatusMark status="unknown" word="Not wanted here" />;
  if (rule.share === 1) return <StatusMark status="pass" word="Met" />;
  const words = (["missing", "wrong", "unknown"] as const)
    .filter((outcome) => rule[outcome] > 0)
    .map((outcome) => `${formatCount(rule[outcome])} ${outcome}`);
  return (
    <StatusMark status={rule.share === 0 ? "fail" : "warn"} word={words.length === 0 ? "Missing" : words.join(", ")} />
  );
}

function Places({ places }: { places: readonly RulePlace[] }) {
  const told = places.filter(({ pointer, reason }) => pointer !== "" || reason !== undefined);
  if (told.length === 0) return null;
  return (
    <ul class="rule-places">
      {told.slice(0, MAX_PLACES).map(({ pointer, reason }) => (
        <li>
          {pointer === "" ? null : <code>{pointer}</code>}
          {pointer === "" || reason === undefined ? "" : ": "}
          {reason === undefined ? null : <CodedText text={reason.en} />}
        </li>
      ))}
      {told.length > MAX_PLACES ? <li>…</li> : null}
    </ul>
  );
}
