import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changeTemplate,
  emptyTemplate,
  missingLanguages,
  type TemplateChange,
  templateDifferences,
} from './index.ts'

const key = fc.constantFrom('a', 'b', 'c')
const was = fc.option(key)
const label = fc.constantFrom({ fi: 'x' }, { fi: 'y', sv: 'z' })
const change: fc.Arbitrary<TemplateChange> = fc.oneof(
  fc.record({ do: fc.constant('put-general' as const), criterion: fc.record({ key, label }), was }),
  fc.record({
    do: fc.constant('put-scored' as const),
    criterion: fc.record({
      key,
      label,
      group: fc.constantFrom('content' as const, 'own' as const),
      scale: fc.constant({ least: 0, most: 5 }),
      weight: fc.constant('1'),
    }),
    was,
  }),
  fc.record({ do: fc.constant('remove' as const), key }),
  fc.record({ do: fc.constant('move' as const), key, by: fc.constantFrom(-1 as const, 1 as const) }),
)

test('no order of steps makes two criteria of one key, and moving loses none', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let template = emptyTemplate({ fi: 'Koe' })
      for (const step of changes) {
        const before = template
        template = changeTemplate(template, step) ?? template
        const keys = [...template.general, ...template.scored].map((c) => c.key)
        expect(new Set(keys).size).toBe(keys.length)
        if (step.do === 'move')
          expect(keys.toSorted()).toEqual([...before.general, ...before.scored].map((c) => c.key).toSorted())
      }
    }),
  )
})

test('differences tell exactly what was added, changed and removed', () => {
  const one = { key: 'a', label: { fi: 'x' } }
  const before = { ...emptyTemplate({ fi: 'Koe' }), general: [one, { key: 'b', label: { fi: 'y' } }] }
  const after = {
    ...before,
    discussFrom: 3,
    general: [
      { ...one, label: { fi: 'z' } },
      { ...one, key: 'c' },
    ],
  }
  expect(templateDifferences(before, before)).toEqual([])
  expect(templateDifferences(before, after)).toEqual([
    { key: '', is: 'changed' },
    { key: 'a', is: 'changed' },
    { key: 'c', is: 'added' },
    { key: 'b', is: 'removed' },
  ])
})

test('missing languages are named by their path', () => {
  const template = {
    ...emptyTemplate({ fi: 'Koe', sv: 'Prov' }),
    general: [{ key: 'a', label: { fi: 'x' } }],
  }
  expect(missingLanguages(template, ['fi', 'sv'])).toEqual(['a.label.sv'])
})
