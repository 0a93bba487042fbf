import { RealPrometheus } from './RealPrometheus';

/** `describe`, where a real Prometheus can run; elsewhere the tests are skipped and the reason is printed. */
export function describeWithPrometheus(title: string, tests: () => void) {
  const missing = RealPrometheus.missing();
  if (missing) {
    // eslint-disable-next-line no-console
    console.warn(`Skipped "${title}": ${missing}`);
    describe.skip(title, tests);
  } else {
    describe(title, tests);
  }
}
