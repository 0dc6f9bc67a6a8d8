import { CLAUSE, type DocumentCheck } from "../check.ts";
import { presentWithNote, wrong, replaceText, withRepair } from "../fault.ts";

const TEXTS = {
  form: {
    en: "{} is no date and time, expected RFC 3339",
    de: "{} ist kein Zeitpunkt, erwartet ist RFC 3339",
  },
  zone: { en: "{} is not in UTC, as is recommended", de: "{} ist nicht in UTC, wie empfohlen" },
} as const;

/** RFC 3339, and a day that exists. */
function isInstant(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  const day = Date.parse(`${parts?.[1] ?? ""}T00:00:00Z`);
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(parts?.[1] ?? "?");
  return isDay && !Number.isNaN(Date.parse(text));
}

/** S2: when the SBOM was compiled. */
export const SBOM_TIMESTAMP: DocumentCheck = {
  about: "document",
  id: "sbom-timestamp",
  title: { en: "Timestamp", de: "Zeitstempel" },
  clause: CLAUSE.sbomRequired,
  remedy: {
    CycloneDX: {
      en: "Write `metadata.timestamp` in UTC, such as `2026-01-31T12:00:00Z`.",
      de: "`metadata.timestamp` in UTC schreiben, etwa `2026-01-31T12:00:00Z`.",
    },
    SPDX: {
      en: "Write `CreationInfo.created` in UTC, such as `2026-01-31T12:00:00Z`.",
      de: "`CreationInfo.created` in UTC schreiben, etwa `2026-01-31T12:00:00Z`.",
    },
  },
  read: ({ timestamp }) => {
    if (timestamp === undefined || timestamp.text === "") return "missing";
    if (!isInstant(timestamp.text)) return wrong(TEXTS.form, timestamp);
    if (timestamp.text.endsWith("Z")) return "present";
    const utc = new Date(timestamp.text).toISOString().replace(".000Z", "Z");
    return withRepair(presentWithNote(TEXTS.zone, timestamp), replaceText(timestamp.pointer, utc));
  },
};
