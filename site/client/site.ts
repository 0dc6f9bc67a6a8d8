/** Everything here only adds: each page is complete without it. */
import { copyHeadingLinks } from "./copy-links.ts";
import { followCurrentSection } from "./current-section.ts";
import { filterRows } from "./filter-rows.ts";
import { connectSearchKey } from "./search-key.ts";
import { connectThemeSwitch } from "./theme-switch.ts";

connectThemeSwitch();
connectSearchKey();
followCurrentSection();
copyHeadingLinks();
filterRows();
