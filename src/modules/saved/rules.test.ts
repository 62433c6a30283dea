import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference, viewOf } from './rules.ts'

describe('the address of a view', () => {
  it.each([
    ['/projects?q=vety&offset=40&fund=EAKR', { path: '/projects', question: 'q=vety&fund=EAKR' }],
    ['/sv/organisations', { path: '/organisations', question: '' }],
    ['/en/ecosystems/hev/discussion?q=', { path: '/ecosystems/hev/discussion', question: '' }],
    ['//evil.example/projects', undefined],
    ['/\\evil.example', undefined],
    ['https://evil.example/projects', undefined],
    ['/sources', undefined],
    ['', undefined],
  ])('%s', (address, expected) => expect(viewOf(address)).toEqual(expected))

  it('never leads out of the product', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const view = viewOf(text)
        if (view) expect(new URL(`${view.path}?${view.question}`, 'http://x').host).toBe('x')
      }),
    )
  })
})

describe('what is new since last time', () => {
  const held = fc.dictionary(fc.string(), fc.string())
  it('names each thing once: new, changed or as it was', () => {
    fc.assert(
      fc.property(held, held, (before, now) => {
        const { added, changed, gone } = difference(before, now)
        expect(new Set([...added, ...changed]).size).toBe(added.length + changed.length)
        for (const a of added) expect(Object.hasOwn(before, a)).toBe(false)
        for (const a of changed) expect(now[a]).not.toBe(before[a])
        const kept = Object.keys(now).filter((a) => Object.hasOwn(before, a)).length
        expect(added.length + kept).toBe(Object.keys(now).length)
        expect(kept + gone).toBe(Object.keys(before).length)
        expect(difference(now, now)).toEqual({ added: [], changed: [], gone: 0 })
      }),
    )
  })
})
