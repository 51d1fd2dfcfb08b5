/**
 * Changes a YAML file as little as can be: what nobody changed keeps its bytes, comments and line breaks included.
 *
 * The forms know values, not files. So what a form gives back is compared with what the file says, and only the
 * places that differ are written anew.
 */
import { isMap, isSeq, parseDocument } from "yaml";
import { READING, block, inline, item, pair, texts } from "./lines.js";

/** What a file says: mappings, lists and texts. Throws what is wrong with its YAML. */
export function read(text) {
  const found = parseDocument(text, READING);
  if (found.errors.length) throw found.errors[0];
  return found.toJS() ?? {};
}

/** The text of a file that says `wanted`, as near as can be to the text that there was. */
export function written(text, wanted) {
  const before = text && !text.endsWith("\n") ? `${text}\n` : text;
  const value = texts(filled(wanted, before ? read(before) : {}));
  const after = before ? new Changes(before).changed(value) : "";
  return after && same(read(after), value) ? after : `${block(value, 0)}\n`;
}

/** Without what is empty or not ticked, unless the file says so: forms give every field back. */
function filled(value, known) {
  if (Array.isArray(value)) return value.map((one, at) => filled(one, known?.[at])).filter((one) => !empty(one) || known?.includes?.(one));
  if (!value || typeof value !== "object") return value;
  const kept = Object.entries(value).map(([key, one]) => [key, filled(one, known?.[key])]);
  return Object.fromEntries(kept.filter(([key, one]) => !empty(one) || (one === false && known?.[key] !== undefined)));
}

function empty(value) {
  if (value && typeof value === "object") return Object.keys(value).length === 0;
  return value === undefined || value === null || value === "" || value === false;
}

const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return String(value).trimEnd(); // forms and planbuilder leave out what is behind a text
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}

class Changes {
  constructor(text) {
    this.text = text;
    this.end = text.includes("\r\n") ? "\r\n" : "\n";
    this.made = [];
  }

  changed(value) {
    this.change(parseDocument(this.text, READING).contents, value);
    const order = (a, b) => b.start - a.start || b.stop - a.stop || b.at - a.at;
    return this.made.sort(order).reduce((text, { start, stop, words }) => text.slice(0, start) + words + text.slice(stop), this.text);
  }

  put(start, stop, words) {
    this.made.push({ start, stop, words: words.replaceAll("\n", this.end), at: this.made.length });
  }

  change(node, value, place) {
    if (node && same(node.toJSON(), value)) return;
    if (isMap(node) && isMapping(value)) this.mapping(node, value);
    else if (isSeq(node) && Array.isArray(value)) this.list(node, value);
    else place(value);
  }

  mapping(node, value) {
    const known = node.items.map(({ key }) => key.value);
    const gone = node.items.filter(({ key }) => !(key.value in value));
    const inItem = this.text.slice(this.lineOf(node.range[0]), node.range[0]).trim() !== "";
    if (gone.length && (node.flow || (inItem && gone.includes(node.items[0])))) return this.anew(node, value);
    for (const one of gone) this.put(this.lineOf(one.key.range[0]), this.lineAfter(one), "");
    for (const one of node.items.filter((one) => !gone.includes(one))) this.value(node, one, value[one.key.value]);
    const names = Object.keys(value);
    for (const name of names.filter((one) => !known.includes(one))) {
      const before = names.slice(0, names.indexOf(name)).findLast((one) => known.includes(one));
      this.add(node, name, value[name], node.items[known.indexOf(before)], inItem);
    }
  }

  value(node, { key, value }, wanted) {
    this.change(value, wanted, () => {
      const stop = value?.range ? value.range[1] : key.range[1] + 1;
      if (node.flow) return this.put(value.range[0], stop, inline(wanted));
      this.scalar(key.range[0], stop, (column) => pair(key.value, wanted, column), () => `${key.source ?? key.value}: ${inline(wanted)}`);
    });
  }

  /** Puts new words where a value stood; on one line where a comment stands behind it. */
  scalar(start, stop, words, onOneLine) {
    const closed = this.text[stop - 1] === "\n";
    const rest = this.text.slice(stop, this.text.indexOf("\n", stop));
    const made = !closed && rest.includes("#") ? onOneLine() : words(start - this.lineOf(start));
    this.put(start, stop, made + (closed ? "\n" : ""));
  }

  add(node, name, value, before, inItem) {
    const column = node.range[0] - this.lineOf(node.range[0]);
    if (node.flow) {
      const last = node.items.at(-1);
      return this.put(stopOf(last), stopOf(last), `${last ? ", " : ""}${inline({ [name]: value }).slice(1, -1)}`);
    }
    const above = before ?? (inItem ? node.items[0] : undefined);
    const at = above ? this.lineAfter(above) : this.lineOf(node.range[0]);
    this.put(at, at, `${" ".repeat(column)}${pair(name, value, column)}\n`);
  }

  list(node, value) {
    if (node.flow) return this.anew(node, value);
    const column = node.range[0] - this.lineOf(node.range[0]);
    const asLine = node.items.every((one) => one?.flow);
    let last = this.lineOf(node.items[0].range[0]);
    for (const [old, wanted] of paired(node.items, value)) {
      if (old && wanted === undefined) this.put(this.lineOf(old.range[0]), this.lineAfter(old), "");
      else if (old) this.change(old, wanted, () => this.scalarItem(old, wanted));
      else this.put(last, last, `${" ".repeat(column)}${item(wanted, column, asLine && isMapping(wanted))}\n`);
      if (old) last = this.lineAfter(old);
    }
  }

  scalarItem(old, wanted) {
    const dash = this.text.lastIndexOf("-", old.range[0] - 1);
    this.scalar(dash, old.range[1], (column) => item(wanted, column), () => `- ${inline(wanted)}`);
  }

  /** Writes a whole block anew: only its own comments are lost. */
  anew(node, value) {
    const start = node.range[0];
    const stop = node.flow ? node.range[1] : stopOf(node);
    const words = node.flow ? inline(value) : block(value, start - this.lineOf(start));
    this.put(start, stop, words + (this.text[stop - 1] === "\n" ? "\n" : ""));
  }

  lineOf(at) {
    return this.text.lastIndexOf("\n", at - 1) + 1;
  }

  lineAfter(node) {
    const stop = stopOf(node);
    return this.text[stop - 1] === "\n" ? stop : this.text.indexOf("\n", stop) + 1 || this.text.length;
  }
}

const isMapping = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);

/** Where a node or pair ends, without comments behind it. */
function stopOf(node) {
  if (node.key) return node.value?.range ? stopOf(node.value) : node.key.range[1];
  return (isMap(node) || isSeq(node)) && !node.flow && node.items.length ? stopOf(node.items.at(-1)) : node.range[1];
}

/** Old items beside the new ones: [old, new], [old, undefined] for one that is gone, [undefined, new] for a new one. */
function paired(olds, news) {
  const keys = olds.map((one) => JSON.stringify(sorted(one.toJSON())));
  const wanted = news.map((one) => JSON.stringify(sorted(one)));
  const length = Array.from({ length: keys.length + 1 }, () => new Array(wanted.length + 1).fill(0));
  for (let i = keys.length - 1; i >= 0; i--)
    for (let j = wanted.length - 1; j >= 0; j--)
      length[i][j] = keys[i] === wanted[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
  const found = [];
  for (let i = 0, j = 0; i < keys.length || j < wanted.length; ) {
    if (i < keys.length && j < wanted.length && keys[i] === wanted[j]) found.push([olds[i++], news[j++]]);
    else if (j === wanted.length || (i < keys.length && length[i + 1][j] > length[i][j + 1])) found.push([olds[i++], undefined]);
    else if (i === keys.length || length[i][j + 1] > length[i + 1][j]) found.push([undefined, news[j++]]);
    else found.push([olds[i++], news[j++]]);
  }
  return found;
}
