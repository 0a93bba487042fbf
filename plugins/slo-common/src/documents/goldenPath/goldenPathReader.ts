import type { SloFormatReader } from '../SloFormatReader';
import { readName } from './readName';
import { readSlo } from './readSlo';

/**
 * Reads the house format: one service, its owner, and a list of SLOs.
 */
export const goldenPathReader: SloFormatReader = {
  format: 'golden-path',
  recognises(root) {
    return (
      root.peek('apiVersion') === undefined &&
      (root.peek('slos') !== undefined || root.peek('service') !== undefined)
    );
  },
  read(root, context) {
    const fields = root.mapping(
      ['service', 'owner', 'slos'],
      'an SLO document with service and slos',
    );
    if (!fields) {
      return [];
    }
    const service = readName(fields.service, 'the name of a service');
    const owner = fields.owner.present
      ? fields.owner.text('the name of an owner')
      : undefined;
    const slos = fields.slos.items('a list of SLOs') ?? [];
    if (fields.slos.isList && slos.length === 0) {
      fields.slos.error('expected at least one SLO, got an empty list');
    }
    return slos.flatMap(slo => {
      const definition = context.register.admit(slo)
        ? readSlo(slo, { service, owner, context })
        : undefined;
      return definition ?? [];
    });
  },
};
