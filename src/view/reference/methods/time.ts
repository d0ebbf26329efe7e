import type { PublishedMethods } from '../../published/reference.ts';

/** Days, deadlines and promises. */
export const TIME_METHODS: PublishedMethods = [
  {
    id: 'business-days', check: 'business_days_between', title: 'Business days',
    plain: 'Working days of the organisation’s calendar between two days, the first counted and the last not. Weekends, public holidays and own closing days are skipped. A promise that starts on a day off counts from the working day before.',
    formula: 'days in [start, end);  start rolled back, then n working days on',
    source: 'The convention of numpy.busday_count and busday_offset(roll="backward").', guards: [],
  },
  {
    id: 'deadline', title: 'Deadline',
    plain: 'A window is hours of real time, so 72 hours across a clock change are 72 hours. The deadline that holds is the later of the one that was promised and start + window + extra time. One function computes it for pages, messages and lateness.',
    formula: 'max(promised, start + window + adjustments)', source: null, guards: [],
  },
  {
    id: 'time-in-stage', check: 'kaplan_meier', title: 'Time in stage',
    plain: 'The day by which half of those who enter a stage have left it, whichever way, in business days and calendar days. Whoever is still in it counts for as long as they have been: a mean or a median of finished cases would leave out the slow ones. The soft bar is the middle half, from the day by which a quarter has left to the day by which three quarters have. What a stage is planned to take at most is the promised answer where it starts with our move, and otherwise the time to start, the window or length, and the answer; where nothing says by when a candidate begins, or takes our offer, nothing is planned. Longer than planned is said only when the whole interval lies beyond.',
    formula: 'S(t) = Π (1 − left(u) / at risk(u)) over u ≤ t;  median: S = 0.5, halfway where S stays at 0.5;  interval where the log-log band of S crosses 0.5',
    source: 'Kaplan and Meier, JASA 53 (1958); Brookmeyer and Crowley, Biometrics 38 (1982); conventions of R’s survfit.',
    guards: ['Shown from 5 exits.', 'Erased candidates are known by the week only and left out.', 'Without an upper limit it reads “16 or more”.'],
  },
  {
    id: 'promise', check: 'wilson_interval', title: 'Promises',
    plain: 'The clock of an answer starts when something was handed in or held, or when a stage begins with our move, and stops at the first message that answers. A decision nobody told the candidate stops nothing. Open and past its day counts as broken; open and not yet due is left out.',
    formula: 'kept / (kept + broken), with a Wilson interval', source: 'Wilson (1927).', guards: ['A share and its interval from five promises that could be judged; below, counts alone.'],
  },
  {
    id: 'silence', title: 'Not heard from a person',
    plain: 'How long somebody who waits has heard from no person: since the last message that a person sent, or the last meeting that was held, whichever was later; otherwise since they applied. What the tool sends does not count. Nobody is silent towards a candidate who is with us at this moment.',
    formula: 'days from max(last message of a person, last meeting held) to today', source: null, guards: [],
  },
  {
    id: 'cost', title: 'Unpaid hours and total days',
    plain: 'What the process asks of a candidate who uses the full time: upper efforts of unpaid challenges plus calls and interviews, and the calendar days from application to answer.',
    formula: 'hours = Σ effort + Σ length;  days = Σ (start within + window + reply within), n business days as ⌈7n/5⌉, hours as ⌈h/24⌉', source: null,
    guards: ['Questionnaires are not counted. Above 8 hours or 45 days hire check warns.'],
  },
];
