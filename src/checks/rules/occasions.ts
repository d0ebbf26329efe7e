import type { Message } from '../../model/message.ts';
import type { Problem } from '../../model/problem.ts';
import { isHandedIn, startsAsOurs, type StageKind } from '../../model/stage-kind.ts';
import { stagesOf, stageTitle } from '../../model/stages.ts';
import { problem, type Rule } from '../rule.ts';
import { listed } from '../../model/words.ts';

// Every turn of a process that is in use has its message.
const written: Rule = {
  holds: 'Every turn of a process that is in use has its message.',
  codes: ['message/missing'],
  check: (workspace) => {
    // A message that cannot be read may be the very one; its own problem comes first.
    if ([...workspace.broken].some((path) => path.startsWith('content/messages/'))) return [];
    const messages = [...workspace.messages.values()].flatMap((languages) => [...languages.values()].map((document) => document.value));
    const reasons = Object.keys(workspace.settings.value.decline_reasons);
    const said = new Set<string>();
    return [...workspace.roles].flatMap(([id, role]) => {
      const stored = workspace.pipelines.get(role.value.pipeline);
      if (!stored || !isUsed(role.value.states.map((state) => state.is), workspace.candidates.get(id)?.size ?? 0)) return [];
      const on = stagesOf(stored.value, role.value.with);
      return on.flatMap((stage, index): Problem[] => {
        const missing = [
          ...(index === 0 && !has(messages, 'applied', { at: stage.kind }) ? ['“applied”'] : []),
          ...(index > 0 && !has(messages, 'advanced', { into: stage.kind }) ? [`“advanced” into ${stage.kind}`] : []),
          ...(isHandedIn(stage.kind) && !has(messages, 'submitted', { at: stage.kind }) ? ['“submitted”'] : []),
          ...(stage.kind === 'offer' && !has(messages, 'offered', { at: stage.kind }) ? ['“offered”'] : []),
          ...(!startsAsOurs(stage.kind) && !has(messages, 'expired', { at: stage.kind }) ? ['“expired”'] : []),
          ...reasons.filter((reason) => !has(messages, 'declined', { at: stage.kind, reason })).map((reason) => `“declined” for ${reason}`),
        ];
        const position = stored.value.stages.indexOf(stage);
        const once = `${stored.path} ${position}`;
        if (missing.length === 0 || said.has(once)) return [];
        said.add(once);
        return [problem('message/missing', { path: stored.path, key: ['stages', position, 'id'] }, `“${stageTitle(stage)}” has no message for ${listed(missing)}.`, 'Add a file to content/messages with that occasion in when:.')];
      });
    });
  },
};

function has(messages: readonly Message[], on: Message['when']['on'], where: { at?: StageKind; into?: StageKind; reason?: string }): boolean {
  return messages.some(({ when }) => when.on === on
    && (where.at === undefined || when.at === undefined || when.at.includes(where.at))
    && (where.into === undefined || when.into === undefined || when.into.includes(where.into))
    && (where.reason === undefined || when.reasons === undefined || when.reasons.includes(where.reason)));
}

/** A role that only ever was a draft, or ended without anybody, writes to nobody. */
function isUsed(states: readonly string[], candidates: number): boolean {
  return candidates > 0 || states.at(-1) === 'open';
}

export const occasions: readonly Rule[] = [written];
