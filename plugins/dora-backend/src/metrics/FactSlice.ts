import type { FactSet } from './FactSet';
import type { Span } from './LocalCalendar';

/** The facts of a local day, or of a part of one. */
export interface FactSlice extends Span {
  facts: FactSet;
}
