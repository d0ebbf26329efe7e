import type { PublishedMethods } from '../../published/reference.ts';

/** Days, deadlines and promises. */
export const TIME_METHODS: PublishedMethods = [
  {
    id: 'business-days', title: 'Business days',
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
    id: 'promise', title: 'Promises',
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
