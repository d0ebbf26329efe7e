import { officeOf } from '../../analysis/time/office.ts';
import type { Workspace } from '../../model/workspace.ts';
import { orNull } from '../instants.ts';
import { roleState } from '../lookup.ts';
import { publicFacts } from './facts.ts';
import { LANGUAGE } from './language.ts';
import type { PublicGuide, PublicSite } from './published.ts';
import { publicRole, stagesOfRole } from './role.ts';
import { publicSurvey } from './survey.ts';

/** Pages without a place of their own come last. */
const LAST = 999;

/** A published file: its path below `v1/`, and its record, or its text as markdown without the front matter. */
export type PublicFile = readonly [path: string, value: object | string];

/**
 * Everything candidates may know, and nothing else: the boundary of the public guide. Openings that are not open are not in it, nor is
 * anything of a candidate, a reviewer, a score or a key.
 * @param now milliseconds since 1970
 */
export function* publishForCandidates(workspace: Workspace, now: number): Generator<PublicFile> {
  const today = officeOf(workspace.calendar).zone.dayOf(now);
  const roles = openRoles(workspace, today);
  const texts = [...workspace.guide.values(), ...roles.map(([, role]) => role)].map(({ body }) => body);
  yield ['site.json', publicSite(workspace, today)];
  yield ['guide.json', publicGuide(workspace)];
  yield ['facts.json', publicFacts(workspace, texts)];
  const survey = publicSurvey(workspace, today);
  if (survey) yield ['survey.json', survey];
  for (const [id, { value, body }] of roles) {
    yield [`roles/${id}.json`, publicRole(id, value, workspace, today)];
    yield [`text/roles/${id}.mdx`, body];
  }
  for (const [id, { body }] of workspace.guide) yield [`text/guide/${id}.mdx`, body];
}

/** Openings that are open today and whose process can be read. */
function openRoles(workspace: Workspace, today: string) {
  return [...workspace.roles].filter(([, { value }]) => roleState(value, today) === 'open' && stagesOfRole(workspace, value, today).length > 0);
}

function publicSite(workspace: Workspace, today: string): PublicSite {
  const settings = workspace.settings.value;
  return {
    organisation: settings.organisation,
    url: settings.site.url,
    language: LANGUAGE,
    today,
    example: settings.example !== undefined,
    replyWithin: settings.promises.reply_within.text,
    keptFor: orNull(settings.retention['default']?.erase_after.text),
    contact: { email: orNull(settings.contact?.email), survey: orNull(settings.contact?.survey) },
  };
}

function publicGuide(workspace: Workspace): PublicGuide {
  return [...workspace.guide]
    .sort(([, a], [, b]) => (a.value.order ?? LAST) - (b.value.order ?? LAST))
    .map(([id, { value }]) => ({ id, title: value.title, summary: orNull(value.summary), language: LANGUAGE }));
}
