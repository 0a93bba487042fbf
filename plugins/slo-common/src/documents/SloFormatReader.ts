import type { SloDefinition, SloFormat } from '../definition/SloDefinition';
import type { DocumentNode } from './DocumentNode';
import type { SloRegister } from './SloRegister';

/**
 * What readers need to know beside the document.
 */
export interface ReadContext {
  /** Compliance objective of time slices whose document names none. */
  defaultObjective: number;
  /** Every SLO that is found, also a broken one, is registered here by its reader. */
  register: SloRegister;
}

/**
 * Reads one format of SLO documents.
 */
export interface SloFormatReader {
  format: SloFormat;
  /** Whether a document bears the marks of this format. */
  recognises(root: DocumentNode): boolean;
  /** The sound SLOs of a recognised document. What is wrong is reported through the nodes. */
  read(root: DocumentNode, context: ReadContext): SloDefinition[];
}
