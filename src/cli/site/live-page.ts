import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';

/** Where open pages wait for news of a new build. */
export const NEWS = '/.hire/news';

const LISTENER = `<script>new EventSource('${NEWS}').onmessage=()=>location.reload()</script>`;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/i;

/**
 * A page of the built site with a script that loads it again after each build. Its content policy is left out, since it
 * would forbid that script: this is a preview on loopback, and the files on disk keep theirs.
 * @param path of the request, as it came
 * @returns undefined when the path is no page of the site
 */
export async function livePage(folder: string, path: string): Promise<string | undefined> {
  const clean = normalize(decodePath(path));
  if (clean.includes('\0') || clean.split(sep).includes('..')) return undefined;
  const base = join(folder, clean);
  const names = clean.endsWith('/') ? [join(base, 'index.html')] : base.endsWith('.html') ? [base] : [`${base}.html`, join(base, 'index.html')];
  for (const name of names) {
    const page = await readFile(name, 'utf8').catch(() => undefined);
    if (page !== undefined) return page.replace(POLICY, '').replace('</body>', `${LISTENER}</body>`);
  }
  return undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '\0';
  }
}
