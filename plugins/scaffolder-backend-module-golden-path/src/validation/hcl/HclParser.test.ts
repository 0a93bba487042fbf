import { HclParser } from './HclParser';

describe('HclParser', () => {
  const parser = new HclParser();

  it('gives what stands in a file', async () => {
    await expect(
      parser.parse('main.tf', 'variable "a" {\n  default = "x"\n}\n'),
    ).resolves.toEqual({ value: { variable: { a: [{ default: 'x' }] } } });
  });

  it('says where the syntax is wrong', async () => {
    await expect(
      parser.parse('main.tf', 'locals {\n  a = 1\n  b = \n}\n'),
    ).resolves.toEqual({
      line: 3,
      error:
        'Invalid expression; Expected the start of an expression, but found an invalid expression token.',
    });
  });

  it.each([
    ['operators', `a = ${'!'.repeat(60_000)}true`],
    ['brackets', `a = ${'['.repeat(60_000)}`],
    ['templates', `a = ${'"${'.repeat(20_000)}`],
  ])('survives a program that ends of too many %s', async (_, text) => {
    const answers = await Promise.all([
      parser.parse('deep.tf', text),
      parser.parse('next.tf', 'a = 1\n'),
    ]);
    expect(answers[0]).toEqual({ line: 1, error: expect.any(String) });
    expect(answers[1]).toEqual({ value: { a: 1 } });
  });
});
