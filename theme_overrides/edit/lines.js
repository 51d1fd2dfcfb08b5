/**
 * How values are written in a file: as its authors write them. Short things stand on one line, long texts are folded,
 * and every scalar is text, as planbuilder reads it.
 */
import { Document, isMap, isScalar, isSeq, visit } from "yaml";

export const READING = { schema: "failsafe" };
const WRITING = { indent: 2, lineWidth: 110, flowCollectionPadding: false };
const ONE_LINE = { ...WRITING, lineWidth: 0 };
const LONGEST_BLOCK_ON_ONE_LINE = 90;
const LONGEST_LIST_ON_ONE_LINE = 70;

/** A value inside `{…}` or `[…]`, on one line. */
export function inline(value) {
  const made = document(value);
  visit(made, { Collection: (_, node) => void (node.flow = true), Scalar: (_, node) => void quoteLines(node) });
  return made.toString(ONE_LINE).trimEnd();
}

/** `key: value`, with following lines indented as far as the first. */
export const pair = (key, value, column) => lines({ [key]: value }, column, 1);

/** `- value`, likewise; on one line where the ones beside it are. */
export const item = (value, column, asLine) => (asLine ? `- ${inline(value)}` : lines([value], column, 0));

/** A whole block of keys, likewise. */
export const block = (value, column) => lines(value, column, 1);

function lines(value, column, open) {
  const made = document(value);
  visit(made, {
    Collection: (key, node, path) => void (node.flow = path.filter((one) => isMap(one) || isSeq(one)).length > open && fits(node)),
    Scalar: (_, node) => void fold(node),
  });
  return made.toString(WRITING).trimEnd().replaceAll(/\n(?!\n|$)/g, `\n${" ".repeat(column)}`);
}

function document(value) {
  return new Document(texts(value), READING);
}

/** The value with every scalar as text. */
export function texts(value) {
  if (Array.isArray(value)) return value.map(texts);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, texts(one)]));
  return String(value);
}

function fits(node) {
  const plain = node.toJSON();
  const leaves = JSON.stringify(plain);
  const most = isSeq(node) ? LONGEST_LIST_ON_ONE_LINE : LONGEST_BLOCK_ON_ONE_LINE;
  return leaves.length <= most && !leaves.includes("\\n");
}

function fold(node) {
  if (!isScalar(node) || typeof node.value !== "string") return;
  const text = node.value.trimEnd();
  if (text.includes("\n")) Object.assign(node, { type: "BLOCK_LITERAL", value: `${text}\n` });
  else if (node.value.length > LONGEST_BLOCK_ON_ONE_LINE) node.type = "BLOCK_FOLDED";
}

function quoteLines(node) {
  if (String(node.value).includes("\n")) node.type = "QUOTE_DOUBLE";
}
