import type { CoreClass } from '../../engine/portfolio/index.ts'
import type { Supposing } from './problem.ts'
import type { Room, RoomMember } from './room.ts'
import { rangesOf } from './room-figures.ts'
import type { KnownByNow } from './solving.ts'

/** What follows from somebody's weights alone: of a member, or of the meeting. */
export type Standpoint = {
  /** Null of the meeting itself. */
  member: RoomMember | null
  statements: RoomMember['statements']
  /** Whether it is still being computed. */
  isWaiting: boolean
  /** By code; undefined where the statements contradict themselves, and while that is being computed. */
  classes: Readonly<Record<string, CoreClass>> | undefined
  count: number | string | undefined
  ranges: readonly { low: number; high: number }[] | undefined
}

/** The meeting's standpoint, and that of every member who has said something for themselves. */
export async function membersOf(
  room: Room,
  solve: (room: Room, supposing: Supposing) => Promise<KnownByNow>,
): Promise<Standpoint[]> {
  const standpoints: Standpoint[] = []
  const speaking = room.members.filter(({ statements }) => statements.length > 0)
  for (const member of [null, ...speaking]) {
    const statements = member ? member.statements : room.statements
    const supposing = { statements: statements.map(({ id, said }) => ({ id, said })) }
    const { known, isWhole } = await solve(room, supposing)
    const result = isWhole && known && 'result' in known ? known.result : undefined
    standpoints.push({
      member,
      statements,
      isWaiting: !isWhole,
      classes:
        result && Object.fromEntries(Object.entries(result.core).map(([code, core]) => [code, core.class])),
      count: result?.count,
      ranges: rangesOf(room, supposing),
    })
  }
  return standpoints
}

/** Codes of the candidates on which the members' own weights do not agree. */
export function disagreedOn(room: Room, standpoints: readonly Standpoint[]): string[] {
  const own = standpoints.filter(({ member, classes }) => member && classes)
  return room.candidates
    .map(({ code }) => code)
    .filter((code) => new Set(own.map(({ classes }) => classes?.[code])).size > 1)
}
