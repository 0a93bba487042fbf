import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { ServiceSubject } from '@golden-path/backstage-plugin-dora-node';
import type { Knex } from 'knex';
import { repositoryKey } from './repositoryKey';

/** What the directory knows a service by. */
export interface KnownService {
  entityRef: string;
  name: string;
  namespace: string;
  doraService: string | null;
  cdeventsId: string | null;
  pagerdutyId: string | null;
  /** A `repositoryKey`. */
  repository: string | null;
  repositoryUrl: string | null;
  removed: boolean;
}

/**
 * Which component of the catalog a source means. A name that two components claim is nobody's. One that is gone
 * keeps its events until a living one claims the same name.
 */
export class ServiceDirectory {
  readonly #refs: Set<string>;
  readonly #names: Map<string, string>;
  readonly #doraServices: Map<string, string>;
  readonly #cdeventsIds: Map<string, string>;
  readonly #pagerdutyIds: Map<string, string>;
  readonly #repositories: Map<string, string>;
  readonly #byRepository = new Map<string, KnownService[]>();
  readonly #slugs = new Map<string, Set<string>>();
  readonly #sourceUrls = new Map<string, string>();

  constructor(services: KnownService[]) {
    this.#refs = new Set(services.map(service => service.entityRef));
    const unique = (key: (service: KnownService) => string | null) =>
      uniqueRefs(services, key);
    this.#names = unique(({ name, namespace }) =>
      namespace === 'default' ? name.toLocaleLowerCase('en-US') : null,
    );
    this.#doraServices = unique(service => service.doraService);
    this.#cdeventsIds = unique(service => service.cdeventsId);
    this.#pagerdutyIds = unique(service => service.pagerdutyId);
    this.#repositories = unique(service => service.repository);
    for (const service of services) {
      const { entityRef, repository, repositoryUrl } = service;
      if (repository !== null) {
        const slug = repository.slice(repository.indexOf('/') + 1);
        this.#byRepository.set(repository, [
          ...(this.#byRepository.get(repository) ?? []),
          service,
        ]);
        this.#slugs.set(slug, new Set(this.#slugs.get(slug)).add(repository));
      }
      if (repositoryUrl !== null) {
        this.#sourceUrls.set(entityRef, repositoryUrl);
      }
    }
  }

  static async load(db: Knex): Promise<ServiceDirectory> {
    const rows = await db('dora_services').select(
      'entity_ref',
      'name',
      'namespace',
      'dora_service',
      'cdevents_id',
      'pagerduty_id',
      'repository',
      'repository_url',
      'removed_at',
    );
    return new ServiceDirectory(
      rows.map(row => ({
        entityRef: row.entity_ref,
        name: row.name,
        namespace: row.namespace,
        doraService: row.dora_service,
        cdeventsId: row.cdevents_id,
        pagerdutyId: row.pagerduty_id,
        repository: row.repository,
        repositoryUrl: row.repository_url,
        removed: row.removed_at !== null,
      })),
    );
  }

  /** The component's full ref; undefined where the subject maps to nothing. */
  resolve(subject: ServiceSubject): string | undefined {
    const { by, value } = subject;
    switch (by) {
      case 'ref':
        return this.#byRef(value);
      case 'dora-service':
        return this.#doraServices.get(value) ?? this.#byName(value);
      case 'cdevents':
      case 'name':
        return (
          this.#byRef(value) ??
          this.#cdeventsIds.get(value) ??
          this.#byName(value)
        );
      case 'repository':
        return this.#repositories.get(this.repositoryKey(value) ?? value);
      case 'pagerduty':
        return this.#pagerdutyIds.get(value);
      default:
        return undefined;
    }
  }

  /**
   * The `repositoryKey` that a URL or a project slug such as `acme/api` stands for. A slug is known by the components
   * of its repository, where it is that of one repository only.
   */
  repositoryKey(reference: string): string | undefined {
    const slugs = this.#slugs.get(reference.replace(/^\/+|\/+$/g, ''));
    return (
      repositoryKey(reference) ??
      (slugs?.size === 1 ? [...slugs][0] : undefined)
    );
  }

  /** Components in a repository, given by its `repositoryKey`. */
  componentsIn(repository: string): string[] {
    const services = this.#byRepository.get(repository) ?? [];
    const living = services.filter(service => !service.removed);
    return (living.length > 0 ? living : services).map(
      service => service.entityRef,
    );
  }

  /** URL of the repository that a component's sources are in. */
  sourceUrl(entityRef: string): string | undefined {
    return this.#sourceUrls.get(entityRef);
  }

  #byRef(value: string): string | undefined {
    if (!/^[^:/]+:[^:/]+\/[^:/]+$/.test(value)) {
      return undefined;
    }
    const ref = stringifyEntityRef(parseEntityRef(value));
    return this.#refs.has(ref) ? ref : undefined;
  }

  #byName(value: string): string | undefined {
    return this.#names.get(value.toLocaleLowerCase('en-US'));
  }
}

function uniqueRefs(
  services: KnownService[],
  key: (service: KnownService) => string | null,
): Map<string, string> {
  const claims = new Map<string, KnownService[]>();
  for (const service of services) {
    const value = key(service);
    if (value !== null) {
      claims.set(value, [...(claims.get(value) ?? []), service]);
    }
  }
  const refs = new Map<string, string>();
  for (const [value, claimants] of claims) {
    const living = claimants.filter(service => !service.removed);
    const heirs = living.length > 0 ? living : claimants;
    if (heirs.length === 1) {
      refs.set(value, heirs[0].entityRef);
    }
  }
  return refs;
}
