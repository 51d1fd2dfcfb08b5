/** The page /edit/: Sveltia CMS with our forms, which read and write files as they are. */
import CMS from "@sveltia/cms";
import { read, written } from "./file.js";

/** The whole text of a file travels with its values, so that a change of one leaves the others as they were written. */
const TEXT = "_text";

CMS.registerCustomFormat("entity", "yml", {
  fromFile: (text) => ({ ...marked(read(text)), [TEXT]: text }),
  toFile: ({ [TEXT]: text = "", ...values }) => written(text, values),
});

/** A register, `id: {…}`, is a list of entries in the form. */
CMS.registerCustomFormat("register", "yml", {
  fromFile: (text) => ({ entries: Object.entries(marked(read(text))).map(([id, entry]) => ({ id, ...entry })), [TEXT]: text }),
  toFile: ({ [TEXT]: text = "", entries = [] }) => {
    const ids = entries.map(({ id }) => id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice) throw new Error(`Two entries have the id ${twice}: give one of them another.`);
    return written(text, Object.fromEntries(entries.map(({ id, ...entry }) => [id, entry])));
  },
});

/** The form's boxes to tick want true and false; in a file everything is text. */
function marked(value) {
  if (Array.isArray(value)) return value.map(marked);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]));
  return value === "true" ? true : value === "false" ? false : value;
}

/** Puts the lists of today's ids in the places of their names. */
function filled(field, lists) {
  const inner = field.fields && { fields: field.fields.map((one) => filled(one, lists)) };
  const options = typeof field.options === "string" && { options: lists[field.options] };
  return { ...field, ...inner, ...options };
}

function collection({ form, lists: names, files, ...one }, { forms, lists }) {
  const known = (of) => Object.fromEntries(Object.entries(of).map(([kind, name]) => [kind, lists[name]]));
  const made = (kind, of) => ({ fields: forms[kind].map((field) => filled(field, known(of))) });
  if (!files) return { ...one, ...made(form, names), create: false, delete: false };
  return { ...one, files: files.map(({ form: kind, lists: of, ...file }) => ({ ...file, ...made(kind, of) })) };
}

/** Every form says what it offers: nothing beside the fields, and each change as a proposal that others look at. */
function settings(ours) {
  return {
    load_config_file: false,
    backend: ours.backend,
    publish_mode: "editorial_workflow",
    site_url: ours.site,
    media_folder: "content/pictures",
    app_title: "Change something",
    editor: { preview: false },
    collections: ours.collections.map((one) => collection(one, ours)),
  };
}

/** Forges tell how they are on pages elsewhere. Nobody else is asked, so the answer is that it isn't known. */
const ask = globalThis.fetch;
const STATUS = /^https:\/\/(?:www\.githubstatus\.com|status-api\.hostedstatus\.com)\//;
globalThis.fetch = (what, ...more) =>
  STATUS.test(what.url ?? what) ? Promise.reject(new TypeError("not asked")) : ask.call(globalThis, what, ...more);

const ours = await (await fetch("config.json")).json();
CMS.init({ config: settings(ours) });
