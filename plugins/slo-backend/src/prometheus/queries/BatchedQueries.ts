import pLimit from 'p-limit';
import type { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusQueryError } from '../client/PrometheusQueryError';
import { shorten } from '../client/shorten';
import { BatchWidth } from './BatchWidth';
import { combineExpressions, KEY_LABEL } from './combineExpressions';
import type { KeyedAnswer, KeyedQuestion } from './KeyedQuestion';
import { Suspects } from './Suspects';
import { timeChunks, type TimeChunk } from './timeChunks';

/** Half a week of 5 min tiles; with 100 expressions per query about 100,000 points per answer. */
const MAX_STEPS = 1008;
const CONCURRENT_QUERIES = 4;
/** One slow query among fifty is found within seven; more than that, and it is the server that is slow. */
const MAX_TIMEOUTS = 8;
const PROBE_TIMEOUT_MILLISECONDS = 5000;

interface Run {
  step: number;
  signal: AbortSignal;
  answers: Map<string, KeyedAnswer>;
  timeouts: number;
  /** Settled once the server has shown that it is well. */
  probe?: Promise<void>;
}

/**
 * Asks many range queries in few HTTP calls. A call that fails is split until the questions at fault stand
 * alone; those get an error of their own, the others their answer.
 */
export class BatchedQueries {
  readonly #client: PrometheusClient;
  readonly #server: string;
  readonly #suspects = new Suspects();
  readonly #width = new BatchWidth();

  constructor(client: PrometheusClient) {
    this.#client = client;
    this.#server = `Prometheus '${client.name}'`;
  }

  /** @throws when the server as a whole cannot be asked. */
  async ask(request: {
    questions: KeyedQuestion[];
    /** First and last instant of evaluation, in seconds since the epoch. */
    start: number;
    end: number;
    step: number;
    signal: AbortSignal;
  }): Promise<Map<string, KeyedAnswer>> {
    const { questions, step } = request;
    const failed = new AbortController();
    const run: Run = {
      step,
      signal: AbortSignal.any([request.signal, failed.signal]),
      answers: new Map(
        questions.map(({ key }) => [key, { series: {}, warnings: [] }]),
      ),
      timeouts: 0,
    };
    const chunks = timeChunks({ ...request, maxSteps: MAX_STEPS });
    const limit = pLimit(CONCURRENT_QUERIES);
    const tasks = this.#suspects
      .separate(questions, this.#width.expressions)
      .map(batch => limit(() => this.#askChunks(run, batch, chunks)));
    try {
      await Promise.all(tasks);
    } catch (error) {
      failed.abort(error);
      await Promise.allSettled(tasks);
      if (run.timeouts > MAX_TIMEOUTS) {
        this.#width.narrow(Date.now());
      }
      request.signal.throwIfAborted();
      throw error;
    }
    if (run.timeouts === 0) {
      this.#width.widen(Date.now());
    }
    this.#suspects.remember(questions, run.answers);
    return run.answers;
  }

  async #askChunks(
    run: Run,
    batch: KeyedQuestion[],
    chunks: TimeChunk[],
  ): Promise<void> {
    for (const chunk of chunks) {
      const open = batch.filter(({ key }) => !run.answers.get(key)?.error);
      await this.#askBatch(run, open, chunk);
    }
  }

  async #askBatch(
    run: Run,
    questions: KeyedQuestion[],
    chunk: TimeChunk,
  ): Promise<void> {
    if (questions.length === 0) {
      return;
    }
    try {
      await this.#askOnce(run, questions, chunk);
    } catch (error) {
      if (!(error instanceof PrometheusQueryError)) {
        throw error;
      }
      await this.#blame(run, questions, error);
      for (const part of this.#suspects.split(questions)) {
        await this.#askBatch(run, part, chunk);
      }
    }
  }

  /** Gives the error to the question if it stands alone; throws it when it is the server's fault. */
  async #blame(
    run: Run,
    questions: KeyedQuestion[],
    error: PrometheusQueryError,
  ): Promise<void> {
    if (error.failure === 'timed-out') {
      run.timeouts += 1;
      if (run.timeouts > MAX_TIMEOUTS) {
        throw error;
      }
    }
    if (questions.length > 1 || error.failure !== 'refused') {
      run.probe ??= this.#probe(run.signal, error);
      await run.probe;
    }
    if (questions.length === 1) {
      const answer = run.answers.get(questions[0].key)!;
      answer.error = error.message;
    }
  }

  /** Asks what every healthy server answers at once. */
  async #probe(signal: AbortSignal, failure: Error): Promise<void> {
    try {
      await this.#client.query({
        query: 'vector(1)',
        timeoutMilliseconds: PROBE_TIMEOUT_MILLISECONDS,
        signal,
      });
    } catch (error) {
      throw error instanceof PrometheusQueryError ? failure : error;
    }
  }

  async #askOnce(
    run: Run,
    questions: KeyedQuestion[],
    chunk: TimeChunk,
  ): Promise<void> {
    run.signal.throwIfAborted();
    const roles = new Map<string, { answer: KeyedAnswer; role: string }>();
    const expressions = questions.flatMap(question =>
      Object.entries(question.expressions).map(([role, expression]) => {
        const label = `${question.key}:${role}`;
        roles.set(label, { answer: run.answers.get(question.key)!, role });
        return { label, expression };
      }),
    );
    const { series, warnings } = await this.#client.queryRange({
      query: combineExpressions(expressions),
      ...chunk,
      step: run.step,
      signal: run.signal,
    });
    for (const { key } of questions) {
      run.answers.get(key)!.warnings.push(...warnings);
    }
    const expected = `expected the label '${KEY_LABEL}'`;
    for (const one of series) {
      const place = roles.get(one.metric[KEY_LABEL]);
      if (!place) {
        const got = shorten(JSON.stringify(one.metric), 200);
        throw new PrometheusQueryError(
          'refused',
          `${
            this.#server
          } answered with a series that was not asked for: ${expected}, got ${got}`,
        );
      }
      (place.answer.series[place.role] ??= []).push(one);
    }
  }
}
