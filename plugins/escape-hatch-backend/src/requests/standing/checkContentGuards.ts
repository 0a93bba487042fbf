import { checkContent } from '../content/checkContent';
import type { Check } from './Question';

/** That the content stands up to the rules as they are today. */
export const checkContentGuards: Check = ({ record, settings, now }) => {
  const [problem] = checkContent({ content: record.content, settings, now });
  return (
    problem && {
      kind: 'guard',
      guard: problem.guard,
      reason: `${problem.field}: ${problem.message}`,
    }
  );
};
