import type { z } from 'zod';
import { describeNetworkError } from './describeNetworkError';
import { parseAnswer } from './parseAnswer';
import {
  instantAnswer,
  rangeAnswer,
  type RangeSeries,
} from './prometheusAnswer';
import { PrometheusError } from './PrometheusError';
import { PrometheusQueryError } from './PrometheusQueryError';
import { readLimitedText } from './readLimitedText';

export interface PrometheusClientOptions {
  /** Name in the configuration, for messages. */
  name: string;
  /** Base URL without credentials; the API is below `api/v1`. */
  url: string;
  /** Sent with every request; may hold secrets, so never logged. */
  headers?: Record<string, string>;
  /** Default: 20 s. */
  timeoutMilliseconds?: number;
  /** Default: 64 MiB, after decompression. */
  maxResponseBytes?: number;
}

export interface RangeResult {
  series: RangeSeries[];
  /** Why the answer may lack data. */
  warnings: string[];
}

const MEBIBYTE = 1024 * 1024;

/** The query API of one Prometheus, or of a server that speaks the same. */
export class PrometheusClient {
  readonly name: string;
  readonly #server: string;
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #timeoutMilliseconds: number;
  readonly #maxResponseBytes: number;

  constructor(options: PrometheusClientOptions) {
    this.name = options.name;
    this.#server = `Prometheus '${options.name}'`;
    this.#url = options.url.replace(/\/+$/, '');
    this.#headers = options.headers ?? {};
    this.#timeoutMilliseconds = options.timeoutMilliseconds ?? 20_000;
    this.#maxResponseBytes = options.maxResponseBytes ?? 64 * MEBIBYTE;
  }

  /** Evaluates a query at `start`, `start + step`, … up to `end`, all in seconds since the epoch. */
  async queryRange(request: {
    query: string;
    start: number;
    end: number;
    step: number;
    signal: AbortSignal;
  }): Promise<RangeResult> {
    const { query, start, end, step, signal } = request;
    const answer = await this.#post({
      path: '/api/v1/query_range',
      parameters: {
        query,
        start: String(start),
        end: String(end),
        step: String(step),
      },
      schema: rangeAnswer,
      timeoutMilliseconds: this.#timeoutMilliseconds,
      signal,
    });
    return {
      series: answer.data.result,
      warnings: (answer.warnings ?? []).filter(isAboutMissingData),
    };
  }

  /** Evaluates a query that gives a vector, now. The limit on time can only be lowered. */
  async query(request: {
    query: string;
    signal: AbortSignal;
    timeoutMilliseconds?: number;
  }): Promise<number[]> {
    const answer = await this.#post({
      path: '/api/v1/query',
      parameters: { query: request.query },
      schema: instantAnswer,
      timeoutMilliseconds: Math.min(
        request.timeoutMilliseconds ?? Infinity,
        this.#timeoutMilliseconds,
      ),
      signal: request.signal,
    });
    return answer.data.result.flatMap(({ value }) => (value ? [value[1]] : []));
  }

  async #post<T extends z.ZodType>(request: {
    path: string;
    parameters: Record<string, string>;
    schema: T;
    timeoutMilliseconds: number;
    signal: AbortSignal;
  }): Promise<z.output<T>> {
    const { response, text } = await this.#send(request);
    const { schema } = request;
    return parseAnswer({ server: this.#server, response, text, schema });
  }

  async #send(request: {
    path: string;
    parameters: Record<string, string>;
    timeoutMilliseconds: number;
    signal: AbortSignal;
  }): Promise<{ response: Response; text: string }> {
    const { path, parameters, timeoutMilliseconds, signal } = request;
    const seconds = timeoutMilliseconds / 1000;
    const timeout = AbortSignal.timeout(timeoutMilliseconds);
    try {
      const response = await fetch(`${this.#url}${path}`, {
        method: 'POST',
        headers: { Accept: 'application/json', ...this.#headers },
        body: new URLSearchParams({ ...parameters, timeout: String(seconds) }),
        redirect: 'manual', // the configured headers are for this server alone
        signal: AbortSignal.any([signal, timeout]),
      });
      const text = await readLimitedText(response, this.#maxResponseBytes);
      if (text === undefined) {
        throw new PrometheusQueryError(
          'too-large',
          `${this.#server} answered with more than ` +
            `${this.#maxResponseBytes / MEBIBYTE} MiB`,
        );
      }
      return { response, text };
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof PrometheusQueryError) {
        throw error;
      }
      if (timeout.aborted) {
        throw new PrometheusQueryError(
          'timed-out',
          `${this.#server} did not answer within ${seconds} s`,
          { cause: error },
        );
      }
      throw new PrometheusError(
        `${this.#server} cannot be reached: ${describeNetworkError(error)}`,
        { cause: error },
      );
    }
  }
}

/** Since 2.48 `warnings` also carry remarks on the query itself; those say nothing of missing data. */
function isAboutMissingData(warning: string): boolean {
  return !/^PromQL (info|warning):/.test(warning);
}
