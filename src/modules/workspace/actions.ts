import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import { signedIn } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { isOffice, offices } from '../people/index.ts'
import { ecosystemsWith } from './queries.ts'
import { byUrgency, hasteOf, newestFirst } from './rules.ts'

const said = z.object({ fi: z.string(), sv: z.string(), en: z.string() })
const turn = z.object({
  what: said,
  why: said.exactOptional(),
  path: z.string().describe('The page where it is done or read, without a language.'),
  due: z.iso.date().exactOptional(),
  since: z.date().exactOptional(),
})
const due = turn.extend({ haste: z.enum(['late', 'today', 'soon', 'later']).exactOptional() })
export type HomeTurn = z.output<typeof due>

export const home = query({
  name: 'workspace.home',
  summary: {
    fi: 'Mikä odottaa kysyjää, mikä jäi kesken, mikä on uutta, ja omat ekosysteemit',
    sv: 'Vad som väntar på den som frågar, vad som blev på hälft, vad som är nytt, och de egna ekosystemen',
    en: 'What waits for the person who asks, what they left, what is new, and their ecosystems',
  },
  route: { method: 'GET', path: '/workspace' },
  input: z.object({}),
  output: z.object({
    turns: z.array(due),
    left: z.array(due),
    news: z.array(turn),
    everywhere: z.array(z.enum(offices)).describe('Offices held in the whole installation.'),
    ecosystems: z.array(
      z.object({
        key: z.string(),
        name: z.record(z.string(), z.string()),
        offices: z.array(z.enum(offices)),
      }),
    ),
  }),
  allow: signedIn,
  run: async (ctx) => {
    const held = ctx.actor.kind === 'person' ? ctx.actor.offices : []
    const today = dayIn(ctx.now)
    const at = async (place: TurnSource['place']) => {
      const sources = ctx.turns.filter((source) => source.place === place)
      const found = []
      // One after another: they share the one connection of this reading.
      for (const source of sources) found.push(...(await source.find(ctx)))
      return found.map((t) => ({ ...t, ...(t.due && { haste: hasteOf(t.due, today) }) }))
    }
    const ids = [...new Set(held.flatMap((o) => o.ecosystem ?? []))]
    const officesIn = (ecosystem: string | null) =>
      offices.filter((office) => held.some((o) => o.office === office && o.ecosystem === ecosystem))
    return {
      turns: (await at('turn')).sort(byUrgency),
      left: (await at('left')).sort(newestFirst).slice(0, 10),
      news: (await at('news')).sort(newestFirst).slice(0, 8),
      everywhere: officesIn(null).filter(isOffice),
      ecosystems: (await ecosystemsWith(ctx.db, ids)).map(({ id, key, name }) => ({
        key,
        name: name as Record<string, string>,
        offices: officesIn(id),
      })),
    }
  },
})
