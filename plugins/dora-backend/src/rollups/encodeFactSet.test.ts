import type { FactSet } from '../metrics/FactSet';
import { decodeFactSet, encodeFactSet } from './encodeFactSet';

const facts: FactSet = {
  counts: {
    deployments: 3,
    rollbacks: 1,
    failed: 1,
    rework: 2,
    openingUnknown: 4,
    oldCommits: 1,
    branchBuilds: 7,
    unresolved: 2,
    demo: 3,
  },
  lead: Float64Array.of(3_600, 1, 4_294_967_295),
  stages: {
    coding: Float64Array.of(0, 60, 3),
    pickup: new Float64Array(),
    review: Float64Array.of(0.5),
    integration: Float64Array.of(4_294_967_296),
    promotion: Float64Array.of(1, 2),
    rollout: Float64Array.of(5),
  },
  recoveries: {
    startedAt: Float64Array.of(1_764_000_000_000),
    endedAt: Float64Array.of(1_764_000_060_001),
  },
};

const plain = (set: FactSet) => ({
  counts: set.counts,
  lead: [...set.lead],
  stages: Object.fromEntries(
    Object.entries(set.stages).map(([name, values]) => [name, [...values]]),
  ),
  recoveries: [[...set.recoveries.startedAt], [...set.recoveries.endedAt]],
});

describe('encodeFactSet', () => {
  it('keeps every number', () => {
    const bytes = encodeFactSet(facts);
    expect(plain(decodeFactSet(bytes))).toEqual(plain(facts));
  });

  it('is read at any offset, as drivers may give it', () => {
    const bytes = encodeFactSet(facts);
    const shifted = Buffer.alloc(bytes.length + 3);
    bytes.copy(shifted, 3);
    expect(plain(decodeFactSet(shifted.subarray(3)))).toEqual(plain(facts));
  });

  it('stores whole seconds in four bytes', () => {
    // header of 20 numbers, 2 × 8 recoveries, 1 × 8 review, 1 × 8 integration, 4 × (3 + 3 + 2 + 1)
    expect(encodeFactSet(facts)).toHaveLength(80 + 16 + 8 + 8 + 36);
  });

  it('does not read another format', () => {
    const bytes = encodeFactSet(facts);
    bytes[0] = 99;
    expect(() => decodeFactSet(bytes)).toThrow('format 1, got 99');
  });
});
