import type { SiteConfig } from "#core/standards/publishing/site-config.ts";

import { NAVIGATION, type Section } from "../../navigation.ts";
import { Slab } from "./slab.tsx";

const THEMES = [
  { value: "light", text: "Light" },
  { value: "system", text: "System" },
  { value: "dark", text: "Dark" },
] as const;

/** Name of the office, parts of the site, search, and the theme switch, which only shows where its script runs. */
export function TopBar({ site, section }: { site: SiteConfig; section: Section }) {
  return (
    <header class="top-bar">
      <a class="brand" href="/" aria-current={section === "home" ? "page" : undefined}>
        <Slab />
        <span>{site.name}</span>
      </a>
      <nav class="top-nav" aria-label="Main">
        <ul>
          {NAVIGATION.map((entry) => (
            <li>
              <a href={entry.href} aria-current={entry.section === section ? "true" : undefined}>
                {entry.text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <a class="top-search" href="/search" aria-current={section === "search" ? "true" : undefined}>
        Search <kbd>Ctrl K</kbd>
      </a>
      <fieldset class="theme-switch">
        <legend class="hidden-text">Theme</legend>
        {THEMES.map(({ value, text }) => (
          <label class={`theme-choice theme-${value}`} title={text}>
            <input type="radio" name="theme" value={value} />
            <span class="hidden-text">{text}</span>
          </label>
        ))}
      </fieldset>
    </header>
  );
}
