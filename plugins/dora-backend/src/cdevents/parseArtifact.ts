/** What the id of an artifact says. */
export interface Artifact {
  /** Of a package URL the tag, else the version; else the whole id. */
  version: string;
  /** Of a package URL the name: `api`. */
  name?: string;
}

/** `pkg:oci/api@sha256:0b31…?tag=1.2.3` is version `1.2.3` of `api`. */
export function parseArtifact(artifactId: string): Artifact {
  const purl = /^pkg:[^/@?#]+\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/i.exec(
    artifactId,
  );
  if (!purl) {
    return { version: artifactId };
  }
  const [, path, version = '', qualifiers = ''] = purl;
  return {
    version:
      new URLSearchParams(qualifiers).get('tag') ||
      decode(version) ||
      artifactId,
    name: decode(path.split('/').at(-1)!),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
