/** Made-up SBOMs of any size, the same for the same numbers: for benchmarks and tests of limits. */

/** A CycloneDX 1.6 document about one component that contains `componentCount` others, about 350 bytes each. */
export function syntheticBom(componentCount: number): string {
  const components = Array.from({ length: componentCount }, (_, index) => syntheticComponent(index));
  const dependencies = components.map((component, index) => ({
    ref: component["bom-ref"],
    // A chain through all, and a few links ahead that differ from one to the next.
    dependsOn: [index + 1, index + 2 + (index % 7), index + 11 + (index % 13)]
      .filter((target) => target < componentCount)
      .map(bomRef),
  }));
  return JSON.stringify({
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    // One for each size: other content is another document.
    serialNumber: `urn:uuid:3e671687-395b-41f5-a30f-${componentCount.toString(16).padStart(12, "0")}`,
    version: 1,
    metadata: {
      timestamp: "2026-01-01T00:00:00Z",
      component: { type: "application", "bom-ref": "subject", name: "synthetic", version: "1.0.0" },
    },
    components,
    dependencies: [{ ref: "subject", dependsOn: componentCount > 0 ? [bomRef(0)] : [] }, ...dependencies],
  });
}

function bomRef(index: number): string {
  return `component-${index}`;
}

function syntheticComponent(index: number) {
  const name = `package-${index}`;
  const version = `${index % 10}.${index % 7}.${index}`;
  return {
    type: "library",
    "bom-ref": bomRef(index),
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
    hashes: [{ alg: "SHA-256", content: (index + 1).toString(16).padStart(64, "0") }],
    licenses: [{ license: { id: index % 3 === 0 ? "MIT" : "Apache-2.0" } }],
  };
}

/** A document whose components lie one inside the other, `depth` of them. */
export function nestedBom(depth: number): string {
  const opening = '{"type":"library","name":"nested","version":"1","components":[';
  const head = '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[';
  return `${head}${opening.repeat(depth)}${"]}".repeat(depth)}]}`;
}
