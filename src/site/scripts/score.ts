/** The scoring page. */
import type { ScoringForm } from '../scoring/form.ts';
import { start } from '../scoring/start.ts';

const element = document.querySelector<HTMLFormElement>('form.scoring');
const data = document.getElementById('scoring-form')?.textContent ?? '';
if (element !== null && data !== '') start(element, JSON.parse(data) as ScoringForm);
