import { printFlow, type Printable } from '../text/print-scalar.ts';
import { parseYaml } from '../text/yaml.ts';
import { nodeAt, yamlTree } from '../text/yaml-tree.ts';

/**
 * The events of a candidate, one line each, as the format wants to see them. An event with a comment in it, or with text that
 * spans lines, stays as its author put it.
 * @returns the text unchanged where it would be read differently, or cannot be read
 */
export function oneLineEvents(text: string): string {
  const before = parseYaml(text);
  const events = nodeAt(yamlTree(text), ['events']);
  if (before.faults || events?.kind !== 'list' || events.flow) return text;
  const values = (before.value as { readonly events: readonly Printable[] }).events;
  let result = text;
  // From the last to the first, so that the offsets of those before stay right.
  for (let index = events.items.length - 1; index >= 0; index--) {
    const node = events.items[index]?.value;
    const value = values[index];
    if (node?.kind !== 'map' || node.flow || value === undefined) continue;
    const end = node.start + text.slice(node.start, node.end).trimEnd().length;
    const written = text.slice(node.start, end);
    if (/(^|\s)#/.test(written) || node.items.some((item) => item.value.kind !== 'scalar' || item.value.block)) continue;
    result = result.slice(0, node.start) + printFlow(value) + result.slice(end);
  }
  const after = parseYaml(result);
  return !after.faults && JSON.stringify(after.value) === JSON.stringify(before.value) ? result : text;
}
