/** The organisation, or a part of it: faster, safer, and what holds it back. */
export function OverviewPage() {
  return <></>;
}
