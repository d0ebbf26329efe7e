import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { inlineScripts } from './src/site/integration/inline-scripts.ts';
import { offline } from './src/site/integration/offline.ts';
import { plainMdx } from './src/site/integration/plain-mdx.ts';
import { publishedFolder } from './src/site/published/read.ts';

// The public guide: a site of its own, which knows only what was published for candidates.
export default defineConfig({
  srcDir: './src/site/candidate',
  publicDir: './src/site/candidate/public',
  outDir: process.env.HIRE_SITE_OUT ?? './public',
  cacheDir: process.env.HIRE_SITE_CACHE ?? './node_modules/.astro-candidate',
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'file', inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  // An opening that closes takes its page with it; the guide may still speak of it.
  integrations: [mdx(), offline({ mayBeGone: (link) => link.startsWith('/roles/') })],
  vite: { plugins: [inlineScripts(), plainMdx((path) => path.startsWith(publishedFolder()))] },
});
