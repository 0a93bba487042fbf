import type { TemplateCheck, TemplateCheckRequest } from './TemplateCheck';

/**
 * What the golden-path backend answers. Errors are `ResponseError`s of `@backstage/errors`.
 *
 * @public
 */
export interface GoldenPathApi {
  /**
   * Renders a template with answers and checks the result, as the caller, without writing anything.
   *
   * @throws 400 for answers that do not fit the template's parameters; the message names each
   * @throws 404 for an unknown template
   */
  checkTemplate(
    request: TemplateCheckRequest,
    options?: GoldenPathRequestOptions,
  ): Promise<TemplateCheck>;
}

/**
 * Options of each request.
 *
 * @public
 */
export interface GoldenPathRequestOptions {
  /** Ends the request. */
  signal?: AbortSignal;
  /** Bearer token, in place of the client's. */
  token?: string;
}
