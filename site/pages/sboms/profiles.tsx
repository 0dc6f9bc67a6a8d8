import type { RulePlace } from "#core/sboms/profiles/evaluate-profile.ts";
import { remedyFor, type Wording } from "#core/sboms/profiles/profile.ts";
import type { ProfileJson, RuleJson } from "#core/sboms/profiles/profile-json.ts";
import type { SbomDetail } from "#core/sboms/records/sbom-record.ts";

import { CodedText } from "../../parts/coded-text.tsx";
import { DataTable, type Column, type Row } from "../../parts/data-table.tsx";
import { StatusMark } from "../../parts/standards/status-mark.tsx";
import { formatCount } from "./list-pager.tsx";
import { sourceHref } from "./sbom-names.ts";

/** What the section shows. */
export interface SbomProfilesProps {
  readonly sbom: SbomDetail;
  readonly profiles: readonly ProfileJson[];
  readonly chosenProfile: ProfileJson | undefined;
  /** In which language the rules are told. */
  readonly language: keyof Wording;
}

const COLUMNS: Record<keyof Wording, readonly Column[]> = {
  en: [{ title: "Rule", wide: true }, { title: "Result" }, { title: "Clause", wide: true }],
  de: [{ title: "Regel", wide: true }, { title: "Ergebnis" }, { title: "Fundstelle", wide: true }],
};

const LANGUAGES: readonly (readonly [language: keyof Wording, name: string])[] = [
  ["en", "English"],
  ["de", "Deutsch"],
];

/** Words of the table; the rules bring their own in both languages. */
const WORDS = {
  en: {
    met: "Met",
    notWanted: "Not wanted here",
    missing: "missing",
    wrong: "wrong",
    unknown: "unknown",
    withheld: "withheld",
  },
  de: {
    met: "Erfüllt",
    notWanted: "Hier nicht verlangt",
    missing: "fehlen",
    wrong: "falsch",
    unknown: "unbekannt",
    withheld: "zurückgehalten",
  },
} as const;

/** Places shown per rule; the JSON has more. */
const MAX_PLACES = 5;

/** How the SBOM stands with each profile, and the rules of the chosen one. Tabs are links, so they work without scripts. */
export function SbomProfiles(props: SbomProfilesProps) {
  const { sbom, profiles, chosenProfile, language } = props;
  // Where no profile can judge a document, a heading above nothing helps nobody.
  if (profiles.length === 0) return null;
  return (
    <section aria-labelledby="profiles">
      <h2 id="profiles">Profiles</h2>
      <ul class="profile-tabs">
        {profiles.map((profile) => (
          <li>
            <a
              href={hrefOf(sbom, profile.id, language)}
              aria-current={profile.id === chosenProfile?.id ? "true" : undefined}
            >
              {profile.title} <small>{profile.satisfied ? "satisfied" : `${profile.score} of 100`}</small>
            </a>
          </li>
        ))}
      </ul>
      {chosenProfile === undefined ? null : <ProfileRules {...props} profile={chosenProfile} />}
    </section>
  );
}

function hrefOf(sbom: SbomDetail, profileId: string, language: keyof Wording): string {
  return `/sboms/${sbom.id}?profile=${profileId}${language === "en" ? "" : `&lang=${language}`}#profiles`;
}

function ProfileRules({ profile, sbom, language }: SbomProfilesProps & { profile: ProfileJson }) {
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
      <p>
        Rules in{" "}
        {LANGUAGES.map(([code, name], index) => (
          <>
            {index === 0 ? "" : " · "}
            {code === language ? (
              <strong lang={code}>{name}</strong>
            ) : (
              <a href={hrefOf(sbom, profile.id, code)} hreflang={code} lang={code}>
                {name}
              </a>
            )}
          </>
        ))}
      </p>
      <div lang={language === "en" ? undefined : language}>
        {profile.remarks.map((remark) => (
          <p>
            <CodedText text={remark[language]} />
          </p>
        ))}
        <DataTable
          caption={language === "en" ? `Rules of ${profile.title}` : `Regeln von ${profile.title}`}
          columns={COLUMNS[language]}
          class="rule-table"
          rows={profile.rules.map((rule) => ruleRow(rule, sbom, language))}
          stacks
        />
      </div>
    </>
  );
}

function ruleRow(rule: RuleJson, sbom: SbomDetail, language: keyof Wording): Row {
  const isOpen = rule.share !== undefined && rule.share < 1;
  return {
    id: `rule-${rule.id}`,
    cells: [
      <>
        {rule.title[language]}
        {isOpen ? (
          <p class="rule-places">
            <CodedText text={remedyFor(rule.remedy, kindOf(sbom))[language]} />
          </p>
        ) : null}
        <Places sbom={sbom} places={isOpen ? rule.places : rule.notes} language={language} />
      </>,
      <RuleStatus rule={rule} language={language} />,
      rule.clause,
    ],
  };
}

function kindOf({ format }: SbomDetail) {
  return format.version === "3.0.1" ? "SPDX3" : format.name;
}

function RuleStatus({ rule, language }: { rule: RuleJson; language: keyof Wording }) {
  const words = WORDS[language];
  if (rule.share === undefined) return <StatusMark status="unknown" word={words.notWanted} />;
  if (rule.share === 1) return <StatusMark status="pass" word={words.met} />;
  const counted = (["missing", "wrong", "unknown", "withheld"] as const)
    .filter((outcome) => rule[outcome] > 0)
    .map((outcome) => `${formatCount(rule[outcome])} ${words[outcome]}`);
  const word = counted.length === 0 ? words.missing : counted.join(", ");
  return <StatusMark status={rule.share === 0 ? "fail" : "warn"} word={word} />;
}

interface PlacesProps {
  readonly sbom: SbomDetail;
  readonly places: readonly RulePlace[];
  readonly language: keyof Wording;
}

function Places({ sbom, places, language }: PlacesProps) {
  const told = places.filter(({ pointer, reason }) => pointer !== "" || reason !== undefined);
  if (told.length === 0) return null;
  return (
    <ul class="rule-places">
      {told.slice(0, MAX_PLACES).map(({ pointer, reason }) => (
        <li>
          {pointer === "" ? null : (
            <a rel="nofollow" href={sourceHref(sbom.id, pointer)}>
              <code>{pointer}</code>
            </a>
          )}
          {pointer === "" || reason === undefined ? "" : ": "}
          {reason === undefined ? null : <CodedText text={reason[language]} />}
        </li>
      ))}
      {told.length > MAX_PLACES ? <li>…</li> : null}
    </ul>
  );
}
