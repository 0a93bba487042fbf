import type { PodContainer } from './PodContainer';
import type { PolicySettings } from './PolicySettings';
import type { PolicyViolation } from './PolicyViolation';

/**
 * The image of every container, whichever list it is in, comes from an allowed registry and cannot change under its name:
 * it is named by a digest (`@sha256:` and 64 hex digits) or by a tag that is a full commit SHA (40 hex digits), and the tag is
 * never `latest`, not even beside a digest.
 */
export function checkImageSource(
  container: PodContainer,
  settings: PolicySettings,
): PolicyViolation[] {
  const { image } = container.fields;
  const violation = (message: string, fix: string): PolicyViolation => ({
    rule: 'image-source',
    path: `${container.path}.image`,
    ...(container.name !== undefined && { container: container.name }),
    message,
    fix,
  });
  if (typeof image !== 'string' || image === '') {
    return [
      violation(
        'The container has no image.',
        'Name the image with its registry and digest.',
      ),
    ];
  }
  const { name, tag, digest } = splitImage(image);
  const problems: PolicyViolation[] = [];
  if (!isAllowed(name, settings.registries)) {
    problems.push(
      violation(
        `The image ${show(
          image,
        )} comes from none of the allowed registries: ${settings.registries.join(
          ', ',
        )}.`,
        'Push the image to one of the allowed registries and name it from there.',
      ),
    );
  }
  const pinned =
    /^sha256:[0-9a-f]{64}$/.test(digest ?? '') ||
    (digest === undefined && /^[0-9a-f]{40}$/.test(tag ?? ''));
  if (!pinned || tag === 'latest') {
    problems.push(
      violation(
        `The image ${show(
          image,
        )} is named by neither a digest nor a full commit SHA, or by latest.`,
        'Name the image by digest (name@sha256:…) or by the full commit SHA that it was built from.',
      ),
    );
  }
  return problems;
}

function splitImage(image: string): {
  name: string;
  tag?: string;
  digest?: string;
} {
  const at = image.indexOf('@');
  const digest = at < 0 ? undefined : image.slice(at + 1);
  const reference = at < 0 ? image : image.slice(0, at);
  // A colon before the last slash is that of a registry's port.
  const colon = reference.indexOf(':', reference.lastIndexOf('/') + 1);
  return colon < 0
    ? { name: reference, digest }
    : {
        name: reference.slice(0, colon),
        tag: reference.slice(colon + 1),
        digest,
      };
}

function isAllowed(name: string, registries: string[]): boolean {
  return (
    registries.length === 0 ||
    registries
      .map(prefix => prefix.replace(/\/+$/, ''))
      .some(prefix => name === prefix || name.startsWith(`${prefix}/`))
  );
}

function show(image: string): string {
  return image.length <= 120 ? image : `${image.slice(0, 120)}…`;
}
