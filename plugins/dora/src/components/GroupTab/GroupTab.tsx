export function GroupTab() {
  return <></>;
}
