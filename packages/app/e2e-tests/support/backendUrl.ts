/** Where the portal's backend answers. */
export const backendUrl = process.env.BACKEND_URL ?? 'http://localhost:7007';
