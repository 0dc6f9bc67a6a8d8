/**
 * What readers of CI reports ask for beyond the public schemas (test/fixtures/ci-schemas): GitLab's Code Quality as its
 * documentation describes it, SARIF 2.1.0 with the members and limits of GitHub code scanning.
 */
export const GITLAB_CODE_QUALITY = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    additionalProperties: false,
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 32 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        additionalProperties: false,
        properties: {
          path: { type: "string", pattern: "^(?!/|\\./)" },
          lines: {
            type: "object",
            required: ["begin"],
            additionalProperties: false,
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
} as const;

const message = {
  type: "object",
  required: ["text"],
  properties: { text: { type: "string", minLength: 1 }, markdown: { type: "string" } },
  additionalProperties: false,
} as const;
const level = { enum: ["none", "note", "warning", "error"] } as const;
const region = {
  type: "object",
  required: ["startLine"],
  additionalProperties: false,
  properties: {
    startLine: { type: "integer", minimum: 1 },
    startColumn: { type: "integer", minimum: 1 },
    endLine: { type: "integer", minimum: 1 },
    endColumn: { type: "integer", minimum: 1 },
  },
} as const;
const artifactLocation = {
  type: "object",
  required: ["uri"],
  additionalProperties: false,
  properties: { uri: { type: "string", format: "uri-reference" }, uriBaseId: { type: "string" } },
} as const;

export const CODE_SCANNING_SARIF = {
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      maxItems: 20,
      items: {
        type: "object",
        required: ["tool", "results"],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "rules"],
                additionalProperties: false,
                properties: {
                  name: { type: "string" },
                  informationUri: { type: "string", format: "uri" },
                  semanticVersion: { type: "string" },
                  rules: {
                    type: "array",
                    maxItems: 25_000,
                    items: {
                      type: "object",
                      required: ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
                      additionalProperties: false,
                      properties: {
                        id: { type: "string" },
                        shortDescription: message,
                        fullDescription: message,
                        help: message,
                        helpUri: { type: "string", format: "uri" },
                        defaultConfiguration: { type: "object", properties: { level }, additionalProperties: false },
                        properties: {
                          type: "object",
                          properties: { tags: { type: "array", maxItems: 20, items: { type: "string" } } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: "array",
            maxItems: 25_000,
            items: {
              type: "object",
              required: ["ruleId", "message", "locations", "partialFingerprints"],
              additionalProperties: false,
              properties: {
                ruleId: { type: "string" },
                ruleIndex: { type: "integer", minimum: 0 },
                level,
                message,
                locations: {
                  type: "array",
                  minItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    additionalProperties: false,
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation"],
                        additionalProperties: false,
                        properties: { artifactLocation, region },
                      },
                    },
                  },
                },
                partialFingerprints: {
                  type: "object",
                  required: ["primaryLocationLineHash"],
                  additionalProperties: { type: "string" },
                },
                fixes: {
                  type: "array",
                  items: {
                    type: "object",
                    required: ["artifactChanges"],
                    additionalProperties: false,
                    properties: {
                      description: message,
                      artifactChanges: {
                        type: "array",
                        minItems: 1,
                        items: {
                          type: "object",
                          required: ["artifactLocation", "replacements"],
                          additionalProperties: false,
                          properties: {
                            artifactLocation,
                            replacements: {
                              type: "array",
                              minItems: 1,
                              items: {
                                type: "object",
                                required: ["deletedRegion"],
                                additionalProperties: false,
                                properties: {
                                  deletedRegion: region,
                                  insertedContent: {
                                    type: "object",
                                    required: ["text"],
                                    properties: { text: { type: "string" } },
                                  },
                                },
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
