import type { z } from 'zod';
import type { FileKind } from '../model/kinds.ts';
import type { Problem } from '../model/problem.ts';
import type { RubricFrontMatter } from '../model/rubric.ts';
import { parseFrontMatter } from './frontmatter.ts';
import { locator } from './locate.ts';
import { mdxFaults } from './mdx.ts';
import { positionAt } from './position.ts';
import { parseRubric } from './rubric.ts';
import type { YamlFault } from './yaml.ts';
import { capped, nounOf, placed, readYaml, validate, type ReadRecord } from './yaml-record.ts';

/** Reads the text of a file of a known kind. Problems have their lines and columns. Never throws. */
export function readRecord(kind: FileKind, path: string, text: string): ReadRecord {
  switch (kind.form) {
    case 'text':
    case 'starter':
      return { value: text, problems: [] };
    case 'yaml':
      return readYaml(kind.schema as z.ZodType, nounOf(kind), path, text);
    case 'front-matter':
    case 'rubric': {
      const parsed = parseFrontMatter(text);
      if (parsed.faults) return { problems: parsed.faults.map((fault) => placed(path, text, fault)) };
      const { data, body, bodyLine, offset, source } = parsed.value;
      const above = positionAt(text, offset).line - 1;
      const read = validate(kind.schema as z.ZodType, nounOf(kind), path, data, () => {
        const find = locator(source);
        return (key, atKey) => {
          const span = find(key, atKey);
          return span && { ...span, line: span.line + above, endLine: span.endLine + above };
        };
      });
      const start = text.length - body.length;
      const inBody = (fault: YamlFault): Problem => placed(path, text, { ...fault, start: fault.start + start, end: fault.end + start });
      if (kind.form === 'front-matter') {
        const unsafe = path.endsWith('.mdx') ? capped(mdxFaults(body)).map(inBody) : [];
        return { ...read, body, bodyLine, problems: [...read.problems, ...unsafe] };
      }
      if (read.problems.length > 0) return read;
      const rubric = parseRubric(read.value as RubricFrontMatter, body);
      return {
        ...(rubric.value && { value: rubric.value }),
        problems: capped(rubric.faults).map(inBody),
      };
    }
  }
}
