import config from "../../vitest.config.ts";

/** A project of `vitest.config.ts` that can notice mutants. */
export interface Project {
  readonly name: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Its tests run in Node, where several processes can work at once. */
  readonly isNode: boolean;
}

const [core, workers] = ["core", "workers"].map(readProject) as [Project, Project];

/** The project whose tests are asked about a file: the worker's run in the worker runtime, all others in Node. */
export function projectOf(file: string): Project {
  return file.startsWith("workers/") ? workers : core;
}

function readProject(name: string): Project {
  const projects = (config.test?.projects ?? []) as readonly { test: { name: string } & Partial<Project> }[];
  const found = projects.find(({ test }) => test.name === name)?.test;
  if (found?.include === undefined) throw new Error(`vitest.config.ts has no project "${name}".`);
  return { name, include: found.include, exclude: found.exclude ?? [], isNode: "environment" in found };
}
