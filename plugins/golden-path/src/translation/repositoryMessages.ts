/** The field for a repository. */
export const repositoryMessages = {
  title: 'Repository',
  place: 'Place',
  name: 'Name',
  other: 'Another address',
  address: 'Address',
  addressHint: 'Such as https://git.example.com/team/orders-api',
  results: 'The repository will be {{url}}',
  shared: 'The files go to {{url}}',
  differs: 'The service is called {{name}}.',
  missing: 'Enter the address of a repository',
  notName:
    'Enter a name of letters, digits, dots, dashes and underscores, that begins with a letter or a digit',
  notAddress:
    'Enter an address over HTTP(S), such as https://git.example.com/team/orders-api',
  secret: 'Enter the address without user name and password',
} as const;
