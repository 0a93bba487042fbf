import { build, type Metafile } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from '../support/Figure';

const PACKAGE = join(__dirname, '../../plugins/slo');
const ENTRY = join(PACKAGE, 'src/index.ts');

/** What every Backstage app brings anyhow; the plugin adds the rest. */
const SHARED = /^(@backstage|@material-ui)\//;

/**
 * What the frontend plugin adds to a Backstage app. Before the first paint the app loads the entry with all that it
 * imports statically; cards, tabs and charts are imported when they are shown.
 */
export async function measureBundle(): Promise<Figure[]> {
  const { metafile, outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    outdir: join(PACKAGE, 'dist'),
    absWorkingDir: PACKAGE,
    external: await sharedPackages(),
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      path,
      gzipSync(contents).byteLength,
    ]),
  );
  const sizeOf = (outputs: Set<string>) =>
    [...outputs].reduce(
      (sum, output) => sum + sizes.get(join(PACKAGE, output))!,
      0,
    ) / 1_000;

  const [entry] = Object.entries(metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint && join(PACKAGE, entryPoint) === ENTRY,
  )!;
  const first = reachedFrom(metafile, [entry], ['import-statement']);
  const all = reachedFrom(
    metafile,
    [entry],
    ['import-statement', 'dynamic-import'],
  );
  return [
    {
      name: 'frontend plugin before the first paint, gzipped',
      measured: sizeOf(first),
      unit: 'kB',
      limit: 40,
    },
    {
      name: 'frontend plugin with all lazy parts, gzipped',
      measured: sizeOf(all),
      unit: 'kB',
    },
  ];
}

async function sharedPackages(): Promise<string[]> {
  const { dependencies, peerDependencies } = JSON.parse(
    await readFile(join(PACKAGE, 'package.json'), 'utf8'),
  );
  return [
    ...Object.keys(peerDependencies),
    ...Object.keys(dependencies).filter(name => SHARED.test(name)),
  ];
}

/** Output files that are loaded with the given ones. */
function reachedFrom(
  { outputs }: Metafile,
  entries: string[],
  kinds: string[],
): Set<string> {
  const reached = new Set(entries);
  for (const output of reached) {
    for (const { path, kind, external } of outputs[output].imports) {
      if (!external && kinds.includes(kind)) {
        reached.add(path);
      }
    }
  }
  return reached;
}
