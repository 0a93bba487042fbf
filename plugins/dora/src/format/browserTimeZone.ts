/** IANA name of the reader's zone, in which all times are shown. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
