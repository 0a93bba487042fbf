import { activeStep } from './activeStep';

const review = { threshold: 0.5, action: 'Review', effect: 'review' as const };
const freeze = { threshold: 1, action: 'Freeze', effect: 'freeze' as const };
const half = { threshold: 0.5, since: 10 };
const whole = { threshold: 1, since: 20 };

describe('activeStep', () => {
  it.each([
    ['nothing latched', [review, freeze], [], undefined],
    ['one', [review, freeze], [half], { ...review, since: 10 }],
    ['the highest', [freeze, review], [half, whole], { ...freeze, since: 20 }],
    [
      'one that the policy lost',
      [review],
      [half, whole],
      { ...review, since: 10 },
    ],
    ['no policy any more', [], [half, whole], undefined],
  ])('%s', (_, policy, latched, expected) => {
    expect(activeStep(policy, latched)).toEqual(expected);
  });
});
