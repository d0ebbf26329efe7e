import matter from 'gray-matter';
import { MAX_BYTES } from './yaml-limits.ts';
import { positionAt } from './position.ts';
import { parseYaml, type ParsedYaml, type YamlFault } from './yaml.ts';

/** The two parts of a markdown file. */
export interface FrontMatter {
  readonly data: unknown;
  readonly body: string;
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
  /** Offset of the data's text in the file. */
  readonly offset: number;
  /** The data's text. */
  readonly source: string;
}

/** A file's front matter and body, or what is wrong; offsets of faults are offsets in the file. */
export type ParsedFrontMatter = { readonly value: FrontMatter; readonly faults?: never } | { readonly value?: never; readonly faults: readonly YamlFault[] };

const EMPTY_LINES = /(?:\n[ \t\r]*){500}/;

/** Raised inside gray-matter for a language we do not speak; never leaves this file. */
class OtherLanguage extends Error {}

function refuse(): never {
  throw new OtherLanguage();
}

const OTHER_ENGINES = { js: refuse, javascript: refuse, json: refuse, toml: refuse, coffee: refuse, coffeescript: refuse, cson: refuse };

/**
 * Splits a markdown file into front matter and body and reads the former with our YAML loader.
 *
 * gray-matter evaluates `---js` and hands out a cached, mutable object when called without options (both measured), so
 * it is called here only, always with options, and every engine but ours throws.
 */
export function parseFrontMatter(text: string): ParsedFrontMatter {
  const first = /^---([^\r\n]*)\r?\n/.exec(text);
  if (!first) {
    return fault('front-matter/missing', 0, Math.min(text.length, 3), 'The file does not begin with a line ---; its facts stand between two such lines.', 'Begin the file with ---, the keys, and --- again.');
  }
  const language = (first[1] ?? '').trim();
  if (language !== '') {
    return fault('front-matter/language', 3, 3 + (first[1] ?? '').length, `The front matter is marked as “${language.slice(0, 20)}”; it is always YAML.`, 'Write --- alone on the first line.');
  }
  const end = text.indexOf('\n---', 3);
  if ((end === -1 ? text.length : end) > MAX_BYTES) return fault('yaml/too-large', 0, 3, `The front matter has ${Math.ceil((end === -1 ? text.length : end) / 1024)} KB; it may have 64 KB.`, 'Move words below the front matter.');
  // gray-matter's own pattern for comments takes quadratic time on thousands of empty lines.
  if (EMPTY_LINES.test(text.slice(0, end === -1 ? text.length : end))) {
    return fault('front-matter/missing', 0, 3, 'The front matter holds hundreds of empty lines.', 'Remove the empty lines.');
  }
  const read: { parsed: ParsedYaml } = { parsed: { value: null } };
  let file: matter.GrayMatterFile<string>;
  try {
    file = matter(text, {
      language: 'yaml',
      delimiters: ['---', '---'],
      engines: { yaml: (source: string) => ((read.parsed = parseYaml(withoutReturn(source))), {}), ...OTHER_ENGINES },
    });
  } catch {
    return fault('front-matter/language', 0, 3, 'The front matter is in another language; it is always YAML.', 'Write --- alone on the first line.');
  }
  const offset = 3 + (first[1] ?? '').length;
  const source = file.matter;
  // gray-matter ends the front matter at the first "\n---", even where that begins a longer line, or at the end of the file.
  const closing = /^(?:\r?\n)?---[ \t]*(\r?\n|$)/.exec(text.slice(offset + source.length));
  if (!closing) {
    return fault('front-matter/missing', 0, 3, 'The front matter is opened with --- and never closed.', 'Put a line --- after its last key.');
  }
  const { parsed } = read;
  if (parsed.faults) return { faults: parsed.faults.map((found) => ({ ...found, start: found.start + offset, end: found.end + offset })) };
  const bodyStart = offset + source.length + closing[0].length;
  return { value: { data: parsed.value, body: text.slice(bodyStart), bodyLine: positionAt(text, bodyStart).line, offset, source: withoutReturn(source) } };
}

/** gray-matter cuts between the CR and the LF before the closing line. */
function withoutReturn(source: string): string {
  return source.endsWith('\r') ? source.slice(0, -1) : source;
}

function fault(code: string, start: number, end: number, message: string, hint: string): ParsedFrontMatter {
  return { faults: [{ code, start, end, message, hint }] };
}
