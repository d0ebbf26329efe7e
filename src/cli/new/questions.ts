import { fileMade, yaml } from './made.ts';
import { idOf, titleOf } from './id.ts';
import type { Maker } from './maker.ts';

/** A question set with one question to replace. */
export const questions: Maker = async (making) => {
  const id = await idOf(making, 'a question set');
  return fileMade(making, id, `content/questions/${id}.yml`, (path) => yaml(path, 'questions', `
title: ${titleOf(id)}
for: candidates                  # candidates | interviewers | survey
questions:
  - id: first
    ask: Write the first question here.
    kind: text                   # text | link | file | choice | scale
    limit: { words: 250 }
    looks_for: |
      What a strong answer shows; candidates never see this.
`), ['Name the set in a stage of a pipeline: questions: for candidates, guide: for interviewers.']);
};
