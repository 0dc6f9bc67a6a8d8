import { MEDIA, page, read, type OperationGroup } from "../operation.ts";

const JSON_OBJECT = { [MEDIA.json]: "Object" };
const AT = [{ name: "at", text: "Another instant than now, with date, time and offset." }];
/** Lists come fifty at a time. */
const PART = [
  ...AT,
  { name: "before", text: 'Number of the certificate behind which the list goes on; `Link: rel="next"` says it.' },
];
const BAD_AT = { 400: "`at` is no instant." };
const UNKNOWN = { 404: "No such certificate." };
const NO_ACCOUNT = { 401: "No account." };
const CREDENTIAL = { "application/vc": "Object", "application/vc+jwt": "text" };
const UNSIGNED = { 404: "There is none.", 503: "No key is configured." };

/** Certificates: decisions, public lists, credentials. */
export const CERTIFICATES: OperationGroup = {
  name: "Certificates",
  slice: "certificates",
  text: "What the certification body granted. Where a certificate stands follows from its log of steps.",
  operations: [
    page("/certificates", "All certificates", { query: PART, problems: BAD_AT }),
    read("/certificates.json", "The same as data", JSON_OBJECT, { query: PART, problems: BAD_AT }),
    read(
      "/certificates/feed.xml",
      "What becomes of certificates",
      { [MEDIA.atom]: "text" },
      { query: AT, problems: BAD_AT },
    ),
    page("/certificates/revoked", "The revocation list", { query: PART, problems: BAD_AT }),
    read("/certificates/revoked.json", "The same as data", JSON_OBJECT, { query: PART, problems: BAD_AT }),
    page("/certificates/{certificate}", "A certificate", {
      routes: ["/certificates/:id{\\d{4}-\\d{4,}}"],
      query: AT,
      problems: BAD_AT,
      answers: { 404: { text: "No such certificate.", content: { [MEDIA.html]: "text" } } },
    }),
    read("/certificates/{certificate}.json", "The same as data", JSON_OBJECT, {
      routes: ["/certificates/:file{\\d{4}-\\d{4,}\\.json}"],
      query: AT,
      problems: { ...BAD_AT, ...UNKNOWN },
    }),
    read("/certificates/{certificate}.vc", "The certificate as a signed credential (W3C VC 2.0)", CREDENTIAL, {
      slice: "credentials",
      routes: ["/certificates/:file{\\d{4}-\\d{4,}\\.(?:vc|jwt)}"],
      details: "With `.jwt` as VC-JWT.",
      problems: UNSIGNED,
    }),
    read(
      "/certification/{subject}/{scope}/attestation.vc",
      "A signed statement that every test passes now",
      CREDENTIAL,
      {
        slice: "credentials",
        routes: ["/certification/:subject/:scope/:file{attestation\\.(?:vc|jwt)}"],
        details:
          "With `.jwt` as VC-JWT. `at` is that of an `id`: 410 with the reason once what it says is no longer so.",
        query: AT,
        problems: { ...UNSIGNED, ...BAD_AT, 410: "What was attested then is no longer so." },
      },
    ),
    read("/certification/{subject}/{scope}/attestation-status", "Signed list of what no longer is so", CREDENTIAL, {
      slice: "credentials",
      problems: UNSIGNED,
    }),
    read("/status-lists/{purpose}/{list}", "Signed list of revoked or suspended credentials", CREDENTIAL, {
      slice: "credentials",
      routes: ["/status-lists/:purpose/:list{[1-9]\\d{0,4}}"],
      problems: UNSIGNED,
    }),
    read("/subjects/{subject}", "A cloud that credentials speak of, with its certificates", JSON_OBJECT, {
      problems: { 404: "No such cloud." },
    }),
    read(
      "/.well-known/did.json",
      "The issuer and its keys",
      { "application/did+json": "Object" },
      { caching: "minutes", slice: "credentials", problems: UNSIGNED },
    ),
    read(
      "/contexts/certificate-v1.jsonld",
      "The words of our credentials",
      { [MEDIA.jsonLd]: "Object" },
      { caching: "day", slice: "credentials" },
    ),
    page("/verify", "Check a credential in the browser; it is not sent", { slice: "credentials" }),
    {
      method: "post",
      path: "/api/v1/certificates",
      routes: ["/api/v1/certificates"],
      summary: "Apply for a certificate",
      caller: "account",
      body: { text: "What is applied for.", content: { [MEDIA.json]: "CertificateApplication" } },
      answers: { 201: { text: "The application.", content: JSON_OBJECT } },
      problems: {
        ...NO_ACCOUNT,
        403: "Not your cloud.",
        409: "There is one.",
        413: "Too large.",
        422: "Not an application.",
      },
    },
    {
      method: "post",
      path: "/api/v1/certificates/{certificate}/events",
      routes: ["/api/v1/certificates/:id/events"],
      summary: "Take a step: grant, suspend, revoke, …",
      caller: "account",
      body: { text: "The step and its reason.", content: { [MEDIA.json]: "CertificateStep" } },
      answers: { 200: { text: "The certificate.", content: JSON_OBJECT } },
      problems: {
        ...NO_ACCOUNT,
        ...UNKNOWN,
        403: "Not yours to take.",
        409: "Not possible now.",
        413: "Too large.",
        422: "Not a step.",
      },
    },
    read("/api/v1/certificates", "What concerns the account, with the whole log", JSON_OBJECT, {
      caller: "account",
      problems: NO_ACCOUNT,
    }),
    read("/api/v1/certificates/{certificate}", "One of them", JSON_OBJECT, {
      routes: ["/api/v1/certificates/:id"],
      caller: "account",
      problems: { ...NO_ACCOUNT, ...UNKNOWN },
    }),
  ],
};
