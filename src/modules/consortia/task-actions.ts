import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { everyone } from '../../kernel/rule.ts'
import { readDay } from '../../kernel/time.ts'
import { askedBy } from './answer-actions.ts'
import { type Deed, deedsOf } from './answer-queries.ts'
import { gathersIt, inside, inviteFault, refusing } from './answer-rights.ts'
import { canonicalOf, consortiumById, insertEvent } from './consortium-queries.ts'
import { type AskedPartner, askedPartners } from './invitation-queries.ts'
import type { Consortium } from './record.ts'
import { acting, done, gathering, one, openConsortium } from './rights.ts'
import { isIn } from './rules.ts'
import {
  dropTask,
  insertMeeting,
  insertTask,
  type Meeting,
  meetingsOf,
  replaceMeeting,
  setTaskDone,
  type Task,
  taskById,
  tasksOf,
} from './task-queries.ts'
import { taskText } from './task-text.ts'
import { meetingsPath } from './task-view.tsx'

const taskFault = refusing(taskText)

/** What is agreed in a consortium, for those who see it. */
export type Agreed = {
  consortium: Consortium
  partners: AskedPartner[]
  meetings: Meeting[]
  tasks: Task[]
  course: Deed[]
  /** Tasks that the reader may mark done. */
  mine: string[]
  may: { gather: boolean }
}

export const agreedAction = query({
  name: 'consortium.agreed',
  summary: {
    fi: 'Konsortion kokoukset, tehtävät ja kulku',
    sv: 'Ett konsortiums möten, uppgifter och gång',
    en: 'Meetings, tasks and course of a consortium',
  },
  route: { method: 'GET', path: '/consortia/{consortium}/agreed' },
  input: z.object(one),
  output: z.custom<Agreed>(),
  allow: inside,
  run: async (ctx, { consortium: id }) => {
    const consortium = await consortiumById(ctx.db, id)
    if (!consortium) throw inviteFault('missing', 'noPartner')
    const partners = await askedPartners(ctx.db, id)
    const tasks = await tasksOf(ctx.db, id)
    const gather = consortium.state !== 'ended' && (await gathersIt(ctx, consortium))
    const own = await ownPartners(ctx, partners)
    const mine = tasks.filter((task) => gather || (task.partner !== null && own.has(task.partner)))
    return {
      consortium,
      partners,
      tasks,
      meetings: await meetingsOf(ctx.db, id),
      course: await deedsOf(ctx.db, id),
      mine: mine.map((task) => task.id),
      may: { gather },
    }
  },
})

/** The partners that the actor is of. */
async function ownPartners({ db, actor }: Pick<Context, 'db' | 'actor'>, partners: readonly AskedPartner[]) {
  if (actor.kind !== 'person' || actor.previewing) return new Set<string>()
  const own = await canonicalOf(db, actor.organisations)
  return new Set(partners.flatMap((p) => (p.organisation && own.includes(p.organisation) ? [p.id] : [])))
}

const typedTask = z.object({
  what: z.string().trim().max(500).default(''),
  partner: z
    .string()
    .max(40)
    .default('')
    .describe('Id of the partner that does it; empty for those who gather.'),
  due: z.string().trim().max(20).default('').describe('A day, d.m.yyyy.'),
})
type TypedTask = z.output<typeof typedTask>

async function addTasks(
  ctx: Context<Tx>,
  consortium: string,
  meeting: string | null,
  typed: readonly TypedTask[],
  field: (name: keyof TypedTask, i: number) => string,
): Promise<number> {
  const partners = (await askedPartners(ctx.db, consortium)).filter((p) => isIn(p.state))
  const { at, person } = acting(ctx)
  let added = 0
  for (const [i, task] of typed.entries()) {
    if (task.what === '' && task.due === '') continue
    if (task.what === '') throw taskFault('invalid', 'noWhat', field('what', i))
    const due = task.due === '' ? null : readDay(task.due)
    if (due === undefined) throw taskFault('invalid', 'badDay', field('due', i))
    if (task.partner !== '' && !partners.some((p) => p.id === task.partner))
      throw taskFault('invalid', 'noPartner', field('partner', i))
    const id = newId(at.getTime())
    await insertTask(ctx.db, {
      id,
      consortium,
      meeting,
      partner: task.partner || null,
      what: task.what,
      due,
      person,
      at,
    })
    ctx.changed({ kind: 'consortium-task', id, before: null, after: { consortium, what: task.what, due } })
    added += 1
  }
  return added
}

export const addTask = command({
  name: 'consortium.add-task',
  summary: {
    fi: 'Sovi konsortion tehtävä: kuka, mitä ja mihin mennessä',
    sv: 'Avtala en uppgift i ett konsortium: vem, vad och till vilken dag',
    en: 'Agree a task of a consortium: who, what and by when',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/tasks' },
  input: z.object({ ...one, ...typedTask.shape }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium, ...task }) => {
    await openConsortium(ctx, consortium)
    const added = await addTasks(ctx, consortium, null, [task], (name) => name)
    if (added === 0) throw taskFault('invalid', 'noWhat', 'what')
    return { path: meetingsPath(consortium) }
  },
})

export const minuteMeeting = command({
  name: 'consortium.minute',
  summary: {
    fi: 'Kirjaa konsortion kokous tai korjaa pöytäkirjaa; vastuista tulee tehtäviä',
    sv: 'Anteckna ett möte i ett konsortium eller rätta protokollet; ansvar blir uppgifter',
    en: 'Minute a meeting of a consortium, or correct its minutes; responsibilities become tasks',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/meetings' },
  input: z.object({
    ...one,
    meeting: z.uuid().optional().describe('The minutes that these correct.'),
    heldOn: z.string().trim().max(20).describe('A day, d.m.yyyy.'),
    present: z.string().trim().max(2000),
    minutes: z.string().trim().max(20_000),
    tasks: z.array(typedTask).max(20).default([]),
  }),
  output: done,
  allow: gathering,
  run: async (ctx, input) => {
    const { consortium } = input
    await openConsortium(ctx, consortium)
    const heldOn = readDay(input.heldOn)
    if (!heldOn) throw taskFault('invalid', 'noDay', 'heldOn')
    if (input.present === '') throw taskFault('invalid', 'noPresent', 'present')
    if (input.minutes === '') throw taskFault('invalid', 'noMinutes', 'minutes')
    const older = input.meeting
    const before = older ? (await meetingsOf(ctx.db, consortium)).find((m) => m.id === older) : undefined
    if (older && !before) throw taskFault('missing', 'noMeeting')
    const { at, by, person } = acting(ctx)
    const id = newId(at.getTime())
    const { present, minutes } = input
    await insertMeeting(ctx.db, { id, consortium, heldOn, present, minutes, at, person })
    if (before) await replaceMeeting(ctx.db, before.id, id)
    await addTasks(ctx, consortium, id, input.tasks, (name, i) => `task.${i + 1}.${name}`)
    if (!before)
      await insertEvent(ctx.db, {
        id: newId(at.getTime()),
        consortium,
        what: 'meeting',
        details: {},
        person,
        by,
        at,
      })
    ctx.changed({
      kind: 'consortium-meeting',
      id,
      before: before ? { heldOn: before.heldOn, minutes: before.minutes, consortium } : null,
      after: { heldOn, minutes, consortium },
    })
    return { path: meetingsPath(consortium) }
  },
})

async function mark(ctx: Context<Tx>, task: Task, undo: boolean, by: string): Promise<void> {
  await setTaskDone(ctx.db, task.id, undo ? null : { at: ctx.now, by })
  ctx.changed({
    kind: 'consortium-task',
    id: task.id,
    before: { done: task.doneAt !== null, consortium: task.consortium },
    after: { done: !undo, consortium: task.consortium },
  })
}

export const markTask = command({
  name: 'consortium.mark-task',
  summary: {
    fi: 'Kuittaa konsortion tehtävä tehdyksi tai peru kuittaus',
    sv: 'Kvittera en uppgift i ett konsortium som gjord, eller ångra det',
    en: 'Mark a task of a consortium as done, or undo that',
  },
  route: { method: 'POST', path: '/consortia/{consortium}/tasks/{task}/done' },
  input: z.object({ ...one, task: z.uuid(), undo: z.boolean().default(false) }),
  output: z.object({ path: z.string() }),
  allow: inside,
  run: async (ctx, { consortium: id, task: of, undo }) => {
    const task = await taskById(ctx.db, of)
    const consortium = await consortiumById(ctx.db, id)
    if (!task || !consortium || task.consortium !== id) throw taskFault('missing', 'noTask')
    const own = await ownPartners(ctx, await askedPartners(ctx.db, id))
    const theirs = task.partner !== null && own.has(task.partner)
    if (!theirs && !(await gathersIt(ctx, consortium))) throw taskFault('forbidden', 'notYours')
    await mark(ctx, task, undo, ctx.actor.kind === 'person' ? ctx.actor.name : 'Talkoot')
    return { path: meetingsPath(id) }
  },
})

export const markTaskByLink = command({
  name: 'consortium.mark-task-by-link',
  summary: {
    fi: 'Kuittaa oma tehtävä tehdyksi kutsun linkillä',
    sv: 'Kvittera en egen uppgift som gjord med inbjudans länk',
    en: 'Mark one’s own task as done by the link of the invitation',
  },
  input: z.object({ token: z.string().min(20).max(100), task: z.uuid(), undo: z.boolean().default(false) }),
  untold: ['token'],
  output: z.object({}),
  allow: everyone,
  run: async (ctx, { token, task: of, undo }) => {
    const { partner } = await askedBy(ctx, token)
    const task = await taskById(ctx.db, of)
    if (task?.partner !== partner.id) throw taskFault('missing', 'noTask')
    await mark(ctx, task, undo, partner.name)
    return {}
  },
})

export const removeTask = command({
  name: 'consortium.drop-task',
  summary: {
    fi: 'Poista konsortion tehtävä',
    sv: 'Ta bort en uppgift i ett konsortium',
    en: 'Remove a task of a consortium',
  },
  input: z.object({ ...one, task: z.uuid() }),
  output: done,
  allow: gathering,
  run: async (ctx, { consortium, task: of }) => {
    await openConsortium(ctx, consortium)
    const task = await taskById(ctx.db, of)
    if (task?.consortium !== consortium) throw taskFault('missing', 'noTask')
    await dropTask(ctx.db, of, ctx.now)
    ctx.changed({ kind: 'consortium-task', id: of, before: { what: task.what, consortium }, after: null })
    return { path: meetingsPath(consortium) }
  },
})
