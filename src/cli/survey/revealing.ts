import { nameFinder, type NameFinder } from '../../checks/names.ts';
import { emailsIn, phonesIn } from '../../checks/rules/leaks.ts';
import type { Identity } from '../../model/identities.ts';

/**
 * What in a text shows who somebody is: addresses, phone numbers, and the names, handles and links of the identity folder.
 * @param identities undefined where this machine has none; then only addresses and numbers are found
 */
export function revealingWords(identities: ReadonlyMap<string, Identity> | undefined): (text: string) => string[] {
  const finder: NameFinder | undefined = identities && identities.size > 0 ? nameFinder(identities) : undefined;
  return (text) => [
    ...emailsIn(text).map(([from, to]) => `“${text.slice(from, to)}” is an e-mail address`),
    ...phonesIn(text).map(([from, to]) => `“${text.slice(from, to)}” looks like a phone number`),
    ...(finder?.find(text, undefined) ?? []).filter(({ what }) => what !== 'address').map(({ what, from, to }) => `“${text.slice(from, to)}” is ${what === 'name' ? 'the name' : `a ${what}`} of a candidate`),
  ];
}
