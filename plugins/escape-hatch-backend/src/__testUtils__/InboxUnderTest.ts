import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ApproverResolver } from '../approvers/ApproverResolver';
import { RequestAccess } from '../callers/RequestAccess';
import { EntityReader } from '../entities/EntityReader';
import { Inbox } from '../inbox/Inbox';
import { InboxStore } from '../inbox/InboxStore';
import type { HatchesUnderTest } from '../requests/__testUtils__/HatchesUnderTest';
import { RequestLinks } from '../views/RequestLinks';
import { RequestPresenter } from '../views/RequestPresenter';

/** The inbox of people who may read everything, over requests with a clock that the test moves. */
export class InboxUnderTest {
  readonly #access: RequestAccess;
  readonly #inbox: Inbox;

  constructor(hatches: HatchesUnderTest) {
    const auth = mockServices.auth();
    const catalog = hatches.catalog.service;
    const { clock, service, settings, store, audit, knex } = hatches;
    this.#access = new RequestAccess({
      auth,
      catalog,
      permissions: mockServices.permissions(),
      permissionsRegistry: mockServices.permissionsRegistry.mock({
        getPermissionRuleset: () => ({
          getRuleByName: () => {
            throw new Error('Expected no conditions');
          },
        }),
      }),
      approvers: new ApproverResolver({ auth, catalog, settings }),
      entities: new EntityReader({ auth, catalog }),
      clock,
      settings,
      store,
    });
    const links = new RequestLinks({ knex });
    this.#inbox = new Inbox({
      access: this.#access,
      inboxes: new InboxStore({ knex, settings }),
      presenter: new RequestPresenter({ audit, links, service, settings }),
      settings,
      store,
    });
  }

  async page(user: string, query: { limit?: number; cursor?: string } = {}) {
    const visit = await this.#access.visit(
      mockCredentials.user(`user:default/${user}`),
    );
    return this.#inbox.page({ limit: 50, ...query }, visit);
  }

  /** What waits, and why, of all pages: `#1 approve`. */
  async of(user: string, limit = 2): Promise<string[]> {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.page(user, { limit, cursor });
      found.push(...page.items.map(({ number, why }) => `#${number} ${why}`));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return found;
  }
}
