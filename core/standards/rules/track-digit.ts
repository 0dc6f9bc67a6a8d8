import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** Number and track agree. */
export const trackDigit: Rule = {
  id: "track-digit",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The second digit of the number is that of the document's track.",
  *check({ document, summary, settings }) {
    const digit = Number(summary.number?.[1]);
    const track = settings.tracks.find(({ id }) => id === summary.track);
    if (!Number.isInteger(digit) || track === undefined || track.digit === digit) return;
    const named = settings.tracks.find((candidate) => candidate.digit === digit)?.id;
    yield {
      message: `The track is \`${track.id}\`, but the second digit of \`${summary.number ?? ""}\` stands for ${named === undefined ? "no track" : `\`${named}\``}; expected a number with second digit \`${track.digit}\`, or another track.`,
      span: fieldValue(document, "track"),
    };
  },
};
