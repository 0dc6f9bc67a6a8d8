// What of the lockfile is not installed, and the lock that lets only one process install. Plain JavaScript: it runs in whatever
// Node is there, before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Why the packages must be installed, or undefined when `node_modules` holds what the lockfile says. Contents are compared,
 * not dates: a checkout or a copy makes a lockfile younger and changes nothing.
 * @param {string} root
 */
export function whatIsMissing(root) {
  const wanted = readPackages(join(root, "package-lock.json"));
  const present = readPackages(join(root, "node_modules", ".package-lock.json"));
  if (wanted === undefined || present === undefined) return "nothing is installed";
  for (const [path, entry] of wanted) {
    // The entry without a path is the project itself.
    if (path === "") continue;
    const installed = present.get(path);
    if (installed === undefined) {
      if (isLeftOut(entry)) continue;
      return `${path} is not installed`;
    }
    // npm leaves the checksum of a package away that it took from elsewhere than its registry.
    const isSame = installed.version === entry.version && (installed.integrity ?? "") === (entry.integrity ?? "");
    if (!isSame) return `${path} is another version`;
    if (!existsSync(join(root, path))) return `${path} was removed`;
  }
  const foreign = [...present.keys()].find((path) => !wanted.has(path));
  return foreign === undefined ? undefined : `${foreign} is not in the lockfile`;
}

/**
 * Installs what is missing, one process of a checkout at a time; who comes meanwhile gets a sentence as error.
 * @param {string} root
 * @param {(reason: string) => void} install
 */
export function ensureInstalled(root, install) {
  const lock = join(root, ".stele", "installing");
  refuseWhile(runningOwner(lock), lock);
  if (whatIsMissing(root) === undefined) return;
  takeLock(lock);
  try {
    // Once more: another process may have done it since.
    const reason = whatIsMissing(root);
    if (reason !== undefined) install(reason);
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  mkdirSync(dirname(lock), { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    refuseWhile(runningOwner(lock), lock);
    // The process that held it was killed.
    rmSync(lock, { force: true });
  }
}

function refuseWhile(owner, lock) {
  if (owner === undefined) return;
  throw new Error(
    `Process ${owner} is installing the dependencies of this checkout. Wait until it has ended and try again; if that process is something else, remove ${lock}.`,
  );
}

/** The living process that holds the lock. */
function runningOwner(lock) {
  const pid = Number(readText(lock) ?? "");
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? pid : undefined;
  }
}

/** Whether npm leaves a package out on this machine: it is for another one, or only packages for others need it. */
function isLeftOut({ optional, os, cpu, libc }) {
  if (optional !== true) return false;
  if (os === undefined && cpu === undefined && libc === undefined) return true;
  return !(fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcOfThisMachine()));
}

function fits(allowed, value) {
  if (allowed === undefined || value === undefined) return true;
  if (allowed.includes(`!${value}`)) return false;
  return allowed.includes(value) || allowed.every((name) => name.startsWith("!"));
}

function libcOfThisMachine() {
  if (process.platform !== "linux") return undefined;
  return process.report.getReport().header.glibcVersionRuntime === undefined ? "musl" : "glibc";
}

function readPackages(path) {
  try {
    return new Map(Object.entries(JSON.parse(readText(path) ?? "").packages));
  } catch {
    return undefined;
  }
}

function readText(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
