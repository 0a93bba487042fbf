import { demandBar } from './demandBar';

describe('demandBar', () => {
  it.each([
    [
      { teams: 3, mostTeams: 3 },
      { width: 75, mark: 75 },
    ],
    [
      { teams: 1, mostTeams: 3 },
      { width: 25, mark: 75 },
    ],
    [
      { teams: 0, mostTeams: 0 },
      { width: 0, mark: 75 },
    ],
    [
      { teams: 6, mostTeams: 12 },
      { width: 50, mark: 25 },
    ],
  ])('draws %p', (options, bar) => {
    expect(demandBar(options)).toEqual(bar);
  });
});
