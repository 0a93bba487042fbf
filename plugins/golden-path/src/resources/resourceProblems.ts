import { parseQuantity } from '@golden-path/backstage-plugin-golden-path-common';
import type { GoldenPathTranslation } from '../translation/useGoldenPathTranslation';
import {
  RESOURCE_NAMES,
  type ResourceAnswers,
  type ResourceName,
} from './ResourceAnswers';

/** What is mistaken for something else is far outside: `100` for `100m`, `128m` for `128Mi`. */
const BOUNDS = {
  cpu: { least: '1m', most: '64' },
  memory: { least: '4Mi', most: '1Ti' },
};

/** What is wrong with the answers, in words, by the field that has to change. */
export function resourceProblems(
  answers: Partial<ResourceAnswers>,
  t: GoldenPathTranslation,
): Partial<Record<ResourceName, string>> {
  const problems: Partial<Record<ResourceName, string>> = {};
  for (const name of RESOURCE_NAMES) {
    const problem = quantityProblem(name, answers[name], t);
    if (problem) {
      problems[name] = problem;
    }
  }
  for (const kind of ['cpu', 'memory'] as const) {
    const limit = `${kind}Limit` as const;
    const request = `${kind}Request` as const;
    const isSound = !problems[limit] && !problems[request];
    if (isSound && parse(answers[limit])! < parse(answers[request])!) {
      problems[limit] = t('resources.belowRequest', {
        request: answers[request]!.trim(),
      });
    }
  }
  return problems;
}

function quantityProblem(
  name: ResourceName,
  text: string | undefined,
  t: GoldenPathTranslation,
): string | undefined {
  if (!text?.trim()) {
    return t('resources.missing');
  }
  const isCpu = name.startsWith('cpu');
  const quantity = parse(text);
  if (quantity === undefined) {
    return t(isCpu ? 'resources.notCpu' : 'resources.notMemory');
  }
  const { least, most } = BOUNDS[isCpu ? 'cpu' : 'memory'];
  if (quantity < parse(least)!) {
    return t(isCpu ? 'resources.tooFewCores' : 'resources.tooLittleMemory');
  }
  if (quantity > parse(most)!) {
    return t(isCpu ? 'resources.tooManyCores' : 'resources.tooMuchMemory');
  }
  return undefined;
}

function parse(text: string | undefined): bigint | undefined {
  return parseQuantity(text?.trim());
}
