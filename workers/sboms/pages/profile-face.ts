import type { BadgeFace } from "#core/badges/face.ts";
import type { ProfileJson } from "#core/sboms/profiles/profile-json.ts";

/** What the badge of an SBOM says: the profile and how the document stands with it. */
export function profileFace({ title, satisfied, score, grade }: ProfileJson, isDemo: boolean): BadgeFace {
  const label = isDemo ? `demo · ${title}` : title;
  if (satisfied) return { kind: "passing", tone: "good", icon: "check", label, message: "satisfied" };
  const message = `${score} of 100`;
  return grade === "B" || grade === "C"
    ? { kind: "incomplete", tone: "caution", icon: "dots", label, message }
    : { kind: "failing", tone: "bad", icon: "cross", label, message };
}

/** What a badge says whose address names nothing. */
export function unknownProfileFace(what: "SBOM" | "profile"): BadgeFace {
  return { kind: "unknown-subject", tone: "neutral", icon: "question", label: "SBOM", message: `unknown ${what}` };
}

/** What the badge of an SBOM says that its owner took back. */
export function withdrawnFace(): BadgeFace {
  return { kind: "unknown-subject", tone: "neutral", icon: "question", label: "SBOM", message: "withdrawn" };
}
