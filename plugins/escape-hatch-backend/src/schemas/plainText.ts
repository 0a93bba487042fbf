import { z } from 'zod';

/** Control characters but tab and line breaks, and halves of characters. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;

/** What people write: kept as it is and never taken for markup. */
export function plainText(maximum: number) {
  return z
    .string()
    .max(maximum)
    .refine(text => !UNPRINTABLE.test(text), {
      message: 'expected text without control characters',
    });
}

/** What must be said: more than blanks. */
export function mandatoryText(maximum: number) {
  return plainText(maximum).refine(text => text.trim() !== '', {
    message: 'expected text, got none',
  });
}
