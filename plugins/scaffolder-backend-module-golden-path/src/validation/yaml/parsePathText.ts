import type { YamlPath } from './YamlFile';

/** The parts of a path such as `spec.containers[0].image`. */
export function parsePathText(text: string): YamlPath {
  return [...text.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? key : Number(index),
  );
}
