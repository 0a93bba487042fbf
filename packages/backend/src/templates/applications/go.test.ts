import { describeApplication } from './__testUtils__/describeApplication';

describeApplication({
  language: 'go',
  needs: ['go', 'gofmt'],
  install: [['go', 'mod', 'verify']],
  lint: [
    // gofmt lists files, and is content all the same.
    ['sh', '-c', 'test -z "$(gofmt -l .)"'],
    ['go', 'vet', './...'],
    ['go', 'vet', '-tags=smoke', './...'],
    ['go', 'mod', 'tidy', '-diff'],
  ],
  test: ['go', 'test', './...'],
  smoke: ['go', 'test', '-count=1', '-tags=smoke', './smoke'],
  route: '/api/greetings/{name}',
});
