import { Request } from 'express';
import { UnsecuredJWT } from 'jose';
import { isPortalRequest } from './isPortalRequest';

const part = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');
const tokenOf = (typ: string) =>
  `${part({ typ, alg: 'ES256' })}.${part({ sub: 'x' })}.c2ln`;

describe('isPortalRequest', () => {
  it.each<
    [
      string,
      boolean,
      { path?: string; method?: string; as?: string; by?: string },
    ]
  >([
    ['a user', true, { as: `Bearer ${tokenOf('vnd.backstage.user')}` }],
    ['a script', true, { as: 'Bearer a-static-token' }],
    ['nobody', true, {}],
    [
      'a token of another kind',
      true,
      { as: `Bearer ${new UnsecuredJWT({}).encode()}` },
    ],
    ['a broken header', true, { as: 'Bearer' }],
    [
      'another plugin',
      false,
      { as: `Bearer ${tokenOf('vnd.backstage.plugin')}` },
    ],
    ['the portal itself', false, { by: 'golden-path-portal' }],
    ['a preflight', false, { method: 'OPTIONS' }],
    ['a health check', false, { path: '/.backstage/health/v1/readiness' }],
    ['the app', false, { path: '/catalog' }],
    [
      'a plugin for keys',
      false,
      { path: '/api/slo/.backstage/auth/v1/jwks.json' },
    ],
    [
      'a browser for its cookie',
      true,
      { path: '/api/app/.backstage/auth/v1/cookie' },
    ],
  ])('by %s: %p', (_, expected, { path, method, as, by }) => {
    const request = {
      path: path ?? '/api/catalog/entities',
      method: method ?? 'GET',
      headers: { authorization: as, 'user-agent': by },
    } as Request;
    expect(isPortalRequest(request)).toBe(expected);
  });
});
