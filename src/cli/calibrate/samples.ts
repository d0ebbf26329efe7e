import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SAMPLE_TO_WRITE } from '../../model/calibration.ts';
import type { Rubric } from '../../model/rubric.ts';
import { Mistake } from '../command.ts';

/** `sample-a`, …, `sample-z`, `sample-aa`: nothing of whose it is. */
export function sampleName(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? `sample-${letter}` : `sample-${String.fromCharCode(96 + Math.floor(index / 26))}${letter}`;
}

/** Where nothing is given: what one sample has to hold. */
export function sampleStub({ title, criteria }: Rubric): string {
  return [
    `${SAMPLE_TO_WRITE}, as it would be handed in. One is enough.`,
    '',
    'Write it, or take an old one of which nothing tells whose it was: no name, no pseudonym, no address of a person, no employer.',
    `The best samples lie between two anchors of “${title}”: there people part, and there the words of the rubric are tried.`,
    '',
    `It should show something of each criterion: ${criteria.map(({ name }) => name).join(', ')}.`,
    '',
  ].join('\n');
}

/** The text of a file that becomes a sample; its name stays behind. @throws Mistake when it cannot be read, or is no text */
export function sampleFile(cwd: string, path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(resolve(cwd, path));
  } catch {
    throw new Mistake(`--sample: ${path} cannot be read.`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    if (text.trim() === '') throw new Mistake(`--sample: ${path} is empty.`);
    return text.endsWith('\n') ? text : `${text}\n`;
  } catch (error) {
    throw error instanceof Mistake ? error : new Mistake(`--sample: ${path} is no text in UTF-8.`);
  }
}
