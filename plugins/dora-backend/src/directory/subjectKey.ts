import type { ServiceSubject } from '@golden-path/backstage-plugin-dora-node';

/** How a subject is written in the log of events. */
export function subjectKey(subject: ServiceSubject): string {
  return `${subject.by}:${subject.value}`;
}
