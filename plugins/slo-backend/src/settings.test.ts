import { ConfigReader } from '@backstage/config';
import { readSettings } from './settings';

const read = (slo: object) => readSettings(new ConfigReader({ slo } as object));

describe('readSettings', () => {
  it('has defaults', () => {
    expect(readSettings(new ConfigReader({}))).toMatchObject({
      defaultPolicy: [],
      defaultObjective: 0.99,
      retentionDays: 400,
      collectionSchedule: { frequency: { minutes: 1 }, scope: 'global' },
      documentsSchedule: { frequency: { minutes: 5 }, scope: 'global' },
    });
  });

  it('puts the policy in order and gives each step an effect', () => {
    const { defaultPolicy } = read({
      policy: [
        { threshold: 1, action: 'Freeze' },
        { threshold: 0.75, action: 'Tell', effect: 'notify' },
        { threshold: 0.5, action: 'Review' },
      ],
    });
    expect(defaultPolicy).toEqual([
      { threshold: 0.5, action: 'Review', effect: 'review' },
      { threshold: 0.75, action: 'Tell', effect: 'notify' },
      { threshold: 1, action: 'Freeze', effect: 'freeze' },
    ]);
  });

  it.each([
    [{ policy: [{ threshold: 0, action: 'a' }] }, /slo\.policy.*threshold/s],
    [{ policy: [{ threshold: 1 }] }, /slo\.policy.*action/s],
    [
      {
        policy: [
          { threshold: 1, action: 'a' },
          { threshold: 1, action: 'b' },
        ],
      },
      /slo\.policy: .*every threshold once/,
    ],
    [{ sliceObjective: 99 }, /slo\.sliceObjective: .*got 99/],
    [{ retention: { days: 0 } }, /slo\.retention\.days: .*got 0/],
  ])('refuses %j', (slo, message) => {
    expect(() => read(slo)).toThrow(message);
  });
});
