import type { DocumentNode } from './DocumentNode';

const MAX_SLOS = 500;

/**
 * Keeps count of the SLOs of one request, and of their names.
 */
export class SloRegister {
  readonly #places = new Map<string, string>();
  #count = 0;

  /** Whether one more SLO may be read; the first one too many is reported. */
  admit(slo: DocumentNode): boolean {
    this.#count += 1;
    if (this.#count === MAX_SLOS + 1) {
      slo.error(`expected at most ${MAX_SLOS} SLOs in a request, got more`);
    }
    return this.#count <= MAX_SLOS;
  }

  /** Takes a name; one that is taken is reported at its second place. */
  claim(service: string, name: string, place: DocumentNode): void {
    const key = `${service}/${name}`;
    const here = `${place.file}:${place.lines.from}`;
    const first = this.#places.get(key);
    if (first === undefined) {
      this.#places.set(key, here);
      return;
    }
    place.error(
      `expected one SLO "${name}" of service "${service}", got it at ${first} and again at ${here}`,
    );
  }
}
