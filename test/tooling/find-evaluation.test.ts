import { expect, test } from "vitest";

import { findEvaluation } from "../../tooling/gate/bundle.ts";

test.each([
  ["a direct call", "const a = eval('1 + 1');"],
  ["the constructor", "const f = new Function('a', 'return a');"],
  ["the constructor, called", "const global = Function('return this')();"],
])("%s makes code out of strings", (_name, source) => {
  expect(findEvaluation(source)).toBe(source);
});

test.each([
  ["a method of that name", "class Node { eval(matcher) { return matcher.eval(this); } }"],
  ["the word in a string", "const text = 'new Function(x)';"],
  ["a type test", "const isFunction = (f) => f instanceof Function;"],
])("%s does not", (_name, source) => {
  expect(findEvaluation(source)).toBeUndefined();
});
