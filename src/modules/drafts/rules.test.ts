import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sameValue } from '../../engine/merging/index.ts'
import { sinceTyped } from './rules.ts'

const word = fc.constantFrom('alfa', 'beeta', 'gamma', 'delta', '')
const text = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '))
const ticks = fc.subarray(['a', 'b', 'c', 'd'])
const three = fc.oneof(fc.tuple(text, text, text), fc.tuple(ticks, ticks, ticks))

describe('a change that was typed onto a record', () => {
  it('stands while nobody else has changed the record, and takes the record where oneself changed nothing', () => {
    fc.assert(
      fc.property(three, ([onto, typed]) => {
        expect(sinceTyped(typed, onto, onto)).toEqual({ is: 'typed' })
        const news = sinceTyped(onto, onto, typed)
        expect(sameValue(onto, typed) ? news.is : news).toEqual(
          sameValue(onto, typed) ? 'typed' : { is: 'merged', value: typed },
        )
      }),
    )
  })

  it('never writes over what another saved: it is in what comes of it, or the person is asked', () => {
    fc.assert(
      fc.property(three, ([onto, typed, record]) => {
        const news = sinceTyped(typed, onto, record)
        if (news.is === 'asked') expect(news.record).toEqual(record)
        else if (news.is === 'typed') expect(sameValue(onto, record) || sameValue(typed, record)).toBe(true)
        else if (typeof record === 'string') expect(sameValue(typed, onto) || record !== onto).toBe(true)
        else
          for (const tick of record)
            expect(news.value.includes(tick) || (onto.includes(tick) && !typed.includes(tick))).toBe(true)
      }),
    )
  })
})
