import { z } from 'zod';

const address = z.email();

/** Whether a text is one e-mail address that an identity may hold. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && address.safeParse(text).success;
}
