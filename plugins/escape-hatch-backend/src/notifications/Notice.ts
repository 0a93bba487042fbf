/** A notification of the portal, as the outbox keeps it. A type, so that it is a JSON object. */
export type Notice = {
  /** Full refs of users and groups. */
  recipients: string[];
  /** Full ref of who did it, and knows. */
  exclude?: string;
  title: string;
  description: string;
  /** Path in the app. */
  link: string;
  severity: 'normal' | 'high';
  /** Kind of event. */
  topic: string;
};
