/** Name under which the browser remembers the chosen theme. */
export const THEME_KEY = "theme";
