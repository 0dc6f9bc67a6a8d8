/**
 * Lint rules for what types cannot refuse in pure code (decision 003): the language itself has a clock and a source of
 * chance. `new Date(instant)` and `Date.UTC(…)` only calculate and stay allowed.
 */

/** Members of built-in objects that read the clock or roll dice. */
const IMPURE_MEMBERS = { Date: ["now"], Math: ["random"], Temporal: ["Now"] };
/** Methods that format the present moment where they get no argument. */
const FORMATS_NOW = new Set(["format", "formatToParts"]);
/** Built-in objects whose members are refused also where they are taken apart or passed on under another name. */
const CLOCKS = new Set(["Date", "Math", "Temporal"]);

const MESSAGE = "Pure code has no clock and no randomness: take `now` (or the chance) as an argument.";

const noClock = {
  meta: { type: "problem", docs: { description: "no clock and no randomness in pure code" } },
  create(context) {
    const refuse = (node) => context.report({ node, message: MESSAGE });
    return {
      NewExpression(node) {
        if (isNamed(node.callee, "Date") && node.arguments.length === 0) refuse(node);
      },
      CallExpression(node) {
        if (isNamed(node.callee, "Date")) refuse(node);
        const formats = node.callee.type === "MemberExpression" && FORMATS_NOW.has(nameOf(node.callee));
        if (formats && node.arguments.length === 0) refuse(node);
      },
      MemberExpression(node) {
        if (node.object.type !== "Identifier" || !Object.hasOwn(IMPURE_MEMBERS, node.object.name)) return;
        const name = nameOf(node);
        // What is computed could be anything.
        if (name === undefined || IMPURE_MEMBERS[node.object.name].includes(name)) refuse(node);
      },
      VariableDeclarator(node) {
        if (node.init?.type === "Identifier" && CLOCKS.has(node.init.name)) refuse(node);
      },
    };
  },
};

const noGlobalThis = {
  meta: { type: "problem", docs: { description: "no way around by globalThis in pure code" } },
  create(context) {
    return {
      Identifier(node) {
        if (node.name === "globalThis") context.report({ node, message: "Pure code knows no host: no globalThis." });
      },
    };
  },
};

function isNamed(node, name) {
  return node.type === "Identifier" && node.name === name;
}

/** The name of a member; undefined where it is computed from anything but a text. */
function nameOf({ computed, property }) {
  if (!computed) return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

export default { meta: { name: "pure" }, rules: { "no-clock": noClock, "no-global-this": noGlobalThis } };
