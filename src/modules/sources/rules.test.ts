import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingKnown } from '../../engine/matching/index.ts'
import { languages } from '../../kernel/text.ts'
import { fieldLabel, valueLabel } from './field-text.ts'
import { fieldNames } from './fields.ts'
import type { Mapping } from './mapping.ts'
import { createNormaliser } from './normalise.ts'
import { isError, problemCodes, severityOf } from './problem.ts'
import { sayProblem, sayUnreadable } from './problem-text.ts'
import { profileFor, profileOf } from './profile.ts'
import { builtInProfiles } from './profiles.ts'
import { canBecome, dateFaults, dayRange, importStates, isNameLike, isPlausibleDay } from './rules.ts'
import { unreadableReasons } from './unreadable.ts'

describe('states of an import', () => {
  test('every cell of the table', () => {
    const allowed = importStates.flatMap((from) =>
      importStates.filter((to) => canBecome(from, to)).map((to) => `${from} > ${to}`),
    )
    expect(allowed).toMatchInlineSnapshot(`
      [
        "received > staging",
        "received > failed",
        "staging > staging",
        "staging > staged",
        "staging > failed",
        "staged > staging",
        "staged > applying",
        "applying > staged",
        "applying > applied",
        "applying > failed",
        "applied > withdrawing",
        "withdrawing > applied",
        "withdrawing > withdrawn",
        "withdrawn > staging",
        "failed > staging",
      ]
    `)
  })

  test('whatever happens, an applied list leaves the picture only by being withdrawn', () => {
    expect(importStates.filter((to) => canBecome('applied', to))).toEqual(['withdrawing'])
    expect(importStates.filter((from) => canBecome(from, 'applied'))).toEqual(['applying', 'withdrawing'])
  })
})

const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('dates are faulty when out of range, or in the wrong order, and never otherwise', () => {
  fc.assert(
    fc.property(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }), (start, end) => {
      const faults = dateFaults({ ...(start && { start }), ...(end && { end }) })
      const outside = [start, end].filter((d) => d !== undefined && !isPlausibleDay(d)).length
      if (outside > 0) expect(faults.map((f) => f.code)).toEqual(Array(outside).fill('date-out-of-range'))
      else expect(faults.length).toBe(start && end && end < start ? 1 : 0)
    }),
  )
  expect(isPlausibleDay(dayRange.first) && isPlausibleDay(dayRange.last)).toBe(true)
})

test('a name has a letter', () => {
  expect(['Kunta', '3M', 'Ø'].every(isNameLike)).toBe(true)
  expect(['157500', '', '-', '1.2.'].some(isNameLike)).toBe(false)
})

describe('a row', () => {
  const mapping: Mapping = {
    columns: fieldNames.map((field) => ({ header: field, field })),
    registry: 'test',
    currency: 'EUR',
    country: 'FI',
    dayOrder: 'dmy',
    decimal: ',',
  }
  const normalise = createNormaliser(mapping, nothingKnown)
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.jsonValue()),
    fc.constantFrom('1.2.2015', '1 000,50', 'EAKR', '0211675-2'),
  )

  test('of whatever cells gives plain JSON in which nothing is blank, the same each time', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: fieldNames.length }), (cells) => {
        const row = { row: 7, cells: cells as never[] }
        const made = normalise(row)
        expect(JSON.parse(JSON.stringify(made.values))).toEqual(made.values)
        for (const value of Object.values(made.values)) expect(value === '' || value === null).toBe(false)
        expect(made.rejected).toBe(made.problems.some(isError))
        expect(made.problems.every((p) => p.row === 7)).toBe(true)
        expect(normalise(row)).toEqual(made)
      }),
      { numRuns: 1_000 },
    )
  })

  test('without amounts has no currency; blank is absent and never zero', () => {
    const at = (field: string) => fieldNames.indexOf(field as never)
    const cells: string[] = Array(fieldNames.length).fill('')
    cells[at('title')] = 'Hanke'
    cells[at('currency')] = 'SEK'
    const blank = normalise({ row: 1, cells })
    expect(blank.values).toEqual({ title: 'Hanke' })
    cells[at('granted')] = '0'
    expect(normalise({ row: 1, cells }).values).toEqual({ title: 'Hanke', granted: '0', currency: 'SEK' })
  })
})

describe('profiles', () => {
  test('each built-in one is found by its own headers and maps a title and a lead', () => {
    for (const profile of builtInProfiles) {
      expect(profileFor(Object.keys(profile.columns), builtInProfiles)?.name).toBe(profile.name)
      const mapped = Object.values(profile.columns).map((c) => c.field)
      expect(mapped).toContain('title')
      expect(mapped).toContain('lead')
      const used = mapped.filter((field) => field !== null)
      expect(new Set(used).size).toBe(used.length)
      expect(profile.reasons?.length).toBeGreaterThan(0)
    }
  })

  test('a saved one recognises its list whatever the order and case of its headers', () => {
    const saved = profileOf('Oma', {
      columns: [
        { header: 'Nimi', field: 'title' },
        { header: 'Raha_EUR', field: 'granted' },
      ],
      registry: 'oma',
    })
    expect(profileFor(['raha eur', 'NIMI', 'muuta'], [saved, ...builtInProfiles])?.name).toBe('Oma')
    expect(profileFor(['nimi'], [saved])).toBeUndefined()
  })
})

describe('words', () => {
  test.each(languages)('every problem, refusal and field is said in %s', (language) => {
    const said = [
      ...problemCodes.map((code) => sayProblem({ code }, language)),
      ...unreadableReasons.map((reason) =>
        sayUnreadable({ reason, place: { detail: 'x', row: 3 } }, language),
      ),
    ]
    for (const sentence of said) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence).not.toMatch(/undefined|\(\)| {2}/)
    }
    expect(new Set(fieldNames.map((field) => fieldLabel(field, language))).size).toBe(fieldNames.length)
    expect(valueLabel('eu', language)).toBe(fieldLabel('euAmount', language))
  })

  test('errors put the row aside, warnings and notes do not', () => {
    expect(severityOf('missing-title')).toBe('error')
    expect(severityOf('formula')).toBe('error')
    expect(severityOf('negative')).toBe('warning')
    expect(severityOf('realigned')).toBe('note')
  })
})
