import { moveHistory } from './moveHistory';

describe('moveHistory', () => {
  it('moves all instants, and nothing else', () => {
    const deployment = {
      service: 'support',
      environment: 'production',
      imageTag: 'v454',
      previousImageTag: 'v453',
      committedAt: 1_740_992_230,
      gitopsCommit: 'cfcf5a5eb60fdf3d96366fe162cbd8e5c5a03fc1',
    };
    const change = {
      service: 'support',
      firstTag: 'v454',
      pullRequest: '1507',
      sha: '2cca9644775399d8d3187ed66c1ff95c90cf5e08',
      firstCommitAt: 1_740_000_000,
      mergedAt: 1_740_990_000,
      commits: 2,
    };
    const history = { deployments: [deployment], changes: [change] };

    // Two weeks are 1,209,600 seconds.
    expect(moveHistory(history, 2)).toEqual({
      deployments: [{ ...deployment, committedAt: 1_742_201_830 }],
      changes: [
        { ...change, firstCommitAt: 1_741_209_600, mergedAt: 1_742_199_600 },
      ],
    });
    expect(moveHistory(history, 0)).toEqual(history);
  });
});
