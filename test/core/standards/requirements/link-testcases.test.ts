import { expect, test } from "vitest";

import { linkTestcases, type CheckingTestcase } from "#core/standards/requirements/link-testcases.ts";

const DOCUMENT = {
  documentId: "scs-0102-v1-image-metadata",
  headings: [
    { depth: 2, id: "properties" },
    { depth: 3, id: "disk-bus" },
    { depth: 2, id: "renewal" },
  ],
};
const REQUIREMENTS = [
  { text: "`hw_disk_bus` MUST be set.", section: "disk-bus" },
  { text: "Images SHOULD be renewed.", section: "renewal" },
];

function link(...testcases: CheckingTestcase[]) {
  const { ofRequirement, unlinked } = linkTestcases(DOCUMENT, REQUIREMENTS, testcases);
  return [...ofRequirement, unlinked].map((list) => list.map(({ id }) => id));
}

const documentIds = [DOCUMENT.documentId];

test("a test case that points at a section checks the requirements of it and of the sections inside", () => {
  const url = "https://docs.example.org/standards/scs-0102-v1-image-metadata";
  expect(link({ id: "scs-0102-a", url: `${url}#properties`, documentIds })).toEqual([["scs-0102-a"], [], []]);
  expect(link({ id: "scs-0102-a", url: `${url}#renewal`, documentIds })).toEqual([[], ["scs-0102-a"], []]);
});

test("a test case whose id names what a requirement names checks it", () => {
  expect(link({ id: "scs-0102-prop-hw_disk_bus", documentIds })).toEqual([["scs-0102-prop-hw_disk_bus"], [], []]);
});

test("a test case of the document that points nowhere is said to be unlinked", () => {
  const url = "/standards/scs-0102-w1-notes#automated-tests";
  expect(link({ id: "scs-0102-other", url, documentIds })).toEqual([[], [], ["scs-0102-other"]]);
});

test("the number in its id counts where no module names a document", () => {
  expect(link({ id: "scs-0102-other", documentIds: [] })).toEqual([[], [], ["scs-0102-other"]]);
  expect(link({ id: "scs-0103-other", documentIds: [] })).toEqual([[], [], []]);
});

test("a test case of another version is not this one's", () => {
  expect(link({ id: "scs-0102-prop-hw_disk_bus", documentIds: ["scs-0102-v2-image-metadata"] })).toEqual([[], [], []]);
});

test("a name that a requirement only mentions links nothing, one that it lists does", () => {
  const requirements = [
    { text: "Images MAY differ in `os_distro`.", section: "renewal" },
    { text: "These MUST be present: `os_distro` and others.", section: "renewal" },
    { text: "All of these MUST be present:", details: "`os_distro`; others", section: "renewal" },
  ];
  const testcase = { id: "scs-0102-prop-os_distro", documentIds };
  const { ofRequirement } = linkTestcases(DOCUMENT, requirements, [testcase]);
  expect(ofRequirement).toEqual([[], [testcase], [testcase]]);
});

test("part of a name is not the name", () => {
  expect(link({ id: "scs-0102-hw_disk_bus_extra", documentIds })).toEqual([[], [], ["scs-0102-hw_disk_bus_extra"]]);
});
