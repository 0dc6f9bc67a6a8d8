/** Everything here only adds: each page is complete without it. */
import { connectThemeSwitch } from "./theme-switch.ts";

connectThemeSwitch();
