import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { dayIn } from '../../kernel/time.ts'
import {
  deleteDimension,
  deleteValue,
  insertDimension,
  insertValue,
  orderDimensions,
  orderValues,
  readFrame,
  renameDimension,
  type StoredDimension,
  type StoredValue,
  updateValue,
} from './frame-queries.ts'
import { isInUse, moved, stateOfValue, wordOf } from './frame-rules.ts'
import { keepers, key, mustBeThere, namesOf, rewritten, written, wrong } from './settings-actions.ts'
import {
  lockSettings,
  readSettings,
  type Settings,
  stampEdited,
  workspaceSource,
} from './settings-queries.ts'
import { settingsText as text } from './settings-text.ts'

const names = z.record(z.string(), z.string())
const value = z.object({
  id: z.uuid(),
  code: z.string(),
  name: names,
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  state: z.enum(['coming', 'now', 'ended']),
  inUse: z.boolean().describe('May be ended but not deleted.'),
})
export type FrameValueRecord = z.output<typeof value>
const frame = z.object({
  key: z.string(),
  name: names,
  dimensions: z.array(z.object({ dimension: z.string(), name: names, values: z.array(value) })),
})
export type FrameRecord = z.output<typeof frame>

export const getFrame = query({
  name: 'frame.get',
  summary: {
    fi: 'Ekosysteemin kehys: nykyiset, päättyneet ja tulevat arvot',
    sv: 'Ett ekosystems ram: gällande, avslutade och kommande värden',
    en: 'The frame of an ecosystem with every value that holds, held and will hold',
  },
  route: { method: 'GET', path: '/ecosystems/{key}/frame' },
  input: z.object({ key }),
  output: frame,
  allow: keepers,
  run: async (ctx, asked) => {
    const e = await mustBeThere(readSettings(ctx.db, asked.key), asked.key)
    const { dimensions, values } = await readFrame(ctx.db, e.id)
    const today = dayIn(ctx.now)
    return {
      key: e.key,
      name: e.name as Record<string, string>,
      dimensions: dimensions.map((d) => ({
        dimension: d.dimension,
        name: d.name as Record<string, string>,
        values: values
          .filter((v) => v.dimension === d.dimension)
          .map((v) => ({
            ...v,
            name: v.name as Record<string, string>,
            state: stateOfValue(v, today),
            inUse: isInUse(v, workspaceSource(e.key), today),
          })),
      })),
    }
  },
})

type Editing = {
  ecosystem: Settings
  dimensions: StoredDimension[]
  values: StoredValue[]
  /** The source of what is written now. */
  source: string
}

/** Runs a change of the frame: alone with the ecosystem, told to the audit, the search and the pages. */
async function edited(
  ctx: Context<Tx>,
  asked: string,
  change: (frame: Editing) => Promise<{ id: string; before: object | null; after: object | null }>,
) {
  const ecosystem = await mustBeThere(lockSettings(ctx.db, asked), asked)
  const found = await readFrame(ctx.db, ecosystem.id)
  return rewritten(ctx, asked, async () => {
    const told = { title: text.fi.editedHere, day: dayIn(ctx.now) }
    const source = await stampEdited(ctx.db, ecosystem, 'frame_edited_at', told, ctx.now)
    const { id, before, after } = await change({ ecosystem, ...found, source })
    ctx.changed({ kind: 'ecosystem-frame', id: ecosystem.id, before, after })
    return { id }
  })
}

const done = z.object({ id: z.string() })
const inDimension = z.object({ key, dimension: z.string().max(60) })
const oneValue = z.object({ key, id: z.uuid() })
const way = z.enum(['up', 'down'])

function dimensionOf({ dimensions }: Editing, dimension: string): StoredDimension {
  const found = dimensions.find((d) => d.dimension === dimension)
  if (!found) throw wrong('dimension', (t) => t.noDimension)
  return found
}
function oneOf({ values }: Editing, id: string): StoredValue {
  const found = values.find((v) => v.id === id)
  if (!found) throw wrong('code', (t) => t.noValue)
  return found
}
const nameIn = (name: { fi: string; sv: string; en: string }) => {
  if (!name.fi) throw wrong('name.fi', (t) => t.nameMissing)
  return written(name)
}

/** Priorities and emphases are crossed on the page of the ecosystem; any other dimension is told as a list. */
export const addDimension = command({
  name: 'frame.add-dimension',
  summary: {
    fi: 'Lisää ekosysteemin kehykseen ulottuvuus: painopisteet, painotukset tai oma',
    sv: 'Lägg till en dimension i ekosystemets ram: prioriteringar, tyngdpunkter eller en egen',
    en: 'Add a dimension to the frame of an ecosystem: priorities, emphases or one of its own',
  },
  input: z.object({ key, kind: z.enum(['priority', 'emphasis', 'own']), name: namesOf(200) }),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async ({ ecosystem, dimensions }) => {
      const name = nameIn(input.name)
      const dimension = input.kind === 'own' ? wordOf(name.fi) : input.kind
      if (dimensions.some((d) => d.dimension === dimension)) throw wrong('name.fi', (t) => t.dimensionThere)
      const position = dimensions.length
      await insertDimension(ctx.db, { ecosystem_id: ecosystem.id, dimension, position, name })
      return { id: dimension, before: null, after: { dimension, name } }
    }),
})

export const changeDimension = command({
  name: 'frame.change-dimension',
  summary: {
    fi: 'Nimeä kehyksen ulottuvuus uudelleen',
    sv: 'Byt namn på en dimension i ramen',
    en: 'Rename a dimension of the frame',
  },
  input: inDimension.extend({ name: namesOf(200) }),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const { dimension, name: before } = dimensionOf(frame, input.dimension)
      const name = nameIn(input.name)
      await renameDimension(ctx.db, frame.ecosystem.id, dimension, name)
      return { id: dimension, before: { dimension, name: before }, after: { dimension, name } }
    }),
})

export const removeDimension = command({
  name: 'frame.remove-dimension',
  summary: {
    fi: 'Poista kehyksestä ulottuvuus, jolla ei ole arvoja',
    sv: 'Ta bort en dimension utan värden ur ramen',
    en: 'Take a dimension without values out of the frame',
  },
  input: inDimension,
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const { dimension, name } = dimensionOf(frame, input.dimension)
      if (frame.values.some((v) => v.dimension === dimension)) throw wrong('dimension', (t) => t.hasValues)
      await deleteDimension(ctx.db, frame.ecosystem.id, dimension)
      return { id: dimension, before: { dimension, name }, after: null }
    }),
})

export const moveDimension = command({
  name: 'frame.move-dimension',
  summary: {
    fi: 'Siirrä kehyksen ulottuvuutta askel ylös tai alas',
    sv: 'Flytta en dimension i ramen ett steg upp eller ner',
    en: 'Move a dimension of the frame one step up or down',
  },
  input: inDimension.extend({ by: way }),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const before = frame.dimensions.map((d) => d.dimension)
      const after = moved(before, dimensionOf(frame, input.dimension).dimension, input.by)
      await orderDimensions(ctx.db, frame.ecosystem.id, after)
      return { id: input.dimension, before: { order: before }, after: { order: after } }
    }),
})

const fields = {
  code: z.string().trim().max(20),
  name: namesOf(300),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
}
type Fields = z.output<z.ZodObject<typeof fields>>

function checked({ code, name, validFrom, validTo }: Fields, others: readonly StoredValue[]) {
  if (!code) throw wrong('code', (t) => t.codeMissing)
  if (others.some((v) => v.code === code)) throw wrong('code', (t) => t.codeTaken(code))
  if (validFrom && validTo && validTo < validFrom) throw wrong('validTo', (t) => t.endsBeforeStart)
  return { code, name: nameIn(name), validFrom: validFrom ?? null, validTo: validTo ?? null }
}

export const addValue = command({
  name: 'frame.add-value',
  summary: {
    fi: 'Lisää arvo kehyksen ulottuvuuteen',
    sv: 'Lägg till ett värde i en dimension av ramen',
    en: 'Add a value to a dimension of the frame',
  },
  input: inDimension.extend(fields),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const { dimension } = dimensionOf(frame, input.dimension)
      const those = frame.values.filter((v) => v.dimension === dimension)
      const after = checked(input, those)
      const id = newId(ctx.now.getTime())
      const place = { id, ecosystem: frame.ecosystem.id, dimension, position: those.length }
      await insertValue(ctx.db, { ...after, ...place, source: frame.source })
      return { id, before: null, after: { dimension, ...after } }
    }),
})

export const changeValue = command({
  name: 'frame.change-value',
  summary: {
    fi: 'Muuta kehyksen arvon tunnusta, nimiä tai voimassaoloa',
    sv: 'Ändra kod, namn eller giltighetstid för ett värde i ramen',
    en: 'Change the code, names or time of a value of the frame',
  },
  input: oneValue.extend(fields),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const was = oneOf(frame, input.id)
      const after = checked(
        input,
        frame.values.filter((v) => v.dimension === was.dimension && v.id !== was.id),
      )
      await updateValue(ctx.db, was.id, { ...after, source: frame.source })
      const { dimension, code, name, validFrom, validTo } = was
      const before = { dimension, code, name, validFrom, validTo }
      return { id: was.id, before, after: { dimension, ...after } }
    }),
})

export const moveValue = command({
  name: 'frame.move-value',
  summary: {
    fi: 'Siirrä kehyksen arvoa askel ylös tai alas',
    sv: 'Flytta ett värde i ramen ett steg upp eller ner',
    en: 'Move a value of the frame one step up or down',
  },
  input: oneValue.extend({ by: way }),
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const { dimension } = oneOf(frame, input.id)
      const before = frame.values.filter((v) => v.dimension === dimension).map((v) => v.id)
      const after = moved(before, input.id, input.by)
      await orderValues(ctx.db, after)
      return { id: input.id, before: { dimension, order: before }, after: { dimension, order: after } }
    }),
})

export const removeValue = command({
  name: 'frame.remove-value',
  summary: {
    fi: 'Poista kehyksestä arvo, jota ei ole käytetty; käytetty arvo päätetään',
    sv: 'Ta bort ett värde som aldrig använts ur ramen; ett använt värde avslutas i stället',
    en: 'Take a value that was never in use out of the frame; one in use is ended instead',
  },
  input: oneValue,
  output: done,
  allow: keepers,
  run: (ctx, input) =>
    edited(ctx, input.key, async (frame) => {
      const was = oneOf(frame, input.id)
      if (isInUse(was, workspaceSource(frame.ecosystem.key), dayIn(ctx.now))) {
        throw wrong('validTo', (t) => t.inUse)
      }
      await deleteValue(ctx.db, was.id)
      const { dimension, code, name, validFrom, validTo } = was
      return { id: was.id, before: { dimension, code, name, validFrom, validTo }, after: null }
    }),
})

export const frameActions = [
  getFrame,
  addDimension,
  changeDimension,
  removeDimension,
  moveDimension,
  addValue,
  changeValue,
  moveValue,
  removeValue,
]
