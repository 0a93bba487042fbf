import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a GitOps repository of some years has. */
export const SIZE = {
  commits: 250_000,
  services: 60,
  /** Commits that change a tag, by environment. */
  deployments: { integration: 42_000, staging: 36_000, production: 32_000 },
  /** Commits that change something else in a file of values. */
  configurations: 5_000,
};

/** Names of the services. */
export const SERVICES = Array.from(
  { length: SIZE.services },
  (_, index) => `service-${`${index}`.padStart(2, '0')}`,
);

type Environment = keyof typeof SIZE.deployments;
const ENVIRONMENTS = Object.keys(SIZE.deployments) as Environment[];

/** 2020-01-01. */
const START = 1_577_836_800;
const STEP_SECONDS = 800;
/** Files that have nothing to do with versions. */
const OTHER_FILES = 600;

/** Numbers that look random and are the same in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Service {
  name: string;
  tags: Record<Environment, number>;
  replicas: Record<Environment, number>;
}

/**
 * Makes a bare repository with `SIZE.commits` commits by `git fast-import`: deployments of services to three environments
 * in random order, changes of other values, and everything else that people commit.
 */
export async function writeHistory(path: string): Promise<void> {
  const random = generator(20_260_301);
  const git = spawn(
    'git',
    [`--git-dir=${path}`, 'fast-import', '--quiet', '--depth=20'],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(git, 'close');
  let buffer = '';
  const write = async (text: string) => {
    buffer += text;
    if (buffer.length > 1 << 20) {
      if (!git.stdin.write(buffer)) {
        await once(git.stdin, 'drain');
      }
      buffer = '';
    }
  };

  const services = SERVICES.map(
    (name): Service => ({
      name,
      tags: { integration: 1, staging: 1, production: 1 },
      replicas: { integration: 1, staging: 1, production: 2 },
    }),
  );
  await write(commit(0, 'Import'));
  for (const service of services) {
    for (const environment of ENVIRONMENTS) {
      await write(valuesFile(service, environment));
    }
  }
  for (let index = 0; index < OTHER_FILES; index++) {
    await write(otherFile(index, 0));
  }

  const left = { ...SIZE.deployments, configurations: SIZE.configurations };
  for (let index = 1; index < SIZE.commits; index++) {
    const service = services[Math.floor(random() * services.length)];
    // What this commit is, so that all of a kind are used up at the end.
    let draw = random() * (SIZE.commits - index);
    const kind = (Object.keys(left) as (keyof typeof left)[]).find(name => {
      draw -= left[name];
      return draw < 0;
    });
    await write(commit(index, `${kind ?? 'Other'} of ${service.name}`));
    if (kind === undefined) {
      await write(otherFile(Math.floor(random() * OTHER_FILES), index));
    } else if (kind === 'configurations') {
      left[kind]--;
      const environment = ENVIRONMENTS[Math.floor(random() * 3)];
      service.replicas[environment]++;
      await write(valuesFile(service, environment));
    } else {
      left[kind]--;
      service.tags[kind]++;
      await write(valuesFile(service, kind));
    }
  }
  await write('done\n');
  git.stdin.end(buffer);
  const [code] = await ended;
  if (code !== 0) {
    throw new Error(`git fast-import ended with ${code}`);
  }
}

function commit(index: number, message: string): string {
  const at = START + index * STEP_SECONDS;
  return [
    'commit refs/heads/main',
    `author Bot <bot@example.com> ${at} +0000`,
    `committer Bot <bot@example.com> ${at} +0000`,
    `data ${message.length}`,
    `${message}\n`,
  ].join('\n');
}

function file(path: string, content: string): string {
  return `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`;
}

function valuesFile(service: Service, environment: Environment): string {
  return file(
    `environments/${environment}/${service.name}/values.yaml`,
    `# Values of ${service.name} in ${environment}
replicaCount: ${service.replicas[environment]}

image:
  repository: registry.example.com/acme/${service.name}
  tag: v${service.tags[environment]}
  pullPolicy: IfNotPresent

service:
  type: ClusterIP
  port: 8080

resources:
  limits:
    cpu: 500m
    memory: 512Mi
  requests:
    cpu: 100m
    memory: 256Mi

env:
  - name: LOG_LEVEL
    value: info
  - name: ENVIRONMENT
    value: ${environment}
`,
  );
}

function otherFile(number: number, version: number): string {
  return file(
    `charts/chart-${number % 50}/templates/file-${number}.yaml`,
    `kind: ConfigMap\ndata:\n  version: "${version}"\n`,
  );
}
