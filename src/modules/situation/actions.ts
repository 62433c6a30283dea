import { z } from 'zod'
import { query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import { everyone, isAmong } from '../../kernel/rule.ts'
import type { Names } from '../../kernel/text.ts'
import { dayIn, instantOf } from '../../kernel/time.ts'
import type { Content, Figure, Picture, Series, Source } from './content.ts'
import { heldSnapshot } from './held.ts'
import {
  changesOf,
  historyOf,
  type ListedPicture,
  picturesSeen,
  type Snapshot,
  snapshotOf,
} from './queries.ts'
import { refuse } from './refusal-text.ts'
import { composers, pictureAt, readers } from './rights.ts'
import { type Difference, differences } from './rules.ts'

export const key = z
  .string()
  .regex(/^[a-z0-9-]{2,60}$/)
  .describe('Key of the picture: nation, region-mk06, ecosystem-hev, or the id of another.')
const on = z.iso
  .date()
  .optional()
  .describe('A day: the picture as it was when that day ended, Helsinki time.')

export const listSituations = query({
  name: 'situation.list',
  summary: {
    fi: 'Tilannekuvat: koko maa, ekosysteemit ja maakunnat',
    sv: 'Lägesbilderna: hela landet, ekosystemen och landskapen',
    en: 'The situation pictures: the country, ecosystems and regions',
  },
  route: { method: 'GET', path: '/situation' },
  input: z.object({}),
  output: z.object({ items: z.array(z.custom<ListedPicture>()) }),
  allow: everyone,
  run: async (ctx) => ({ items: await picturesSeen(ctx.db, ctx.actor) }),
})

/** How long ago the picture is compared with, where it was already there: a month. */
const month = 30 * 86_400_000
/** So many of its earlier days a picture offers. */
const daysOffered = 60

/** The picture on a day, or now; null while it has not been made. */
async function shownAt(ctx: Context, picture: Picture, day: string | undefined): Promise<Snapshot | null> {
  if (!day) return (await heldSnapshot(ctx.db, picture.id)) ?? null
  const found = await snapshotOf(ctx.db, picture.id, endOf(day))
  if (!found) throw refuse('missing', 'notThen')
  return found
}

/** The first instant after a day of Helsinki; clocks are never turned at midnight. */
const endOf = (day: string): Date => new Date(instantOf(day, '23:59').getTime() + 60_000)

/** What it is compared with: the picture of a month before, or its first one of an earlier day. */
async function earlierThan(
  ctx: Context,
  picture: string,
  { madeAt }: Snapshot,
): Promise<Snapshot | undefined> {
  const found = await snapshotOf(ctx.db, picture, new Date(madeAt.getTime() - month))
  if (found) return found
  const first = (await changesOf(ctx.db, picture, 1000)).at(-1)
  return first && dayIn(first) < dayIn(madeAt)
    ? snapshotOf(ctx.db, picture, new Date(first.getTime() + 1))
    : undefined
}

export const getSituation = query({
  name: 'situation.get',
  summary: {
    fi: 'Yksi tilannekuva: luvut, sarjat ja lähteet, nyt tai tiettynä päivänä',
    sv: 'En lägesbild: siffror, serier och källor, nu eller en viss dag',
    en: 'One situation picture: figures, series and sources, now or on a day',
  },
  route: { method: 'GET', path: '/situation/{key}' },
  input: z.object({ key, on }),
  output: z.object({
    picture: z.custom<Picture>(),
    madeAt: z.date().nullable().describe('Since when it has been as it is; null before it is first made.'),
    content: z.custom<Content>().nullable(),
    hash: z.string().nullable().describe('SHA-256 of what it shows, in the canonical form of RFC 8785.'),
    since: z
      .object({ at: z.date(), changed: z.array(z.custom<Difference>()) })
      .nullable()
      .describe('What has changed since the picture of a month before, or the first one.'),
    days: z.array(z.string()).describe('Days on which it changed, the newest first.'),
    composes: z.boolean().describe('Whether you may compose it.'),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const picture = await pictureAt(ctx.db, asked.key)
    const shown = await shownAt(ctx, picture, asked.on)
    const earlier = shown && (await earlierThan(ctx, picture.id, shown))
    return {
      picture,
      madeAt: shown?.madeAt ?? null,
      content: shown?.content ?? null,
      hash: shown?.hash ?? null,
      since: earlier ? { at: earlier.madeAt, changed: differences(earlier.content, shown.content) } : null,
      days: [...new Set((await changesOf(ctx.db, picture.id, daysOffered)).map(dayIn))],
      composes: isAmong(composers.who, ctx.actor, picture.ecosystem),
    }
  },
})

export const getFigure = query({
  name: 'situation.figure',
  summary: {
    fi: 'Mistä tilannekuvan luku tulee: laskutapa, lähteet ja aiemmat arvot',
    sv: 'Varifrån en siffra i en lägesbild kommer: metod, källor och tidigare värden',
    en: 'Where a figure of a situation picture comes from: method, sources and earlier values',
  },
  route: { method: 'GET', path: '/situation/{key}/figures/{figure}' },
  input: z.object({ key, figure: z.string().max(200), on }),
  output: z.object({
    picture: z.custom<Picture>(),
    madeAt: z.date(),
    figure: z.custom<Figure>().nullable(),
    series: z.custom<Series>().nullable().describe('Instead, where the id is of a series.'),
    method: z.custom<Names>(),
    sources: z.array(z.custom<Source>()),
    history: z
      .array(z.object({ at: z.date(), value: z.string().nullable() }))
      .describe('When it became what it was, the newest first.'),
    exercise: z.boolean().describe('Whether it stands in a tile of what was invented for practice.'),
  }),
  allow: readers,
  run: async (ctx, asked) => {
    const picture = await pictureAt(ctx.db, asked.key)
    const shown = await shownAt(ctx, picture, asked.on)
    const { content } = shown ?? {}
    const at = <T>(of: Record<string, T> | undefined) =>
      of && Object.hasOwn(of, asked.figure) ? of[asked.figure] : undefined
    const [figure, series] = [at(content?.figures), at(content?.series)]
    const found = figure ?? series
    if (!shown || !content || !found) throw refuse('missing', 'noFigure')
    return {
      picture,
      madeAt: shown.madeAt,
      figure: figure ?? null,
      series: figure ? null : (series ?? null),
      method: content.methods[found.method] ?? {},
      sources: found.sources.flatMap((name) => content.sources[name] ?? []),
      history: figure ? turnsOf(await historyOf(ctx.db, picture.id, asked.figure, 400)) : [],
      exercise: content.tiles.some((t) => t.exercise && asked.figure.startsWith(`${t.id}.`)),
    }
  },
})

/** Only the moments when it changed: a picture changes for other figures too. */
const turnsOf = (rows: readonly { at: Date; value: string | null }[]) =>
  rows.filter((row, i) => row.value !== rows[i + 1]?.value || i === rows.length - 1)
