import { expect, test } from "vitest";

import { CLOUD_COLUMN_KEYS, CLOUD_HEADINGS, cloudCells, cloudMembers } from "#core/compliance/monitor/cloud-columns.ts";

const NORTH = {
  subject: "north-1",
  name: "North | One",
  url: "https://north.example/",
  description: "By the *sea*",
  operator: "North",
};

test("every column has a heading and a cell of the monitor's Markdown", () => {
  expect(CLOUD_HEADINGS).toEqual(["Name", "Description", "Operator"]);
  expect(cloudCells(NORTH)).toEqual(["[North \\| One](https://north.example/)", "By the \\*sea\\*", "North"]);
  expect(cloudCells({ ...NORTH, url: undefined })[0]).toBe("North \\| One");
  expect(CLOUD_COLUMN_KEYS).toHaveLength(CLOUD_HEADINGS.length);
});

test("every column has its members in JSON, and what nobody wrote is left out", () => {
  expect(cloudMembers(NORTH)).toEqual({
    subject: "north-1",
    name: "North | One",
    description: "By the *sea*",
    provider: "North",
  });
  const nameless = { subject: "x", name: "x", description: "", operator: "" };
  expect(JSON.parse(JSON.stringify(cloudMembers(nameless)))).toEqual({ subject: "x", name: "x" });
});
