import { CannotRun, type Command } from "../command.ts";
import { checkSbomFiles } from "../sbom/check-sbom-files.ts";
import { diffSbomFiles } from "../sbom/diff-sbom-files.ts";
import { scoreSbomFiles } from "../sbom/score-sbom-files.ts";

const HELP = `Usage: stele sbom check <file>... [--json | --format <format>] [--strict]
       stele sbom score <file>... [--profile <id>] [--language en|de] [--json]
       stele sbom diff <earlier> <later> [--json]

\`check\` judges SBOMs on this machine with the same code as the server: encoding, JSON, depth, the official schema of the
document's version (CycloneDX JSON 1.2 to 1.7, SPDX JSON 2.2, 2.3 and 3.0.1), equal elements, references. Nothing is sent
anywhere.

\`score\` says what valid SBOMs lack for a profile (default: all of them), and what to write.

\`diff\` lists components that were added, removed, or changed in version, license or hash, whatever the formats.

Arguments:
  <file>   JSON of at most 256 MB; - reads standard input

Options:
  --json     print verdicts, counts and findings as JSON
  --format   pretty (default), json, or for CI systems github, gitlab, sarif, rdjson
  --profile  id of a profile, such as bsi-tr-03183-2; may be given several times
  --language en or de, for what the profiles say
  --strict   refuse SPDX documents that lack what tools often leave out (otherwise a warning)
  --help     this text

Exit codes: 0 all valid (or complete, or the same), 1 at least one is not, 2 a file cannot be read.`;

/** `stele sbom`: what can be done with SBOMs. */
export const sbom: Command = {
  name: "sbom",
  help: HELP,
  async run(args, io) {
    const [subcommand, ...rest] = args;
    if (subcommand === "check") return await checkSbomFiles(rest, io);
    if (subcommand === "score") return await scoreSbomFiles(rest, io);
    if (subcommand === "diff") return await diffSbomFiles(rest, io);
    throw new CannotRun(
      subcommand === undefined
        ? "Say what to do: `stele sbom check <file>`."
        : `There is no \`stele sbom ${subcommand}\`; there are \`stele sbom check\`, \`stele sbom score\` and \`stele sbom diff\`.`,
    );
  },
};
