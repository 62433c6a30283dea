import fc from 'fast-check'
import { expect, it } from 'vitest'
import { languages } from '../../kernel/text.ts'
import { filled, type LetterField, letterFields, letterKinds, unknownFields } from './letter.ts'
import { letterDefaults } from './letter-text.ts'
import { promisesIn } from './promises.ts'

it('fills every known field once, whatever stands in the values, and tells the unknown ones', () => {
  fc.assert(
    fc.property(fc.constantFrom(...letterFields), fc.string(), (field, value) => {
      const values = Object.fromEntries(letterFields.map((f) => [f, f === field ? value : 'x'])) as Record<
        LetterField,
        string
      >
      expect(filled(`a {${field}} b`, values)).toBe(`a ${value} b`)
    }),
  )
  expect(unknownFields('Hei {applicant}, {nimi} ja {nimi}')).toEqual(['nimi'])
})

it('leaves out the heading of what there is nothing to say of, and nothing else', () => {
  const values = Object.fromEntries(letterFields.map((f) => [f, f === 'conditions' ? '' : f])) as Record<
    LetterField,
    string
  >
  const said = (template: string) => filled(template, values)
  expect(said('Hei\n\nEhdot\n{conditions}\n\nPerustelut\n{grounds}')).toBe('Hei\n\nPerustelut\ngrounds')
  expect(said('Ehdot: {conditions}.\n\nLoppu')).toBe('Ehdot: .\n\nLoppu')
  expect(said('{conditions}\n\nLoppu')).toBe('Loppu')
})

it('has letters of its own for every kind and language, with the appeal in each and no unknown field', () => {
  for (const language of languages)
    for (const kind of letterKinds) {
      const { subject, body } = letterDefaults[language][kind]
      expect(unknownFields(`${subject} ${body}`)).toEqual([])
      expect(body).toContain('{appeal}')
      expect(body).toContain('{grounds}')
    }
})

it('reads promises from any table of the answers, and nothing from what is no table', () => {
  expect(promisesIn({ title: 'x', 'a.rows': 'not a list', 'b.rows': [] })).toEqual({
    indicators: [],
    commitments: [],
  })
})
