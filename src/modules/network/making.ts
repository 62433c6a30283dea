import type { ComputedNetwork, ComputingProgress, NetworkInput } from '../../engine/network/index.ts'
import type { Stage } from '../../kernel/context.ts'
import { transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { bumpRevision, revision } from '../../kernel/revision.ts'
import { createThread } from '../../kernel/thread.ts'
import { type Gathered, gather } from './gather.ts'
import type { Picture } from './picture.ts'
import { confirmPicture, keepPicture, latestPicture, readPicture } from './picture-queries.ts'
import { findRoleHolders } from './role-holders.ts'

type Question = { input: NetworkInput }
type Told = { number: number } & (
  | { last: false; progress: ComputingProgress }
  | { last: true; network: ComputedNetwork }
)

const thread = createThread<Question, Told>('network-thread', { memory: 768 }) // MB

/** Computes the picture anew where what it is made of has changed. Answers whether it did. */
export async function makePicture(
  stage: Stage,
  tell: (progress: ComputingProgress) => void = () => undefined,
): Promise<boolean> {
  const head = await latestPicture(stage.database)
  const began = performance.now()
  const now = await revision(stage.database)
  if (head?.revision === now) return false
  await transaction(stage.database, (tx) => findRoleHolders(tx, stage.now))
  const gathered = await gather(stage.database)
  if (head?.fingerprint === gathered.fingerprint) {
    await transaction(stage.database, (tx) => confirmPicture(tx, head.id, now))
    return false
  }
  const before = head && (await readPicture(stage.database, head.id))
  const told = await thread.ask(
    { input: inputOf(gathered, before) },
    { onTold: (said) => void (!said.last && tell(said.progress)) },
  )
  if (!told.last) throw new Error('the network was not computed')
  const picture = pictureOf(gathered, told.network)
  await transaction(stage.database, async (tx) => {
    // What others changed meanwhile is not in it: then it stands for what it was made of, and is soon made again.
    const isCurrent = (await revision(tx)) === now
    await bumpRevision(tx)
    const made = {
      id: newId(stage.now.getTime()),
      at: stage.now,
      fingerprint: gathered.fingerprint,
      revision: isCurrent ? await revision(tx) : now,
      milliseconds: Math.round(performance.now() - began),
    }
    await keepPicture(tx, made, picture)
  })
  return true
}

const inputOf = ({ actors, projects, ties }: Gathered, before: Picture | undefined): NetworkInput => ({
  actors,
  projects,
  ties,
  ...(before && {
    earlier: {
      places: before.actors.map(({ id, x, y, others }) => [id, { x, y, alone: others === 0 }] as const),
      communities: before.actors.flatMap(({ id, community }) =>
        community === null ? [] : [[id, community] as const],
      ),
    },
  }),
})

const pictureOf = ({ rows }: Gathered, network: ComputedNetwork): Picture => ({
  actors: rows.map((row, i) => ({
    ...row,
    x: network.x[i]!,
    y: network.y[i]!,
    community: network.communities[i]!,
    others: network.others[i]!,
    strength: network.strengths[i]!,
    between: network.between[i]!,
    spread: network.spread[i]!,
    cutsOff: network.cutsOff[i]!,
  })),
  ties: [...network.ties],
  modularity: network.modularity,
  tooLarge: [...network.tooLarge],
})
