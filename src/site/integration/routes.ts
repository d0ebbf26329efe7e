import type { AstroIntegration } from 'astro';

const ID = 'virtual:routes';

/** Lets the rail and links know which pages exist: `import { routes } from 'virtual:routes'`. Those made from data stand as `/roles/[role]`. */
export function routes(): AstroIntegration {
  const known: string[] = [];
  return {
    name: 'hire:routes',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'hire:routes',
                resolveId: (id: string) => (id === ID ? `\0${ID}` : undefined),
                load: (id: string) => (id === `\0${ID}` ? `export const routes = ${JSON.stringify(known)};` : undefined),
              },
            ],
          },
        });
      },
      'astro:routes:resolved': ({ routes: resolved }) => {
        const pages = resolved.filter(({ type }) => type === 'page');
        known.splice(0, known.length, ...pages.map(({ pathname, pattern }) => pathname ?? pattern));
      },
    },
  };
}
