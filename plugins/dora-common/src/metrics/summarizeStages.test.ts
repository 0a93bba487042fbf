import { largestStage } from './largestStage';
import { summarizeStages } from './summarizeStages';

const none = () => ({
  coding: new Float64Array(),
  pickup: new Float64Array(),
  review: new Float64Array(),
  integration: new Float64Array(),
  promotion: new Float64Array(),
  rollout: new Float64Array(),
});

describe('summarizeStages', () => {
  it('weighs stages by their sums', () => {
    // coding 60 + 20 + 40 = 120, integration 0 + 240 = 240, rollout 40: 400 in all
    const stages = summarizeStages({
      ...none(),
      coding: Float64Array.of(60, 20, 40),
      integration: Float64Array.of(240, 0),
      rollout: Float64Array.of(40),
    });
    expect(stages).toEqual([
      { name: 'coding', medianSeconds: 40, meanSeconds: 40, share: 0.3, n: 3 },
      {
        name: 'pickup',
        medianSeconds: null,
        meanSeconds: null,
        share: null,
        n: 0,
      },
      {
        name: 'review',
        medianSeconds: null,
        meanSeconds: null,
        share: null,
        n: 0,
      },
      {
        name: 'integration',
        medianSeconds: 120,
        meanSeconds: 120,
        share: 0.6,
        n: 2,
      },
      {
        name: 'promotion',
        medianSeconds: null,
        meanSeconds: null,
        share: null,
        n: 0,
      },
      { name: 'rollout', medianSeconds: 40, meanSeconds: 40, share: 0.1, n: 1 },
    ]);
    expect(largestStage(stages)?.name).toBe('integration');
  });

  it('has no bottleneck where nothing was shipped', () => {
    expect(largestStage(summarizeStages(none()))).toBeUndefined();
  });

  it('names the earlier one of two equal stages', () => {
    const stages = summarizeStages({
      ...none(),
      coding: Float64Array.of(10),
      rollout: Float64Array.of(10),
    });
    expect(largestStage(stages)?.name).toBe('coding');
  });
});
