import { parseArtifact } from './parseArtifact';

describe('parseArtifact', () => {
  it.each([
    ['pkg:oci/api@sha256%3A0b31?tag=1.2.3', '1.2.3', 'api'],
    ['pkg:oci/api@sha256:0b31?repository_url=ghcr.io&tag=v2', 'v2', 'api'],
    ['pkg:oci/api@sha256%3A0b31', 'sha256:0b31', 'api'],
    ['pkg:npm/%40acme/api@1.0.0', '1.0.0', 'api'],
    ['pkg:golang/github.com/acme/api@v1.0.0#cmd/api', 'v1.0.0', 'api'],
    ['pkg:oci/api', 'pkg:oci/api', 'api'],
    ['pkg:oci/a%ZZ@1%ZZ', '1%ZZ', 'a%ZZ'],
    ['registry.example/api:1.2.3', 'registry.example/api:1.2.3', undefined],
    ['pkg:', 'pkg:', undefined],
  ])('%s is %s of %s', (id, version, name) => {
    expect(parseArtifact(id)).toEqual({ version, name });
  });
});
