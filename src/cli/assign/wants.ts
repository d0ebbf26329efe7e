import { divided, lacking, wantOf, type Want } from '../../analysis/assign-wants.ts';
import type { WorkspaceFacts } from '../../analysis/candidate.ts';
import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import { isScored } from '../../model/stage-kind.ts';
import { listed, plural } from '../../model/words.ts';
import { oneOfThese } from '../ask.ts';
import { flag, Mistake, textOption, type Input } from '../command.ts';
import { chooseCandidates } from '../moves/chosen.ts';
import type { Opened } from '../open.ts';

/** For whom people are to be asked, and what is to be said of the others. */
export interface Asks {
  readonly wants: readonly Want[];
  /** Sentences before the plan. */
  readonly said: readonly string[];
}

/**
 * Those who are named.
 * @param even whether those who lack nobody are meant as well
 * @throws Mistake when nobody can be asked for one of them
 */
export function namedWants(input: Input, opened: Opened, facts: WorkspaceFacts, even: boolean): Asks {
  if (flag(input, 'all')) throw new Mistake('Name candidates or say --all, not both.');
  const { candidates } = chooseCandidates({ options: { role: input.options['role'] }, words: input.words }, opened, 'assign');
  const said: string[] = [];
  const wants = candidates.flatMap((candidate) => {
    const visit = current(candidate, textOption(input, 'visit'));
    const want = wantOf(opened.workspace, candidate, facts.today, flag(input, 'third'));
    if (!want) throw new Mistake(`The process of ${candidate.role} cannot be read; “hire check” says what is wrong.`);
    if (want.count > 0 || even) return [want];
    const { members, reviewers } = want;
    said.push(`${candidate.id}, ${visit.name}: ${listed(members)} ${members.length === 1 ? 'is' : 'are'} enough.${members.length > reviewers ? '' : ` One more: hire assign ${candidate.id} --third`}`);
    return [];
  });
  return { wants, said };
}

/** The visit a candidate is in. @throws Mistake when nobody can be asked to score it */
function current({ id, current: visit, closed }: CandidateFacts, wanted: string | undefined): VisitFacts {
  if (!visit || closed) throw new Mistake(`“${id}” is in no stage any more, so nobody can be asked to score.`);
  if (wanted !== undefined && wanted !== visit.name) throw new Mistake(`“${id}” is in ${visit.name}: whoever was asked for “${wanted}” now could not be counted.`);
  if (!isScored(visit.kind) || !visit.panel) throw new Mistake(`“${id}” is in “${visit.name}”, which nobody scores.`);
  return visit;
}

/** Everybody of an opening, or of all, who lacks people. @throws Mistake when neither is said */
export function scopeWants(input: Input, opened: Opened, facts: WorkspaceFacts): Asks {
  const role = textOption(input, 'role');
  if (role === undefined && !flag(input, 'all')) throw new Mistake('For whom? Name a candidate (hire assign teal-otter-7f), or say --role <role> or --all.');
  const wrong = role === undefined ? undefined : oneOfThese('role', opened.workspace.roles.keys())(role);
  if (wrong !== undefined) throw new Mistake(`--role: ${wrong}`);
  const here = ({ candidate }: { readonly candidate: CandidateFacts }): boolean => role === undefined || candidate.role === role;
  const apart = divided(opened.workspace, facts).filter(here);
  const third = flag(input, 'third');
  const screening = facts.all.filter((candidate) => here({ candidate }) && candidate.current?.kind === 'screening' && candidate.current.phase === 'ours' && candidate.current.panel?.complete === false);
  return {
    wants: [...lacking(opened.workspace, facts).filter(here), ...(third ? apart : [])],
    said: [
      ...(apart.length > 0 && !third ? [`Reviewers of ${listed(apart.map(({ candidate }) => candidate.id))} stand apart; --third asks one more there.`] : []),
      ...(screening.length > 0 ? [`${plural(screening.length, 'application waits', 'applications wait')} to be screened, where whoever sits down scores: hire screen ${role ?? '<role>'}`] : []),
    ],
  };
}
