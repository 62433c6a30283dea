import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/time.ts'
import { deleteGoal, readGoals, type StoredGoal, saveGoal } from './frame-queries.ts'
import { readTarget } from './frame-rules.ts'
import { keepers, key, mustBeThere, namesOf, rewritten, written, wrong } from './settings-actions.ts'
import { lockSettings, readSettings, stampEdited } from './settings-queries.ts'
import { settingsText as text } from './settings-text.ts'

const goal = z.object({
  id: z.uuid(),
  name: z.record(z.string(), z.string()),
  comparator: z.enum(['=', '>', '>=']),
  target: z.string(),
  unit: z.enum(['count', 'percent']),
  from: z.number().int().nullable(),
  by: z.number().int().nullable(),
})
export type GoalRecord = z.output<typeof goal>

export const listGoals = query({
  name: 'goals.list',
  summary: {
    fi: 'Ekosysteemin tavoitteet niistä huolehtiville',
    sv: 'Ett ekosystems mål för dem som sköter dem',
    en: 'The goals of an ecosystem, for who looks after them',
  },
  input: z.object({ key }),
  output: z.object({ key: z.string(), name: z.record(z.string(), z.string()), items: z.array(goal) }),
  allow: keepers,
  run: async (ctx, asked) => {
    const e = await mustBeThere(readSettings(ctx.db, asked.key), asked.key)
    const items = (await readGoals(ctx.db, e.id)) as (StoredGoal & GoalRecord)[]
    return { key: e.key, name: e.name as Record<string, string>, items }
  },
})

const year = z.coerce.number().int().min(1990).max(2100)

export const saveGoalAction = command({
  name: 'goals.save',
  summary: {
    fi: 'Lisää ekosysteemille tavoite ja sen tavoitearvo tai muuta niitä',
    sv: 'Lägg till ett mål med målvärde för ett ekosystem eller ändra ett',
    en: 'Add a goal with its numeric target to an ecosystem, or change one',
  },
  input: z.object({
    key,
    id: z.uuid().optional().describe('The goal that is changed; without it a new one is made.'),
    name: namesOf(300),
    comparator: z.enum(['=', '>', '>=']),
    target: z.string().max(30).describe('1 234,50 and 1234.50 both work.'),
    unit: z.enum(['count', 'percent']),
    from: year.optional(),
    by: year.optional(),
  }),
  output: z.object({ id: z.uuid() }),
  allow: keepers,
  run: async (ctx, input) => {
    const e = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    const goals = await readGoals(ctx.db, e.id)
    const was = goals.find((g) => g.id === input.id)
    if (input.id && !was) throw wrong('name.fi', (t) => t.noGoal)
    if (!input.name.fi) throw wrong('name.fi', (t) => t.nameMissing)
    const target = readTarget(input.target)
    if (!target) throw wrong('target', (t) => t.noNumber)
    if (input.from && input.by && input.by < input.from) throw wrong('by', (t) => t.endsBeforeStart)
    const told = { title: text.fi.editedHere, day: dayIn(ctx.now) }
    const id = was?.id ?? newId(ctx.now.getTime())
    await rewritten(ctx, input.key, async () => {
      const source = await stampEdited(ctx.db, e, 'goals_edited_at', told, ctx.now)
      const after: StoredGoal = {
        id,
        name: written(input.name),
        comparator: input.comparator,
        target,
        unit: input.unit,
        from: input.from ?? null,
        by: input.by ?? null,
        source,
      }
      await saveGoal(ctx.db, e.id, after, goals.length)
      ctx.changed({ kind: 'ecosystem-goal', id, before: was ?? null, after })
    })
    return { id }
  },
})

export const removeGoal = command({
  name: 'goals.remove',
  summary: {
    fi: 'Poista ekosysteemin tavoite; se säilyy tapahtumalokissa',
    sv: 'Ta bort ett mål från ett ekosystem; det finns kvar i händelseloggen',
    en: 'Take a goal away from an ecosystem; the audit keeps it',
  },
  input: z.object({ key, id: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, input) => {
    const e = await mustBeThere(lockSettings(ctx.db, input.key), input.key)
    const was = (await readGoals(ctx.db, e.id)).find((g) => g.id === input.id)
    if (!was) throw wrong('name.fi', (t) => t.noGoal)
    await rewritten(ctx, input.key, async () => {
      await stampEdited(
        ctx.db,
        e,
        'goals_edited_at',
        { title: text.fi.editedHere, day: dayIn(ctx.now) },
        ctx.now,
      )
      await deleteGoal(ctx.db, was.id)
    })
    ctx.changed({ kind: 'ecosystem-goal', id: was.id, before: was, after: null })
    return {}
  },
})
