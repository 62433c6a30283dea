import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Form, Question, Section } from './index.ts'
import {
  asked,
  beforeOf,
  checkForm,
  checkSection,
  countCharacters,
  differences,
  missingTexts,
  readForm,
  readMoney,
  readNumber,
  rowsOf,
  sameForm,
  withChoices,
  writeForm,
} from './index.ts'

const told = (label: string) => ({ fi: label })
const text = (key: string, more: object = {}): Question => ({
  key,
  label: told(key),
  required: false,
  kind: 'text',
  most: 20,
  ...more,
})
const section = (key: string, ...questions: Question[]): Section => ({ key, title: told(key), questions })
const form = (...sections: Section[]): Form => ({ format: 'talkoot-form/1', name: told('Lomake'), sections })

const complaintsOf = (data: unknown) => {
  const read = readForm(data)
  return 'complaints' in read ? read.complaints : []
}
const codesOf = (data: unknown) => complaintsOf(data).map((c) => c.code)
const read = (data: unknown): Form => {
  const found = readForm(data)
  if ('complaints' in found) throw new Error(JSON.stringify(found.complaints))
  return found.form
}

// --- any form that may be made ---
const textsAny = fc.record({ fi: fc.string(), sv: fc.string(), en: fc.string() }, { requiredKeys: [] })
const decimal = fc.integer({ min: 0, max: 99_999_999 }).map((n) => (n / 100).toFixed(2))
const limitsOf = fc.tuple(decimal, decimal).map(([a, b]) => (Number(a) <= Number(b) ? [a, b] : [b, a]))
const choicesAny = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9._/-]{0,8}$/), { minLength: 1, maxLength: 5 })
  .chain((codes) => fc.tuple(...codes.map((code) => textsAny.map((label) => ({ code, label })))))
const columnAny = fc.oneof(
  fc.record({ kind: fc.constant('text'), most: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant('money') }),
  fc.record({ kind: fc.constant('date') }),
  fc.record({ kind: fc.constant('choice'), choices: choicesAny }),
)
const kindAny = fc.oneof(
  fc.record(
    {
      kind: fc.constant('text'),
      most: fc.integer({ min: 1, max: 500 }),
      shape: fc.constantFrom('email', 'iban'),
    },
    { requiredKeys: ['kind', 'most'] },
  ),
  fc.record({ kind: fc.constant('long-text'), most: fc.integer({ min: 10, max: 9000 }), least: fc.nat(10) }),
  fc.record({ kind: fc.constant('number'), decimals: fc.nat(6), unit: textsAny }),
  limitsOf.map(([least, most]) => ({ kind: 'money', least, most })),
  fc.record({ kind: fc.constant('date'), least: fc.constant('2026-01-01') }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('choice'), choices: choicesAny, several: fc.boolean() }),
  fc
    .array(columnAny, { minLength: 1, maxLength: 4 })
    .chain((columns) =>
      fc.tuple(
        ...columns.map((column, i) =>
          fc
            .tuple(textsAny, fc.boolean())
            .map(([label, required]) => ({ key: `c${i}`, label, required, ...column })),
        ),
      ),
    )
    .map((columns) => ({ kind: 'table', columns, mostRows: 9 })),
  fc.record({ kind: fc.constant('file'), mostFiles: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ kind: fc.constant('declaration'), text: textsAny }),
  fc.constantFrom('partners', 'work-packages', 'budget', 'de-minimis').map((kind) => ({ kind })),
)
const questionAny = fc.tuple(
  fc.record(
    {
      label: textsAny,
      help: textsAny,
      required: fc.boolean(),
      hidden: fc.boolean(),
      from: fc.constantFrom('earlier'),
    },
    { requiredKeys: ['label', 'required'] },
  ),
  kindAny,
)
const formAny = fc
  .record({ name: textsAny, sections: fc.array(fc.array(questionAny, { maxLength: 5 }), { maxLength: 4 }) })
  .map(({ name, sections }) => ({
    // The parts of a file may stand in any order.
    sections: sections.map((questions, i) => ({
      questions: questions.map(([about, kind], j) => ({
        ...kind,
        ...about,
        key: `q${i}-${j}`,
        ...(j > 0 && { when: { any: [{ values: ['x'], is: 'none-of', question: `q${i}-0` }] } }),
      })),
      title: name,
      key: `s${i}`,
    })),
    name,
    format: 'talkoot-form/1',
  }))
  .filter((data) => !('complaints' in readForm(data)))

describe('a form as data', () => {
  it('comes back from its file as the same text, whichever way its parts were ordered', () => {
    fc.assert(
      fc.property(formAny, (data) => {
        const file = writeForm(read(data))
        expect(writeForm(read(JSON.parse(file)))).toBe(file)
        expect(sameForm(read(data), read(JSON.parse(file)))).toBe(true)
        expect(differences(read(data), read(JSON.parse(file)))).toEqual([])
      }),
    )
  })

  it('is never read from what is no form, and reading never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(codesOf(data)).not.toEqual([])
      }),
    )
    fc.assert(
      fc.property(formAny, fc.anything(), fc.nat(), (data, odd, at) => {
        const sections = data.sections.map((s, i) => (i === at % (data.sections.length || 1) ? odd : s))
        expect(() => readForm({ ...data, sections })).not.toThrow()
      }),
    )
  })

  it.each<[string, unknown, string]>([
    ['unknown kind', form(section('s', text('a', { kind: 'song' }))), 'unknown-kind'],
    ['a key twice', form(section('s', text('a')), section('t', text('a'))), 'key-twice'],
    ['a section twice', form(section('s'), section('s')), 'key-twice'],
    [
      'a condition on nothing',
      form(section('s', text('a', { when: { question: 'b', is: 'filled' } }))),
      'condition-unknown',
    ],
    [
      'a condition on what is asked later',
      form(section('s', text('a', { when: { question: 'b', is: 'filled' } }), text('b'))),
      'condition-later',
    ],
    [
      'a condition on itself',
      form(section('s', text('a', { when: { question: 'a', is: 'filled' } }))),
      'condition-itself',
    ],
    [
      'limits out of order',
      form(section('s', text('a', { kind: 'long-text', least: 30 }))),
      'limits-crossed',
    ],
    [
      'no choices',
      form(section('s', text('a', { kind: 'choice', choices: [], several: false, most: undefined }))),
      'no-choices',
    ],
    [
      'no columns',
      form(section('s', text('a', { kind: 'table', columns: [], mostRows: 3, most: undefined }))),
      'no-columns',
    ],
    ['what is not known', form(section('s', text('a', { colour: 'red' }))), 'unknown-property'],
    ['another format', { format: 'talkoot-form/2' }, 'not-a-form'],
  ])('complains about %s', (_, data, code) => {
    expect(codesOf(JSON.parse(JSON.stringify(data)))).toContain(code)
  })

  it('tells which texts a language lacks, and asks for a help only where another language has one', () => {
    const data = read(form(section('s', text('a', { help: { sv: 'Hjälp' } }), text('b'))))
    expect(missingTexts(data, ['fi', 'sv']).map((m) => `${m.path} ${m.language}`)).toEqual([
      'name sv',
      'sections.0.title sv',
      'sections.0.questions.0.label sv',
      'sections.0.questions.0.help fi',
      'sections.0.questions.1.label sv',
    ])
  })
})

describe('conditions', () => {
  const kinds = {
    kind: 'choice',
    several: false,
    choices: [
      { code: 'yes', label: {} },
      { code: 'no', label: {} },
    ],
  }
  const choice = { key: 'a', label: {}, required: false, ...kinds } as Question
  const dependent = text('b', { when: { question: 'a', is: 'one-of', values: ['yes'] } })
  const chained = read(
    form(section('s', choice, dependent), {
      ...section('t', text('c')),
      when: { question: 'b', is: 'filled' },
    }),
  )
  const keys = (answers: Answers) => asked(chained, answers).flatMap((s) => s.questions.map((q) => q.key))

  it('ask what they say, and an answer under a question that is no longer asked opens nothing', () => {
    expect(keys({})).toEqual(['a'])
    expect(keys({ a: 'yes', b: 'so' })).toEqual(['a', 'b', 'c'])
    expect(keys({ a: 'no', b: 'so' })).toEqual(['a'])
  })

  it('that are not met leave nothing to complain about', () => {
    expect(checkSection(chained, 't', { a: 'no' })).toBeUndefined()
  })
})

describe('checks', () => {
  const one = (question: Question, answers: Answers, hooks = {}) => {
    const { state, complaints } = checkForm(form(section('s', question)), answers, hooks)[0]!
    return [state, ...complaints.map((c) => c.code)]
  }
  const must = { required: true, most: undefined }

  it.each<[string, Question, Answers, string[]]>([
    ['nothing yet', text('a', { required: true }), {}, ['not-begun', 'required']],
    ['blanks are nothing', text('a', { required: true }), { a: '  ' }, ['not-begun', 'required']],
    ['too long', text('a', { most: 3 }), { a: 'pöyt' }, ['wrong', 'too-long']],
    ['money as Finns write it', text('a', { ...must, kind: 'money' }), { a: '1 234,50 €' }, ['complete']],
    ['money with a point', text('a', { ...must, kind: 'money' }), { a: '1234.50' }, ['complete']],
    ['no money', text('a', { ...must, kind: 'money' }), { a: '1.234,50' }, ['wrong', 'not-money']],
    [
      'a third decimal',
      text('a', { ...must, kind: 'money' }),
      { a: '1,005' },
      ['wrong', 'too-many-decimals'],
    ],
    [
      'too much',
      text('a', { ...must, kind: 'money', most: '200000.00' }),
      { a: '200 000,01' },
      ['wrong', 'too-large'],
    ],
    [
      'too little',
      text('a', { ...must, kind: 'number', decimals: 0, least: '1' }),
      { a: '0' },
      ['wrong', 'too-small'],
    ],
    ['a day', text('a', { ...must, kind: 'date' }), { a: '5.3.2026' }, ['complete']],
    ['a day in order', text('a', { ...must, kind: 'date' }), { a: '2026-03-05' }, ['complete']],
    ['no such day', text('a', { ...must, kind: 'date' }), { a: '31.2.2026' }, ['wrong', 'not-a-day']],
    [
      'too early',
      text('a', { ...must, kind: 'date', least: '2026-01-01' }),
      { a: '31.12.2025' },
      ['wrong', 'too-early'],
    ],
    ['a business id', text('a', { shape: 'business-id' }), { a: '0211675-2' }, ['complete']],
    ['a wrong digit', text('a', { shape: 'business-id' }), { a: '0211675-3' }, ['wrong', 'malformed']],
    ['an account', text('a', { most: 40, shape: 'iban' }), { a: 'FI21 1234 5600 0007 85' }, ['complete']],
    [
      'a wrong account',
      text('a', { most: 40, shape: 'iban' }),
      { a: 'FI21 1234 5600 0007 86' },
      ['wrong', 'malformed'],
    ],
    ['an address', text('a', { shape: 'email' }), { a: 'a@b' }, ['wrong', 'malformed']],
    ['affirmed', text('a', { ...must, kind: 'declaration', text: {} }), { a: ['yes'] }, ['complete']],
    [
      'not affirmed',
      text('a', { ...must, kind: 'declaration', text: {} }),
      { a: [] },
      ['not-begun', 'not-affirmed'],
    ],
    ['no file', text('a', { ...must, kind: 'file', mostFiles: 1 }), {}, ['not-begun', 'file-missing']],
    ['no partners', text('a', { ...must, kind: 'partners' }), {}, ['not-begun', 'too-few-rows']],
  ])('%s', (_, question, answers, expected) => {
    expect(one(question, answers)).toEqual(expected)
  })

  it('rows count when something stands in them', () => {
    const table = text('t', {
      ...must,
      kind: 'table',
      mostRows: 2,
      columns: [text('x', { required: true }), text('y')],
    })
    const rows = { 't.rows': '1\nb2\nc3' }
    expect(one(table, rows)).toEqual(['not-begun', 'too-few-rows'])
    expect(one(table, { ...rows, 't.b2.x': 'on' })).toEqual(['complete'])
    expect(one(table, { ...rows, 't.b2.y': 'on' })).toEqual(['begun', 'required'])
    expect(one(table, { ...rows, 't.1.x': 'a', 't.b2.x': 'b', 't.c3.x': 'c' })).toEqual([
      'wrong',
      'too-many-rows',
    ])
    expect(rowsOf(table, {})).toEqual(['1'])
    expect(Object.keys(beforeOf(section('s', table), rows))).toHaveLength(7)
  })

  it('files and money blocks are asked of who knows them', () => {
    const file = text('f', { ...must, kind: 'file', mostFiles: 1 })
    expect(one(file, {}, { files: () => 1 })).toEqual(['complete'])
    expect(one(file, {}, { files: () => 2 })).toEqual(['wrong', 'too-many-files'])
    const budget = text('b', { ...must, kind: 'budget' })
    expect(one(budget, {}, { block: () => ({ complaints: [], filled: true }) })).toEqual(['complete'])
  })

  it('a call gives its choices', () => {
    const question = text('p', { ...must, kind: 'choice', list: 'priorities', choices: [], several: false })
    const asking = withChoices(form(section('s', question)), {
      priorities: [{ code: '1', label: told('Yksi') }],
    })
    expect(checkForm(asking, { p: '1' })[0]!.state).toBe('complete')
    expect(checkForm(asking, { p: '2' })[0]!.state).toBe('wrong')
  })

  it('never throw, whatever stands in the fields', () => {
    const odd = fc.oneof(fc.string(), fc.array(fc.string()))
    fc.assert(
      fc.property(formAny, fc.dictionary(fc.string(), odd), odd, (data, answers, value) => {
        const all = read(data)
        const keys = all.sections.flatMap((s) =>
          s.questions.flatMap((q) => [q.key, `${q.key}.rows`, `${q.key}.1.c0`]),
        )
        checkForm(all, { ...answers, ...Object.fromEntries(keys.map((key) => [key, value])) })
      }),
    )
  })
})

describe('numbers', () => {
  it('are read exactly from every way of writing them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.constantFrom(' ', '\u00a0', '\u202f', ''),
        (n, gap) => {
          const whole = String(Math.floor(n / 100)).replace(/\B(?=(\d{3})+$)/g, gap)
          const cents = String(n % 100).padStart(2, '0')
          const expected = { value: `${Math.floor(n / 100)}.${cents}` }
          expect(readMoney(`${whole},${cents}`)).toEqual(expected)
          expect(readMoney(`${whole}.${cents} €`)).toEqual(expected)
        },
      ),
    )
    expect(readNumber('12 34', 0)).toEqual({ wrong: 'not-a-number' })
    expect(readNumber('−3,50', 1)).toEqual({ value: '-3.5' })
    expect(readNumber('1e3', 0)).toEqual({ wrong: 'not-a-number' })
  })

  it('characters are counted as people see most of them', () => {
    expect(countCharacters(' äö\r\n🙂 ')).toBe(4)
  })
})
