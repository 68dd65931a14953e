import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const slow = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  fileParallelism: false,
  retry: 0,
  expect: { poll: { timeout: 20_000 } },
};
// Nothing is timed: a slow machine is slow, and says so only when nothing comes any more.
const patient = { testTimeout: 30_000, hookTimeout: 60_000 };
const here = { alias: { '@': import.meta.dirname } };

export default defineConfig({
  test: {
    retry: 0,
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          ...patient,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/house.test.ts'],
          environment: 'node',
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          ...patient,
          name: 'component',
          include: ['tests/component/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/component/setup.ts'],
        },
      },
      { resolve: here, test: { ...slow, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], environment: 'node' } },
      {
        resolve: here,
        test: {
          ...slow,
          name: 'contract',
          include: ['tests/surfaces/contract.test.ts'],
          environment: 'node',
          // More than there are browsers: none waits for its next test.
          maxConcurrency: 8,
        },
      },
      { resolve: here, test: { ...slow, name: 'zoo', include: ['tests/surfaces/zoo.test.ts'], environment: 'node' } },
      { test: { ...slow, name: 'real', include: ['tests/real/**/*.test.ts'], environment: 'node' } },
    ],
  },
});
