import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError, ResponseError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createRegisterAction } from './createRegisterAction';

const LOCATION = 'https://git.example.com/orders/blob/main/catalog-info.yaml';

/** As the catalog's client throws what the catalog answers. */
const refusal = (status: number, name: string) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name, message: 'There.' } }), {
      status,
      headers: { 'Content-Type': 'application/json' },
    }) as any,
  );

describe('golden-path:register', () => {
  async function run(
    options: { isDryRun?: boolean; error?: Error; url?: string } = {},
  ) {
    const { isDryRun = false, error, url = LOCATION } = options;
    const catalog = catalogServiceMock.mock();
    if (error) {
      catalog.addLocation.mockRejectedValue(error);
    }
    const credentials = mockCredentials.user();
    const log: string[] = [];
    const output: Record<string, unknown> = {};
    await createRegisterAction({ catalog }).handler({
      input: { catalogInfoUrl: url },
      isDryRun,
      logger: { info: (message: string) => log.push(message) },
      output: (name: string, value: unknown) => {
        output[name] = value;
      },
      getInitiatorCredentials: async () => credentials,
    } as any);
    return { log, output, calls: catalog.addLocation.mock.calls, credentials };
  }

  it('adds the location as the person who runs the template', async () => {
    const { log, output, calls, credentials } = await run();

    expect(calls).toEqual([
      [{ type: 'url', target: LOCATION }, { credentials }],
    ]);
    expect(output).toEqual({ catalogInfoUrl: LOCATION });
    expect(log).toEqual([`Added ${LOCATION} to the catalog`]);
  });

  it.each([
    ['the client', () => refusal(409, 'ConflictError')],
    ['the catalog itself', async () => new ConflictError('There.')],
  ])('goes on where %s says that it is there already', async (_, error) => {
    const { log, output } = await run({ error: await error() });

    expect(output).toEqual({ catalogInfoUrl: LOCATION });
    expect(log).toEqual([`${LOCATION} is in the catalog already`]);
  });

  it('fails for any other reason', async () => {
    const error = await refusal(403, 'NotAllowedError');

    await expect(run({ error })).rejects.toBe(error);
  });

  it('asks for an absolute URL', async () => {
    await expect(run({ url: '/catalog-info.yaml' })).rejects.toThrow(
      "catalogInfoUrl is '/catalog-info.yaml'; expected an absolute URL",
    );
  });

  it('adds nothing in a dry run', async () => {
    const { calls, output } = await run({ isDryRun: true });

    expect(calls).toEqual([]);
    expect(output).toEqual({ catalogInfoUrl: LOCATION });
  });
});
