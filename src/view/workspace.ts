import { appliesLater, funnel } from '../analysis/funnel.ts';
import { publishedBoard } from './board.ts';
import { utc } from './instants.ts';
import { openSince, roleState, type Lookup } from './lookup.ts';
import type { PublishedWorkspace } from './published/workspace.ts';
import { orNull } from './instants.ts';

/** What every page needs, and Today. */
export function publishedWorkspace(lookup: Lookup): PublishedWorkspace {
  const { workspace, facts, today, now } = lookup;
  const settings = workspace.settings.value;
  return {
    format: 1,
    organisation: settings.organisation,
    site: { title: settings.site.title, url: settings.site.url },
    timezone: settings.timezone,
    now: utc(now),
    today,
    example: settings.example !== undefined,
    counts: {
      roles: workspace.roles.size,
      candidates: facts.all.filter((each) => !appliesLater(each)).length,
      open: facts.all.filter((each) => !each.closed && each.current !== undefined).length,
      people: workspace.people.size,
      rubrics: workspace.rubrics.size,
      challenges: workspace.challenges.size,
      pipelines: workspace.pipelines.size,
      messages: workspace.messages.size,
      calibrations: workspace.calibrations.size,
    },
    people: [...workspace.people].map(([id, person]) => ({ id, name: person.value.name })),
    roles: [...workspace.roles].map(([id, { value: role }]) => {
      const { counts } = funnel(workspace, id, facts.roles.get(id) ?? []);
      return {
        id, title: role.title, state: roleState(role, today), open: counts.open, total: counts.applied, hired: counts.hired, headcount: role.headcount,
        manager: role.manager, pipeline: role.pipeline, since: orNull(openSince(role, today)), late: counts.late,
      };
    }),
    disagreement: settings.scores.disagreement,
    reasons: { decline: { ...settings.decline_reasons }, withdraw: { ...settings.withdraw_reasons } },
    ignored: facts.ignored,
    board: publishedBoard(lookup),
  };
}
