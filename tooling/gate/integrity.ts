/** The part of `package-lock.json` that says what is fetched. */
interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly link?: boolean }>>;
}

/** SHA-512 in base64: 64 bytes. */
const STRONG = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * Makes sure that the lockfile names the bytes of every package, those for other platforms included: without that, whoever
 * serves one decides what runs. Answers how many there are; throws a sentence with those that have no checksum.
 */
export function checkIntegrity(lockfile: string): string {
  const { packages } = JSON.parse(lockfile) as Lockfile;
  // The entry without a name is the project; a link is a folder of it.
  const fetched = Object.entries(packages).filter(([path, { link }]) => path !== "" && link !== true);
  const bare = fetched.filter(([, { integrity }]) => integrity === undefined || !STRONG.test(integrity));
  if (bare.length === 0) return `${fetched.length} packages, each with its checksum`;
  const names = bare.map(([path]) => path.replace(/^.*node_modules\//, ""));
  throw new Error(
    `${bare.length} packages of package-lock.json have no \`integrity\` (sha512): ${names.join(", ")}.\nAsk \`npm view <package>@<version> dist.integrity\` and write it there.`,
  );
}
