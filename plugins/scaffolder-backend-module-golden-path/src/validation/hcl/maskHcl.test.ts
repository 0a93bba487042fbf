import { maskHcl } from './maskHcl';

describe('maskHcl', () => {
  it.each<[string, string]>([
    ['a = b.c', 'a = b.c'],
    ['# a.b\na.b', '     \na.b'],
    ['// a.b\na.b', '      \na.b'],
    ['x /* a.b\n a.b */ y', 'x       \n        y'],
    ['a /* open', 'a        '],
    ['x = "a.b"', 'x =      '],
    ['x = "a # b"\ny', 'x =        \ny'],
    ['x = "a ${v.b} c"', 'x =      v.b    '],
    ['x = "%{ if v.b }c%{ endif }"', 'x =     if v.b      endif   '],
    ['x = "$${v.b}"', 'x =          '],
    ['x = "\\"${v.b}"', 'x =      v.b  '],
    ['x = "${f({ a = "b ${c.d}" })}"', 'x =    f({ a =      c.d   })  '],
    [
      'x = <<EOT\na.b ${v.c}\nEOT\ny = d.e',
      'x =      \n      v.c \n   \ny = d.e',
    ],
    ['x = <<-EOT\n  a\n  EOT\ny', 'x =       \n   \n     \ny'],
    ['x = <<EOT\nEOT2\nEOT\ny', 'x =      \n    \n   \ny'],
    // Unfinished text ends with its line, or with the file.
    ['x = "a\ny', 'x =   \ny'],
    ['x = "${a', 'x =    a'],
    ['x = <<EOT\na', 'x =      \n '],
    ['}}}', '}}}'],
    ['', ''],
  ])('of %j leaves %j', (text, code) => {
    expect(maskHcl(text)).toBe(code);
  });

  it('keeps every character at its place', () => {
    const text = 'a = "${b.c}" # d\n/* e\n */ f = <<X\n${g}\nX\n';
    const masked = maskHcl(text);
    expect(masked).toHaveLength(text.length);
    expect(masked.split('\n')).toHaveLength(text.split('\n').length);
  });

  it.each([
    ['strings', '"'.repeat(200_000)],
    ['expressions', '"${'.repeat(80_000)],
    ['comments', '/*'.repeat(100_000)],
    ['heredocs', '<<A\n'.repeat(50_000)],
    ['lines of a heredoc', `<<A\n${'b\n'.repeat(100_000)}`],
    ['a long line of a heredoc', `<<A\n${'b'.repeat(200_000)}`],
  ])('takes a moment for many %s', (_, text) => {
    const before = performance.now();
    maskHcl(text);
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
