import type { RiskLevel } from '@golden-path/backstage-plugin-escape-hatch-common';

/** What stands in the form of a request. Empty texts are fields that are not filled in. */
export interface DraftFields {
  /** Full entity ref. */
  entityRef: string;
  /** Ids. */
  rules: string[];
  justification: string;
  riskAssessment: string;
  mitigations: string;
  riskLevel: RiskLevel | '';
  category: 'waiver' | 'mitigated' | '';
  /** It starts on a day, and not on approval. */
  startsOnDay: boolean;
  /** `YYYY-MM-DD` */
  startsAt: string;
  /** `YYYY-MM-DD` */
  expiresAt: string;
  cluster: string;
  namespace: string;
  kind: string;
  name: string;
  environments: string[];
  vulnerabilities: string[];
}

/** A form that nobody has touched. */
export const EMPTY_FIELDS: DraftFields = {
  entityRef: '',
  rules: [],
  justification: '',
  riskAssessment: '',
  mitigations: '',
  riskLevel: '',
  category: '',
  startsOnDay: false,
  startsAt: '',
  expiresAt: '',
  cluster: '',
  namespace: '',
  kind: '',
  name: '',
  environments: [],
  vulnerabilities: [],
};
