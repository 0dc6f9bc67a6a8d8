import { THEME_KEY } from "./theme-key.ts";

/** Connects the theme switch: light, system, dark; the choice is remembered in this browser only. */
export function connectThemeSwitch(): void {
  const root = document.documentElement;
  const current = root.dataset["theme"] ?? "system";
  for (const input of document.querySelectorAll<HTMLInputElement>(".theme-switch input")) {
    input.checked = input.value === current;
    input.addEventListener("change", () => {
      if (input.value === "system") delete root.dataset["theme"];
      else root.dataset["theme"] = input.value;
      try {
        localStorage.setItem(THEME_KEY, input.value);
      } catch {
        // Not remembered then, but set for this page.
      }
    });
  }
}
