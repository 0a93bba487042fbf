import {
  stageNames,
  type StageName,
} from '@golden-path/backstage-plugin-dora-common';
import {
  countNames,
  type FactCounts,
  type FactSet,
  type Numbers,
} from '../metrics/FactSet';

/** Of the layout; rollups in another one are read from the facts and made anew. */
export const ROLLUP_FORMAT = 1;

/** Format, mask of the arrays that are Float64, counts, lengths; an even number, so that Float64 stays aligned. */
const ARRAYS = 3 + stageNames.length;
const HEADER = 2 + countNames.length + ARRAYS;
const HEADER_BYTES = 4 * (HEADER + (HEADER % 2));

/**
 * A set of facts as bytes: a header of 32-bit numbers, then the arrays, Float64 ones first. Seconds are 32-bit numbers
 * where all of them are whole, as most sources have them; that holds 136 years.
 */
export function encodeFactSet(facts: FactSet): Buffer {
  const arrays = arraysOf(facts).map(compact);
  const isWide = arrays.map(array => array instanceof Float64Array);
  const bytes = arrays.reduce((sum, array) => sum + array.byteLength, 0);
  const buffer = new ArrayBuffer(HEADER_BYTES + bytes);
  const header = new Uint32Array(buffer, 0, HEADER);
  header[0] = ROLLUP_FORMAT;
  header[1] = isWide.reduce(
    (mask, wide, bit) => mask | (Number(wide) << bit),
    0,
  );
  countNames.forEach((name, index) => {
    header[2 + index] = facts.counts[name];
  });
  arrays.forEach((array, index) => {
    header[2 + countNames.length + index] = array.length;
  });
  let offset = HEADER_BYTES;
  for (const wide of [true, false]) {
    for (const array of arrays.filter((_, index) => isWide[index] === wide)) {
      const View = wide ? Float64Array : Uint32Array;
      new View(buffer, offset, array.length).set(array);
      offset += array.byteLength;
    }
  }
  return Buffer.from(buffer);
}

/** @throws for bytes of another format */
export function decodeFactSet(bytes: Uint8Array): FactSet {
  // A copy, because a view of Float64 has to begin at a multiple of 8.
  const buffer = new Uint8Array(bytes).buffer;
  const header = new Uint32Array(buffer, 0, HEADER);
  if (header[0] !== ROLLUP_FORMAT) {
    throw new Error(
      `Expected a rollup of format ${ROLLUP_FORMAT}, got ${header[0]}`,
    );
  }
  const arrays: Numbers[] = [];
  let offset = HEADER_BYTES;
  for (const wide of [1, 0]) {
    for (let index = 0; index < ARRAYS; index++) {
      if (((header[1] >> index) & 1) === wide) {
        const View = wide === 1 ? Float64Array : Uint32Array;
        const length = header[2 + countNames.length + index];
        arrays[index] = new View(buffer, offset, length);
        offset += arrays[index].byteLength;
      }
    }
  }
  const [lead, startedAt, endedAt, ...stages] = arrays;
  return {
    counts: Object.fromEntries(
      countNames.map((name, index) => [name, header[2 + index]]),
    ) as unknown as FactCounts,
    lead,
    stages: Object.fromEntries(
      stageNames.map((name, index) => [name, stages[index]]),
    ) as Record<StageName, Numbers>,
    recoveries: { startedAt, endedAt },
  };
}

function arraysOf({ lead, recoveries, stages }: FactSet): Numbers[] {
  return [
    lead,
    recoveries.startedAt,
    recoveries.endedAt,
    ...stageNames.map(name => stages[name]),
  ];
}

function compact(array: Numbers): Numbers {
  const isWhole = (value: number) =>
    Number.isInteger(value) && value >= 0 && value < 2 ** 32;
  return array.every(isWhole) ? Uint32Array.from(array) : array;
}
