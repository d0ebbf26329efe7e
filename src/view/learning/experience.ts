import { experience, type Experience } from '../../analysis/experience.ts';
import { hasApplied } from '../../analysis/funnel.ts';
import { SURVEY_GUARD } from '../../analysis/surveys.ts';
import { upperHours } from '../../model/duration.ts';
import { orNull, rounded } from '../instants.ts';
import { roleStages, stageTitleOf, type Lookup } from '../lookup.ts';
import type { PublishedExperience } from '../published/survey.ts';
import { surveyFigures } from './survey.ts';

/** How it was for candidates: over all roles by what was promised, for each role by its stages. */
export function publishedExperience(lookup: Lookup): PublishedExperience {
  const { workspace, facts } = lookup;
  const promised = new Map(facts.all.flatMap(({ visits }) => visits.flatMap(({ reply }) => (reply?.promised ? [[reply.promised.text, upperHours(reply.promised)] as const] : []))));
  const bySize = [...promised].sort((a, b) => a[1] - b[1]).map(([text]) => text);
  return {
    guard: SURVEY_GUARD,
    overall: { ...published(experience(facts.all, (_candidate, _stage, reply) => reply.promised?.text ?? 'a named day', bySize), lookup), survey: surveyFigures(lookup) },
    roles: [...workspace.roles].flatMap(([role, { value }]) => {
      const own = facts.roles.get(role) ?? [];
      const applied = own.filter(hasApplied).length;
      if (applied === 0) return [];
      const titleOf = (stage: string): string => stageTitleOf(workspace, role, stage);
      const met = experience(own, (_candidate, stage) => titleOf(stage), roleStages(workspace, value).map(({ id }) => titleOf(id)));
      return [{ role, roleTitle: value.title, applied, answers: surveyFigures(lookup, role).answers, ...published(met, lookup) }];
    }),
  };
}

function published({ promises, replies, withdrawals }: Experience, lookup: Lookup): Pick<PublishedExperience['roles'][number], 'promises' | 'replies' | 'withdrawals'> {
  const words = lookup.workspace.settings.value.withdraw_reasons;
  return {
    promises: { ...promises, interval: promises.interval === undefined ? null : [rounded(promises.interval[0]), rounded(promises.interval[1])] },
    replies: replies.map((each) => ({
      name: each.name, promised: orNull(each.promised), promisedDays: orNull(each.promisedDays), n: each.n, open: each.open,
      quartiles: each.quartiles === undefined ? null : [rounded(each.quartiles[0]), rounded(each.quartiles[1]), rounded(each.quartiles[2])], longest: orNull(each.longest),
    })),
    withdrawals: withdrawals.map(({ reason, count }) => ({ reason, words: words[reason] ?? reason, count })),
  };
}
