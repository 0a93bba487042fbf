/**
 * Where an escape hatch opens the gate. A field that is left out means all.
 *
 * @public
 */
export interface HatchTarget {
  /** Name of the cluster, as its agents ask for it. */
  cluster?: string;
  /** Kubernetes namespace. Without one, the admission of clusters stays closed. */
  namespace?: string;
  /** Kubernetes kind, such as `Deployment`. */
  kind?: string;
  /** Name of the workload. */
  name?: string;
  /** Environments; left out means all. */
  environments?: string[];
  /** CVE ids; what the export for Trivy needs. */
  vulnerabilities?: string[];
}
