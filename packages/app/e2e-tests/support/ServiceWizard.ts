import { expect, Locator, Page } from '@playwright/test';

/** Time for a check on a machine that is busy. */
const CHECK_MS = 120_000;

/** The pages that ask for a service on Kubernetes. */
export class ServiceWizard {
  readonly next: Locator;
  /** Leads from the last page to Backstage's own review. */
  readonly review: Locator;
  /** How the check went. */
  readonly summary: Locator;
  readonly findings: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.next = page.getByRole('button', { name: 'Next', exact: true });
    this.review = page.getByRole('button', { name: 'Review', exact: true });
    this.summary = page
      .locator('form')
      .getByRole('status')
      .filter({ hasText: /./ });
    this.findings = page.getByRole('table', { name: 'Findings' });
  }

  /** Chooses the template among all. */
  async choose() {
    await this.#page
      .locator('.MuiCard-root')
      .filter({ hasText: 'Kubernetes service' })
      .getByRole('button', { name: 'Choose' })
      .click();
    await expect(this.field('Name')).toBeVisible();
  }

  field(name: string): Locator {
    return this.#page.getByRole('textbox', { name, exact: true });
  }

  /** Answers the first page: an internal service of the publishing team, in Node.js. */
  async answerService(options: { name: string; description: string }) {
    await this.field('Name').fill(options.name);
    await this.field('Description').fill(options.description);
    await this.field('Owner').fill('Publishing team');
    await this.#page.getByRole('option', { name: 'Publishing team' }).click();
    await this.#page
      .getByRole('radio', { name: 'Node.js (TypeScript)' })
      .check();
    await this.#page.getByRole('radio', { name: 'Internal' }).check();
  }

  async expectSummary(text: RegExp) {
    await expect(this.summary).toHaveText(text, { timeout: CHECK_MS });
  }
}
