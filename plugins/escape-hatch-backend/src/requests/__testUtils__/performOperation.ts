import { stringifyError } from '@backstage/errors';
import { actor, draft, HatchesUnderTest } from './HatchesUnderTest';
import type { Operation, Wish } from './Operation';
import type { ReferenceModel } from './ReferenceModel';
import type { Outcome } from './ReferenceRules';

const REFUSALS: Outcome[] = [
  'NotFoundError',
  'NotAllowedError',
  'ConflictError',
  'InputError',
];

/** Does with the plugin what the model is about to do. */
export async function performOperation(
  hatches: HatchesUnderTest,
  model: ReferenceModel,
  operation: Operation,
): Promise<Outcome> {
  try {
    await perform(hatches, model, operation);
    return 'done';
  } catch (error) {
    const refusal = REFUSALS.find(
      name => error instanceof Error && error.name === name,
    );
    if (refusal) {
      return refusal;
    }
    throw new Error(`${JSON.stringify(operation)}: ${stringifyError(error)}`);
  }
}

async function perform(
  hatches: HatchesUnderTest,
  model: ReferenceModel,
  operation: Operation,
): Promise<unknown> {
  const { service, catalog } = hatches;
  const { components, groups } = catalog.organisation;
  const inDays = (days: number) =>
    new Date(model.now + days * 86_400_000).toISOString();
  switch (operation.kind) {
    case 'create': {
      const { user, component, submit, wish } = operation;
      return service.create({
        draft: {
          ...draft(),
          ...fieldsOf(wish, inDays),
          entityRef: `component:default/${component}`,
          startsAt: wish.startsIn === null ? undefined : inDays(wish.startsIn),
          submit,
        },
        actor: actor(user),
      });
    }
    case 'act':
    case 'edit':
    case 'renew':
    case 'review':
      return performDeed(hatches, model, operation, inDays);
    case 'portal':
    case 'owner-changed': {
      const request = model.portalAim(operation);
      const options = {
        id: await idOf(hatches, request?.number),
        expectedVersion: (request?.version ?? 0) + operation.stale,
      };
      if (operation.kind === 'owner-changed') {
        const owners = [`group:default/${operation.owner}`];
        return service.ownerChanged({ ...options, owners });
      }
      return operation.action === 'lapse'
        ? service.lapse(options)
        : service.entityRemoved(options);
    }
    case 'wait':
      hatches.wait({ minutes: operation.hours * 60 });
      return hatches.clock.sync();
    case 'restart':
      return hatches.restart();
    case 'join':
      groups[operation.group].members = [
        ...new Set([...groups[operation.group].members!, operation.user]),
      ];
      return undefined;
    case 'leave':
      groups[operation.group].members = groups[operation.group].members!.filter(
        user => user !== operation.user,
      );
      return undefined;
    case 'own':
      if (components[operation.component]) {
        components[operation.component].owner = operation.owner;
      }
      return undefined;
    case 'register':
      components[operation.component] = {
        owner: 'ml-team',
        uid: nextUid(catalog),
      };
      return undefined;
    case 'unregister':
      delete components[operation.component];
      return undefined;
    default:
      return undefined;
  }
}

async function performDeed(
  hatches: HatchesUnderTest,
  model: ReferenceModel,
  operation: Extract<Operation, { kind: 'act' | 'edit' | 'renew' | 'review' }>,
  inDays: (days: number) => string,
): Promise<unknown> {
  const { service } = hatches;
  const deed = model.deedOf(operation);
  const options = {
    id: await idOf(hatches, deed?.request.number),
    expectedVersion: deed?.expectedVersion ?? 1,
    comment: deed?.comment ? 'A reason.' : undefined,
    actor: actor(deed?.user ?? 'outsider'),
  };
  switch (operation.kind) {
    case 'edit': {
      const { startsIn } = operation.wish;
      const edit = {
        expectedVersion: options.expectedVersion,
        ...fieldsOf(operation.wish, inDays),
        ...(startsIn !== undefined && {
          startsAt: startsIn === null ? null : inDays(startsIn),
        }),
      };
      return service.edit({ ...options, edit });
    }
    case 'renew':
      return service.renew({
        ...options,
        expiresAt: inDays(operation.expiresIn),
      });
    case 'review':
      return service.review({
        ...options,
        outcome: operation.outcome,
        expiresAt: inDays(operation.expiresIn),
      });
    default:
  }
  switch (operation.action) {
    case 'request-changes':
      return service.requestChanges(options);
    case 'confirm-owner':
      return service.confirmOwner(options);
    default:
      return service[operation.action](options);
  }
}

function fieldsOf(wish: Partial<Wish>, inDays: (days: number) => string) {
  const { rules, riskLevel, expiresIn, environments } = wish;
  return {
    ...(rules && { rules }),
    ...(riskLevel && { riskLevel }),
    ...(expiresIn !== undefined && { expiresAt: inDays(expiresIn) }),
    ...(environments && { target: { environments } }),
  };
}

async function idOf(
  { knex }: HatchesUnderTest,
  number: number | undefined,
): Promise<string> {
  const row = await knex('escape_hatch_requests')
    .where('number', number ?? 0)
    .first('id');
  return row?.id ?? 'none';
}

const registrations = new WeakMap<object, number>();

function nextUid(catalog: object): string {
  const count = (registrations.get(catalog) ?? 0) + 1;
  registrations.set(catalog, count);
  return `again-${count}`;
}
