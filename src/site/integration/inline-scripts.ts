import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const PREFIX = 'virtual:script/';
const SCRIPTS = new URL('../scripts/', import.meta.url);

/**
 * Makes `import code from 'virtual:script/charts'` yield the text of `src/site/scripts/charts.ts`,
 * bundled with everything it imports into one classic script.
 *
 * Why not Astro's own `<script>`: it emits modules with shared chunks, and over file:// a browser
 * loads no module. One self-contained text per entry runs everywhere and has one stable hash.
 */
export function inlineScripts(): Plugin {
  const bundled = new Map<string, Promise<string>>();
  return {
    name: 'hire:inline-scripts',
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const name = id.slice(PREFIX.length + 1);
      const entry = entryOf(name);
      this.addWatchFile(entry);
      let code = bundled.get(name);
      if (!code) bundled.set(name, (code = bundle(entry)));
      return `export default ${JSON.stringify(await code)};`;
    },
  };
}

/** Everything an entry needs as one classic script, minified. @throws when it would become several files */
export async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: entry, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !('output' in result)) throw new Error(`${entry} was not bundled`);
  const [chunk, ...others] = result.output;
  if (others.length > 0) throw new Error(`${entry} became ${others.length + 1} files; an inlined script must be one`);
  return embeddable(chunk.code.trim());
}

/** The file of an entry: `charts` is `src/site/scripts/charts.ts`. */
export function entryOf(name: string): string {
  return fileURLToPath(new URL(`${name}.ts`, SCRIPTS));
}

/** Text that cannot close the script element it stands in. */
export function embeddable(code: string): string {
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
