import { z } from 'zod'
import { changeBetween, growth, readDay, writeDay } from '../../engine/network/index.ts'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone } from '../../kernel/rule.ts'
import { dayIn } from '../../kernel/time.ts'
import { headOf } from './actor-head.ts'
import { pictureFor } from './closed.ts'
import { groundsOf } from './grounds.ts'

const day = z.iso.date().optional()
const shown = 50

const ground = z.object({
  kind: z.string(),
  title: z.record(z.string(), z.string().nullable().optional()).nullable(),
  page: z.string().nullable(),
  since: z.string().nullable(),
})

/** How the network changed between two days: ties that are new, what brought them, who came. */
export const networkChange = query({
  name: 'network.change',
  summary: {
    fi: 'Miten verkosto on muuttunut kahden päivän välillä ja mikä muutoksen toi',
    sv: 'Hur nätverket har förändrats mellan två dagar och vad som förde med sig förändringen',
    en: 'How the network changed between two days, and what brought the change',
  },
  route: { method: 'GET', path: '/network/changes' },
  input: z.object({ from: day, to: day }),
  output: z.object({
    from: z.string(),
    to: z.string(),
    figures: z.object({
      before: z.number().int(),
      after: z.number().int(),
      firstTime: z.number().int(),
      firstTimeAcross: z.number().int(),
      ended: z.number().int(),
      came: z.number().int(),
    }),
    /** First-time pairs, those across regions first; so many at most. */
    first: z.array(
      z.object({
        a: z.object({ id: z.uuid(), name: z.string() }),
        b: z.object({ id: z.uuid(), name: z.string() }),
        across: z.boolean(),
        by: z.array(ground),
      }),
    ),
    halfYears: z.array(
      z.object({
        first: z.string(),
        actors: z.number().int(),
        pairs: z.number().int(),
        acrossShare: z.number(),
      }),
    ),
  }),
  allow: everyone,
  run: async (ctx, asked) => {
    const to = asked.to ?? dayIn(ctx.now)
    const from = asked.from ?? yearBefore(await latestBeginning(ctx, to))
    return changeOf(ctx, from, to)
  },
})
export type NetworkChange = z.output<typeof networkChange.output>

const yearBefore = (date: string): string => writeDay(readDay(date)! - 365)

/** The last day until a given one on which a tie began, where it is more than a year before; else the given one. */
async function latestBeginning(ctx: Context, to: string): Promise<string> {
  const kept = await pictureFor(ctx)
  const latest = (kept?.picture.ties ?? []).reduce(
    (last, { since }) => (since && since <= to && since > last ? since : last),
    '',
  )
  return latest !== '' && latest < yearBefore(to) ? latest : to
}

const none = { before: 0, after: 0, firstTime: 0, firstTimeAcross: 0, ended: 0, came: 0 }

async function changeOf(ctx: Context, from: string, to: string) {
  const kept = await pictureFor(ctx)
  const [first, last] = [readDay(from), readDay(to)]
  if (!kept || first === undefined || last === undefined || first >= last)
    return { from, to, figures: none, first: [], halfYears: [] }
  const { graph, picture } = kept
  const { pairs, came, figures } = changeBetween(graph, first, last)
  const regionOf = (place: number) => picture.actors[place]!.region
  const isAcross = ({ a, b }: { a: number; b: number }) =>
    regionOf(a) !== null && regionOf(b) !== null && regionOf(a) !== regionOf(b)
  const firsts = pairs
    .filter(({ what }) => what === 'first')
    .sort((p, q) => Number(isAcross(q)) - Number(isAcross(p)) || q.after - p.after || p.a - q.a || p.b - q.b)
    .slice(0, shown)
  const evidence = firsts.flatMap(({ by }) => by.flatMap((tie) => tie.evidence ?? []))
  const grounds = await groundsOf(ctx, evidence)
  const head = (place: number) => {
    const { id, name } = headOf(picture.actors[place]!, ctx.language)
    return { id, name }
  }
  return {
    from,
    to,
    figures: { ...figuresOf(figures), came: came.length },
    first: firsts.map((pair) => ({
      a: head(pair.a),
      b: head(pair.b),
      across: isAcross(pair),
      by: pair.by.slice(0, 3).map((tie) => ({
        kind: tie.kind,
        ...grounds(tie.evidence ?? ''),
        since: tie.since === undefined ? null : writeDay(tie.since),
      })),
    })),
    halfYears: growth(graph, last)
      .slice(-16)
      .map(({ first: day, actors, pairs: tied, acrossShare }) => ({
        first: writeDay(day),
        actors,
        pairs: tied,
        acrossShare,
      })),
  }
}

const figuresOf = ({ before, after, firstTime, firstTimeAcross, ended }: Omit<typeof none, 'came'>) => ({
  before,
  after,
  firstTime,
  firstTimeAcross,
  ended,
})
