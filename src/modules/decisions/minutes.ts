import type { Point } from '../../engine/conflict/index.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { clockIn, formatDay } from '../../kernel/time.ts'
import { groundText } from '../conflicts/index.ts'
import { standingOf } from './agenda.ts'
import { meetingName } from './meeting-frame.ts'
import type { Item, Meeting, Signing } from './meeting-queries.ts'
import { meetingText } from './meeting-text.ts'
import { euros } from './money.ts'
import { asideFrom, decidersAmong, membersOf, neededIn, wasPresent } from './quorum.ts'

export type Paragraph = {
  /** "§ 4" in the order of the agenda. */
  number: number
  heading: string
  lines: readonly string[]
  recused: readonly string[]
  /** The decision's own words, each under its name. */
  decided: readonly { label: string; text: string }[]
}

export type Document = {
  title: string
  organ: string
  facts: readonly { label: string; text: string }[]
  present: readonly { name: string; as: string; when: string }[]
  paragraphs: readonly Paragraph[]
  signatures: readonly { label: string; text: string }[]
}

type Told = { meeting: Meeting; signed: readonly Signing[]; keptOut: readonly string[] }

const clock = (at: string | Date | null): string => (at ? clockIn(new Date(at)).replace(':', '.') : '')

/** The agenda or the minutes in a language: made of the rows alone, so that neither can say what did not happen. */
export function documentOf(kind: 'agenda' | 'minutes', told: Told, language: Language): Document {
  const { meeting } = told
  const t = meetingText[language]
  const year = meeting.day.slice(0, 4)
  const isMinutes = kind === 'minutes'
  const wall = meeting.clock?.replace(':', '.') ?? ''
  return {
    title: isMinutes ? t.minutesOf(meeting.number, year) : t.agendaOf(meeting.number, year),
    organ: `${pick(meeting.ecosystemName, language)?.text ?? ''}, ${t.organs[meeting.part]}`,
    facts: [
      {
        label: t.time,
        text: t.at(
          formatDay(meeting.day, language),
          isMinutes ? clock(meeting.opened) : wall,
          isMinutes ? clock(meeting.closed) : '',
        ),
      },
      { label: t.place, text: meeting.place ?? t.noPlace },
      { label: t.chair, text: meeting.chairName ?? '' },
      ...(meeting.secretaryName ? [{ label: t.secretary, text: meeting.secretaryName }] : []),
    ],
    present: meeting.attendees
      .filter((a) => !isMinutes || a.came !== null)
      .map((a) => ({
        name: a.name,
        as: a.person === meeting.chair ? t.roles.chair : t.roles[a.role],
        when: isMinutes ? t.presentFor(clock(a.came), clock(a.left)) : '',
      })),
    paragraphs: meeting.items.map((item) => paragraphOf(item, told, isMinutes, language)),
    signatures: isMinutes
      ? [
          { label: t.chair, text: meeting.chairName ?? '' },
          { label: t.secretary, text: meeting.secretaryName ?? '' },
          ...(meeting.approved
            ? [
                {
                  label: t.approvedLabel,
                  text: t.approvedBy(
                    meeting.approvedBy ?? '',
                    formatDay(meeting.approved.toISOString().slice(0, 10), language),
                  ),
                },
              ]
            : []),
        ]
      : [],
  }
}

function paragraphOf(item: Item, told: Told, isMinutes: boolean, language: Language): Paragraph {
  const { meeting, signed, keptOut } = told
  const t = meetingText[language]
  const heading = item.title ? (pick(item.title, language)?.text ?? '') : `${item.name} (${item.number})`
  const recusals = meeting.recusals.filter((r) => r.item === item.id)
  const found = item.decision ? signed.filter((s) => s.decision === item.decision) : []
  const standing = item.title ? standingLines(item, told.meeting, isMinutes, language) : []
  const hidden = keptOut.includes(item.id)
  const proposed = !item.title && !isMinutes ? [t.proposedThere] : []
  const left =
    isMinutes && item.decision && found.length === 0 && !hidden
      ? [item.taken ? t.leftOpen : t.notHandled, ...whyLeft(item, meeting, language)]
      : []
  return {
    number: item.position,
    heading,
    lines: [
      ...standing,
      ...proposed,
      ...left,
      ...(hidden ? [t.keptOut] : []),
      ...(item.notes && isMinutes ? [item.notes] : []),
    ],
    recused: isMinutes
      ? recusals.map((r) =>
          t.recused(r.name, groundText((r.ground ?? 7) as Point, language), r.words, r.deputyName ?? ''),
        )
      : [],
    decided: isMinutes
      ? found.flatMap((s) => [
          { label: t.decision, text: decidedText(meeting, s, language) },
          { label: t.grounds, text: s.grounds },
          ...(s.conditions ? [{ label: t.conditions, text: s.conditions }] : []),
          { label: t.signature, text: t.signedAs(s.by, s.hash) },
        ])
      : [],
  }
}

function decidedText(meeting: Meeting, s: Signing, language: Language): string {
  const t = meetingText[language]
  const said = t.decided[meeting.part]
  return s.outcome === 'yes' ? said.yes(euros(s.grant, language), euros(s.cost, language)) : said.no
}

/**
 * What the minutes say of the items that every meeting has: only what the product knows. That a meeting was lawfully
 * called is for the meeting to find, in the notes of the item.
 */
function standingLines(item: Item, meeting: Meeting, isMinutes: boolean, language: Language): string[] {
  const t = meetingText[language]
  if (!isMinutes) return []
  switch (standingOf(item)) {
    case 'opening':
      return [t.opened(meeting.chairName ?? '', clock(meeting.opened))]
    case 'quorum':
      return quorumLines(item, meeting, language)
    case 'order':
      return item.taken ? [t.orderTaken] : []
    case 'closing':
      return meeting.closed ? [t.closed(clock(meeting.closed))] : []
    default:
      return []
  }
}

/** Who could decide when the item of the quorum was taken up, else when the meeting was opened; and how many must. */
function quorumLines(item: Item, meeting: Meeting, language: Language): string[] {
  const t = meetingText[language]
  const at = item.taken ? new Date(item.taken) : meeting.opened
  const present = meeting.attendees.filter((a) => (at ? wasPresent(a, at) : a.came !== null))
  const here = decidersAmong(present, meeting.attendees)
  const needed = neededIn(meeting)
  return [
    t.quorumOf(here, membersOf(meeting.attendees).length, needed),
    t.quorumGround(meeting.quorumGround ?? ''),
    here >= needed ? t.quorumMet : t.quorumMissing,
  ]
}

/** Why a matter was left without a decision: too few could take part in it, or it was left for another meeting. */
function whyLeft(item: Item, meeting: Meeting, language: Language): string[] {
  const t = meetingText[language]
  const at = item.taken && new Date(item.taken)
  const present = meeting.attendees.filter((a) => at && wasPresent(a, at))
  const here = decidersAmong(present, meeting.attendees, asideFrom(meeting, item.id))
  const few = at && here < neededIn(meeting) ? [t.tooFew(here, neededIn(meeting))] : []
  if (!item.moved) return few
  const next = item.movedTo && meetingName({ part: meeting.part, ...item.movedTo }, language)
  return [...few, next ? t.movedTo(next) : t.movedOn]
}
