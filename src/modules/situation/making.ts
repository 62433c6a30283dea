import { perform } from '../../kernel/action.ts'
import { hashOfContent } from '../../kernel/canonical.ts'
import type { Stage } from '../../kernel/context.ts'
import { snapshot, transaction } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { bumpRevision } from '../../kernel/revision.ts'
import { regions } from '../codes/index.ts'
import { allEcosystems, findEcosystems } from '../ecosystems/index.ts'
import { type Ask, openBook, type Place, said } from './book.ts'
import type { Content, MadeTile, Picture, Tile } from './content.ts'
import { ensureStandard, keepSnapshot, markChecked, picturesToMake, snapshotOf } from './queries.ts'
import { readersOf } from './readers.ts'
import { standardKey, tilesOf } from './rules.ts'
import { makers } from './tiles/makers.ts'

/** Every place has a picture of its own: the country, its regions and the ecosystems. */
async function ensurePlaces(stage: Stage): Promise<void> {
  const ecosystems = await allEcosystems(stage.database)
  const row = (scope: Picture['scope'], key: string) => ({ id: newId(stage.now.getTime()), key, scope })
  const places = [
    { ...row('nation', standardKey('nation', '')), region: null, ecosystem: null, share: 'public' },
    ...regions.map(({ code }) => ({
      ...row('region', standardKey('region', code)),
      region: code,
      ecosystem: null,
      share: 'public',
    })),
    ...ecosystems.map(({ id, key, share }) => ({
      ...row('ecosystem', standardKey('ecosystem', key)),
      region: null,
      ecosystem: id,
      share: share === 'public' ? 'public' : 'agreement',
    })),
  ]
  await transaction(stage.database, (tx) => ensureStandard(tx, places))
}

type Ecosystem = { key: string; regions: readonly string[] }

async function ecosystemsById({ database, actor }: Stage): Promise<ReadonlyMap<string, Ecosystem>> {
  const { items } = await findEcosystems(database, { limit: 1000, offset: 0 }, actor)
  const regionsOf = new Map(items.map((one) => [one.key, one.regions]))
  const heads = await allEcosystems(database)
  return new Map(heads.map(({ id, key }) => [id, { key, regions: regionsOf.get(key) ?? [] }]))
}

/**
 * Makes every picture anew; of `only` one ecosystem, what is of it and of the country, which takes what the others have
 * shared last. A snapshot is kept only where something is not as it was. Answers how many changed.
 */
export async function makePictures(
  stage: Stage,
  tell: (done: number, of: number, key: string) => Promise<void> = async () => undefined,
  only?: string,
): Promise<number> {
  await ensurePlaces(stage)
  const ecosystems = await ecosystemsById(stage)
  const pictures = await picturesToMake(stage.database)
  const shared = new Map<string, Content>()
  let changed = 0
  for (const [i, picture] of pictures.entries()) {
    await tell(i, pictures.length, picture.key)
    const ecosystem = picture.ecosystem ? ecosystems.get(picture.ecosystem) : undefined
    const shares = picture.standard && picture.share === 'public' ? ecosystem : undefined
    if (only && picture.ecosystem !== only && picture.scope !== 'nation') {
      const last = shares && (await snapshotOf(stage.database, picture.id))
      if (last) shared.set(shares.key, last.content)
      continue
    }
    const began = performance.now()
    const content = await contentOf(stage, picture, ecosystem, shared)
    if (shares) shared.set(shares.key, content)
    if (await keep(stage, picture, content, Math.round(performance.now() - began))) changed++
  }
  if (changed > 0) await transaction(stage.database, bumpRevision)
  return changed
}

/** What a picture shows now, all of one moment of the database. */
export const contentOf = (
  stage: Stage,
  picture: Picture,
  ecosystem: Ecosystem | undefined,
  shared: ReadonlyMap<string, Content>,
): Promise<Content> =>
  snapshot(stage.database, async (read) => {
    const asking: Stage = {
      ...stage,
      actor: readersOf(picture),
      language: 'fi',
      read: (work) => work(read),
    }
    const ask = askingOnce((action, raw) => perform(action, asking, raw))
    const place: Place = {
      scope: picture.scope,
      regions: picture.region ? [picture.region] : (ecosystem?.regions ?? []),
      ecosystem: ecosystem?.key ?? null,
    }
    const book = openBook()
    const tiles: MadeTile[] = []
    for (const tile of tilesOf(picture)) {
      const made = await makers[tile.kind]({ ask, place, tile, book, now: stage.now, shared }).catch(
        unlessRefused,
      )
      if (made) tiles.push(framed(tile, made))
    }
    return book.content(tiles)
  })

/** Tiles ask much of the same: each question is asked once. */
function askingOnce(ask: Ask): Ask {
  const asked = new Map<string, Promise<unknown>>()
  return ((action, raw) => {
    const question = `${action.name} ${JSON.stringify(raw)}`
    const known = asked.get(question) ?? ask(action, raw)
    asked.set(question, known)
    return known
  }) as Ask
}

const framed = (tile: Tile, made: NonNullable<Awaited<ReturnType<(typeof makers)['note']>>>): MadeTile => ({
  id: tile.id,
  kind: tile.kind,
  ...made,
  title: tile.title ?? made.title ?? said((t) => t.kinds[tile.kind]),
  ...(tile.apart && { apart: true }),
})

/** What the readers of a picture may not ask is left out of it; any other fault is one. */
const unlessRefused = (error: unknown): null => {
  if (error instanceof Refusal) return null
  throw error
}

async function keep(
  stage: Stage,
  picture: Picture,
  content: Content,
  milliseconds: number,
): Promise<boolean> {
  const hash = hashOfContent(shownIn(content))
  const before = await snapshotOf(stage.database, picture.id)
  return transaction(stage.database, async (tx) => {
    await markChecked(tx, picture.id, stage.now)
    if (before?.hash === hash) return false
    // Two makings may overlap: what is written later is the later picture, whenever its making began.
    const at = before && before.madeAt >= stage.now ? new Date(before.madeAt.getTime() + 1) : stage.now
    await keepSnapshot(tx, picture.id, { at, content, hash, milliseconds })
    return true
  })
}

/** What makes a picture another: all of it but when a source that is always of now was asked. */
const shownIn = ({ sources, ...content }: Content) => ({
  ...content,
  sources: Object.fromEntries(Object.entries(sources).map(([key, { asOf: _, ...source }]) => [key, source])),
})
