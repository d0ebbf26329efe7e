/**
 * The content security policy of a public page. The two tokens are filled in after the build (integration/finish.ts). Nothing is
 * loaded from anywhere; a form goes to the one address that the settings name, or into a mail program.
 *
 * @param form where the form of the page goes; undefined where it has none
 */
export function publicPolicy(form?: string): string {
  return [
    `default-src 'none'`,
    'script-src {script-hashes}',
    'style-src {style-hashes}',
    'img-src data:',
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action ${form === undefined ? `'none'` : formSource(form)}`,
  ].join('; ');
}

function formSource(form: string): string {
  if (form.startsWith('mailto:')) return 'mailto:';
  const { origin, pathname } = new URL(form);
  // A comma or semicolon would end the directive; a query never belongs to a source.
  return /[;,]/.test(pathname) ? origin : `${origin}${pathname}`;
}
