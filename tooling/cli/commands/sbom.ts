import { CannotRun, type Command, type ExitCode } from "../command.ts";
import { withProgress, type ProgressIo } from "../progress-line.ts";
import { checkSbomFiles } from "../sbom/check-sbom-files.ts";
import { diffSbomFiles } from "../sbom/diff-sbom-files.ts";
import { publishSbomFiles } from "../sbom/publish-sbom-files.ts";
import { scoreSbomFiles } from "../sbom/score-sbom-files.ts";

const HELP = `Usage: stele sbom check <file>... [--json | --format <format>] [--strict] [--fix]
       stele sbom score <file>... [--profile <id>] [--language en|de] [--json | --format <format>] [--fix]
       stele sbom diff <earlier> <later> [--ignore <what>] [--json | --format <format>]
       stele sbom publish <file>... --to <url> [--key <key>] [--strict] [--json | --format <format>]

\`check\` judges SBOMs on this machine with the same code as the server: encoding, JSON, depth, the official schema of the
document's version (CycloneDX JSON 1.2 to 1.7, SPDX JSON 2.2, 2.3 and 3.0.1), equal elements, references. Nothing is sent
anywhere.

\`score\` says what valid SBOMs lack for a profile (default: all of them), and what to write.

\`publish\` checks SBOMs, sends the valid ones, and waits for large ones to be done. STELE_TOKEN proves who sends; with
\`--key\` the file is signed by ssh-keygen, and the signature is published with it (enough without a token).

\`diff\` says what changed from one SBOM to another, whatever the formats: the subject; components that were added, removed, or
changed in version, license, hash, package URL or supplier; dependencies, services and vulnerabilities. Licenses that mean the
same are the same. What differs beside, and what could not be compared, is named.

Arguments:
  <file>   JSON of at most 256 MB; - reads standard input

Options:
  --to       address of the Stele
  --key      private key file, or public key file of a key in an agent
  --fix      write what a machine can repair into the files; with score also what profiles ask for
  --json     print verdicts, counts and findings as JSON
  --format   pretty (default), json, or for CI systems github, gitlab, sarif, rdjson
  --profile  id of a profile, such as bsi-tr-03183-2; may be given several times
  --ignore   what diff leaves out, with commas between: version, license, hash, identifier, supplier, subject, dependencies,
             services, vulnerabilities, others
  --language en or de, for what the profiles say
  --strict   hold documents to every letter: refuse what tools often leave out, spell otherwise, or do against the text of
             SPDX 2 (otherwise warnings and notes)
  --help     this text

Exit codes: 0 all valid (or complete, or nothing compared is different, or published), 1 at least one is not, 2 a file cannot be read or the server
cannot be reached.`;

const SUBCOMMANDS: ReadonlyMap<string, (args: readonly string[], io: ProgressIo) => Promise<ExitCode>> = new Map([
  ["check", checkSbomFiles],
  ["score", scoreSbomFiles],
  ["diff", diffSbomFiles],
  ["publish", publishSbomFiles],
]);

/** `stele sbom`: what can be done with SBOMs. */
export const sbom: Command = {
  name: "sbom",
  help: HELP,
  async run(args, io) {
    const [subcommand, ...rest] = args;
    const run = subcommand === undefined ? undefined : SUBCOMMANDS.get(subcommand);
    if (run !== undefined) {
      const progressIo = withProgress(io);
      try {
        return await run(rest, progressIo);
      } finally {
        progressIo.progress.clear();
      }
    }
    throw new CannotRun(
      subcommand === undefined
        ? "Say what to do: `stele sbom check <file>`."
        : `There is no \`stele sbom ${subcommand}\`; there are \`stele sbom check\`, \`score\`, \`diff\` and \`publish\`.`,
    );
  },
};
