import type { Draft } from '../messages/draft.ts';
import { plainText } from './plain.ts';

/** Longer links are cut by browsers and mail programs without a word. */
const MOST = 1_900;

/** A short message as a link that opens in the mail program (RFC 6068); undefined where it is too long or nobody knows the address. */
export function mailtoOf(draft: Pick<Draft, 'to' | 'subject' | 'text'>): string | undefined {
  if (!draft.to) return undefined;
  const body = plainText(draft.text).trimEnd().replaceAll('\n', '\r\n');
  const link = `mailto:${address(draft.to.address)}?subject=${encodeURIComponent(draft.subject)}&body=${encodeURIComponent(body)}`;
  return link.length <= MOST ? link : undefined;
}

/** What stands around the @ is encoded, so that no address can add a field. */
function address(written: string): string {
  return written.split('@').map((part) => encodeURIComponent(part)).join('@');
}
