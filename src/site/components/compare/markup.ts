import type { ComparedCandidate } from '../../../view/published/compare.ts';
import { pseudonymParts } from '../colours.ts';
import { at, initials, levels, placed, spoken, type RailMark, type Scale } from '../marks.ts';
import { barCounts, stageSides, unequal, type SameRubric, type StageSide } from './side.ts';
import type { CompareData } from './data.ts';

const NBSP = '\u00a0';
const DIAMOND = '<svg viewBox="0 0 10 10" fill="currentColor" aria-hidden="true"><path d="M5 0 10 5 5 10 0 5z"/></svg>';
const HALF = '<svg viewBox="0 0 10 10" fill="currentColor" aria-hidden="true"><circle cx="5" cy="5" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5 1a4 4 0 0 1 0 8z"/></svg>';

/** A comparison as HTML. Every text of the content is escaped here, so nothing of it is ever markup. */
export function comparison(chosen: readonly ComparedCandidate[], data: CompareData): string {
  return [overallPart(chosen, data), barPart(chosen, data), ...stageSides(chosen, data).map((stage) => stagePart(stage, data))].join('');
}

/** Text as it stands in HTML. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function section(id: string, title: string, scope: string, body: string, foot = ''): string {
  return `<section class="section" id="${escaped(id)}" aria-labelledby="${escaped(id)}-title"><div class="section-head"><h2 id="${escaped(id)}-title">${escaped(title)}</h2><span class="section-scope">${escaped(scope)}</span></div>${body}${foot === '' ? '' : `<div class="section-foot"><p>${foot}</p></div>`}</section>`;
}

function overallPart(chosen: readonly ComparedCandidate[], data: CompareData): string {
  const rows = chosen.map((candidate) => {
    const { overall } = candidate;
    if (overall === null) return row(candidate, data, '<span class="second">incomplete, or no stage with a weight is scored</span>', '', '', true);
    const figure = `${Math.round(overall.percent)}${NBSP}%`;
    const aside = `${Math.round(overall.spread[0])}–${Math.round(overall.spread[1])}, coverage ${Math.round(overall.coverage * 100)}${NBSP}%`;
    return row(candidate, data, dotRail(overall.percent, overall.spread, [0, 25, 50, 75, 100], `${figure}, spread of the reviewers ${aside}`), figure, aside);
  });
  const why = unequal(chosen);
  return section('overall', 'Overall', 'percent, spread of the reviewers, share of the weight behind it', aligned([0, 25, 50, 75, 100].map((level) => [level, `${level}`]), [group('All complete stages', '', rows)]),
    `${why === '' ? '' : `<b>${escaped(why)}</b> `}Shown beside the decision. It decides nothing.`);
}

function barPart(chosen: readonly ComparedCandidate[], data: CompareData): string {
  const rows = chosen.map((candidate) => {
    const said = candidate.answers.map(({ person, bar, recommendation, counted }) => `<span class="whole">${escaped(nameOf(person, data))} <b>${escaped(bar)}</b>, recommends ${escaped(recommendation.replaceAll('-', ' '))}${counted ? '' : ', not counted'}</span>`);
    return `<li class="bar-row">${who(candidate, data, true)}<div><b>${escaped(barCounts(candidate)) || '–'}</b>${candidate.decision === null ? '' : `<span class="third">, decided: ${escaped(candidate.decision)}</span>`}</div><div class="second said-row">${said.length === 0 ? 'Nobody has answered yet.' : said.join(' ')}</div></li>`;
  });
  return section('bar', data.question, 'after the last complete stage', `<ul class="bar-rows" role="list">${rows.join('')}</ul>`);
}

function stagePart({ stage, title, weight, groups, without }: StageSide, data: CompareData): string {
  const several = groups.length > 1;
  const first = groups[0];
  const scope = [weight === null ? 'no weight in the overall score' : `${weight}${NBSP}% of the overall score`, several || first === undefined ? '' : `${first.rubric.title}, version ${first.rubric.version}`].filter((part) => part !== '').join(' · ');
  const apart = several ? `<p class="note note-wide">These candidates were scored against ${groups.some(({ rubric }) => rubric.id !== first?.rubric.id) ? 'different rubrics' : 'different versions of the rubric'}. They stand apart below: the same figure means something else where the words are others.</p>` : '';
  const rails = groups.map((same) => `${several ? `<h3 class="version">${escaped(same.rubric.title)}, version ${same.rubric.version}</h3>` : ''}${rubricRails(same, data)}`).join('');
  const others = without.length === 0 ? '' : `<ul class="without small" role="list">${without.map(({ candidate, words, underway }) => `<li>${who(candidate, data)}<span class="state${underway ? ' state-due' : ''}">${underway ? HALF : ''}${escaped(words)}</span>${underway ? '<span class="third">Marks are shown when every score is in.</span>' : ''}</li>`).join('')}</ul>`;
  return section(`stage-${stage}`, title, scope, apart + rails + others);
}

function rubricRails({ rubric, scored }: SameRubric, data: CompareData): string {
  const scale: Scale = [rubric.min, rubric.max];
  const whole = group('All criteria', '', scored.map(({ candidate, visit }) => visit.percent === null
    ? row(candidate, data, '<span class="second">no mark</span>', '', '', true)
    : row(candidate, data, dotRail(visit.percent, visit.spread, levels(scale).map((level) => at(level, scale)), `${Math.round(visit.percent)} percent`), `${Math.round(visit.percent)}${NBSP}%`, [visit.coverage < 0.995 ? `coverage ${Math.round(visit.coverage * 100)}${NBSP}%` : '', visit.incomplete ? 'incomplete' : ''].filter((part) => part !== '').join(', '))));
  const criteria = rubric.criteria.map(({ id, name, weight, mustHave }) => group(name, `${weight}${NBSP}%${mustHave ? ', must have' : ''}`, scored.map(({ candidate, visit }) => {
    const marks = Object.entries(visit.marks[id] ?? {});
    const letters = initials(Object.keys(visit.marks).length === 0 ? [] : scorers(visit.marks).map((person) => nameOf(person, data)));
    const letterOf = new Map(scorers(visit.marks).map((person, index) => [person, letters[index] ?? '']));
    if (marks.length === 0) return row(candidate, data, '<span class="second">nobody assessed it</span>', '', '', true);
    const apart = visit.apart.includes(id);
    const mean = marks.reduce((sum, [, mark]) => sum + mark, 0) / marks.length;
    const gap = Math.max(...marks.map(([, mark]) => mark)) - Math.min(...marks.map(([, mark]) => mark));
    return row(candidate, data, markRail(marks.map(([person, mark]) => ({ name: nameOf(person, data), initial: letterOf.get(person) ?? '', mark })), scale, apart), mean.toFixed(1), '', false, apart ? `<a class="state state-apart" href="${escaped(`${pageOf(data.role, candidate.id)}#stage-${visit.visit}`)}">${DIAMOND}${gap} apart<span class="unseen"> in the evidence on ${escaped(candidate.spoken)}</span></a>` : '');
  })));
  return aligned(levels(scale).map((level) => [at(level, scale), String(level)]), [whole, ...criteria]);
}

function scorers(marks: Readonly<Record<string, Readonly<Record<string, number>>>>): string[] {
  return [...new Set(Object.values(marks).flatMap((each) => Object.keys(each)))].sort();
}

/** Groups of rows on one axis; the axis shares the box of the rails. */
function aligned(axis: readonly (readonly [place: number, words: string])[], groups: readonly string[]): string {
  const head = `<div class="aligned-head" aria-hidden="true"><span></span><span></span><div class="marks"><svg class="axis">${axis.map(([place, words]) => `<text x="${place}%" y="12">${words}</text>`).join('')}</svg></div><span></span></div>`;
  return `<div class="aligned">${head}<ul role="list">${groups.join('')}</ul></div>`;
}

function group(name: string, note: string, rows: readonly string[]): string {
  return `<li class="aligned-group"><div class="aligned-name">${escaped(name)}${note === '' ? '' : ` <span class="criterion-weight">${escaped(note)}</span>`}</div><ul role="list">${rows.join('')}</ul></li>`;
}

function row(candidate: ComparedCandidate, data: CompareData, rail: string, figure: string, aside: string, words = false, mark = ''): string {
  return `<li>${who(candidate, data)}<div class="aligned-rail${words ? ' aligned-words' : ''}">${rail}</div><div class="aligned-figure"><b>${figure}</b></div><div class="aligned-aside third">${mark}${escaped(aside)}</div></li>`;
}

/** A candidate; `linked` is the one place of the comparison with the way to their page and the name, where this machine knows it. */
function who({ id }: ComparedCandidate, { names, role }: CompareData, linked = false): string {
  const { colour, words } = pseudonymParts(id);
  const said = linked ? `<a href="${escaped(pageOf(role, id))}">${escaped(words)}</a>` : escaped(words);
  return `<div class="aligned-who"><span class="pseudonym"><svg viewBox="0 0 10 10" aria-hidden="true"><rect x=".5" y=".5" width="9" height="9" rx="1.5" fill="${escaped(colour)}"/></svg>${said}</span>${!linked || names[id] === undefined ? '' : `<span class="given">${escaped(names[id])}</span>`}</div>`;
}

/** The candidate’s page, seen from the page of the role. */
function pageOf(role: string, id: string): string {
  return `../candidates/${encodeURIComponent(role)}/${encodeURIComponent(id)}.html`;
}

function nameOf(person: string, { people }: CompareData): string {
  return people[person] ?? person;
}

/** One dot with its spread on a line from 0 to 100 percent. */
function dotRail(percent: number, spread: readonly [number, number] | null, ticks: readonly number[], label: string): string {
  const range = spread === null || spread[1] <= spread[0] ? '' : `<line class="range" x1="${spread[0]}%" x2="${spread[1]}%" y1="12" y2="12"/>`;
  return `<div class="marks"><svg role="img" aria-label="${escaped(label)}"><line class="base" x1="0" x2="100%" y1="12" y2="12"/>${ticks.map(tick).join('')}${range}<circle class="dot" cx="${percent}%" cy="12" r="6"/></svg></div>`;
}

function markRail(marks: readonly RailMark[], scale: Scale, apart: boolean): string {
  const values = marks.map(({ mark }) => mark);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = high > low ? `<line class="range${apart ? ' apart' : ''}" x1="${at(low, scale)}%" x2="${at(high, scale)}%" y1="12" y2="12"/>` : '';
  const discs = placed(marks).map(({ initial, mark, shift }) => `<svg x="${at(mark, scale)}%" overflow="visible"><circle cx="${shift}" cy="12" r="10"/><text x="${shift}" y="16">${escaped(initial)}</text></svg>`).join('');
  return `<div class="marks"><svg role="img" aria-label="${escaped(spoken(marks, scale))}"><line class="base" x1="0" x2="100%" y1="12" y2="12"/>${levels(scale).map((level) => tick(at(level, scale))).join('')}${range}<g${apart ? ' class="apart"' : ''}>${discs}</g></svg></div>`;
}

function tick(place: number): string {
  return `<line class="tick" x1="${place}%" x2="${place}%" y1="8" y2="16"/>`;
}
