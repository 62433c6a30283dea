import type { Tie } from '../../engine/network/cover/index.ts'
import type { Read } from '../../kernel/db.ts'
import { type KeptPicture, keptPicture } from './kept.ts'

const day = 86_400_000

/** Who has worked with whom in public projects and by what they state, as `engine/network/cover` takes it. */
export type JointWork = readonly Tie[]

let made: { of: KeptPicture; ties: JointWork } | undefined

/** Of the kept picture, made once for it; none until the first picture has been computed. */
export async function jointWork(db: Read): Promise<JointWork> {
  const kept = await keptPicture(db)
  if (!kept) return []
  if (made?.of !== kept) {
    const { actors, ties } = kept.picture
    const together = ties.map((tie) => ({
      a: actors[tie.a]!.id,
      b: actors[tie.b]!.id,
      weight: tie.weight,
      ...(tie.until && { last: Math.floor(Date.parse(tie.until) / day) }),
    }))
    made = { of: kept, ties: together }
  }
  return made.ties
}
