import type { Problem } from '../../model/problem.ts';
import type { Role } from '../../model/role.ts';
import type { Application } from '../catalogue.ts';
import { notKnown, unresolved } from '../references.ts';
import { problem, type Rule } from '../rule.ts';
import { plural } from '../../model/words.ts';

// Pipeline, manager, panel and optional stages of a role exist and fit.
const references: Rule = {
  holds: 'Pipeline, manager, panel and optional stages of a role exist and fit.',
  codes: ['reference/unknown-pipeline', 'reference/unknown-person', 'reference/unknown-stage', 'role/not-optional', 'role/not-a-manager', 'role/not-a-reviewer'],
  check: (workspace) => [...workspace.roles.values()].flatMap(({ path, value }) => {
    const problems: Problem[] = [
      ...unresolved(workspace, 'pipeline', value.pipeline, { path, key: ['pipeline'] }, 'The pipeline'),
      ...unresolved(workspace, 'person', value.manager, { path, key: ['manager'] }, 'The manager'),
    ];
    const manager = workspace.people.get(value.manager)?.value;
    if (manager && !manager.roles.includes('hiring-manager')) problems.push(problem('role/not-a-manager', { path, key: ['manager'] }, `The manager is “${value.manager}”, but content/people/${value.manager}.yml does not say hiring-manager.`, `Add hiring-manager to roles: of ${value.manager}, or name somebody else.`));
    value.panel.forEach((person, index) => {
      const place = { path, key: ['panel', index] };
      problems.push(...unresolved(workspace, 'person', person, place, 'A member of the panel'));
      const known = workspace.people.get(person)?.value;
      if (known && !known.roles.includes('reviewer')) problems.push(problem('role/not-a-reviewer', place, `“${person}” is in the panel, but content/people/${person}.yml does not say reviewer.`, `Add reviewer to roles: of ${person}, or name somebody else.`));
    });
    const stages = workspace.pipelines.get(value.pipeline)?.value.stages;
    if (stages) {
      value.with.forEach((id, index) => {
        const stage = stages.find((other) => other.id === id);
        const place = { path, key: ['with', index] };
        const optional = stages.filter((other) => other.optional).map((other) => other.id);
        if (!stage) problems.push(notKnown('reference/unknown-stage', place, `“with” switches on “${id}”, which the pipeline “${value.pipeline}” does not have`, id, optional, 'optional stages'));
        else if (stage.optional !== true) problems.push(problem('role/not-optional', place, `“with” switches on “${id}”, which is no optional stage of “${value.pipeline}”: it is on for everybody.`, `Remove ${id} from with.`));
      });
    }
    return problems;
  }),
};

// The states of a role come in order and fit its candidates.
const states: Rule = {
  holds: 'The states of a role come in order and fit its candidates.',
  codes: ['role/states-order', 'role/no-panel', 'role/draft-with-candidates', 'role/headcount-reached', 'role/closed-but-waiting', 'person/inactive'],
  check: (workspace, { catalogue }) => {
    const byRole = Map.groupBy(catalogue.applications, (application) => application.folder.role);
    return [...workspace.roles].flatMap(([id, { path, value }]) => {
      const problems: Problem[] = [];
      value.states.forEach((state, index) => {
        const before = value.states[index - 1];
        if (before && state.on < before.on) problems.push(problem('role/states-order', { path, key: ['states', index, 'on'] }, `“${state.is}” from ${state.on} stands after “${before.is}” from ${before.on}.`, 'Put the states in the order of their days.'));
      });
      const current = [...value.states].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).findLast((state) => state.on <= catalogue.today);
      const place = { path, key: ['states', value.states.indexOf(current ?? (value.states[0] as Role['states'][number])), 'is'] };
      // Judged at an earlier day, whoever applied or was hired later has not yet.
      const by = (at: string | undefined): boolean => at === undefined || catalogue.dayOf(at) <= catalogue.today;
      const applications = (byRole.get(id) ?? []).filter(({ folder: { record, erased } }) => (record ? by(record.value.events[0]?.at) : erased === undefined || erased.value.on <= catalogue.today));
      if ((current === undefined || current.is === 'draft') && applications.length > 0) problems.push(problem('role/draft-with-candidates', place, `The role is a draft, but ${plural(applications.length, 'candidate has', 'candidates have')} applied.`, 'Add a state is: open with the day it was opened.'));
      if (current?.is === 'open') {
        if (value.panel.length === 0) problems.push(problem('role/no-panel', place, 'The role is open, but has no panel: nobody can be asked to score.', 'Add panel: [<person>, …].'));
        const manager = workspace.people.get(value.manager)?.value;
        if (manager?.active.until !== undefined && manager.active.until < catalogue.today) problems.push(problem('person/inactive', { path, key: ['manager'] }, `The role is open, but its manager “${value.manager}” left on ${manager.active.until}.`, 'Name the manager who took over.'));
        const hires = applications.filter((application) => isHired(application) && by(application.folder.record?.value.events.findLast(({ event }) => event === 'hired')?.at)).length;
        if (hires >= value.headcount) problems.push(problem('role/headcount-reached', place, `${hires} of ${value.headcount} were hired, but the role is still open.`, 'Add a state is: closed, or raise headcount.'));
      }
      if (current?.is === 'closed') {
        const waiting = applications.filter((application) => application.replay?.closed === false);
        if (waiting.length > 0) problems.push(problem('role/closed-but-waiting', place, `The role is closed, but ${plural(waiting.length, 'application is', 'applications are')} still open (${waiting[0]?.folder.id ?? ''}${waiting.length > 1 ? ', …' : ''}).`, 'Give them their answer, or open the role again.'));
      }
      return problems;
    });
  },
};

function isHired({ replay }: Application): boolean {
  return replay?.current?.how === 'hired';
}

export const roles: readonly Rule[] = [references, states];
