/** `ml-lead`, `ml-lead or ml-engineer`, `a, b and c`. */
export function joinNames(names: string[], by: 'and' | 'or'): string {
  return new Intl.ListFormat('en-GB', {
    type: by === 'and' ? 'conjunction' : 'disjunction',
  }).format(names);
}
