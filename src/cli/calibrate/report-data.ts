import { calibration } from '../../analysis/calibration.ts';
import { workspaceFacts } from '../../analysis/candidate.ts';
import { officeOf } from '../../analysis/time/office.ts';
import type { AnchorQuestion, CalibrationReport, SideBySide } from '../../report/calibration.ts';
import { publishedCalibration } from '../../view/learning/calibration.ts';
import type { PublishedCalibration } from '../../view/published/calibration.ts';
import { anchorLine } from '../answer/anchor-line.ts';
import type { Opened } from '../open.ts';
import type { Named } from './session.ts';

/** What a closed session shows, and as it is published: the same sentences on the page and here. */
export function reportOf(opened: Opened, { id, folder }: Named, edit: (path: string, line: number) => string | undefined): { readonly report: CalibrationReport; readonly published: PublishedCalibration } {
  const { workspace, clock } = opened;
  const { zone } = officeOf(workspace.calendar);
  // Nothing of a session is about a candidate, so none is read.
  const facts = workspaceFacts({ ...workspace, candidates: new Map() }, clock.now);
  const published = publishedCalibration(id, folder, { workspace, now: clock.now, today: facts.today, dayOf: (epoch) => zone.dayOf(epoch), facts });
  const result = calibration(workspace, folder, clock.now);
  const nameOf = new Map(published.criteria.map((criterion) => [criterion.id, criterion.name]));
  const table = published.samples.flatMap(({ id: sample }) => published.criteria.map(({ id: criterion, name }): SideBySide => {
    const marks = result.marks.filter((mark) => mark.sample === sample && mark.criterion === criterion);
    const wanted = folder.references.get(sample)?.value.marks[criterion];
    return {
      sample, criterion, name, marks: marks.map(({ person, mark, words }) => ({ person, mark, words: words.trim() })),
      spread: result.gaps.find((gap) => gap.sample === sample && gap.criterion === criterion)?.spread, reference: wanted && { mark: wanted.mark, because: wanted.because },
    };
  }));
  const apart = result.gaps.filter(({ spread }) => spread > 0).flatMap((gap) => table.find((row) => row.sample === gap.sample && row.criterion === gap.criterion) ?? []);
  return {
    published,
    report: {
      id, title: published.title, rubric: published.rubric, finding: published.finding, people: result.progress.map(({ person }) => person), samples: published.samples.map((sample) => sample.id), table, apart,
      question: questionOf(opened, published, edit),
      agreement: published.agreement.map((each) => ({ name: nameOf.get(each.id) ?? each.id, says: each.says })),
      more: [['Where it comes from', published.sources?.says], ['Weighted total', published.total?.says], ['Shifts', published.shiftSays], ['Effect on the total', published.severity?.says]].flatMap(([name, says]) => (name && says ? [{ name, says }] : [])),
      certification: folder.references.size === 0 ? published.certification.filter(({ says }) => says.startsWith('Calibrated')).map(({ person, says }) => ({ person, says })) : published.certification.map(({ person, says }) => ({ person, says })),
    },
  };
}

function questionOf({ text }: Opened, { question, change, criteria }: PublishedCalibration, edit: (path: string, line: number) => string | undefined): AnchorQuestion | undefined {
  const criterion = criteria.find(({ id }) => id === question?.criterion);
  if (!question || !criterion) return undefined;
  const line = change ? anchorLine(text(change.path), change.section, [question.high.mark]) : 1;
  return {
    name: criterion.name, sample: question.sample, low: question.low, high: question.high,
    anchors: Object.entries(criterion.anchors).map(([level, words]) => ({ level: Number(level), text: words })),
    change: change ? { path: change.path, section: change.section, text: change.text, line, link: edit(change.path, line) } : undefined,
    answeredBy: change?.answeredBy ?? undefined,
    reworded: change?.reworded ?? false,
  };
}
