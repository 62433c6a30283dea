import type { DaySource } from '../../kernel/calendar-day.ts'
import { inEach, type Language, pick } from '../../kernel/text.ts'
import type { TurnSource } from '../../kernel/turn.ts'
import { reportPath } from './news.ts'
import { type Report, reportsDue, reportsWaiting } from './queries.ts'
import { periodSaid } from './report-view.tsx'
import { keptOut, overseeing } from './rights.ts'
import { reportMachine } from './rules.ts'
import { text } from './text.ts'

const nameIn = (report: Report, language: Language) => pick(report.projectName, language)?.text ?? ''

/** For who represents an organisation of a project: its report is open or has come back. */
export const reportsToFill: TurnSource = {
  place: 'turn',
  find: async ({ db, actor }) => {
    if (actor.kind !== 'person' || actor.organisations.length === 0) return []
    const of = { ecosystems: [], organisations: actor.organisations }
    const waiting = await reportsWaiting(db, reportMachine.events.send.from, of)
    return waiting.slice(0, 20).map((report) => ({
      what: inEach((l) =>
        (report.state === 'open' ? text[l].turnFill : text[l].turnReturned)(
          nameIn(report, l),
          periodSaid(report, l),
        ),
      ),
      why: inEach((l) => text[l].turnFillWhy),
      path: reportPath(report.id),
      due: report.dueOn,
    }))
  },
}

/** For who approves: reports that wait, but those that they are kept out of. */
export const reportsToHandle: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person') return []
    const offices = reportMachine.events.approve.by
    const held = actor.offices.filter(({ office }) => offices.includes(office))
    if (held.length === 0) return []
    const everywhere = held.some(({ ecosystem }) => ecosystem === null)
    const ecosystems = everywhere ? null : held.flatMap(({ ecosystem }) => ecosystem ?? [])
    const waiting = await reportsWaiting(db, ['sent'], { ecosystems, organisations: [] })
    const free: Report[] = []
    for (const report of waiting.slice(0, 20))
      if (!(await keptOut({ db, actor, now }, report))) free.push(report)
    return free.map((report) => ({
      what: inEach((l) => text[l].turnApprove(nameIn(report, l), periodSaid(report, l))),
      why: inEach((l) => text[l].turnApproveWhy),
      path: reportPath(report.id),
    }))
  },
}

/** The days when reports are due: for those who see every report of the ecosystem, and for the project's own people. */
export const reportDays: DaySource = async ({ db, actor }, between) => {
  if (actor.kind !== 'person') return []
  const held = actor.offices.filter(({ office }) => overseeing.some((one) => one === office))
  const everywhere = held.some(({ ecosystem }) => ecosystem === null)
  const ecosystems = everywhere ? null : held.flatMap(({ ecosystem }) => ecosystem ?? [])
  const due = await reportsDue(db, between, { ecosystems, organisations: actor.organisations })
  return due.slice(0, 500).map((report) => ({
    id: `report-${report.id}`,
    kind: 'deadline',
    title: inEach((l) => text[l].dueDay(nameIn(report, l))),
    body: {},
    on: report.dueOn,
    at: null,
    path: reportPath(report.id),
    ecosystem: { id: report.ecosystem, key: report.ecosystemKey, name: report.ecosystemName },
    share: 'own',
    createdAt: report.openedAt,
    editedAt: null,
  }))
}
