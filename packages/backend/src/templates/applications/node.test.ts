import { describeApplication } from './__testUtils__/describeApplication';

describeApplication({
  language: 'node',
  needs: ['node', 'npm'],
  install: [['npm', 'ci', '--no-audit']],
  lint: [['npm', 'run', 'lint']],
  test: ['npm', 'test'],
  smoke: ['npm', 'run', 'test:smoke'],
  route: '/api/greetings/:name',
});
