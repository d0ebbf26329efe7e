/**
 * A moment on the organisation's clock with its offset, as `hire` writes it: `2026-07-01T13:00+01:00`.
 * @param timeZone IANA name; one that the browser does not know is taken for UTC
 */
export function instantText(epoch: number, timeZone: string): string {
  // Whole minutes, so that the offset is what is left.
  const minute = Math.floor(epoch / 60_000) * 60_000;
  const wall = wallClock(minute, timeZone);
  const offset = Math.round((Date.parse(`${wall}Z`) - minute) / 60_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** `2026-07-01T13:00` */
function wallClock(epoch: number, timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(epoch).replace(' ', 'T');
  } catch {
    return new Date(epoch).toISOString().slice(0, 16);
  }
}
