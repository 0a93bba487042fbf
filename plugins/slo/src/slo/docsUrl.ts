/** Describes SLO documents and their annotation. */
export const SLO_DOCS_URL =
  'https://github.com/golden-path/backstage-golden-path/tree/main/plugins/slo#readme';
