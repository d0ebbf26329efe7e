import type { Frame, NavGroup } from '../components/frame.ts';
import { routes } from 'virtual:routes';
import { paths } from './paths.ts';
import { isShown } from './shown.ts';
import { local, longDay, weekdayDay } from './words.ts';
import { build, workspace } from './workspace.ts';

const { board, counts } = workspace;

const GROUPS: readonly NavGroup[] = [
  {
    entries: [
      { href: paths.today, words: 'Today', count: board.moves.manager },
      // What has to go out today.
      { href: paths.promises, words: 'Promises', count: board.owed.overdue + board.owed.today },
      { href: paths.roles, words: 'Roles', count: counts.roles },
      { href: paths.candidates, words: 'Candidates', count: counts.open },
      { href: paths.compare, words: 'Compare' },
    ],
  },
  {
    title: 'How we judge',
    entries: [
      { href: paths.pipelines, words: 'Pipelines', count: counts.pipelines },
      { href: paths.rubrics, words: 'Rubrics', count: counts.rubrics },
      { href: paths.challenges, words: 'Challenges', count: counts.challenges },
      { href: paths.messages, words: 'Messages', count: counts.messages },
      { href: paths.guide, words: 'Guide and policies' },
      { href: paths.calibrations, words: 'Calibration', count: counts.calibrations },
      { href: paths.people, words: 'People', count: counts.people },
    ],
  },
  {
    title: 'How it works out',
    entries: [
      { href: paths.funnel, words: 'Funnel' },
      { href: paths.experience, words: 'Experience' },
      { href: paths.outcomes, words: 'Outcomes' },
      { href: paths.fairness, words: 'Fairness' },
    ],
  },
  { entries: [{ href: paths.docs, words: 'Docs' }] },
];

/** What stands around every page of the private site. A page that does not exist has no entry. */
export const frame: Frame = {
  title: workspace.site.title,
  organisation: workspace.organisation,
  asOf: `${weekdayDay(workspace.today)} ${workspace.today.slice(0, 4)}, ${local(workspace.now, workspace.timezone).time}`,
  nav: GROUPS.map((group) => ({ ...group, entries: group.entries.filter(({ href }) => isShown(href) ?? routes.includes(href)) }))
    .filter(({ entries }) => entries.length > 0),
  ...(build.commit === null ? {} : { commit: build.commit.slice(0, 7) }),
  leftOut: new Set(build.leftOut.map(({ path }) => path)).size,
  warnings: build.warnings.length,
  ...(workspace.example ? { example: longDay(workspace.today) } : {}),
};
