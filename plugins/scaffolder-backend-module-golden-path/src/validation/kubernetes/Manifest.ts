import type { YamlPath } from '../yaml/YamlFile';

/** A manifest and where its parts stand. */
export interface Manifest {
  value: Record<string, unknown>;
  /** File and line, from 1, of a part of it. */
  placeOf(path: YamlPath): { file: string; line: number };
}
