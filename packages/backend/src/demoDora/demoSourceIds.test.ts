import { demoSourceIds } from './demoSourceIds';

describe('demoSourceIds', () => {
  it('names the repositories as their sources are named', () => {
    expect(demoSourceIds('/srv/demo state/repositories')[0]).toBe(
      'git:file/srv/demo%20state/repositories/api-service',
    );
  });
});
