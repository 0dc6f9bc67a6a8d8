/** Everything here only adds: each page is complete without it. */
import { copyHeadingLinks } from "./copy-links.ts";
import { followCurrentSection } from "./current-section.ts";
import { filterRows } from "./filter-rows.ts";
import { offerRowLinks } from "./row-links.ts";
import { connectSearchKey } from "../search/search-key.ts";
import { swapBody } from "./swap-body.ts";
import { connectThemeSwitch } from "./theme-switch.ts";

connectThemeSwitch();
connectSearchKey();
followCurrentSection();
copyHeadingLinks();
offerRowLinks();
filterRows();
swapBody(filterRows);
