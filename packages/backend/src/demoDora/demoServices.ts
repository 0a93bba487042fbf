/** Services that have a delivery history in the demo. */
export const demoServices = [
  'api-service',
  'finder-frontend',
  'manuals-publisher',
  'publishing-api',
  'release',
  'signon',
  'smart-answers',
  'specialist-publisher',
  'support',
];
