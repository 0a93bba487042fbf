export type { Figure } from '../support/Figure';
