import { delimiter, join } from 'node:path';
import { describeApplication } from './__testUtils__/describeApplication';

describeApplication({
  language: 'python',
  needs: ['python3'],
  install: [
    ['python3', '-m', 'venv', '.venv'],
    ['pip', 'install', '--require-hashes', '-r', 'requirements-dev.txt'],
  ],
  lint: [['ruff', 'check', '.'], ['ruff', 'format', '--check', '.'], ['mypy']],
  test: ['pytest'],
  smoke: ['pytest', 'smoke'],
  env: folder => ({
    PATH: [join(folder, '.venv/bin'), process.env.PATH].join(delimiter),
  }),
  route: '/api/greetings/{name}',
});
