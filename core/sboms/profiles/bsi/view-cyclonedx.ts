import type {
  CycloneDxBom,
  CycloneDxComponent,
  CycloneDxLicenseChoice,
  CycloneDxOrganization,
} from "../../formats/cyclonedx/cyclonedx.ts";
import type {
  Artifact,
  BsiComponent,
  BsiView,
  Contact,
  Identifier,
  LicenseStatement,
  Pointed,
  Relations,
} from "./bsi-view.ts";
import { kindOfComponent, type ComponentPlace } from "./component-kind.ts";
import { findUnreached } from "../../graph/find-unreached.ts";
import { placeComponents, type PlacedComponent } from "../../view/place-components.ts";
import { referenceGraphOf } from "../../graph/reference-graph.ts";
import { mapLazily } from "../map-lazily.ts";
import { readCycloneDxRelations } from "./cyclonedx-relations.ts";

/** The view of a CycloneDX document. */
export function viewCycloneDx(bom: CycloneDxBom): BsiView {
  const { metadata = {}, serialNumber, vulnerabilities = [] } = bom;
  const relationsOf = readCycloneDxRelations(bom);
  const subject = metadata.component;
  const { edges, isListed } = referenceGraphOf(bom);
  const placeOf = ({ component, node }: PlacedComponent): ComponentPlace => ({
    isSubject: component === subject,
    saysEmpty: isListed(node) && (edges[node] ?? NONE).length === 0 && (component.components ?? NONE).length === 0,
  });
  return {
    format: "CycloneDX",
    creator: contactOf(metadata.manufacturer, "/metadata/manufacturer"),
    timestamp: pointed(metadata.timestamp, "/metadata/timestamp"),
    uri: pointed(serialNumber, "/serialNumber"),
    vulnerability: vulnerabilities.length > 0 ? "/vulnerabilities/0" : undefined,
    phases: (metadata.lifecycles ?? []).flatMap(
      ({ phase }, index) => pointed(phase, `/metadata/lifecycles/${index}/phase`) ?? [],
    ),
    hasSubject: subject !== undefined,
    unreached: findUnreached(bom).map(({ pointer }) => pointer),
    components: mapLazily(placeComponents(bom), (placed) =>
      viewComponent(placed, placeOf(placed), relationsOf(placed)),
    ),
  };
}

function viewComponent(
  { component, pointer }: PlacedComponent,
  place: ComponentPlace,
  relations: Relations,
): BsiComponent {
  // Named one by one: a spread makes an object that engines treat several times slower, and long documents make many.
  const { kind, isKindStated, refusedKind } = kindOfComponent(component, place);
  const { name, version, manufacturer } = component;
  return {
    pointer,
    kind,
    isKindStated,
    refusedKind,
    creator: contactOf(manufacturer, `${pointer}/manufacturer`),
    name: pointed(name, `${pointer}/name`),
    version: pointed(version, `${pointer}/version`),
    versionPlace: `${pointer}/version`,
    filenames: propertiesOf(component, pointer, "bsi:component:filename"),
    executable: propertiesOf(component, pointer, "bsi:component:executable"),
    archive: propertiesOf(component, pointer, "bsi:component:archive"),
    structured: propertiesOf(component, pointer, "bsi:component:structured"),
    licenses: licensesOf(component, pointer),
    effectiveLicenses: effectiveLicensesOf(component, pointer),
    deployables: artifactsOf(component, pointer, "distribution"),
    sources: artifactsOf(component, pointer, "source-distribution"),
    repositories: artifactsOf(component, pointer, "vcs"),
    securityContacts: artifactsOf(component, pointer, "rfc-9116"),
    descriptions: artifactsOf(component, pointer, "bom"),
    identifiers: identifiersOf(component, pointer),
    relations,
  };
}

/** Most components say nothing of most matters. */
const NONE: readonly never[] = [];
const NO_CONTACT: Contact = { emails: NONE, urls: NONE };

function pointed(text: string | undefined, pointer: string): Pointed | undefined {
  return text === undefined ? undefined : { text, pointer };
}

function contactOf(organization: CycloneDxOrganization | undefined, pointer: string): Contact {
  if (organization === undefined) return NO_CONTACT;
  const { contact = [], url = [] } = organization;
  return {
    emails: contact.flatMap(({ email }, index) => pointed(email, `${pointer}/contact/${index}/email`) ?? []),
    urls: url.map((text, index) => ({ text, pointer: `${pointer}/url/${index}` })),
  };
}

function propertiesOf({ properties = [] }: CycloneDxComponent, pointer: string, wanted: string): readonly Pointed[] {
  if (properties.length === 0) return NONE;
  return properties.flatMap(({ name, value = "" }, index) =>
    name === wanted ? { text: value, pointer: `${pointer}/properties/${index}/value` } : [],
  );
}

function effectiveLicensesOf(component: CycloneDxComponent, pointer: string): BsiComponent["effectiveLicenses"] {
  if (component.properties === undefined) return NONE;
  const taxonomy = propertiesOf(component, pointer, "bsi:component:effectiveLicence");
  const guideline = propertiesOf(component, pointer, "bsi:component:effectiveLicense");
  return [
    ...taxonomy.map((one) => ({ ...one, isTaxonomySpelling: true })),
    ...guideline.map((one) => ({ ...one, isTaxonomySpelling: false })),
  ];
}

function artifactsOf({ externalReferences = [] }: CycloneDxComponent, pointer: string, wanted: string) {
  if (externalReferences.length === 0) return NONE;
  return externalReferences.flatMap(({ type, url, hashes = [] }, index): Artifact | readonly never[] => {
    if (type !== wanted) return [];
    const place = `${pointer}/externalReferences/${index}`;
    return {
      url: { text: url, pointer: `${place}/url` },
      hashes: hashes.map(({ alg, content }, number) => ({
        algorithm: alg,
        text: content,
        pointer: `${place}/hashes/${number}/content`,
      })),
    };
  });
}

function licensesOf({ licenses = [] }: CycloneDxComponent, pointer: string): readonly LicenseStatement[] {
  return licenses.flatMap(({ license, expression, acknowledgement }, index): LicenseStatement | readonly never[] => {
    const said = acknowledgement ?? license?.acknowledgement;
    const text = expression ?? license?.id ?? license?.name;
    if (text === undefined) return [];
    return {
      text,
      pointer: `${pointer}/licenses/${index}/${memberOf(license, expression)}`,
      form: expression === undefined && license?.id === undefined ? "name" : "expression",
      acknowledgement: said === "concluded" || said === "declared" ? said : undefined,
    };
  });
}

/** Where the text of a license stands. */
function memberOf(license: CycloneDxLicenseChoice["license"], expression: string | undefined): string {
  if (expression !== undefined) return "expression";
  return license?.id === undefined ? "license/name" : "license/id";
}

function identifiersOf({ purl, cpe, swid }: CycloneDxComponent, pointer: string): readonly Identifier[] {
  const given: Identifier[] = [];
  if (purl !== undefined) given.push({ kind: "purl", text: purl, pointer: `${pointer}/purl` });
  if (cpe !== undefined) given.push({ kind: "cpe", text: cpe, pointer: `${pointer}/cpe` });
  if (swid?.tagId !== undefined) given.push({ kind: "swid", text: swid.tagId, pointer: `${pointer}/swid/tagId` });
  return given;
}
