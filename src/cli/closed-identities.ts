import { existsSync } from 'node:fs';
import { readLocalSettings } from '../identity/local-settings.ts';
import type { Context } from './command.ts';

/**
 * Says on stderr that the folder of the identities which this machine's settings name is not there (a drive that is not connected): letters
 * that are drafted now begin with “Hello there” and have no address. Silent where it is there, or where none is named.
 */
export function sayIfClosed(context: Context, root: string): void {
  const { identities } = readLocalSettings(root).settings;
  if (identities === undefined || existsSync(identities)) return;
  context.stderr(`The folder of the identities, ${identities}, is not there: letters have neither a name nor an address. Connect the drive it is on and draft them again (hire draft <message> <candidate>).\n`);
}
