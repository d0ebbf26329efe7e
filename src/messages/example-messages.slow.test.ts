import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isExample } from '../fixtures/is-example.ts';
import { candidate } from '../fixtures/workspace.ts';
import type { Stage } from '../model/pipeline.ts';
import { isHandedIn, isMeeting } from '../model/stage-kind.ts';
import { stagesOf } from '../model/stages.ts';
import type { CandidateFolder } from '../model/workspace.ts';
import { folderFiles } from '../store/folder.ts';
import { loadWorkspace } from '../store/load.ts';
import { callOf, templatesFor } from './call.ts';
import { draftMessage } from './draft.ts';

const ROOT = join(import.meta.dirname, '../..');
const identity = { name: 'Ottilie Placeholder', email: 'ottilie@example.org', links: [], handles: [], timezone: 'America/Sao_Paulo' };

/** What happens in a stage until the occasion of a message is there. */
function happens(on: string, { kind }: Stage, reason: string): string[] {
  const met = isMeeting(kind) ? ['booked for=2026-10-20T14:00Z'] : [];
  const handed = isHandedIn(kind) ? ['started'] : [];
  switch (on) {
    case 'started': case 'closing': return kind === 'offer' ? ['offered'] : handed;
    case 'submitted': return [...handed, 'submitted'];
    case 'booked': return met;
    case 'held': case 'late': return isMeeting(kind) ? [...met, 'held'] : isHandedIn(kind) ? [...handed, 'submitted'] : [];
    case 'offered': return ['offered'];
    case 'hired': return ['offered', 'hired'];
    case 'expired': return kind === 'offer' ? ['offered', 'expired'] : [...handed, 'expired'];
    case 'declined': case 'survey': return [`declined reason=${reason}`];
    case 'withdrew': return ['withdrew reason=personal'];
    case 'reopened': return ['declined reason=below-bar', 'reopened'];
    default: return [];
  }
}

/** Somebody who went from the first stage over `via` to `stage`, and to whom it happened there. */
function somebody(role: string, path: readonly Stage[], on: string, reason: string): CandidateFolder {
  const [first, ...rest] = path;
  let minute = Date.parse('2026-10-05T09:00Z');
  const lines: string[] = [];
  const add = (stage: string, event: string): void => void lines.push(`${new Date(minute += 3_600_000).toISOString().slice(0, 16)}Z ${stage} ${event}`);
  add(first?.id ?? '', 'applied');
  let at = first;
  for (const [index, stage] of rest.entries()) {
    add(at?.id ?? '', on === 'returned' && index === rest.length - 1 ? `returned to=${stage.id}` : `advanced to=${stage.id}`);
    at = stage;
  }
  if (at) for (const event of happens(on, at, reason)) add(at.id, event);
  return candidate(role, 'teal-otter-7f', { events: lines });
}

describe.runIf(isExample)('every message of the example', () => {
  it('knows what it says, wherever it is sent', async () => {
    const { workspace } = await loadWorkspace(folderFiles(ROOT));
    const lacking = new Set<string>();
    let drafts = 0;
    for (const [role, opening] of workspace.roles) {
      const pipeline = workspace.pipelines.get(opening.value.pipeline)?.value;
      const stages = pipeline ? stagesOf(pipeline, opening.value.with) : [];
      for (const [message, languages] of workspace.messages) for (const [language, document] of languages) {
        const { on, at, into, reasons } = document.value.when;
        for (const stage of stages) for (const before of into ? stages : [stage]) {
          if (into ? !into.includes(stage.kind) : at && !at.includes(stage.kind)) continue;
          if (!at && !into && ['started', 'submitted', 'offered', 'hired'].includes(on)) continue;
          if (on === 'applied' && stage !== stages[0]) continue;
          const forwards = stages.indexOf(before) < stages.indexOf(stage);
          if (into && (on === 'returned' ? forwards : !forwards)) continue;
          const reason = reasons?.[0] ?? 'below-bar';
          // Where a more specific template is meant, this one is never sent.
          if (templatesFor(workspace, { on, at: before.kind, into: into && stage.kind, reason })[0] !== message && !['silence', 'closing'].includes(on)) continue;
          const folder = somebody(role, [...new Set([...(stages[0] ? [stages[0]] : []), before])].concat(into ? [stage] : []), on, reason);
          const call = callOf(workspace, message, language);
          if (!call) continue;
          drafts++;
          const last = Date.parse(folder.record?.value.events.at(-1)?.at ?? '') + (on === 'late' ? 30 * 86_400_000 : 600_000);
          const draft = draftMessage({ workspace, folder, now: last, call, sender: 'dana', identity, ...(on === 'adjusted' && { extra: '24h' }) });
          for (const token of draft.unknown) lacking.add(`${message}.${language} lacks {{${token}}} in ${role}, ${before.id}${into ? ` → ${stage.id}` : ''}`);
          if (draft.visit !== stage.id && !draft.visit.startsWith(`${stage.id}.`)) lacking.add(`${message} is not about ${stage.id} in ${role} but about ${draft.visit}`);
        }
      }
    }
    expect([...lacking]).toEqual([]);
    expect(drafts).toBeGreaterThan(200);
  });
});
