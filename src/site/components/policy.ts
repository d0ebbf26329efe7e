/**
 * The content security policy of a page. The two tokens are filled in after the build with the hashes of
 * what is inlined, so that nothing else can ever run or style the page (see integration/finish.ts).
 */
export function policy(connect: readonly string[]): string {
  return [
    `default-src 'none'`,
    'script-src {script-hashes}',
    'style-src {style-hashes}',
    'img-src data:',
    `connect-src ${connect.length === 0 ? `'none'` : connect.join(' ')}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
