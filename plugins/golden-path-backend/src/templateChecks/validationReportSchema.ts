import { z } from 'zod';

const findingSchema = z.object({
  file: z.string(),
  line: z.number().int().min(1),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  fix: z.string(),
  hatch: z.object({ id: z.string(), expiresAt: z.string() }).optional(),
});

/** What the checks of the golden path say, as the step `golden-path:validate` gives it. */
export const validationReportSchema = z.object({
  findings: z.array(findingSchema),
  rulesPassed: z.number().int().min(0),
  manifests: z.array(
    z.object({ environment: z.string(), content: z.string() }),
  ),
});
