/** The parts of the site, in the order of the top bar. */
export type Section =
  | "home"
  | "standards"
  | "decisions"
  | "certification"
  | "sboms"
  | "releases"
  | "news"
  | "search"
  | "none";

/** One entry of the top bar. */
export interface NavigationEntry {
  readonly section: Section;
  readonly href: string;
  readonly text: string;
}

/** What the top bar offers beside the search. A part gets its line here on the day that its page exists. */
export const NAVIGATION: readonly NavigationEntry[] = [
  { section: "standards", href: "/standards", text: "Standards" },
  { section: "decisions", href: "/decisions", text: "Decisions" },
  { section: "certification", href: "/certification", text: "Certification" },
  { section: "sboms", href: "/sboms", text: "SBOMs" },
  { section: "releases", href: "/releases", text: "Releases" },
  { section: "news", href: "/news", text: "News" },
];
