import { RealPrometheus } from './RealPrometheus';

const missing = RealPrometheus.missing();
if (missing) {
  // eslint-disable-next-line no-console
  console.warn(`Tests with a real Prometheus are skipped: ${missing}`);
}

/** `describe`, where a real Prometheus can run; elsewhere it skips. */
export const describeWithPrometheus = missing ? describe.skip : describe;
