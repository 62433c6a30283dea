import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone } from '../../kernel/rule.ts'
import { canSee, type ShareLevel, shareLevels } from '../../kernel/share.ts'
import type { Names } from '../../kernel/text.ts'
import { by } from '../people/index.ts'
import { type NoteRow, notesIn, saveShare } from './queries.ts'
import { refuse } from './refusals.ts'
import { type Road, roadsOf } from './road.ts'
import {
  type Case,
  type Cell,
  caseOf,
  cellOf,
  definitionOf,
  type FigureId,
  figureIds,
  type Milestones,
  onePerCall,
} from './rules.ts'
import { handling, seenBy } from './sight.ts'

export const ecosystemId = z.uuid().describe('Id of the ecosystem.')
export const figureId = z.enum(figureIds)

/** Calls for practice are counted apart from real ones: left unsaid, the real ones where there are any. */
const exercise = z.stringbool().or(z.boolean()).optional().describe('Calls that are for practice.')

export type EcosystemFigures = {
  id: string
  key: string
  name: Names
  short: Names | null
  shown: ShareLevel
  /** The reader handles its applications: sees the list, and small figures. */
  own: boolean
  cells: Readonly<Record<FigureId, Cell>>
}

export type ShownNote = Omit<NoteRow, 'person' | 'by'> & { by: string | null; own: boolean }

export type ProcessFigures = {
  exercise: boolean
  /** Those that have something to count and let the reader see it. */
  ecosystems: EcosystemFigures[]
  /** Those whose figures the reader handles, whether there is anything to count or not. */
  handled: { id: string; name: Names; shown: ShareLevel }[]
  notes: ShownNote[]
}

export const processFigures = query({
  name: 'process.figures',
  summary: {
    fi: 'Hakuprosessin tunnusluvut ekosysteemeittäin samoilla määritelmillä',
    sv: 'Ansökningsprocessens nyckeltal per ekosystem med samma definitioner',
    en: 'Process figures of ecosystems by the same definitions',
  },
  route: { method: 'GET', path: '/process-figures' },
  input: z.object({ exercise }),
  output: z.custom<ProcessFigures>(),
  allow: everyone,
  run: async ({ db, actor }, asked) => {
    const seen = await seenBy(db, actor)
    const ids = seen.map((e) => e.id)
    const all = await roadsOf(db, ids)
    const practice = asked.exercise ?? !all.some(({ row }) => !row.exercise)
    const roadsIn = (id: string) =>
      all.filter(({ row }) => row.ecosystem === id && row.exercise === practice).map((r) => r.milestones)
    const person = actor.kind === 'person' ? actor.id : null
    return {
      exercise: practice && all.length > 0,
      ecosystems: seen.flatMap(({ id, key, name, short, shown, own }) => {
        const roads = roadsIn(id)
        return roads.length > 0 ? [{ id, key, name, short, shown, own, cells: cellsOf(roads, own) }] : []
      }),
      handled: seen.filter((e) => e.own).map(({ id, name, shown }) => ({ id, name, shown })),
      notes: (await notesIn(db, ids)).map(({ person: writer, by: name, ...note }) => ({
        ...note,
        // Who wrote it is for those who work with it.
        by: actor.kind === 'visitor' ? null : name,
        own: person !== null && writer === person,
      })),
    }
  },
})

const cellsOf = (milestones: readonly Milestones[], whole: boolean) =>
  Object.fromEntries(figureIds.map((id) => [id, cellOf(id, milestones, whole)])) as Record<FigureId, Cell>

export type ListedCase = {
  is: Case['is']
  days: number | null
  /** Whole numbers as text; euros in cents. */
  top: string | null
  bottom: string | null
  code: string
  callTitle: Names
  /** Of a figure of calls there is no application. */
  application: { id: string; number: number; title: string } | null
  milestones: Omit<Milestones, 'asked' | 'granted'> & { asked: string | null; granted: string | null }
}

export type ProcessList = {
  ecosystem: { id: string; key: string; name: Names }
  exercise: boolean
  cell: Cell
  items: ListedCase[]
  /** Counted, but of calls that this reader does not see. */
  unseen: number
}

export const processList = query({
  name: 'process.list',
  summary: {
    fi: 'Hakemukset, joista yksi tunnusluku on laskettu',
    sv: 'Ansökningarna som ett nyckeltal har räknats ur',
    en: 'The applications from which one figure was counted',
  },
  route: { method: 'GET', path: '/process-figures/{figure}/{ecosystem}' },
  input: z.object({ figure: figureId, ecosystem: ecosystemId, exercise }),
  output: z.custom<ProcessList>(),
  allow: { ...handling, in: (_, { ecosystem }) => ecosystem },
  run: async ({ db, actor }, { figure, ecosystem, exercise: asked }) => {
    const one = (await seenBy(db, actor)).find((e) => e.id === ecosystem)
    if (!one) throw refuse('missing')
    const all = await roadsOf(db, [ecosystem])
    const practice = asked ?? !all.some(({ row }) => !row.exercise)
    const roads = all.filter(({ row }) => row.exercise === practice)
    const d = definitionOf(figure)
    const perCall = d.of === 'days' && d.per === 'call'
    const cases = roads.map((road) => ({ road, case: caseOf(figure, road.milestones) }))
    const counted = perCall ? onePerCall(cases.map((c) => ({ ...c, call: c.case.call }))) : cases
    const within = counted.filter((c) => c.case.is !== 'outside')
    const shown = within.filter(({ road: { row } }) => canSee(actor, { share: row.call_share, ecosystem }))
    return {
      ecosystem: { id: one.id, key: one.key, name: one.name },
      exercise: practice && all.length > 0,
      cell: cellOf(
        figure,
        roads.map((r) => r.milestones),
        true,
      ),
      items: shown.map(({ road, case: c }) => listed(road, c, perCall)).sort(longestFirst),
      unseen: within.length - shown.length,
    }
  },
})

function listed({ row, milestones }: Road, c: Case, perCall: boolean): ListedCase {
  return {
    is: c.is,
    days: 'days' in c ? c.days : null,
    top: 'top' in c ? `${c.top}` : null,
    bottom: 'bottom' in c ? `${c.bottom}` : null,
    code: row.code,
    callTitle: row.call_title,
    application: perCall ? null : { id: row.application, number: row.number, title: row.title },
    milestones: { ...milestones, asked: row.asked, granted: row.granted },
  }
}

const order = ['counted', 'waiting', 'reversed', 'outside']
const longestFirst = (a: ListedCase, b: ListedCase): number =>
  order.indexOf(a.is) - order.indexOf(b.is) || (b.days ?? 0) - (a.days ?? 0)

export const shareProcess = command({
  name: 'process.share',
  summary: {
    fi: 'Päätä, kenelle ekosysteemin prosessiluvut näkyvät',
    sv: 'Bestäm vem som ser ekosystemets processtal',
    en: 'Settle who sees the process figures of an ecosystem',
  },
  route: { method: 'POST', path: '/process-figures/share' },
  input: z.object({ ecosystem: ecosystemId, share: z.enum(shareLevels) }),
  output: z.object({}),
  allow: { ...by('coordinator'), in: (_, { ecosystem }) => ecosystem },
  run: async (ctx, { ecosystem, share }) => {
    const before = (await seenBy(ctx.db, ctx.actor)).find((e) => e.id === ecosystem)
    if (!before) throw refuse('missing')
    await saveShare(ctx.db, ecosystem, share, handOf(ctx))
    ctx.changed({ kind: 'process_share', id: ecosystem, before: { share: before.shown }, after: { share } })
    return {}
  },
})

export const handOf = ({ actor, now }: Pick<Context, 'actor' | 'now'>) => ({
  person: actor.kind === 'person' ? actor.id : null,
  name: actor.kind === 'visitor' ? '' : actor.name,
  now,
})
