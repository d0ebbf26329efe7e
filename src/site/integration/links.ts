/**
 * A link that works served and over file://: relative to the page it stands on, naming a file.
 *
 * @param from site path of the page's file, e.g. `roles/senior-backend-2026.html`
 * @param to absolute link as written in the source, e.g. `/candidates/x/teal-otter-7f#bar`
 * @param files site paths of everything that was built
 * @returns the relative link, or undefined when nothing was built under that path
 */
export function relativeLink(from: string, to: string, files: ReadonlySet<string>): string | undefined {
  const cut = to.search(/[?#]/);
  const path = cut < 0 ? to : to.slice(0, cut);
  const rest = cut < 0 ? '' : to.slice(cut);
  const file = fileOf(path, files);
  if (file === undefined) return undefined;
  if (file === from && rest !== '') return rest;
  return relativePath(from, file) + rest;
}

/** The file that a site path stands for: the page itself, its `.html`, or an asset as named. */
function fileOf(path: string, files: ReadonlySet<string>): string | undefined {
  const bare = decodeURI(path).replace(/^\/+|\/+$/g, '');
  const choices = bare === '' ? ['index.html'] : [`${bare}.html`, `${bare}/index.html`, bare];
  return choices.find((choice) => files.has(choice));
}

/** `a/b.html` seen from `a/c/d.html` is `../b.html`. Both are paths from the root of the site. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].map(encodeURIComponent).join('/');
}
