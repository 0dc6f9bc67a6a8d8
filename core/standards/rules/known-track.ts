import { closestName } from "#core/base/text/closest-name.ts";

import { fieldValue } from "./parts/places.ts";
import type { Rule } from "./parts/rule.ts";
import { scs0001 } from "./parts/sources.ts";

/** The track is one that the community has. */
export const knownTrack: Rule = {
  id: "known-track",
  severity: "error",
  source: scs0001("Document format"),
  summary: "The field `track` names a track of the community.",
  *check({ document, summary, settings }) {
    const { track } = summary;
    if (track === undefined) return;
    const known = settings.tracks
      .map(({ id }) => id)
      .filter((id) => !settings.profile.tracksBarredFromField.includes(id));
    if (known.includes(track)) return;
    const meant = known.find((id) => id.toLowerCase() === track.toLowerCase()) ?? closestName(track, known);
    const span = fieldValue(document, "track");
    yield {
      message: `The track is \`${track}\`, expected ${meant === undefined ? `one of ${known.map((id) => `\`${id}\``).join(", ")}` : `\`${meant}\``}.`,
      span,
      ...(meant !== undefined && document.text.slice(span.start, span.end) === track
        ? { fix: { description: `Write \`${meant}\``, edits: [{ ...span, text: meant }] } }
        : {}),
    };
  },
};
