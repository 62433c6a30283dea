import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { many } from '../../kernel/list.ts'
import type { Names } from '../../kernel/text.ts'
import { key } from './actions.ts'
import { type Picture, pictureShares, type Tile } from './content.ts'
import { heldSnapshot } from './held.ts'
import { composePicture, endPicture, insertPicture, lockPicture } from './queries.ts'
import { readersOf } from './readers.ts'
import { refuse } from './refusal-text.ts'
import { composers, pictureAt } from './rights.ts'
import { tilesChosen, tilesOf, tilesOffered } from './rules.ts'
import { sliceFault } from './slices.ts'

export const refreshSituations = command({
  name: 'situation.refresh',
  summary: {
    fi: 'Laske tilannekuvat nyt',
    sv: 'Beräkna lägesbilderna nu',
    en: 'Make the situation pictures now',
  },
  route: { method: 'POST', path: '/situation/{key}/refresh' },
  input: z.object({ key }),
  output: z.object({}),
  allow: composers,
  run: async (ctx, asked) => {
    const picture = await pictureAt(ctx.db, asked.key)
    await ctx.jobs.enqueue(ctx.db, 'situation.make', {})
    ctx.changed({ kind: 'situation', id: picture.id, before: null, after: { refresh: 'asked' } })
    return {}
  },
})

export const getComposition = query({
  name: 'situation.composition',
  summary: {
    fi: 'Mistä ruuduista tilannekuva koostuu ja mitä siihen voi valita',
    sv: 'Vilka rutor en lägesbild består av och vad man kan välja',
    en: 'Of which tiles a situation picture is composed, and what can be chosen',
  },
  input: z.object({ key }),
  output: z.object({
    picture: z.custom<Picture>(),
    offered: z
      .array(z.custom<Tile>())
      .describe('Those chosen first, in their order; then what else there is.'),
    chosen: z.array(z.string()).describe('Ids of the tiles that are in it.'),
  }),
  allow: composers,
  run: async (ctx, asked) => {
    const picture = await pictureAt(ctx.db, asked.key)
    const made = (await heldSnapshot(ctx.db, picture.id))?.content.tiles ?? []
    return {
      picture,
      // Several series of statistics are told apart by what they were called when the picture was made.
      offered: tilesOffered(picture).map((tile) =>
        tile.kind === 'statistic' ? { title: made.find(({ id }) => id === tile.id)?.title, ...tile } : tile,
      ),
      chosen: tilesOf(picture).map(({ id }) => id),
    }
  },
})

const line = (most: number) => z.string().trim().max(most).default('')
const three = (most: number) =>
  z.object({ fi: line(most), sv: line(most), en: line(most) }).default({ fi: '', sv: '', en: '' })

export const composeSituation = command({
  name: 'situation.compose',
  summary: {
    fi: 'Valitse tilannekuvan ruudut, niiden järjestys ja kuka kuvan näkee',
    sv: 'Välj lägesbildens rutor, deras ordning och vem som ser bilden',
    en: 'Choose the tiles of a situation picture, their order, and who sees it',
  },
  route: { method: 'PUT', path: '/situation/{key}' },
  input: z.object({
    key,
    version: z.coerce
      .number()
      .int()
      .optional()
      .describe('The composition that was changed; where it is told, another since then is refused.'),
    title: three(200).describe('Its name; all empty: that of its place.'),
    share: z.enum(pictureShares),
    tiles: many(z.string().max(60)).describe('Ids of the tiles, in their order.'),
    apart: many(z.string().max(60)).describe(
      'Ids of tiles that are not given on to the picture of the country.',
    ),
    note: three(4000).describe('The word from the office; empty: no such tile.'),
    statistics: z
      .array(z.string().trim().max(2000))
      .max(8)
      .default([])
      .describe('Addresses of pages of statistics, each of which becomes a tile.'),
  }),
  output: z.object({ key: z.string() }),
  allow: composers,
  run: async (ctx, asked) => {
    const { id } = await pictureAt(ctx.db, asked.key)
    const picture = await lockPicture(ctx.db, id)
    if (!picture) throw refuse('missing', 'noPicture')
    if (asked.version !== undefined && picture.version !== asked.version)
      throw refuse('conflict', 'changedMeanwhile')
    if (asked.share === 'public' && isClosed(picture)) throw refuse('invalid', 'closedEcosystem', 'share')
    const tiles = tilesChosen(picture, asked)
    if ('fault' in tiles) throw refuse('invalid', tiles.fault, tiles.field)
    const known = tilesOffered(picture)
    for (const tile of tiles.tiles.filter(
      (t) => t.kind === 'statistic' && !known.some((k) => k.id === t.id),
    )) {
      const fault = await sliceFault(ctx.db, readersOf({ ...picture, share: asked.share }), tile)
      if (fault) throw refuse('invalid', fault, 'statistics')
    }
    const after = { title: namesOrNull(asked.title), tiles: tiles.tiles, share: asked.share }
    await composePicture(ctx.db, id, after)
    await ctx.jobs.enqueue(ctx.db, 'situation.make', {})
    const { title, tiles: was, share } = picture
    ctx.changed({
      kind: 'situation',
      id,
      before: { title, tiles: was, share, ecosystem_id: picture.ecosystem },
      after,
    })
    return { key: picture.key }
  },
})

/** Of an ecosystem that is not public no picture is. */
const isClosed = ({ ecosystemShare }: Picture): boolean =>
  ecosystemShare !== null && ecosystemShare !== 'public'

const namesOrNull = (names: { fi: string; sv: string; en: string }): Names | null => {
  const said = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== ''))
  return Object.keys(said).length > 0 ? said : null
}

export const addSituation = command({
  name: 'situation.add',
  summary: {
    fi: 'Tee paikalle toinen, sisäinen tilannekuva',
    sv: 'Gör en annan, intern lägesbild av samma plats',
    en: 'Make another, internal situation picture of the same place',
  },
  route: { method: 'POST', path: '/situation/{key}/another' },
  input: z.object({ key }),
  output: z.object({ key: z.string() }),
  allow: composers,
  run: async (ctx, asked) => {
    const { scope, region, ecosystem, title, tiles } = await pictureAt(ctx.db, asked.key)
    const id = newId(ctx.now.getTime())
    const row = { id, key: id, scope, region, ecosystem, share: 'agreement' as const, title, tiles }
    await insertPicture(ctx.db, row)
    await ctx.jobs.enqueue(ctx.db, 'situation.make', {})
    ctx.changed({
      kind: 'situation',
      id,
      before: null,
      after: { scope, region, share: 'agreement', ecosystem_id: ecosystem },
    })
    return { key: id }
  },
})

export const endSituation = command({
  name: 'situation.end',
  summary: {
    fi: 'Poista tilannekuva, jonka toimisto on tehnyt; sen päivät säilyvät',
    sv: 'Ta bort en lägesbild som kansliet har gjort; dess dagar finns kvar',
    en: 'Take away a situation picture that an office has made; its days stay',
  },
  route: { method: 'POST', path: '/situation/{key}/end' },
  input: z.object({ key }),
  output: z.object({}),
  allow: composers,
  run: async (ctx, asked) => {
    const { id, standard, ecosystem } = await pictureAt(ctx.db, asked.key)
    if (standard) throw refuse('conflict', 'standardStays')
    await endPicture(ctx.db, id, ctx.now)
    ctx.changed({
      kind: 'situation',
      id,
      before: { ended: false, ecosystem_id: ecosystem },
      after: { ended: true },
    })
    return {}
  },
})
