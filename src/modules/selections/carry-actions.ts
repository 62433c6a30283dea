import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { centsOf } from '../../kernel/money.ts'
import { inEach, type Language, type Names, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { type Partner, partnersOf } from '../applications/index.ts'
import { keepsIt } from './access.ts'
import { no } from './fault-text.ts'
import { type CandidateRow, candidatesOf, headById } from './queries.ts'
import { recordText } from './record-text.ts'

/** What a closed meeting would have proposed of one application; `terms` are those of `decision.propose`. */
export type Proposal = {
  code: string
  title: Names
  application: string
  chosen: boolean
  /** Null where the meeting weighed other money than was asked: that is proposed by hand. */
  terms: {
    outcome: 'yes' | 'no'
    grounds: string
    starts: string | null
    ends: string | null
    byPartner: { row: string; cost: string; grant: string }[]
  } | null
}

export const proposalsOf = query({
  name: 'selection.proposals',
  summary: {
    fi: 'Mitä päätösehdotuksia päätetyn valintakokouksen valinnasta seuraa',
    sv: 'Vilka beslutsförslag som följer av ett avslutat urvalsmöte',
    en: 'Which proposals for decisions follow from a selection meeting that is closed',
  },
  route: { method: 'GET', path: '/selections/{selection}/proposals' },
  input: z.object({ selection: z.uuid() }),
  output: z.object({ items: z.array(z.custom<Proposal>()) }),
  allow: keepsIt,
  run: async (ctx, { selection }) => {
    const head = await headById(ctx.db, selection)
    if (!head) throw no('missing', 'missing')
    const { recordHash: hash, chosen } = head
    if (head.state !== 'closed' || !hash || !chosen) throw no('wrong-state')
    const [budget] = head.settings.budgets
    const name = inEach((l) => pick(head.name, l)?.text ?? '')
    // Grounds are in the language of whoever carries them over, as they would have written them.
    const l: Language = ctx.language
    const say = (yes: boolean) =>
      recordText[l][yes ? 'grantGrounds' : 'refuseGrounds'](name[l], formatDay(head.day, l), hash)
    const items: Proposal[] = []
    for (const c of await candidatesOf(ctx.db, selection)) {
      if (!c.application) continue
      const yes = chosen.includes(c.id)
      const partners = yes ? await partnersOf(ctx.db, c.application) : []
      const terms = yes ? termsOf(c, budget?.id ?? '', partners, say(true)) : refusal(say(false))
      items.push({ code: c.code, title: c.title, application: c.application, chosen: yes, terms })
    }
    return { items }
  },
})

const refusal = (grounds: string) => ({
  outcome: 'no' as const,
  grounds,
  starts: null,
  ends: null,
  byPartner: [],
})

/** A grant of what the meeting counted with, partner by partner as they asked. */
function termsOf(c: CandidateRow, budget: string, partners: readonly Partner[], grounds: string) {
  const rows = partners.flatMap((p) =>
    p.cost !== null && p.grant !== null ? [{ row: p.row, cost: p.cost, grant: p.grant }] : [],
  )
  const sum = rows.reduce((total, p) => total + centsOf(p.grant), 0n)
  if (rows.length === 0 || sum !== centsOf(c.costs[budget] ?? '0')) return null
  return { outcome: 'yes' as const, grounds, starts: c.starts, ends: c.ends, byPartner: rows }
}
