/** All answers of the wizard but that of the check itself, which is about the others. */
export function answersOf(
  formData: Record<string, unknown>,
  check: { name: string },
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(formData).filter(
      ([name, value]) => name !== check.name && value !== undefined,
    ),
  );
}
