import { found, replace } from '../__testUtils__/check';
import { DIGEST } from '../__testUtils__/soundService';

const FILE = 'orders-api/Dockerfile';

/** `line message` of what is found in a Dockerfile. */
const lint = async (edit: string | ((sound: string) => string)) =>
  (await found({ [FILE]: edit })).map(text =>
    text.replace(`${FILE}:`, '').replace(' dockerfile ', ' '),
  );

describe('checkDockerfiles', () => {
  it.each<[string, string]>([
    [
      'a stage by name',
      `FROM node@${DIGEST} AS Base\nUSER 5\nHEALTHCHECK NONE\nFROM base\n`,
    ],
    [
      'an argument with a digest',
      `ARG BASE=node@${DIGEST}\nFROM $BASE\nUSER 5\nHEALTHCHECK NONE\n`,
    ],
    ['scratch', 'FROM scratch\nUSER 65532\nHEALTHCHECK NONE\n'],
    [
      'a user by argument',
      `FROM node@${DIGEST}\nARG UID=5\nUSER \${UID}:\${GID:-6}\nHEALTHCHECK CMD ["/ok"]\n`,
    ],
    [
      'a verified download',
      `FROM node@${DIGEST}\nADD --checksum=${DIGEST} https://example.com/a /a\nUSER 5\nHEALTHCHECK NONE\n`,
    ],
    [
      'where a secret lies',
      `FROM node@${DIGEST}\nENV TOKEN_FILE=/run/secrets/token PASSWORD=\nUSER 5\nHEALTHCHECK NONE\n`,
    ],
    [
      'a secret that is mounted',
      `FROM node@${DIGEST}\nRUN --mount=type=secret,id=token cat /run/secrets/token\nUSER 5\nHEALTHCHECK NONE\n`,
    ],
    [
      'text that looks like instructions',
      `FROM node@${DIGEST}\nRUN <<EOF\nADD https://example.com/a /a\nEOF\nUSER 5\nHEALTHCHECK NONE\n`,
    ],
    [
      'a stage by number',
      `FROM node@${DIGEST}\nUSER 5\nHEALTHCHECK NONE\nCOPY --from=0 /a /a\n`,
    ],
  ])('takes %s', async (_, text) => {
    expect(await lint(text)).toEqual([]);
  });

  it.each<[string, string | ((sound: string) => string), string[]]>([
    [
      'no digest',
      replace(`FROM node:22@${DIGEST}\n`, 'FROM node:22\n'),
      [
        '4 The image node:22 is not pinned by digest: it can change from one build to the next.',
      ],
    ],
    [
      'a short digest',
      replace(`FROM node:22@${DIGEST}\n`, 'FROM node@sha256:ab\n'),
      [
        '4 The image node@sha256:ab is not pinned by digest: it can change from one build to the next.',
      ],
    ],
    [
      'latest',
      replace(`FROM node:22@${DIGEST}\n`, `FROM node:latest@${DIGEST}\n`),
      [
        `4 The image node:latest@${DIGEST} is named latest, which says of nobody which version it is.`,
      ],
    ],
    [
      'an argument that only the build knows',
      replace(`FROM node:22@${DIGEST}\n`, 'FROM ${BASE}\n'),
      [
        '4 The image ${BASE} is not pinned by digest: it can change from one build to the next.',
      ],
    ],
    [
      'a copy from elsewhere',
      replace('--from=build', '--from=busybox:1'),
      [
        '5 The image busybox:1 is not pinned by digest: it can change from one build to the next.',
      ],
    ],
    [
      'no user',
      replace('USER 10001:10001\n', ''),
      ['4 The image runs as root: its last stage has no USER.'],
    ],
    [
      'a user of another stage',
      `FROM node@${DIGEST} AS a\nUSER 5\nFROM node@${DIGEST}\nHEALTHCHECK NONE\n`,
      ['3 The image runs as root: its last stage has no USER.'],
    ],
    [
      'root',
      replace('10001:10001', '0'),
      ['6 The image runs as user 0, which is root.'],
    ],
    [
      'root by many zeros',
      replace('10001:10001', '00:5'),
      ['6 The image runs as user 00:5, which is root.'],
    ],
    [
      'a user that ends as root',
      replace('CMD', 'USER root\nCMD'),
      [
        "8 The user 'root' is no number: nobody outside the image can tell that it is not root.",
      ],
    ],
    [
      'a name',
      replace('10001:10001', 'node'),
      [
        "6 The user 'node' is no number: nobody outside the image can tell that it is not root.",
      ],
    ],
    [
      'no health decision',
      replace('HEALTHCHECK NONE\n', ''),
      ['4 The image does not say whether it has a health check.'],
    ],
    [
      'a download',
      replace('RUN npm ci', 'ADD https://example.com/a.tgz /a'),
      ['2 ADD fetches https://example.com/a.tgz without verifying it.'],
    ],
    [
      'a download in JSON',
      replace('RUN npm ci', 'ADD ["https://example.com/a.tgz","/a"]'),
      ['2 ADD fetches https://example.com/a.tgz without verifying it.'],
    ],
    [
      'a repository',
      replace('RUN npm ci', 'ADD git@github.com:a/b.git /a'),
      ['2 ADD fetches git@github.com:a/b.git without verifying it.'],
    ],
    [
      'a piped script',
      replace('RUN npm ci', 'RUN curl -fsSL https://example.com/i.sh | bash'),
      ['2 A script from the network is run unseen.'],
    ],
    [
      'a secret in ENV',
      replace('RUN npm ci', 'ENV A=1 \\\n  API_KEY=hunter2'),
      ['3 ENV API_KEY puts a secret into the image.'],
    ],
    [
      'a secret in old ENV',
      replace('RUN npm ci', 'ENV DB_PASSWORD hunter2'),
      ['2 ENV DB_PASSWORD puts a secret into the image.'],
    ],
    [
      'a secret in ARG',
      replace('RUN npm ci', 'ARG NPM_TOKEN'),
      ['2 ARG NPM_TOKEN puts a secret into the image.'],
    ],
    [
      'a key under another name',
      replace('RUN npm ci', `ENV CONFIG=AKIA${'A1B2C3D4'.repeat(2)}`),
      ['2 ENV CONFIG puts a secret into the image.'],
    ],
    [
      'no instruction',
      replace('RUN npm ci', 'RNU npm ci'),
      ["2 'RNU' is no instruction of a Dockerfile."],
    ],
    ['no argument', replace('RUN npm ci', 'RUN'), ['2 RUN has no argument.']],
    ['no FROM', 'RUN echo\n', ['1 The Dockerfile has no FROM.']],
    ['nothing', '', ['1 The Dockerfile has no FROM.']],
    [
      'binary',
      'FROM \0',
      ['1 Expected text of at most 65536 characters, got 6.'],
    ],
    [
      'too much',
      'RUN true\n'.repeat(8_000),
      ['1 Expected text of at most 65536 characters, got 72000.'],
    ],
  ])('finds %s', async (_, edit, expected) => {
    expect(await lint(edit)).toEqual(expected);
  });

  it('never repeats a secret', async () => {
    expect(
      (await lint(replace('RUN npm ci', 'ENV PASSWORD=hunter2'))).join(),
    ).not.toContain('hunter2');
  });

  it.each(['Dockerfile.dev', 'worker.Dockerfile', 'worker/Dockerfile'])(
    'looks at %s',
    async name => {
      expect(await found({ [`orders-api/${name}`]: 'RUN x\n' })).toEqual([
        `orders-api/${name}:1 dockerfile The Dockerfile has no FROM.`,
      ]);
    },
  );

  it('takes a moment for the worst that it reads', async () => {
    const before = performance.now();
    await lint(
      `FROM scratch\nUSER 1\nHEALTHCHECK NONE\nRUN ${'curl '.repeat(13_000)}\n`,
    );
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
