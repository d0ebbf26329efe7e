import type { Rule } from './rule.ts';
import { accommodations } from './rules/accommodations.ts';
import { aftermath } from './rules/aftermath.ts';
import { calibrations } from './rules/calibrations.ts';
import { candidates } from './rules/candidates.ts';
import { challenges } from './rules/challenges.ts';
import { decisions } from './rules/decisions.ts';
import { events } from './rules/events.ts';
import { keys } from './rules/keys.ts';
import { leaks } from './rules/leaks.ts';
import { links } from './rules/links.ts';
import { messages } from './rules/messages.ts';
import { occasions } from './rules/occasions.ts';
import { pages } from './rules/pages.ts';
import { panelDays } from './rules/panel-days.ts';
import { panels } from './rules/panels.ts';
import { pipelines } from './rules/pipelines.ts';
import { identityLeaks } from './rules/identity-leaks.ts';
import { judging } from './rules/judging.ts';
import { promises } from './rules/promises.ts';
import { questions } from './rules/questions.ts';
import { roles } from './rules/roles.ts';
import { rubricVersions } from './rules/rubric-versions.ts';
import { rubrics } from './rules/rubrics.ts';
import { scores } from './rules/scores.ts';
import { secrets } from './rules/secrets.ts';
import { settings } from './rules/settings.ts';
import { trialLogs } from './rules/trial-logs.ts';
import { visits } from './rules/visits.ts';

/** Every rule over one tree, in the order of the files below `rules/`. */
export const RULES: readonly Rule[] = [
  ...accommodations, ...aftermath, ...calibrations, ...candidates, ...challenges, ...decisions, ...events, ...identityLeaks, ...judging, ...keys, ...leaks, ...links, ...messages, ...occasions, ...pages,
  ...panels, ...panelDays, ...pipelines, ...promises, ...questions, ...roles, ...rubricVersions, ...rubrics, ...scores, ...secrets, ...settings, ...trialLogs, ...visits,
];
