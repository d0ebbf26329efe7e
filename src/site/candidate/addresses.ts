/** Where each page of the public guide stands. */
export const addresses = {
  home: '/',
  roles: '/roles',
  role: (id: string) => `/roles/${id}`,
  guide: '/guide',
  page: (id: string) => `/guide/${id}`,
  survey: '/survey',
} as const;

/**
 * The address under which a page is known to the world: pages are flat files, so that it is the same on every host.
 *
 * @param base where the site lives, with or without a folder
 */
export function canonical(base: string, path: string): string {
  const home = base.endsWith('/') ? base : `${base}/`;
  return path === '/' ? home : `${home}${path.replace(/^\//, '')}.html`;
}
