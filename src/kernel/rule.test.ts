import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action, command } from './action.ts'
import type { Actor } from './actor.ts'
import type { Context } from './context.ts'
import { allows, everyone, isAmong, type Rule, signedIn, systemOnly } from './rule.ts'
import { words } from './text.ts'

const visitor: Actor = { kind: 'visitor' }
const product: Actor = { kind: 'system', name: 'test' }
const person = (...offices: [office: string, ecosystem: string | null][]): Actor => ({
  kind: 'person',
  id: 'p',
  name: 'A Person',
  offices: offices.map(([office, ecosystem]) => ({ office, ecosystem })),
  organisations: [],
  linked: [],
})
const as = (actor: Actor) => ({ actor }) as Context

describe('isAmong', () => {
  it('knows visitors, the signed-in and the product apart', () => {
    const who = (rule: Rule) => [visitor, person(), product].map((actor) => isAmong(rule.who, actor))
    expect(who(everyone)).toEqual([true, true, true])
    expect(who(signedIn)).toEqual([false, true, true])
    expect(who(systemOnly)).toEqual([false, false, true])
    expect(who({ who: ['coordinator'] })).toEqual([false, false, false])
  })

  it('asks for the office in the ecosystem that is named', () => {
    const held = person(['coordinator', 'a'], ['member', 'b'])
    const coordinates = (where?: string | null) => isAmong(['coordinator'], held, where)
    expect([coordinates('a'), coordinates('b'), coordinates(null)]).toEqual([true, false, false])
    expect(coordinates(undefined)).toBe(true)
    expect(isAmong(['member', 'coordinator'], held, 'b')).toBe(true)
  })

  it('lets an office that is held everywhere act everywhere', () => {
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: null }), (where) => {
        expect(isAmong(['preparer'], person(['preparer', null]), where)).toBe(true)
      }),
    )
  })

  it('takes no office for another, however it is called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (held, asked) => {
        fc.pre(!['everyone', 'signed-in', 'system'].includes(asked))
        expect(isAmong([asked], person([held, null]), null)).toBe(held === asked)
      }),
    )
  })

  it('gives a person no right by an office that is called like the product', () => {
    expect(isAmong(systemOnly.who, person(['system', null]))).toBe(false)
    expect(isAmong(['everyone'], person(['everyone', null]))).toBe(true)
    expect(isAmong(['coordinator'], person(['signed-in', null]))).toBe(false)
  })
})

describe('allows', () => {
  const seen: string[] = []
  const rule: Rule<{ in: string; share: 'own' | 'public'; mine: boolean }> = {
    who: ['member', 'system'],
    in: async (_ctx, input) => {
      seen.push('in')
      return input.in
    },
    record: (_ctx, input) => {
      seen.push('record')
      return { share: input.share, ecosystem: input.in }
    },
    only: {
      says: words('oma', { sv: 'egen', en: 'own' }),
      check: (_ctx, input) => {
        seen.push('only')
        return input.mine
      },
    },
  }
  const ask = async (actor: Actor, input: { in: string; share: 'own' | 'public'; mine: boolean }) => {
    seen.length = 0
    return [await allows(rule, as(actor), input), ...seen]
  }

  it('needs every part, and asks no further than the first that says no', async () => {
    const member = person(['member', 'a'])
    expect(await ask(member, { in: 'a', share: 'public', mine: true })).toEqual([
      true,
      'in',
      'record',
      'only',
    ])
    expect(await ask(member, { in: 'b', share: 'public', mine: true })).toEqual([false, 'in'])
    expect(await ask(member, { in: 'a', share: 'own', mine: true })).toEqual([false, 'in', 'record'])
    expect(await ask(member, { in: 'a', share: 'public', mine: false })).toEqual([
      false,
      'in',
      'record',
      'only',
    ])
    expect((await ask(visitor, { in: 'a', share: 'public', mine: true }))[0]).toBe(false)
    expect((await ask(product, { in: 'a', share: 'own', mine: true }))[0]).toBe(true)
  })

  it('leaves what is not there to the action, which says so', async () => {
    const missing: Rule = { who: ['member'], in: () => undefined, record: () => undefined }
    expect(await allows(missing, as(person(['member', 'a'])), {})).toBe(true)
    expect(await allows(missing, as(person(['viewer', 'a'])), {})).toBe(false)
  })
})

describe('an action without a rule', () => {
  type Made = Parameters<typeof command>[0]
  type Compiles<T> = T extends Made ? 'compiles' : 'does not compile'

  it('does not compile', () => {
    // The compiler decides: were a rule no longer required, these lines would fail the type check.
    const withRule: Compiles<Omit<Action, 'kind'>> = 'compiles'
    const without: Compiles<Omit<Action, 'kind' | 'allow'>> = 'does not compile'
    const optional: Compiles<Omit<Action, 'kind' | 'allow'> & Partial<Pick<Action, 'allow'>>> =
      'does not compile'
    const empty: Compiles<Omit<Action, 'kind' | 'allow'> & { allow: object }> = 'does not compile'
    expect([withRule, without, optional, empty]).toEqual(['compiles', ...Array(3).fill('does not compile')])
  })
})
