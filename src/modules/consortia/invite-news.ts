import { z } from 'zod'
import { command, perform } from '../../kernel/action.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { DaySource } from '../../kernel/calendar-day.ts'
import { newId, newSecret } from '../../kernel/id.ts'
import { job } from '../../kernel/job.ts'
import { queueMail } from '../../kernel/mail.ts'
import { localPath } from '../../kernel/page.ts'
import { systemOnly } from '../../kernel/rule.ts'
import type { SubjectKind } from '../../kernel/subject.ts'
import { inEach, isLanguage } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { hashOf, holds } from '../people/index.ts'
import { keepersOf, keptBy } from '../profiles/index.ts'
import { insideOrganisations, waitingFor } from './answer-queries.ts'
import { isToBeReminded } from './answer-rules.ts'
import { canonicalOf, consortiumById, insertEvent } from './consortium-queries.ts'
import { forgetAddresses, partnerById, setReminded, unanswered } from './invitation-queries.ts'
import { answerAddress, partnerPath } from './invite-actions.ts'
import { inviteText } from './invite-text.ts'
import { pathOf, shareOf } from './rights.ts'
import { openTasks, tasksBetween } from './task-queries.ts'
import { taskText } from './task-text.ts'
import { meetingsPath } from './task-view.tsx'

const dayMs = 24 * 60 * 60 * 1000
const keptDays = 90

/** Reminds of questions that wait, a week and two days before the day to answer by. */
export const remindInvited = command({
  name: 'consortium.remind',
  summary: inEach((l) => inviteText[l].jobRemind),
  input: z.object({}),
  output: z.object({ reminded: z.number() }),
  allow: systemOnly,
  run: async (ctx) => {
    const today = dayIn(ctx.now)
    const soon = dayIn(new Date(ctx.now.getTime() + 7 * dayMs))
    let reminded = 0
    for (const i of await unanswered(ctx.db, { now: ctx.now, by: soon })) {
      const consortium = await consortiumById(ctx.db, i.consortium)
      const partner = await partnerById(ctx.db, i.partner)
      if (!consortium || !partner || !i.answerBy || !isToBeReminded(i.answerBy, today, i.reminders)) continue
      const secret = i.email ? newSecret() : null
      await setReminded(ctx.db, i.id, { hash: secret && hashOf(secret), at: ctx.now })
      if (i.email && secret) {
        const t = inviteText[i.language]
        await queueMail(ctx, {
          to: i.email,
          kind: 'consortium',
          subject: t.reminderSubject(consortium.title),
          text: [
            t.reminder(consortium.title, formatDay(i.answerBy, i.language)),
            t.linkLine,
            answerAddress(ctx, i.language, secret),
          ].join('\n\n'),
        })
      }
      const keepers = partner.organisation ? await keepersOf(ctx.db, partner.organisation, ctx.now) : []
      for (const keeper of keepers) {
        if (!keeper.email || keeper.email.toLowerCase() === i.email) continue
        const own = isLanguage(keeper.language) ? keeper.language : i.language
        const path = `${partnerPath({ consortium: consortium.id, partner: partner.id })}/answer`
        await queueMail(ctx, {
          to: keeper.email,
          person: keeper.person,
          kind: 'consortium',
          subject: inviteText[own].reminderSubject(consortium.title),
          text: [
            inviteText[own].reminder(consortium.title, formatDay(i.answerBy, own)),
            inviteText[own].signInLine,
            `${ctx.baseUrl}${localPath(own, path)}`,
          ].join('\n\n'),
        })
      }
      const details = { partner: partner.id, name: partner.name }
      const event = {
        consortium: consortium.id,
        what: 'remind',
        details,
        person: null,
        by: 'Talkoot',
        at: ctx.now,
      }
      await insertEvent(ctx.db, { ...event, id: newId(ctx.now.getTime()) })
      reminded += 1
    }
    return { reminded }
  },
})

export const forgetInvited = command({
  name: 'consortium.forget-addresses',
  summary: inEach((l) => inviteText[l].jobTidy),
  input: z.object({}),
  output: z.object({ removed: z.number() }),
  allow: systemOnly,
  run: async (ctx) => ({
    removed: await forgetAddresses(ctx.db, new Date(ctx.now.getTime() - keptDays * dayMs)),
  }),
})

export const remindJob = job({
  name: 'consortia.remind',
  summary: inEach((l) => inviteText[l].jobRemind),
  input: z.object({}),
  schedule: '10 6 * * *',
  run: async (stage) => {
    await perform(remindInvited, stage, {})
  },
})

export const tidyJob = job({
  name: 'consortia.addresses',
  summary: inEach((l) => inviteText[l].jobTidy),
  input: z.object({}),
  schedule: '55 2 * * *',
  run: async (stage) => {
    await perform(forgetInvited, stage, {})
  },
})

/** Invitations that wait for who keeps the profile of who is asked. */
export const invitationTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const kept = await keptBy(db, actor.id, now)
    const waiting = await waitingFor(
      db,
      kept.map((k) => k.organisation),
      now,
    )
    return waiting.map((w) => ({
      what: inEach((l) => inviteText[l].turn(w.title)),
      why: inEach((l) => inviteText[l].turnWhy(w.name)),
      path: `${partnerPath(w)}/answer`,
      ...(w.by && { due: w.by }),
      since: w.at,
    }))
  },
}

/** Tasks of one's organisations, and of the consortia that one gathers. */
export const taskTurns: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person') return []
    const organisations = await canonicalOf(db, actor.organisations)
    const ecosystems = actor.offices.flatMap(({ office, ecosystem }) =>
      office === 'coordinator' && ecosystem !== null ? [ecosystem] : [],
    )
    const tasks = await openTasks(db, { organisations, ecosystems, person: actor.id })
    return tasks.slice(0, 10).map((task) => ({
      what: inEach((l) => taskText[l].turn(task.what)),
      why: inEach((l) => taskText[l].turnWhy(task.title)),
      path: meetingsPath(task.consortium),
      ...(task.due && { due: task.due }),
      since: task.at,
    }))
  },
}

/** The days of tasks, for people of the organisations that have them and for coordinators of the ecosystem. */
export const taskDays: DaySource = async ({ db, actor }, between) => {
  if (actor.kind !== 'person') return []
  const own = new Set(await canonicalOf(db, actor.organisations))
  const found = []
  for (const task of await tasksBetween(db, between)) {
    const partner = task.partner ? await partnerById(db, task.partner) : undefined
    const mine = partner?.organisation ? own.has(partner.organisation) : false
    if (!mine && !holds(actor, ['coordinator', 'preparer'], task.ecosystem.id)) continue
    found.push({
      id: task.id,
      kind: 'consortium-task',
      title: inEach((l) => taskText[l].dayTitle(task.what, task.who ?? taskText[l].gatherers)),
      body: inEach(() => task.title),
      on: task.due!,
      at: null,
      path: meetingsPath(task.consortium),
      ecosystem: task.ecosystem,
      share: 'own' as const,
      createdAt: task.at,
      editedAt: task.doneAt,
    })
  }
  return found
}

/** A consortium as it is spoken of and given files, by those who gather it and people of the organisations in it. */
export const consortiumSubject: SubjectKind = {
  kind: 'consortium',
  find: async (db, id) => {
    const found = await consortiumById(db, id)
    if (!found) return undefined
    const inside = new Set(await insideOrganisations(db, id))
    const isIn = (actor: Actor) =>
      actor.kind === 'system' ||
      (actor.kind === 'person' &&
        (holds(actor, ['coordinator', 'preparer'], found.ecosystem.id) ||
          (!actor.previewing &&
            (actor.id === found.person || actor.organisations.some((o) => inside.has(o))))))
    return {
      title: inEach(() => found.title),
      path: pathOf(id),
      record: shareOf(found),
      closed: found.state === 'ended',
      seenBy: isIn,
      keptBy: isIn,
    }
  },
}
