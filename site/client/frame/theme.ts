/**
 * Runs before the first paint: sets the remembered theme, so that nothing flashes, and says that scripts run, so that
 * the theme switch takes its place without moving anything.
 */
import { THEME_KEY } from "./theme-key.ts";

const root = document.documentElement;
root.dataset["scripts"] = "";
try {
  const theme = localStorage.getItem(THEME_KEY);
  if (theme === "light" || theme === "dark") root.dataset["theme"] = theme;
} catch {
  // Storage may be forbidden; the system's theme is right then.
}
