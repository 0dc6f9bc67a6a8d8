import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where browsers of the Chromium family usually lie. */
const CANDIDATES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The Chromium that browser tests drive: the one CHROMIUM_PATH names, or an installed one. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM_PATH"];
  return [...(named === undefined || named === "" ? [] : [named]), ...CANDIDATES].find((path) => existsSync(path));
}

/**
 * Makes sure that there is a Chromium: an installed one, else Debian's when we are root, else a sentence that says what
 * to do. Throws that sentence.
 */
export function ensureChromium(log: (line: string) => void): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    log("Installing Debian's Chromium (once)");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore", env });
  }
  const installed = findChromium();
  if (installed === undefined) {
    throw new Error(
      "Browser tests need Chromium: install it (Debian: `apt install chromium`) or set CHROMIUM_PATH to its program.",
    );
  }
  return installed;
}
