import type { Actor } from '../../kernel/actor.ts'
import type { DaySource } from '../../kernel/calendar-day.ts'
import { formatCount, inEach, type Language, pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import type { Turn, TurnSource } from '../../kernel/turn.ts'
import { boundTo, overseeing } from '../reports/index.ts'
import { newsText } from './news-text.ts'
import { packetsAmong } from './packet-queries.ts'
import { followupPath } from './paths.ts'
import { type Followed, followedAmong, itemsOfProjects, type Of } from './queries.ts'
import { changeMachine, deliverableOn, milestoneOn } from './rules.ts'

const nameIn = ({ name }: Followed, language: Language) => pick(name, language)?.text ?? ''

/** Where the actor holds any of the offices; null for everywhere. */
function placesOf(actor: Actor, offices: readonly string[]): Of['ecosystems'] {
  const held = actor.kind === 'person' ? actor.offices.filter(({ office }) => offices.includes(office)) : []
  if (held.some(({ ecosystem }) => ecosystem === null)) return null
  return held.flatMap(({ ecosystem }) => ecosystem ?? [])
}

/** For who represents an organisation of a project: what is late, and what an office has returned. */
export const lateInProjects: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    if (actor.kind !== 'person' || actor.organisations.length === 0) return []
    const projects = await followedAmong(db, { ecosystems: [], organisations: actor.organisations })
    const ids = projects.map(({ project }) => project)
    const items = await itemsOfProjects(db, ids, ['milestone', 'deliverable', 'change'])
    const packets = await packetsAmong(db, ids)
    const today = dayIn(now)
    return projects.slice(0, 50).flatMap((followed): Turn[] => {
      const own = items.filter(({ project }) => project === followed.project)
      const late = own.filter(
        ({ kind, content }) =>
          (kind === 'milestone' && milestoneOn(content, today) === 'late') ||
          (kind === 'deliverable' && deliverableOn(content, today) === 'late'),
      )
      const back = [
        ...own.filter(({ content }) => content.change === 'returned').map(({ entry }) => `/items/${entry}`),
        ...packets
          .filter(({ project, state }) => project === followed.project && state === 'returned')
          .map(({ id }) => `/packets/${id}`),
      ]
      const why = inEach((l) => newsText[l].turnLateWhy)
      const first = late.map(({ content }) => content.due ?? '').sort()[0]
      return [
        ...(late.length > 0
          ? [
              {
                what: inEach((l) => newsText[l].turnLate(nameIn(followed, l), formatCount(late.length, l))),
                why,
                path: followupPath(followed.project),
                ...(first && { due: first }),
              },
            ]
          : []),
        ...back.map((rest) => ({
          what: inEach((l) => newsText[l].turnReturned(nameIn(followed, l))),
          why,
          path: followupPath(followed.project, rest),
        })),
      ]
    })
  },
}

/** For who answers for an office: changes and packets that wait, but those of projects that they are bound to. */
export const waitingInProjects: TurnSource = {
  place: 'turn',
  find: async ({ db, actor, now }) => {
    const ecosystems = placesOf(actor, changeMachine.events.approve.by)
    if (ecosystems?.length === 0) return []
    const projects = await followedAmong(db, { ecosystems, organisations: [] })
    const ids = projects.map(({ project }) => project)
    const changes = (await itemsOfProjects(db, ids, ['change'])).filter(
      ({ content }) => content.change === 'asked',
    )
    const packets = (await packetsAmong(db, ids)).filter(({ state }) => state === 'sent')
    const turns: Turn[] = []
    for (const followed of projects) {
      const paths = [
        ...changes.filter((x) => x.project === followed.project).map(({ entry }) => `/items/${entry}`),
        ...packets.filter((x) => x.project === followed.project).map(({ id }) => `/packets/${id}`),
      ]
      if (paths.length === 0 || (await boundTo({ db, actor, now }, followed.project))) continue
      turns.push({
        what: inEach((l) => newsText[l].turnHandle(nameIn(followed, l), formatCount(paths.length, l))),
        why: inEach((l) => newsText[l].turnHandleWhy),
        path: followupPath(followed.project, paths.length === 1 ? paths[0] : ''),
      })
      if (turns.length === 20) break
    }
    return turns
  },
}

/** The days of milestones and deliverables: for those who see every project, and for the project's own people. */
export const followupDays: DaySource = async ({ db, actor }, { from, to, ecosystem }) => {
  if (actor.kind !== 'person') return []
  const projects = await followedAmong(db, {
    ecosystems: placesOf(actor, overseeing),
    organisations: actor.organisations,
  })
  const within = projects.filter((one) => !ecosystem || one.ecosystemKey === ecosystem)
  const byId = new Map(within.map((one) => [one.project, one]))
  const items = await itemsOfProjects(db, [...byId.keys()], ['milestone', 'deliverable'])
  return items
    .filter(({ kind, content }) => {
      const due = content.due ?? ''
      const isOpen = kind === 'milestone' ? content.milestone === 'planned' : !content.reached
      return isOpen && from <= due && due <= to
    })
    .slice(0, 500)
    .map(({ entry, project, content, at }) => {
      const followed = byId.get(project)!
      return {
        id: `followup-${entry}`,
        kind: 'deadline',
        title: inEach((l) => newsText[l].dueDay(content.title, nameIn(followed, l))),
        body: {},
        on: content.due!,
        at: null,
        path: followupPath(project, `/items/${entry}`),
        ecosystem: { id: followed.ecosystem, key: followed.ecosystemKey, name: followed.ecosystemName },
        share: 'own',
        createdAt: at,
        editedAt: null,
      }
    })
}
