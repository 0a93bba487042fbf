import { startEscapeHatchBackend } from './startEscapeHatchBackend';

/** A second portal on the database that `DATABASE` names; tells its parent where it is. */
async function main(): Promise<void> {
  const { url } = await startEscapeHatchBackend(
    JSON.parse(process.env.DATABASE!),
  );
  process.send!({ url });
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
