/** Claims as refs are stored; the catalog takes two cases of a name for one. */
export function toRefs(claims: string[]): string[] {
  return claims.map(claim => claim.toLocaleLowerCase('en-US'));
}
