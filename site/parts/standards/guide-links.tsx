import { guideGroupTitle, guideHref } from "#core/standards/publishing/guide.ts";

import type { StatedSite } from "../../page-state.ts";

/** One line with the guides of a group; nothing where a site has none. */
export function GuideLinks({ site, group }: { site: StatedSite; group: string }) {
  const guides = (site.guides ?? []).filter(({ guideId }) => guideGroupTitle(guideId) === group);
  if (guides.length === 0) return null;
  return (
    <p>
      How it works:{" "}
      {guides.map((guide, index) => (
        <>
          {index === 0 ? "" : " · "}
          <a href={guideHref(guide)}>{guide.title}</a>
        </>
      ))}
    </p>
  );
}
