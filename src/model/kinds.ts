import type { z } from 'zod';
import { candidateSchema } from './candidate.ts';
import { challengeSchema, keySchema } from './challenge.ts';
import { conflictSchema } from './conflict.ts';
import { decisionSchema } from './decision.ts';
import { fairnessSchema } from './fairness.ts';
import { messageSchema } from './message.ts';
import { outcomeSchema } from './outcome.ts';
import { guidePageSchema, pageSchema } from './page.ts';
import { panelSchema } from './panel.ts';
import { personSchema } from './person.ts';
import { pipelineSchema } from './pipeline.ts';
import { questionsSchema } from './questions.ts';
import { roleSchema } from './role.ts';
import { rubricFrontMatterSchema } from './rubric.ts';
import { referenceSchema, sampleScoreSchema, scoreSchema } from './score.ts';
import { sentMessagesSchema } from './sent-message.ts';
import { sessionSchema } from './calibration.ts';
import { settingsSchema } from './settings.ts';
import { submissionSchema } from './submission.ts';
import { surveySchema } from './survey.ts';
import { tombstoneSchema } from './tombstone.ts';
import { trialLogSchema } from './trial-log.ts';

/** How a file holds its record: as YAML, as front matter before markdown, as a rubric, as free text, or as bytes. */
export type Form = 'yaml' | 'front-matter' | 'rubric' | 'text' | 'starter';

/** One kind of file of the tree. `<name>` in a pattern is one path segment, `**` any number. */
export interface FileKind {
  readonly name: string;
  readonly pattern: string;
  readonly form: Form;
  readonly schema?: z.ZodType;
}

/** Every kind of file below `content/` and `rubrics/`; a file that matches none is an error. */
export const FILE_KINDS = [
  { name: 'settings', pattern: 'content/settings.yml', form: 'yaml', schema: settingsSchema },
  { name: 'person', pattern: 'content/people/<person>.yml', form: 'yaml', schema: personSchema },
  { name: 'pipeline', pattern: 'content/pipelines/<pipeline>.yml', form: 'yaml', schema: pipelineSchema },
  { name: 'role', pattern: 'content/roles/<role>.mdx', form: 'front-matter', schema: roleSchema },
  { name: 'challenge', pattern: 'content/challenges/<challenge>/challenge.mdx', form: 'front-matter', schema: challengeSchema },
  { name: 'key', pattern: 'content/challenges/<challenge>/key.yml', form: 'yaml', schema: keySchema },
  { name: 'starter', pattern: 'content/challenges/<challenge>/starter/**', form: 'starter' },
  { name: 'questions', pattern: 'content/questions/<set>.yml', form: 'yaml', schema: questionsSchema },
  { name: 'message', pattern: 'content/messages/<message>.<language>.md', form: 'front-matter', schema: messageSchema },
  { name: 'guide', pattern: 'content/guide/<page>.mdx', form: 'front-matter', schema: guidePageSchema },
  { name: 'policy', pattern: 'content/policies/<policy>.md', form: 'front-matter', schema: pageSchema },
  { name: 'candidate', pattern: 'content/candidates/<role>/<candidate>/candidate.yml', form: 'yaml', schema: candidateSchema },
  { name: 'messages', pattern: 'content/candidates/<role>/<candidate>/messages.yml', form: 'yaml', schema: sentMessagesSchema },
  { name: 'panel', pattern: 'content/candidates/<role>/<candidate>/panels/<visit>.yml', form: 'yaml', schema: panelSchema },
  { name: 'submission', pattern: 'content/candidates/<role>/<candidate>/submissions/<visit>.yml', form: 'yaml', schema: submissionSchema },
  { name: 'submission-text', pattern: 'content/candidates/<role>/<candidate>/submissions/<visit>.md', form: 'text' },
  { name: 'score', pattern: 'content/candidates/<role>/<candidate>/scores/<visit>/<person>.yml', form: 'yaml', schema: scoreSchema },
  { name: 'conflict', pattern: 'content/candidates/<role>/<candidate>/conflicts/<person>.yml', form: 'yaml', schema: conflictSchema },
  { name: 'decision', pattern: 'content/candidates/<role>/<candidate>/<decision>.yml', form: 'yaml', schema: decisionSchema },
  { name: 'trial-log', pattern: 'content/candidates/<role>/<candidate>/log/<visit>.yml', form: 'yaml', schema: trialLogSchema },
  { name: 'erased', pattern: 'content/candidates/<role>/<candidate>/erased.yml', form: 'yaml', schema: tombstoneSchema },
  { name: 'session', pattern: 'content/calibrations/<session>/session.yml', form: 'yaml', schema: sessionSchema },
  { name: 'sample', pattern: 'content/calibrations/<session>/samples/<sample>.md', form: 'text' },
  { name: 'sample-score', pattern: 'content/calibrations/<session>/scores/<sample>/<person>.yml', form: 'yaml', schema: sampleScoreSchema },
  { name: 'reference', pattern: 'content/calibrations/<session>/references/<sample>.yml', form: 'yaml', schema: referenceSchema },
  { name: 'survey', pattern: 'content/surveys/<role>/<token>.yml', form: 'yaml', schema: surveySchema },
  { name: 'outcome', pattern: 'content/outcomes/<role>/<candidate>.yml', form: 'yaml', schema: outcomeSchema },
  { name: 'fairness', pattern: 'content/fairness/<role>/<period>/<dimension>.yml', form: 'yaml', schema: fairnessSchema },
  { name: 'rubric', pattern: 'rubrics/<rubric>.md', form: 'rubric', schema: rubricFrontMatterSchema },
  { name: 'rubric-version', pattern: 'rubrics/versions/<rubric>/<version>.md', form: 'rubric', schema: rubricFrontMatterSchema },
] as const satisfies readonly FileKind[];

export type FileKindName = (typeof FILE_KINDS)[number]['name'];
