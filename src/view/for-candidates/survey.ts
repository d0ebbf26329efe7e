import { stageTitle } from '../../model/stages.ts';
import type { Role } from '../../model/role.ts';
import type { Questions } from '../../model/questions.ts';
import type { Workspace } from '../../model/workspace.ts';
import { orNull } from '../instants.ts';
import { roleStages, roleState } from '../lookup.ts';
import type { PublicSurvey } from './published.ts';

/** Days after which nobody is asked any more about an opening that has closed. */
const LATELY = 90;
/** Words of a scale that names none, from low to high. */
const PLAIN_SCALE = ['1', '2', '3', '4', '5'];

/** The set of questions that is asked after an answer: the first that is meant for surveys. */
export function surveySet(workspace: Workspace): readonly [id: string, set: Questions] | undefined {
  const [id, stored] = [...workspace.questions].find(([, { value }]) => value.for === 'survey') ?? [];
  return id === undefined || stored === undefined ? undefined : [id, stored.value];
}

/** The survey as candidates see it; undefined where there is no such set, or no opening to ask about. */
export function publicSurvey(workspace: Workspace, today: string): PublicSurvey | undefined {
  const [id, set] = surveySet(workspace) ?? [];
  const roles = [...workspace.roles].filter(([, { value }]) => wasMetLately(value, today));
  if (id === undefined || set === undefined || roles.length === 0) return undefined;
  return {
    set: id,
    title: set.title,
    intro: orNull(set.intro?.trim()),
    questions: set.questions.flatMap(({ id: question, ask, kind, options, limit, required }) => (kind === 'scale' || kind === 'choice' || kind === 'text'
      ? [{ id: question, ask, kind, options: [...(options ?? (kind === 'scale' ? PLAIN_SCALE : []))], words: orNull(limit?.words), required }]
      : [])),
    roles: roles.map(([role, { value }]) => ({ id: role, title: value.title, challenges: challengesOf(workspace, value) })),
  };
}

/** Open or paused now, or closed a short time ago; an opening that never was public is not named. */
function wasMetLately(role: Role, today: string): boolean {
  const begun = role.states.filter((state) => state.on <= today);
  if (!begun.some((state) => state.is === 'open')) return false;
  const state = roleState(role, today);
  if (state === 'open' || state === 'paused') return true;
  return state === 'closed' && daysBetween(begun.at(-1)?.on ?? today, today) <= LATELY;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;
}

function challengesOf(workspace: Workspace, role: Role): PublicSurvey['roles'][number]['challenges'] {
  return roleStages(workspace, role).flatMap((stage) => {
    const effort = stage.challenge === undefined ? undefined : workspace.challenges.get(stage.challenge)?.page.value.effort;
    return stage.challenge === undefined || effort === undefined ? [] : [{ id: stage.challenge, stage: stageTitle(stage), effort: effort.text }];
  });
}
