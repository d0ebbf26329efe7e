import type { CandidateFacts, VisitFacts } from '../../analysis/facts.ts';
import type { Office } from '../../analysis/time/office.ts';
import type { Change } from '../../model/change.ts';
import { printFlow } from '../../text/print-scalar.ts';
import { editYaml, type YamlEdit } from '../../store/edit-yaml.ts';
import { Mistake } from '../command.ts';
import { modeline } from '../new-files.ts';
import { edited } from '../one-record.ts';

/** Somebody who is to be asked. */
export interface Place {
  readonly person: string;
  readonly asked: string;
  readonly due: string | undefined;
  /** A trainee’s score is recorded and not counted. */
  readonly shadow: boolean;
}

/** Somebody who is to be released. */
export interface Released {
  readonly person: string;
  readonly reason: 'left' | 'conflict' | 'unavailable';
}

/** What is to be written into the panel of one visit. */
export interface PanelEdit {
  readonly candidate: CandidateFacts;
  readonly visit: VisitFacts;
  readonly ask: readonly Place[];
  readonly release?: Released;
  /** Who scored without being asked by name, where the file is made only now. */
  readonly members: readonly string[];
}

/**
 * The panel of a visit with people asked or released: a line more in its file, whose comments stay; or the file itself, pinned to the
 * version of the rubric that the visit keeps.
 * @throws Mistake where the file is laid out in a way that needs a person, or the visit has no rubric
 */
export function panelChange({ candidate, visit, ask, release, members }: PanelEdit, today: string, office: Office, text: (path: string) => string | undefined): Change {
  const { folder } = candidate;
  const path = folder.panels.get(visit.name)?.path ?? `${folder.path}/panels/${visit.name}.yml`;
  const before = text(path);
  const places = ask.map(({ person, asked, due, shadow }) => ({ person, asked, ...(due !== undefined && { due }), ...(shadow && { shadow }) }));
  const panel = folder.panels.get(visit.name)?.value;
  if (panel && before !== undefined) {
    const index = release ? panel.reviewers.findIndex((place) => place.person === release.person && place.released === undefined) : -1;
    // Asked from tomorrow on and released today: the days may not contradict each other.
    const asked = panel.reviewers[index]?.asked ?? today;
    const edits: YamlEdit[] = [
      ...(release && index >= 0 ? [{ set: ['reviewers', index, 'released'], value: asked > today ? asked : today }, { set: ['reviewers', index, 'reason'], value: release.reason }] : []),
      ...places.map((place) => ({ append: ['reviewers'], value: place })),
    ];
    return { path, before, after: edited(path, () => editYaml(before, edits)) };
  }
  if (before !== undefined) throw new Mistake(`${path} cannot be read; “hire check” says what is wrong.`);
  const reference = visit.panel?.reference;
  if (reference === undefined) throw new Mistake(`“${visit.stage}” has no rubric that can be read; “hire check” says what is wrong.`);
  const since = sinceWhen(visit, today, office);
  const known = members.map((person) => ({ person, asked: since }));
  return { path, before, after: `${modeline(path, 'panel')}\nrubric: ${reference}\nreviewers:\n${[...known, ...places].map((place) => `  - ${printFlow(place)}\n`).join('')}` };
}

/**
 * When those who scored unasked count as asked. A panel is complete once everybody asked by then has scored: where scores are still
 * missing they join on the day the others are asked, or the first score alone would have opened the marks; where all were in, on the day
 * of the first score, so that what was open stays open.
 */
function sinceWhen(visit: VisitFacts, today: string, office: Office): string {
  const first = Math.min(...visit.scores.map((score) => score.submittedAt));
  return visit.panel?.complete === true && Number.isFinite(first) ? office.zone.dayOf(first) : today;
}
