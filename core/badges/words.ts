/** The words of badges, in the languages that they speak. */
import { ENGLISH_MONTHS } from "#core/base/time/month-names.ts";
import type { FaceKind } from "./face.ts";

/** The languages of `?lang=`. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What is to be said; `version` and `count` where the words need them. */
export interface Verdict {
  readonly kind: FaceKind;
  /** What makes it so, where the kind leaves that open. */
  readonly cause?: "certificate" | "manual-check" | "no-version" | "label" | "address";
  readonly version?: string;
  readonly count?: number;
  /** Of how many, for scores. */
  readonly total?: number;
  /** Whether a valid certificate stands behind the version. */
  readonly isCertified?: boolean;
}

interface Vocabulary {
  readonly message: (verdict: Verdict) => string;
  /** A word or two for the band of a seal, and for members of a group. */
  readonly word: Readonly<Record<FaceKind, string>>;
  /** Under the band of a seal: the last day of a certificate. */
  readonly until: (year: number, month: number, day: number) => string;
  readonly demo: string;
  readonly certification: string;
  readonly recommendations: string;
}

const GERMAN_MONTHS = [
  "Januar",
  "Februar",
  "März",
  "April",
  "Mai",
  "Juni",
  "Juli",
  "August",
  "September",
  "Oktober",
  "November",
  "Dezember",
];

const ENGLISH: Vocabulary = {
  message: sayInEnglish,
  word: {
    certified: "certified",
    passing: "passing",
    undecided: "undecided",
    retiring: "retires soon",
    retired: "retired",
    failing: "failing",
    incomplete: "incomplete",
    expired: "expired",
    suspended: "suspended",
    revoked: "revoked",
    recommended: "recommended",
    "no-results": "no results",
    "unknown-subject": "unknown",
    "unknown-scope": "unknown",
    refused: "refused",
    unavailable: "unavailable",
  },
  until: (year, month, day) => `until ${day} ${ENGLISH_MONTHS[month - 1] ?? ""} ${year}`,
  demo: "demo",
  certification: "certification",
  recommendations: "recommendations",
};

const GERMAN: Vocabulary = {
  message: sayInGerman,
  word: {
    certified: "zertifiziert",
    passing: "bestanden",
    undecided: "offen",
    retiring: "läuft bald aus",
    retired: "ausgelaufen",
    failing: "nicht bestanden",
    incomplete: "unvollständig",
    expired: "abgelaufen",
    suspended: "ausgesetzt",
    revoked: "widerrufen",
    recommended: "empfohlen",
    "no-results": "ohne Ergebnis",
    "unknown-subject": "unbekannt",
    "unknown-scope": "unbekannt",
    refused: "abgelehnt",
    unavailable: "nicht abrufbar",
  },
  until: (year, month, day) => `bis ${day}. ${GERMAN_MONTHS[month - 1] ?? ""} ${year}`,
  demo: "Demo",
  certification: "Zertifizierung",
  recommendations: "Empfehlungen",
};

/** The words of each language. */
export const VOCABULARIES: Readonly<Record<Language, Vocabulary>> = { en: ENGLISH, de: GERMAN };

/** The message of a badge: a version and how it stands. */
export function messageOf(verdict: Verdict, language: Language): string {
  return VOCABULARIES[language].message(verdict);
}

function sayInEnglish({ kind, cause, version = "", count = 0, total = 0, isCertified = false }: Verdict): string {
  const certified = isCertified ? `${version} certified, ` : "";
  const number = (noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  switch (kind) {
    case "certified":
      return `${version} certified`;
    case "passing":
      return `${version} passing`;
    case "undecided":
      return isCertified ? `${version} certified, ${count} undecided` : `${version} passing, ${count} undecided`;
    case "retiring":
      return isCertified ? `${version} certified, retires soon` : `${version} passing, retires soon`;
    case "retired":
      return isCertified ? `${version} certified, retired` : `only ${version}, retired`;
    case "failing":
      return `${certified}${number("test")} failing`;
    case "incomplete":
      if (cause === "manual-check") return `${certified}${number("manual check")} open`;
      return isCertified ? `${certified}${number("result")} missing` : `${number("result")} missing for ${version}`;
    case "expired":
      return cause === "certificate" ? "certificate expired" : `${certified}results expired`;
    case "suspended":
      return "certificate suspended";
    case "revoked":
      return "certificate revoked";
    case "recommended":
      return total === 0 ? "nothing recommended" : `${count} of ${total} met`;
    case "no-results":
      return cause === "no-version" ? "no version in force" : "no results yet";
    case "unknown-subject":
      return "unknown cloud";
    case "unknown-scope":
      return "unknown scope";
    case "refused":
      return cause === "address" ? "address too long" : "label not declared";
    case "unavailable":
      return "status unavailable";
  }
}

function sayInGerman({ kind, cause, version = "", count = 0, total = 0, isCertified = false }: Verdict): string {
  const certified = isCertified ? `${version} zertifiziert, ` : "";
  const number = (one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  switch (kind) {
    case "certified":
      return `${version} zertifiziert`;
    case "passing":
      return `${version} bestanden`;
    case "undecided":
      return isCertified ? `${version} zertifiziert, ${count} offen` : `${version} bestanden, ${count} offen`;
    case "retiring":
      return isCertified ? `${version} zertifiziert, läuft bald aus` : `${version} bestanden, läuft bald aus`;
    case "retired":
      return isCertified ? `${version} zertifiziert, ausgelaufen` : `nur ${version}, ausgelaufen`;
    case "failing":
      return `${certified}${number("Test", "Tests")} nicht bestanden`;
    case "incomplete":
      if (cause === "manual-check") return `${certified}${number("Prüfung", "Prüfungen")} offen`;
      if (isCertified) return `${certified}${number("Ergebnis fehlt", "Ergebnisse fehlen")}`;
      return `${number("Ergebnis fehlt", "Ergebnisse fehlen")} für ${version}`;
    case "expired":
      return cause === "certificate" ? "Zertifikat abgelaufen" : `${certified}Ergebnisse abgelaufen`;
    case "suspended":
      return "Zertifikat ausgesetzt";
    case "revoked":
      return "Zertifikat widerrufen";
    case "recommended":
      return total === 0 ? "nichts empfohlen" : `${count} von ${total} erfüllt`;
    case "no-results":
      return cause === "no-version" ? "keine Version in Kraft" : "noch keine Ergebnisse";
    case "unknown-subject":
      return "unbekannte Cloud";
    case "unknown-scope":
      return "unbekannter Geltungsbereich";
    case "refused":
      return cause === "address" ? "Adresse zu lang" : "Beschriftung nicht hinterlegt";
    case "unavailable":
      return "Status nicht abrufbar";
  }
}
