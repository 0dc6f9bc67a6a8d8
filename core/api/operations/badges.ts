import { MEDIA, page, read, type Operation, type OperationGroup } from "../operation.ts";

const DRAWN = { [MEDIA.svg]: "text", [MEDIA.png]: "text", [MEDIA.json]: "Object" };
const NOTHING_TO_SAY = { 404: { text: "There is none, and the picture says so.", content: DRAWN } };

function badge(path: string, routes: readonly string[], summary: string): Operation {
  const query = [
    { name: "style", text: "How it is drawn." },
    { name: "theme", text: "For which background." },
    { name: "lang", text: "Language of the words.", values: ["en", "de"] },
    { name: "label", text: "Other words on the left: declared ones." },
    { name: "size", text: "Of a PNG.", values: ["1x", "2x", "3x"] },
  ];
  return read(path, summary, DRAWN, { routes, query, answers: NOTHING_TO_SAY, caching: "minutes" });
}

/** Badges: drawings of facts, never out of date. */
export const BADGES: OperationGroup = {
  name: "Badges",
  slice: "badges",
  text: "Drawings of a fact as it is now. Every address answers with a picture, also where there is nothing to say.",
  operations: [
    badge(
      "/badges/{subject}/{scope}.{badge}",
      ["/badges/:subject/:file{[^/]+\\.(?:svg|png|json)}", "/badges/*"],
      "How a cloud stands in a scope",
    ),
    badge(
      "/badges/{subject}/{scope}/recommended.{badge}",
      ["/badges/:subject/:scope/:file{recommended\\.(?:svg|png|json)}"],
      "How a cloud stands in what is recommended",
    ),
    badge(
      "/badges/providers/{provider}.{badge}",
      ["/badges/providers/:file{[^/]+\\.(?:svg|png|json)}"],
      "How a provider stands",
    ),
    badge(
      "/badges/providers/{provider}/{scope}.{badge}",
      ["/badges/providers/:provider/:file{[^/]+\\.(?:svg|png|json)}"],
      "How a provider stands in a scope",
    ),
    page("/badges/{subject}/{scope}/embed", "How to put a badge on a page", {
      answers: { 404: { text: "No such cloud or scope.", content: { [MEDIA.html]: "text" } } },
    }),
    read(
      "/badges/{subject}/{scope}/qr.{picture}",
      "A QR code that leads to the page of the cloud",
      { [MEDIA.svg]: "text", [MEDIA.png]: "text" },
      { caching: "day", routes: ["/badges/:subject/:scope/qr.svg", "/badges/:subject/:scope/qr.png"] },
    ),
    read(
      "/badges/sboms/{sbom}/{profile}.svg",
      "What a profile says of an SBOM",
      { [MEDIA.svg]: "text" },
      { slice: "sboms", routes: ["/badges/sboms/:id/:file{[a-z0-9-]+\\.svg}"], answers: NOTHING_TO_SAY },
    ),
  ],
};
