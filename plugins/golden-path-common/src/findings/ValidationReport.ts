import type { Finding } from './Finding';

/**
 * What the checks of the golden path say of a set of files.
 *
 * @public
 */
export interface ValidationReport {
  /** Errors first, then by file and line. */
  findings: Finding[];
  /** How many rules were checked and found nothing. */
  rulesPassed: number;
  /** Kubernetes manifests as `helm template` renders them; empty where the backend has no helm. */
  manifests: RenderedManifest[];
}

/**
 * The manifests of one chart with the values of one environment.
 *
 * @public
 */
export interface RenderedManifest {
  /** Such as `staging`. */
  environment: string;
  /** YAML, several documents. */
  content: string;
}
