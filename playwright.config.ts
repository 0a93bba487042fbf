import { defineConfig } from '@playwright/test';

/**
 * The journeys run against a portal that is up already: `npm run test:e2e`
 * starts one with fresh state, with Chromium as the system has it.
 */
export default defineConfig({
  testDir: './packages/app/e2e-tests',
  // `yarn screenshots` takes the pictures of the docs instead.
  testMatch: process.env.GOLDEN_PATH_PICTURES
    ? '**/*.pictures.ts'
    : '**/*.test.ts',
  // One portal, one state: the journeys change it.
  workers: 1,
  fullyParallel: false,
  // The catalog and the discovery of documents take their time to come round.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  outputDir: 'e2e-test-report/artifacts',
  reporter: [
    ['list'],
    ['json'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report/html' }],
  ],
  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? 'http://localhost:3000',
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1400, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
      ],
    },
  },
});
