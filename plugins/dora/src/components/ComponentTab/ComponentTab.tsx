export function ComponentTab() {
  return <></>;
}
