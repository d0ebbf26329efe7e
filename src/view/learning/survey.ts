import { surveys, SURVEY_GUARD } from '../../analysis/surveys.ts';
import { rounded } from '../instants.ts';
import type { Lookup } from '../lookup.ts';
import type { PublishedSurvey, SurveyFigures } from '../published/survey.ts';

/** The survey answers of one role as distributions; below the guard nothing but how many there are. */
export function publishedSurvey(role: string, lookup: Lookup): PublishedSurvey {
  return { role, roleTitle: lookup.workspace.roles.get(role)?.value.title ?? role, ...surveyFigures(lookup, role) };
}

/** The same of one role, or of all. */
export function surveyFigures(lookup: Lookup, role?: string): SurveyFigures {
  const { workspace } = lookup;
  const result = surveys(workspace, lookup.today, role);
  const enough = result.answers >= SURVEY_GUARD;
  return {
    answers: result.answers,
    guard: SURVEY_GUARD,
    recommend: result.recommend === undefined || result.recommendCounts === undefined ? null : {
      counts: [...result.recommendCounts], n: result.recommend.promoters + result.recommend.passives + result.recommend.detractors,
      promoters: result.recommend.promoters, passives: result.recommend.passives, detractors: result.recommend.detractors, nps: rounded(result.recommend.nps),
      interval: [rounded(result.recommend.interval[0]), rounded(result.recommend.interval[1])],
    },
    items: !enough ? null : result.items.flatMap((item) => (item.counts === undefined ? [] : [{
      set: item.set, id: item.question, ask: askOf(item.set, item.question, lookup), kind: item.kind, options: [...item.options], counts: [...item.counts], n: item.n,
    }])),
    minutes: !enough ? null : result.minutes.map((each) => {
      const challenge = workspace.challenges.get(each.challenge)?.page.value;
      return { challenge: each.challenge, title: challenge?.title ?? each.challenge, effort: challenge?.effort?.text ?? null, values: [...each.values] };
    }),
  };
}

function askOf(set: string, question: string, lookup: Lookup): string {
  return lookup.workspace.questions.get(set)?.value.questions.find((each) => each.id === question)?.ask ?? question;
}
