import { levelAndLayer, LOOKS, type BadgeFace, type FaceKind } from "#core/badges/face.ts";
import { messageOf, VOCABULARIES, type Language } from "#core/badges/words.ts";

/** Every face that a badge can have, with the words of a language. */
export function sampleFaces(language: Language = "en"): readonly BadgeFace[] {
  const label = "SCS-compatible IaaS";
  return (Object.keys(LOOKS) as FaceKind[]).map((kind) => {
    const isCertified = kind === "certified" || kind === "retiring";
    const message = messageOf({ kind, version: "v5.1", count: 2, total: 12, isCertified }, language);
    const detail = isCertified ? VOCABULARIES[language].until(2027, 6, 30) : "";
    const seal = { ...levelAndLayer(label), version: "v5.1", word: VOCABULARIES[language].word[kind], detail };
    return { kind, ...LOOKS[kind], label, message, seal };
  });
}
