/** Components that protected pages may use. */
export const MDX_COMPONENTS = ['Note', 'Criteria', 'Effort', 'Window', 'Promise'] as const;
export type MdxComponent = (typeof MDX_COMPONENTS)[number];

/** Text attributes of each component, and which of them it needs. */
export const MDX_ATTRIBUTES: Readonly<Record<MdxComponent, { readonly known: readonly string[]; readonly needed: readonly string[] }>> = {
  Note: { known: ['title'], needed: [] },
  Criteria: { known: ['rubric'], needed: ['rubric'] },
  Effort: { known: ['challenge'], needed: ['challenge'] },
  Window: { known: ['challenge'], needed: ['challenge'] },
  Promise: { known: ['pipeline', 'stage'], needed: ['pipeline', 'stage'] },
};

/** A tag of a known component that begins somewhere in a line. */
export interface MdxTag {
  readonly name: MdxComponent;
  readonly attributes: Readonly<Record<string, string>>;
  /** `<Note …>`: something follows until `</Note>`. */
  readonly opens: boolean;
  readonly length: number;
  readonly fault?: { readonly code: 'mdx/attribute' | 'mdx/tag'; readonly message: string; readonly hint: string };
}

const NAME = /^<([A-Z][a-zA-Z]*)(?=[\s/>]|$)/;
const ATTRIBUTE = /^\s+([A-Za-z_][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Reads the tag at an offset of a line; undefined when no tag of a known component begins there. */
export function readTag(line: string, at: number): MdxTag | undefined {
  const text = line.slice(at);
  const name = NAME.exec(text)?.[1];
  if (name === undefined || !isComponent(name)) return undefined;
  const attributes: Record<string, string> = {};
  const { known, needed } = MDX_ATTRIBUTES[name];
  let length = name.length + 1;
  const failed = (code: 'mdx/attribute' | 'mdx/tag', message: string, hint: string): MdxTag => {
    const close = text.indexOf('>', text[length - 1] === '>' ? length - 1 : length);
    return { name, attributes, opens: false, length: close === -1 ? text.length : close + 1, fault: { code, message, hint } };
  };
  const example = `<${name}${known.map((key) => ` ${key}="…"`).join('')}${name === 'Note' ? '>' : '/>'}`;
  for (;;) {
    const rest = text.slice(length);
    const found = ATTRIBUTE.exec(rest);
    if (!found) break;
    const key = found[1] ?? '';
    if (!known.includes(key)) return failed('mdx/attribute', `“${key.slice(0, 40)}” is no attribute of ${name}.`, known.length === 0 ? 'Remove it.' : `Write ${example}`);
    if (Object.hasOwn(attributes, key)) return failed('mdx/attribute', `“${key}” stands twice in one tag.`, 'Keep one of them.');
    attributes[key] = found[2] ?? found[3] ?? '';
    length += found[0].length;
  }
  const rest = text.slice(length);
  const end = /^\s*(\/?)>/.exec(rest);
  if (!end) {
    if (/^\s*(?:[\w-]+\s*=\s*)?\{/.test(rest)) {
      const key = /^\s*([\w-]+)\s*=/.exec(rest)?.[1];
      return failed('mdx/attribute', key === undefined ? 'Attributes are spread from JavaScript; pages hold text only.' : `“${key}” is JavaScript; attributes are text.`, key === undefined ? `Write ${example}` : `Write ${key}="…"`);
    }
    return failed(rest.trim() === '' ? 'mdx/tag' : 'mdx/attribute', rest.trim() === '' ? `The tag ${name} does not end in its line.` : `The attributes of ${name} are not written as name="text".`, `Write ${example}`);
  }
  length += end[0].length;
  const opens = end[1] === '';
  const missing = needed.find((key) => (attributes[key] ?? '') === '');
  if (missing !== undefined) return failed('mdx/attribute', `${name} lacks its attribute ${missing}.`, `Write ${example}`);
  if (opens && name !== 'Note') return failed('mdx/tag', `${name} holds nothing, yet its tag is left open.`, `Write ${example}`);
  if (!opens && name === 'Note') return failed('mdx/tag', 'A note without words says nothing.', 'Write <Note title="…">, the words, and </Note>');
  return { name, attributes, opens, length };
}

function isComponent(name: string): name is MdxComponent {
  return (MDX_COMPONENTS as readonly string[]).includes(name);
}
