import { defineConfig } from 'vitest/config';
import { PlainReporter } from './src/fixtures/plain-reporter.ts';

const ours = ['{src,scripts}/**/*.test.ts'];
const slow = ['{src,scripts}/**/*.{slow,browser}.test.ts'];
const shared = { clearMocks: true, unstubEnvs: true };

export default defineConfig({
  test: {
    reporters: ['default', new PlainReporter()],
    projects: [
      // On a machine that does other things besides, a second becomes ten.
      // Pure code keeps no state between files, so they share a process: 35 s become 17 s.
      { test: { ...shared, name: 'fast', include: ours, exclude: slow, pool: 'threads', isolate: false, testTimeout: 30_000 } },
      // A real browser, a whole build, a repository with history: seconds each, so they have time, and two files run at once: they wait for processes more than they compute.
      { test: { ...shared, name: 'slow', include: slow, testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2, sequence: { groupOrder: 1 }, globalSetup: 'src/fixtures/shared-sites.ts' } },
    ],
  },
});
