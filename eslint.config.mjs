import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';

/** Rooms whose functions depend on nothing but what they are given. `today`, `now` and chance are always parameters. */
const pure = ['model', 'text', 'analysis', 'checks', 'gate', 'view', 'report'].map((room) => `src/${room}/**/*.ts`);

const impure = [
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'Take the instant as a parameter.'],
  ['MemberExpression[object.name="Date"][property.name="now"]', 'Take the instant as a parameter.'],
  ['MemberExpression[object.name="Temporal"][property.name="Now"]', 'Take the instant as a parameter.'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'Take chance as a parameter (Random).'],
  ['CallExpression[callee.name="fetch"]', 'Only rooms with effects may ask the network.'],
].map(([selector, message]) => ({ selector, message }));

export default defineConfig(
  // Starters and fixtures' workspaces are content; components are read by `astro check` and the module map.
  globalIgnores(['dist/', '.hire/', '.astro/', 'coverage/', 'content/', 'src/fixtures/*/content/', '**/*.astro']),
  ts.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      // A promise nobody awaits is an error nobody sees.
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['test', 'it', 'describe'] }],
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      'no-empty-pattern': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: pure,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...impure],
      'no-restricted-globals': ['error', { name: 'process', message: 'Pure rooms know no process: take what you need as a parameter.' }],
    },
  },
);
