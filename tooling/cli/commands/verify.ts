import { splitSigned, verifyReport } from "#core/compliance/results/verify-report.ts";
import { readAllowedSigners, type LocalTime } from "#core/trust/signatures/allowed-signers.ts";
import { checkCredential } from "#core/trust/credentials/check-credential.ts";
import { isPage } from "#core/trust/credentials/open-credential.ts";
import type { CredentialReport } from "#core/trust/credentials/verification.ts";
import { decodeUtf8 } from "#core/base/text/decode-utf8.ts";
import { escapeControls } from "#core/base/text/escape-controls.ts";

import { readNamedFile } from "../../files/read-named-file.ts";
import { CannotRun, type Command, type CommandIo, type ExitCode } from "../command.ts";
import { parseOneArgument } from "../one-argument.ts";
import { createPaint } from "../paint.ts";
import { createFetchSource, createVerificationHost } from "../verify/host.ts";

const HELP = `Usage: stele verify <file|url> [--json]
       stele verify <report> --keys <file> [--signature <file>] [--json]

Verifies a certificate, an attestation or another credential, alone or in a presentation: form, signature, issuer, period,
the issuer's lists of revoked and suspended certificates, and the certificate that an attestation names.
Keys and lists are fetched from the issuer that the certificate names; nothing is sent to anybody.
With --keys it verifies the SSH signature of a compliance report instead.

Arguments:
  <file|url>   a credential (.vc, JSON) or a JSON Web Token (.jwt); - reads standard input. Of a page the credential
               is taken that it links to
  <report>     a report, or a report with its signature in front as it was uploaded

Options:
  --keys <file>        public keys that may have signed the report (authorized_keys, allowed_signers or .pub); options of
                       allowed_signers count as for ssh-keygen: namespaces, valid-after, valid-before, cert-authority
  --identity <name>    who is said to have signed, where the file names identities (default: anybody of them)
  --signature <file>   the report's signature, where it is a file of its own
  --json               print the verdict and every check as JSON
  --help               this text

Exit codes: 0 valid, 1 not valid, 2 could not be checked (a key or list cannot be had, a file cannot be
read, a kind of signature is not known here, it is a web page).`;

/** Reports with their signature are the largest of what is verified. */
const MAX_FILE_BYTES = 100_000_000;

const OPTIONS = {
  keys: { type: "string" },
  identity: { type: "string" },
  signature: { type: "string" },
  json: { type: "boolean", default: false },
} as const;

/** `stele verify`: is this certificate, or this report's signature, to be believed? */
export const verify: Command = {
  name: "verify",
  help: HELP,
  async run(args, io) {
    const complaint = "Say what to verify: `stele verify <file|url>`.";
    const { argument: source, values } = parseOneArgument(args, OPTIONS, complaint);
    const bytes = await readSource(source, io);
    const split = splitSigned(bytes);
    if (values.keys !== undefined) {
      const signature = values.signature === undefined ? split?.signature : await readText(values.signature, io);
      if (signature === undefined) {
        throw new CannotRun(`\`${source}\` has no signature in front. Name its file: --signature <file>.`);
      }
      const keys = readAllowedSigners(await readText(values.keys, io), localTime);
      if (keys.length === 0) throw new CannotRun(`\`${values.keys}\` has no SSH public key.`);
      const document = values.signature === undefined ? (split?.document ?? bytes) : bytes;
      return showReport(
        await verifyReport(
          { signature, document, keys, now: io.now(), ...identityOf(values) },
          globalThis.crypto.subtle,
        ),
        values.json,
        io,
      );
    }
    if (split !== undefined) {
      throw new CannotRun(`\`${source}\` is a signed report. Name the keys that may have signed it: --keys <file>.`);
    }
    const decoded = decodeUtf8(bytes);
    if (!decoded.ok)
      throw new CannotRun(`\`${source}\` is not text (byte ${decoded.failure.byteOffset} is not UTF-8).`);
    if (isPage(decoded.value.text)) throw new CannotRun(webPage(source));
    const report = await checkCredential(decoded.value.text, createVerificationHost(io.now(), io.signal));
    return showCredential(report, values.json, io);
  },
};

/** Times in files of keys are local ones, unless they end with Z. */
function localTime(...parts: Parameters<LocalTime>): Date {
  return new Date(...parts);
}

function identityOf({ identity }: { readonly identity?: string | undefined }): { identity?: string } {
  return identity === undefined ? {} : { identity };
}

const EXIT_CODES: Readonly<Record<CredentialReport["verdict"], ExitCode>> = { valid: 0, invalid: 1, undetermined: 2 };
const VERDICT_WORDS: Readonly<Record<CredentialReport["verdict"], string>> = {
  valid: "is valid",
  invalid: "is not valid",
  undetermined: "could not be checked completely",
};
const MARKS = { pass: "✓", fail: "✗", unknown: "?" } as const;
const COLORS = { pass: "green", fail: "red", unknown: "yellow" } as const;

function showCredential(report: CredentialReport, json: boolean, io: CommandIo): ExitCode {
  const { verdict, what, checks, credential } = report;
  if (json) {
    io.writeOut(`${JSON.stringify({ verdict, what, checks, credential }, null, 2)}\n`);
    return EXIT_CODES[verdict];
  }
  const paint = createPaint(io.color);
  const name = credential?.["name"];
  const lines = [
    // What a stranger wrote must not steer the terminal.
    ...(typeof name === "string" ? [escapeControls(name)] : []),
    ...checks.map(
      ({ name: check, outcome, message, about }) =>
        `${paint(COLORS[outcome], MARKS[outcome])} ${check}${about === undefined ? "" : ` of ${escapeControls(about)}`}: ${escapeControls(message)}`,
    ),
    `The ${what} ${VERDICT_WORDS[verdict]}.`,
  ];
  io.writeOut(`${lines.join("\n")}\n`);
  return EXIT_CODES[verdict];
}

function showReport(
  { isValid, message }: { readonly isValid: boolean; readonly message: string },
  json: boolean,
  io: CommandIo,
): ExitCode {
  const verdict = isValid ? "valid" : "invalid";
  const mark = createPaint(io.color)(isValid ? "green" : "red", isValid ? "✓" : "✗");
  io.writeOut(json ? `${JSON.stringify({ verdict, message }, null, 2)}\n` : `${mark} ${message}\n`);
  return isValid ? 0 : 1;
}

async function readSource(source: string, io: CommandIo): Promise<Uint8Array<ArrayBuffer>> {
  if (source === "-") return Uint8Array.from(await io.readInput());
  if (!/^https?:\/\//.test(source)) return readBytes(source, io);
  const fetchSource = createFetchSource(io.signal);
  const fetched = await fetchSource(source);
  if (!fetched.ok) throw new CannotRun(`${escapeControls(fetched.failure)}.`);
  const { text, isPage: isWebPage, credential } = fetched.value;
  if (!isWebPage) return Uint8Array.from(new TextEncoder().encode(text));
  if (credential === undefined) throw new CannotRun(webPage(source));
  io.writeError(
    `${escapeControls(source)} is a web page; this is about the credential that it links to: ${credential}\n`,
  );
  const followed = await fetchSource(credential);
  if (!followed.ok) throw new CannotRun(`${escapeControls(followed.failure)}.`);
  return Uint8Array.from(new TextEncoder().encode(followed.value.text));
}

function webPage(source: string): string {
  return `\`${source}\`: this is a web page, not a credential. Name the file or address of the credential; it often ends with .vc or .jwt.`;
}

async function readText(path: string, io: CommandIo): Promise<string> {
  return new TextDecoder().decode(await readBytes(path, io));
}

async function readBytes(path: string, io: CommandIo): Promise<Uint8Array<ArrayBuffer>> {
  const read = await readNamedFile(path, { cwd: io.cwd, limitBytes: MAX_FILE_BYTES });
  if (!read.ok) throw new CannotRun(`\`${path}\` cannot be read. ${read.failure}`);
  return read.value;
}
