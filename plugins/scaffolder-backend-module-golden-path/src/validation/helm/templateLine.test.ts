import { templateLine } from './templateLine';

const template = `{{- if .Values.a }}
apiVersion: v1
kind: Service
metadata:
  name: {{ .Release.Name }}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: a
spec:
  template:
    metadata:
      labels: {}
    spec:
      containers:
        - name: a
          image: b
---
kind: Job
spec:
  image: c
`;

describe('templateLine', () => {
  it.each<[string, (string | number)[], number]>([
    ['Service', ['metadata', 'name'], 5],
    ['Deployment', ['metadata', 'name'], 10],
    ['Deployment', ['spec', 'template', 'spec', 'containers', 0, 'image'], 18],
    ['Deployment', ['spec', 'template', 'metadata'], 13],
    // What is not written there is placed at what is written around it.
    ['Deployment', ['spec', 'replicas'], 11],
    ['Service', ['spec', 'ports'], 3],
    ['Gone', ['metadata', 'name'], 5],
    ['Deployment', [], 8],
  ])('of %s %j is %d', (kind, path, line) => {
    expect(templateLine({ template, kind, path })).toBe(line);
  });

  it('is 1 of nothing', () => {
    expect(templateLine({ template: '', kind: 'Service', path: ['a'] })).toBe(
      1,
    );
  });
});
