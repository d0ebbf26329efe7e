import { defineConfig } from 'vitest/config';

const slow = ['{src,scripts}/**/*.{slow,browser}.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['{src,scripts}/**/*.test.ts'],
          exclude: slow,
        },
      },
      {
        test: {
          name: 'slow',
          include: slow,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
