/**
 * Names an entity's SLO documents: paths or globs relative to its source location, comma-separated.
 *
 * @public
 */
export const SLO_ANNOTATION = 'golden-path.io/slo';

/**
 * Names the configured Prometheus that measures an entity's SLOs.
 *
 * @public
 */
export const PROMETHEUS_ANNOTATION = 'golden-path.io/prometheus';
