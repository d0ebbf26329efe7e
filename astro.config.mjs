import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { inlineScripts } from './src/site/integration/inline-scripts.ts';
import { offline } from './src/site/integration/offline.ts';
import { plainMdx } from './src/site/integration/plain-mdx.ts';
import { routes } from './src/site/integration/routes.ts';
import { publishedFolder } from './src/site/published/read.ts';

export default defineConfig({
  srcDir: './src/site',
  publicDir: './src/site/public',
  outDir: process.env.HIRE_SITE_OUT ?? './dist',
  // Two builds at once, of two repositories, must not share what they remember.
  cacheDir: process.env.HIRE_SITE_CACHE ?? './node_modules/.astro',
  output: 'static',
  trailingSlash: 'ignore',
  compressHTML: true,
  devToolbar: { enabled: false },
  // One flat file per page: 10,000 candidates do not need 10,000 folders.
  // Styles go into the page: a linked sheet cannot be allowed over file:// without allowing every file.
  build: { format: 'file', concurrency: 8, inlineStylesheets: 'always' },
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), routes(), offline()],
  vite: { plugins: [inlineScripts(), plainMdx((path) => path.startsWith(publishedFolder()))] },
});
