export { describeRefusedAnswers } from './describeRefusedAnswers';
export { parameterNames } from './parameterNames';
export type { RefusedAnswer } from './RefusedAnswer';
