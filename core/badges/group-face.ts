/** One badge for several: the clouds of a group, or of a provider. The worst of them decides. */
import { levelAndLayer, LOOKS, type BadgeFace, type FaceKind } from "./face.ts";
import { VOCABULARIES, type Language } from "./words.ts";

/** From the news that must not be hidden to the best; one failing cloud makes the group failing (the monitor's order). */
const WORST_FIRST: readonly FaceKind[] = [
  "revoked",
  "failing",
  "retired",
  "suspended",
  "unavailable",
  "expired",
  "incomplete",
  "no-results",
  "unknown-subject",
  "unknown-scope",
  "refused",
  "retiring",
  "undecided",
  "recommended",
  "passing",
  "certified",
];

/** The badge of several clouds: how many of them stand as the worst does. Undefined without any. */
export function groupFace(
  label: string,
  faces: readonly BadgeFace[],
  language: Language = "en",
): BadgeFace | undefined {
  const [worst] = faces.map(({ kind }) => kind).sort((a, b) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b));
  if (worst === undefined) return undefined;
  const alike = faces.filter(({ kind }) => kind === worst).length;
  const word = VOCABULARIES[language].word[worst];
  const of = language === "de" ? "von" : "of";
  const share = `${alike} ${of} ${faces.length}`;
  const seal = { ...levelAndLayer(label), version: "", word, detail: share };
  return { kind: worst, ...LOOKS[worst], label, message: `${share} ${word}`, seal };
}
