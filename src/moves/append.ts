import type { CandidateEvent } from '../model/candidate.ts';
import type { Change } from '../model/change.ts';
import { editYaml, NotEdited } from '../store/edit-yaml.ts';
import { NotPossible } from './refusal.ts';

/**
 * The record's file with one event more at its end, in one line; every other character stays.
 * @throws NotPossible when the file is laid out in a way that needs a person
 */
export function appendEvent(path: string, before: string, event: CandidateEvent): Change {
  try {
    return { path, before, after: editYaml(before, [{ append: ['events'], value: event }]) };
  } catch (error) {
    if (error instanceof NotEdited) throw new NotPossible(`${path}: ${error.message}`, '“hire fmt” puts every event into one line; “hire check” says what else is wrong.');
    throw error;
  }
}
