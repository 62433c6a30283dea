import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Change,
  change,
  differences,
  type Form,
  type Question,
  readForm,
  type Section,
  sameForm,
} from './index.ts'

const text = (key: string, more: object = {}): Question => ({
  key,
  label: { fi: key },
  required: false,
  kind: 'text',
  most: 20,
  ...more,
})
const section = (key: string, ...questions: Question[]): Section => ({ key, title: { fi: key }, questions })
const start: Form = {
  format: 'talkoot-form/1',
  name: { fi: 'Lomake' },
  sections: [section('s', text('a'), text('b')), section('t', text('c'))],
}

describe('steps', () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('question.place'),
      key: fc.constantFrom('a', 'b', 'c'),
      section: fc.constantFrom('s', 't'),
      after: fc.constantFrom(null, 'a', 'b', 'c'),
    }),
    fc.record({ do: fc.constant('question.remove'), key: fc.constantFrom('a', 'b', 'c') }),
    fc.record({
      do: fc.constant('section.place'),
      key: fc.constantFrom('s', 't'),
      after: fc.constantFrom(null, 's', 't'),
    }),
    fc.record({ do: fc.constant('section.remove'), key: fc.constantFrom('s', 't') }),
    fc.record({
      do: fc.constant('question.change'),
      question: fc.constantFrom(text('a', { most: 7 }), text('c', { required: true })),
    }),
    fc.record({
      do: fc.constant('question.add'),
      section: fc.constantFrom('s', 't'),
      question: fc.constant(text('d')),
      after: fc.constantFrom(null, 'a'),
    }),
  ) as fc.Arbitrary<Change>

  it('each has a step back to where one was', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 4 }), step, (steps, last) => {
        const at = steps.reduce((now, one) => {
          const done = change(now, one)
          return done && !('complaints' in readForm(done.form)) ? done.form : now
        }, start)
        const done = change(at, last)
        if (!done || 'complaints' in readForm(done.form)) return
        const { after } = last as { after?: string }
        const key = (last as { key?: string }).key
        if (after === key) return
        expect(sameForm(change(done.form, done.undo)!.form, at)).toBe(true)
      }),
    )
  })

  it('differences say what was added, removed, changed and moved', () => {
    const steps: Change[] = [
      { do: 'question.change', question: text('a', { most: 7 }) },
      { do: 'question.place', key: 'b', section: 't', after: null },
      { do: 'question.remove', key: 'c' },
      { do: 'section.add', section: section('u', text('d')), after: 't' },
    ]
    const end = steps.reduce((now, one) => change(now, one)!.form, start)
    expect(differences(start, end).map((d) => `${d.is} ${d.what} ${d.key}`)).toEqual([
      'added section u',
      'changed question a',
      'moved question b',
      'added question d',
      'removed question c',
    ])
  })
})
