import type { YamlPath } from './YamlFile';

/** A path as people write it: `spec.containers[0].image`. */
export function pathText(path: YamlPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') {
      return `${text}[${part}]`;
    }
    const plain = /^[\w-]+$/.test(part);
    if (!plain) {
      return `${text}['${part.slice(0, 80)}']`;
    }
    return text ? `${text}.${part}` : part;
  }, '');
}
