import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { httpStatusOf, Refusal } from '../../kernel/refusal.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { frameOf } from './prepare-actions.ts'
import { readSelection, solveSelection } from './reading.ts'
import type { Room } from './room.ts'
import { askedOf } from './room-asked.ts'
import { roomDrafts } from './room-drafts.ts'
import { Effect } from './room-effect-view.tsx'
import { rangesOf } from './room-figures.ts'
import { membersOf } from './room-members.ts'
import { MembersView } from './room-members-view.tsx'
import { pricesByNow } from './room-prices.ts'
import type { RoomScreen } from './room-screen.ts'
import { roomText } from './room-text.ts'
import { RoomView } from './room-view.tsx'
import { voteText } from './room-vote-text.ts'
import { solvedSoon } from './solving.ts'

/** The room as the address asks for it: who reads it, what it supposes, and what the engine answers to that. */
async function screenOf(request: PageRequest, id: string, query: URLSearchParams): Promise<RoomScreen> {
  const room = await request.perform(readSelection, { selection: id })
  const asked = askedOf(query, room)
  const { supposing } = asked
  const { known, isWhole } = await solvedSoon(room, supposing)
  const prices = pricesByNow(room, supposing)
  return {
    room,
    drafts: await roomDrafts(
      request,
      room,
      asked.suppositions.flatMap(({ supposed }) => (supposed.kind === 'statement' ? [supposed.id] : [])),
    ),
    solved: known ?? { pending: true },
    isWaiting: room.candidates.length > 0 && !(isWhole && prices.isWhole),
    prices,
    ranges: rangesOf(room, supposing),
    asked,
    query,
    language: request.language,
    link: request.link,
  }
}

function crumbsOf({ language, link }: PageRequest, room: Room, here?: string) {
  const t = roomText[language]
  return [
    { text: t.home, href: link('/') },
    { text: t.meetings, href: link('/selections') },
    { text: pick(room.name, language)?.text ?? String(room.number), href: link(`/selections/${room.id}`) },
    ...(here
      ? [{ text: t.room, href: link(`/selections/${room.id}/room`) }, { text: here }]
      : [{ text: t.room }]),
  ]
}

async function roomPage(
  request: PageRequest,
  id: string,
  query: URLSearchParams,
  refused?: { said: string; status: 403 | 404 | 409 | 422 },
): Promise<PageAnswer> {
  const screen = await screenOf(request, id, query)
  const { language } = request
  const { items: frame } = await request.perform(frameOf, { selection: id })
  const body = (
    <RoomView
      screen={screen}
      refused={refused?.said}
      effect={<Effect screen={screen} frame={frame} now={dayIn(request.now)} />}
    />
  )
  if (query.get('fragment') === 'sel-room')
    return { as: 'fragment', body, ...(refused && { status: 422 as const }) }
  return {
    as: 'page',
    title: `${roomText[language].title} ${pick(screen.room.name, language)?.text ?? ''}`,
    nav: 'calls',
    robots: 'noindex',
    islands: ['selection'],
    sheet: 'selection',
    ...(refused && { status: refused.status }),
    crumbs: crumbsOf(request, screen.room),
    body,
  }
}

/** What is refused in the room is said on its page, in the words of the refusal. */
export async function refusedInRoom(request: PageRequest, id: string, error: unknown): Promise<PageAnswer> {
  const { searchParams } = request.url
  if (typeof error === 'string') return roomPage(request, id, searchParams, { said: error, status: 422 })
  if (!(error instanceof Refusal) || error.complaints.length === 0 || error.kind === 'missing') throw error
  const said = error.complaints.map(({ text }) => text[request.language]).join(' ')
  return roomPage(request, id, searchParams, { said, status: httpStatusOf(error.kind) })
}

/** Each member's own weights, and what follows from them alone. */
async function membersPage(request: PageRequest): Promise<PageAnswer> {
  const room = await request.perform(readSelection, { selection: request.params.id })
  const { language, link } = request
  const t = voteText[language]
  const members = await membersOf(room, solvedSoon)
  return {
    as: 'page',
    title: t.membersTitle,
    nav: 'calls',
    robots: 'noindex',
    sheet: 'selection',
    crumbs: crumbsOf(request, room, t.membersTitle),
    body: <MembersView room={room} members={members} language={language} link={link} />,
  }
}

/** The same as data: the room by reader, and what the engine says of it as it is asked. */
async function roomJson(request: PageRequest): Promise<PageAnswer> {
  const selection = request.params.id
  const room = await request.perform(readSelection, { selection })
  const { supposing } = askedOf(request.url.searchParams, room)
  const solved = await request.perform(solveSelection, { selection, supposing })
  return {
    as: 'file',
    name: `selection-${room.number}.json`,
    type: 'application/json; charset=utf-8',
    content: JSON.stringify({ room, ...solved }),
    inline: true,
  }
}

export const roomPages: readonly Page[] = [
  {
    method: 'GET',
    path: '/selections/{id}/room',
    run: (request) => roomPage(request, request.params.id ?? '', request.url.searchParams),
  },
  { method: 'GET', path: '/selections/{id}/room.json', run: roomJson },
  { method: 'GET', path: '/selections/{id}/room/members', run: membersPage },
]
