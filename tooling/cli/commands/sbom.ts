import { CannotRun, type Command, type ExitCode } from "../command.ts";
import { withProgress, type ProgressIo } from "../progress-line.ts";
import { checkSbomFiles } from "../sbom/check-sbom-files.ts";
import { diffSbomFiles } from "../sbom/diff-sbom-files.ts";
import { listSbomComponents } from "../sbom/list-sbom-components.ts";
import { publishSbomFiles } from "../sbom/publish-sbom-files.ts";
import { scoreSbomFiles } from "../sbom/score-sbom-files.ts";

const HELP = `Usage: stele sbom check <file>... [--fail-on <severity>] [--format <format>] [--summary] [--strict] [--fix]
       stele sbom score <file>... [--profile <id>] [--min-score <n>] [--language en|de] [--format <format>]
                        [--summary] [--fix]
       stele sbom list <file>... [--missing <fact>] [--format pretty|json|csv]
       stele sbom diff <earlier> <later> [--ignore <what>] [--json | --format <format>]
       stele sbom publish <file>... --to <url> [--key <key>] [--strict] [--json | --format <format>]

\`check\` judges SBOMs on this machine with the same code as the server: encoding, JSON, depth, the official schema of the
document's version (CycloneDX JSON 1.2 to 1.7, SPDX JSON 2.2, 2.3 and 3.0.1), equal elements, references. Nothing is sent
anywhere.

\`score\` says what valid SBOMs lack for a profile (default: all of them), and what to write.

\`list\` names components, with \`--missing\` those that lack a fact: version, supplier, producer, identifier, hash, license,
dependencies.

\`publish\` checks SBOMs, sends the valid ones, and waits for large ones to be done. STELE_TOKEN proves who sends; with
\`--key\` the file is signed by ssh-keygen, and the signature is published with it (enough without a token).

\`diff\` says what changed from one SBOM to another, whatever the formats: the subject; components that were added, removed, or
changed in version, license, hash, package URL or supplier; dependencies, services and vulnerabilities. Licenses that mean the
same are the same. What differs beside, and what could not be compared, is named.

Arguments:
  <file>   JSON of at most 256 MB; a folder stands for the SBOMs in it, a pattern such as 'sboms/**/*.cdx.json' for the files
           that it describes; - reads standard input

Options:
  --to       address of the Stele
  --key      private key file, or public key file of a key in an agent
  --fix      write what a machine can repair into the files; with score also what profiles ask for
  --json     print verdicts, counts and findings as JSON
  --format   pretty (default), json, or for CI systems and reports github, gitlab, sarif, rdjson, junit, csv, html
  --summary  one line per file or profile, and what the rules say in as many lines as fit a screen
  --fail-on  the least severity that ends with exit code 1: error (default), warning, note, or never
  --profile  id of a profile or how it begins, such as bsi; may be given several times
  --min-score  score from 0 to 100 that every profile has to reach (default: to be satisfied)
  --ignore   what diff leaves out, with commas between: version, license, hash, identifier, supplier, subject, dependencies,
             services, vulnerabilities, others
  --language en or de, for what the profiles say
  --strict   hold documents to every letter: refuse what tools often leave out, spell otherwise, or do against the text of
             SPDX 2 (otherwise warnings and notes)
  --help     this text

Exit codes: 0 nothing to complain about: check found nothing as grave as --fail-on, score satisfied every profile or reached
--min-score, diff found nothing different, list --missing listed nothing, publish published all. 1 there is something. 2 a
file cannot be read, an option is not known, or the server cannot be reached.`;

const SUBCOMMANDS: ReadonlyMap<string, (args: readonly string[], io: ProgressIo) => Promise<ExitCode>> = new Map([
  ["check", checkSbomFiles],
  ["score", scoreSbomFiles],
  ["list", listSbomComponents],
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
        : `There is no \`stele sbom ${subcommand}\`; there are \`stele sbom check\`, \`score\`, \`list\`, \`diff\` and \`publish\`.`,
    );
  },
};
