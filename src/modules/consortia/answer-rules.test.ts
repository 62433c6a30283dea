import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterAnswer, answerByOffered, expiryOf, isOverMost, isToBeReminded } from './answer-rules.ts'
import { answers } from './invitation-queries.ts'
import {
  filledLetter,
  hashOfLetter,
  type LetterValues,
  letterFields,
  missingFields,
  unknownFields,
} from './letter-rules.ts'
import { letterDefaults } from './letter-text.ts'
import { type PartnerState, partnerStates } from './rules.ts'

const day = 24 * 60 * 60 * 1000

describe('an answer', () => {
  it('leads to itself from every state but one: who was left out answers no more', () => {
    for (const state of partnerStates)
      for (const answer of answers)
        expect([state, answer, afterAnswer(state, answer)]).toEqual([
          state,
          answer,
          state === 'left' ? undefined : answer,
        ])
  })
  it('can be corrected any number of times, and the last one holds', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { minLength: 1 }), (said) => {
        const end = said.reduce<PartnerState>((state, answer) => afterAnswer(state, answer)!, 'invited')
        expect(end).toBe(said.at(-1))
      }),
      { seed: 6 },
    )
  })
  it('asks for no more than the call gives to one, to the cent', () => {
    expect(isOverMost('100000.01', '100000.00')).toBe(true)
    expect(isOverMost('100000.00', '100000')).toBe(false)
    expect(isOverMost('5', null)).toBe(false)
    expect(isOverMost(null, '0')).toBe(false)
  })
})

describe('the days of an invitation', () => {
  const now = new Date('2026-11-23T10:00:00Z')
  it('lasts until the call closes, or as long as is said, or two months', () => {
    const [soon, late] = [new Date(now.getTime() + day), new Date(now.getTime() + 30 * day)]
    expect(expiryOf(now, late, soon)).toEqual(late)
    expect(expiryOf(now, null, soon)).toEqual(soon)
    expect(expiryOf(now, null, null).getTime() - now.getTime()).toBe(60 * day)
  })
  it('offers a day to come that leaves time before the call closes', () => {
    expect(answerByOffered('2026-11-23', null)).toBe('2026-12-07')
    expect(answerByOffered('2026-11-23', '2026-12-10')).toBe('2026-12-03')
    expect(answerByOffered('2026-11-23', '2026-11-25')).toBe('2026-11-24')
  })
  it('is reminded of once a week before and once two days before, never later', () => {
    const reminders = (from: number) => {
      let sent = 0
      for (let left = from; left >= -5; left -= 1)
        if (
          isToBeReminded(
            '2026-12-31',
            new Date(Date.parse('2026-12-31') - left * day).toISOString().slice(0, 10),
            sent,
          )
        )
          sent += 1
      return sent
    }
    expect([30, 7, 3].map(reminders)).toEqual([2, 2, 2])
    expect(reminders(-1)).toBe(0)
  })
})

describe('a letter of commitment', () => {
  const values = Object.fromEntries(letterFields.map((name) => [name, `<${name}>`])) as LetterValues
  it('ships in three languages with fields that are known, and with those that it must have', () => {
    for (const template of Object.values(letterDefaults)) {
      expect(unknownFields(template)).toEqual([])
      expect(missingFields(template)).toEqual([])
      for (const name of letterFields) expect(filledLetter(template, values)).toContain(`<${name}>`)
    }
  })
  it('leaves out a line of which nothing is known, and never fills what a value has in braces', () => {
    const known = { ...values, programme: '', work: '{title}' }
    expect(filledLetter('A {partner}\nOhjelma: {programme}\nB {work} {muu}', known)).toBe(
      'A <partner>\nB {title} {muu}',
    )
  })
  it('has another hash whenever anything under it is another', () => {
    const letter = {
      partner: 'p',
      language: 'fi' as const,
      body: 'Teksti',
      signer: 'Anna',
      signerTitle: 'johtaja',
      signedAt: new Date('2026-11-23T10:00:00Z'),
    }
    const changed = [
      { body: 'Teksti.' },
      { signer: 'Anne' },
      { signerTitle: 'Johtaja' },
      { partner: 'q' },
      { language: 'sv' as const },
      { signedAt: new Date('2026-11-23T10:00:01Z') },
    ]
    const hashes = [letter, ...changed.map((c) => ({ ...letter, ...c }))].map(hashOfLetter)
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashOfLetter({ ...letter })).toBe(hashes[0])
  })
})
