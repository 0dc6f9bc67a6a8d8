import type { SshsigFailure } from "./verify-sshsig.ts";

/** What is wrong with a signature and what to do about it, for the person who made it. */
export function describeSshsigFailure(failure: SshsigFailure): string {
  switch (failure.reason) {
    case "missing-armor":
      return `The signature lacks the line \`${failure.expected}\`; send the whole .sig file.`;
    case "armor-too-long":
      return `The signature is longer than ${failure.limitCharacters} characters; send a .sig file of ssh-keygen.`;
    case "malformed-base64":
      return "The signature is not base64; it was changed on the way.";
    case "malformed-signature":
      return "The signature is damaged or has data behind its end; sign again.";
    case "unsupported-version":
      return `The signature has version ${failure.version} of the format, expected 1; sign with \`ssh-keygen -Y sign\`.`;
    case "unsupported-hash":
      return `The message is hashed with \`${failure.hash}\`, expected \`sha256\` or \`sha512\`.`;
    case "unsupported-key-type":
      return `Keys of type \`${failure.keyType}\` cannot sign; use ed25519, ECDSA or RSA.`;
    case "malformed-key":
      return `The registered key of type \`${failure.keyType}\` is damaged; register it again.`;
    case "weak-key":
      return `The RSA key has ${failure.bits} bits, expected at least ${failure.leastBits}; register a longer one.`;
    case "algorithm-mismatch":
      return `The signature algorithm is \`${failure.algorithm}\`, expected ${failure.expected.map((name) => `\`${name}\``).join(" or ")}.`;
    case "not-touched":
      return "The security key was not touched when it signed; sign again without `no-touch-required`.";
    case "wrong-namespace":
      return `The signature is for namespace \`${failure.actual}\`, expected \`${failure.expected}\`: \`ssh-keygen -Y sign -n ${failure.expected}\`.`;
    case "unregistered-key":
      return "The key that signed is not registered for this account; sign with a registered key or register this one.";
    case "key-not-yet-valid":
      return `The key \`${failure.keyName}\` may sign from ${failure.validFrom.toISOString()} on.`;
    case "key-no-longer-valid":
      return `The key \`${failure.keyName}\` was valid until ${failure.validUntil.toISOString()}; sign with a newer one.`;
    case "wrong-signature":
      return `The signature by key \`${failure.keyName}\` does not fit the report; the report was changed after signing.`;
  }
}
