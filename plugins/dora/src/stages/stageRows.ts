import type {
  Stage,
  StageName,
} from '@golden-path/backstage-plugin-dora-common';

/** Where lead time went, and what is not known about it. */
export interface StageRows {
  /** Stages that changes have. */
  known: Stage[];
  /** No source tells when pull requests were opened, so pickup and review have no value and coding runs to the merge. */
  isOpeningUnknown: boolean;
  /** Other stages without a value. */
  unknown: StageName[];
}

export function stageRows(stages: Stage[]): StageRows {
  const unknown = stages.filter(({ n }) => n === 0).map(({ name }) => name);
  const isOpeningUnknown =
    unknown.includes('pickup') && unknown.includes('review');
  return {
    known: stages.filter(({ n }) => n > 0),
    isOpeningUnknown,
    unknown: unknown.filter(
      name => !(isOpeningUnknown && (name === 'pickup' || name === 'review')),
    ),
  };
}
