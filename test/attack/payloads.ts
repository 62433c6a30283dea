/** The element that nobody's page may ever hold: wherever it stands unescaped, a text has become markup. */
export const mark = 'tlk-x'

/** Texts that have broken other people's programs, by what they try. */
export const payloads: Readonly<Record<string, readonly unknown[]>> = {
  sql: [
    "' or '1'='1",
    "'; drop table project; --",
    '1; select pg_sleep(5)--',
    "' union select token_hash from session--",
    '$$;select pg_sleep(5);$$',
    "\\'; select 1/0 --",
    '%',
    '_%\\',
  ],
  search: ["'a' & !( | <->", ':*', "a:*B & 'b", 'rahasto:"', '"""""', '>1e999', '(((((((((('],
  markup: [
    `"><${mark} onload=alert(1)>`,
    `'><${mark}>`,
    `</script><${mark}>`,
    `</textarea></title><${mark}>`,
    `<svg/onload=${mark}><${mark}>`,
    'javascript:alert(1)',
    `&lt;${mark}&gt;`,
  ],
  template: ['{{7*7}}', '$' + '{7*7}', '<%= 7*7 %>', '#{7*7}', '{id}', '%{code}', '{constructor}'],
  lines: ['a\r\nset-cookie: x=1', 'a\r\n\r\n<html>', '\u2028\u2029', '\u000b\u000c\u001b[31m', '\u202eabc'],
  zero: ['\0', 'a\0b', '\ud800', 'a\udc00b', '\ufffe\uffff'],
  size: [
    'x'.repeat(5_000),
    '€'.repeat(3_000),
    'a\u0301'.repeat(2_000),
    '🏳️‍🌈'.repeat(400),
    ' '.repeat(3_000),
    '('.repeat(2_000),
  ],
  formula: ['=cmd|"/c calc"!A1', '+1+1', '@SUM(1)', '-2+3', '\t=1'],
  path: [
    '../../../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '/etc/passwd',
    'C:\\windows\\win.ini',
    'file:///etc/passwd',
    '....//',
  ],
  number: [
    '-1',
    '0',
    '1e309',
    'NaN',
    'Infinity',
    '99999999999999999999',
    '1.5',
    '0x10',
    -1,
    0,
    2 ** 53,
    1e308,
    -0.5,
  ],
  kind: [null, true, [], {}, [[]], [null], { $ne: null }, { toString: 'x' }, [1, [2, [3]]]],
  prototype: [
    '__proto__',
    'constructor',
    { __proto__: { admin: true }, constructor: { prototype: { admin: true } } },
    JSON.parse('{"__proto__":{"polluted":true}}'),
    ['__proto__'],
  ],
  id: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-an-id', "'"],
  date: ['0000-00-00', '9999-99-99', '2026-02-30', '-0001-01-01', '275760-09-13'],
}

export const allPayloads: readonly unknown[] = Object.values(payloads).flat()

/** What tells a reader how the machine is made: no answer may hold it. ("Kysely" alone is Finnish for a survey.) */
export const insides =
  /\bat (?:async )?[\w.<>]+ \(?(?:file:|\/|node:)|node_modules|\.(?:ts|mjs|js):\d+:\d+|syntax error at|SQLSTATE|pg_catalog|ECONNREFUSED|ENOENT|\bQueryFailed|\bkysely\/|Kysely[A-Z]|ZodError|TypeError|RangeError|root:x:0/
