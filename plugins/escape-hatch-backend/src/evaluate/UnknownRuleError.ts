import { CustomErrorBase } from '@backstage/errors';

/** Somebody asks about a rule that there is not: well-formed, but not to be answered, which is 422. */
export class UnknownRuleError extends CustomErrorBase {
  name = 'UnknownRuleError' as const;
  readonly statusCode = 422;
}
