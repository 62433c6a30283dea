import { z } from 'zod'
import { type Form, readForm, type Texts, writeForm } from '../../engine/form/index.ts'
import { command, query } from '../../kernel/action.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import { foundForm, keepers, makers, readers, refuse } from './access.ts'
import {
  type FormHead,
  type FormVersion,
  insertForm,
  insertVersion,
  listedForms,
  lockForm,
  type Step,
  setArchived,
  stepsOf,
  updateVersion,
  versionsOf,
} from './queries.ts'
import { emptyForm, formFrom, sayComplaint } from './rules.ts'
import { templateKeys, templates } from './templates.ts'

export const one = { form: z.string().max(100).describe('Id of the form.') }
export const personOfActor = ({ actor }: Pick<Context, 'actor'>) =>
  actor.kind === 'person' ? actor.id : null

type Listed = Awaited<ReturnType<typeof listedForms>>[number]

export const listForms = query({
  name: 'form.list',
  summary: {
    fi: 'Lomakkeet: ekosysteemin omat ja koko palvelun yhteiset',
    sv: 'Blanketter: ekosystemets egna och de gemensamma för hela tjänsten',
    en: "Forms: the ecosystem's own and those of the whole service",
  },
  route: { method: 'GET', path: '/forms' },
  input: z.object({ ecosystem: z.uuid().optional(), archived: z.stringbool().default(false) }),
  output: z.object({ items: z.array(z.custom<Listed>()) }),
  allow: { ...makers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, { ecosystem, archived }) => {
    const offices = ctx.actor.kind === 'person' ? ctx.actor.offices : []
    const making = offices.filter((o) => makers.who.includes(o.office))
    const everywhere = ctx.actor.kind === 'system' || making.some((o) => o.ecosystem === null)
    const places = ecosystem ? [ecosystem] : making.flatMap((o) => o.ecosystem ?? [])
    return { items: await listedForms(ctx.db, everywhere && !ecosystem ? 'all' : places, archived) }
  },
})

export type ReadingOfForm = FormHead & {
  versions: readonly FormVersion[]
  steps: readonly Step[]
}

export const readFormAction = query({
  name: 'form.read',
  summary: {
    fi: 'Yksi lomake, sen versiot ja viimeisimmät muutokset',
    sv: 'En blankett, dess versioner och de senaste ändringarna',
    en: 'One form with its versions and its latest steps',
  },
  route: { method: 'GET', path: '/forms/{form}' },
  input: z.object(one),
  output: z.custom<ReadingOfForm>(),
  allow: readers,
  run: async (ctx, { form }) => ({
    ...(await foundForm(ctx, form)),
    versions: await versionsOf(ctx.db, form),
    steps: await stepsOf(ctx.db, form, 20),
  }),
})

const texts = z.object({
  fi: z.string().trim().max(300).optional(),
  sv: z.string().trim().max(300).optional(),
  en: z.string().trim().max(300).optional(),
})
const place = { ecosystem: z.uuid().nullable().describe('Null for the whole service.') }

export const addForm = command({
  name: 'form.add',
  summary: {
    fi: 'Tee lomake: tyhjä, valmiista mallista tai toisesta lomakkeesta',
    sv: 'Skapa en blankett: tom, av en färdig mall eller av en annan blankett',
    en: 'Make a form: empty, from a template, or from another form',
  },
  route: { method: 'POST', path: '/forms' },
  input: z.object({
    ...place,
    name: texts.default({}),
    template: z.enum(templateKeys).optional(),
    copyOf: z.string().max(100).optional().describe('Id of another form.'),
  }),
  output: z.object({ id: z.string() }),
  allow: { ...makers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, { ecosystem, name, template, copyOf }) => {
    const said = Object.fromEntries(Object.entries(name).filter(([, t]) => t)) as Texts
    const isNamed = Object.keys(said).length > 0
    const model = copyOf ? await modelOf(ctx, copyOf) : template ? templates[template] : undefined
    if (!model && !isNamed) throw refuse('invalid', 'noName', 'name.fi')
    const form = model ? (isNamed ? { ...model, name: said } : model) : emptyForm(said)
    return { id: await begin(ctx, ecosystem, formFrom(form)) }
  },
})

async function modelOf(ctx: Context<Tx>, id: string): Promise<Form> {
  const head = await foundForm(ctx, id)
  const may = await readers.in!(ctx, { form: head.id })
  const offices = ctx.actor.kind === 'person' ? ctx.actor.offices : []
  const sees =
    ctx.actor.kind === 'system' ||
    offices.some(
      (o) => makers.who.includes(o.office) && (!may || o.ecosystem === null || o.ecosystem === may),
    )
  const [newest] = sees ? await versionsOf(ctx.db, id) : []
  if (!newest) throw refuse('missing', 'noForm')
  return newest.form
}

async function begin(ctx: Context<Tx>, ecosystem: string | null, form: Form): Promise<string> {
  const id = newId(ctx.now.getTime())
  const person = personOfActor(ctx)
  await insertForm(ctx.db, { id, ecosystem_id: ecosystem, person_id: person, created_at: ctx.now })
  await insertVersion(ctx.db, id, 1, form, person, ctx.now)
  ctx.changed({ kind: 'form', id, before: null, after: { ecosystem, form } })
  return id
}

const data = z.unknown().describe('The form as its file has it (talkoot-form/1).')

export const checkFormFile = query({
  name: 'form.check',
  summary: {
    fi: 'Tarkista lomaketiedosto ottamatta sitä käyttöön',
    sv: 'Kontrollera en blankettfil utan att ta den i bruk',
    en: "Check a form's file without taking it",
  },
  route: { method: 'POST', path: '/forms/check' },
  input: z.object({ data }),
  output: z.object({
    form: z.custom<Form>().optional(),
    complaints: z.array(
      z.object({ path: z.string(), code: z.string(), text: z.record(z.string(), z.string()) }),
    ),
  }),
  allow: makers,
  run: async (_ctx, input) => {
    const read = readForm(input.data)
    if ('form' in read) return { form: read.form, complaints: [] }
    return {
      complaints: read.complaints.map((c) => ({ path: c.path, code: c.code, text: sayComplaint(c) })),
    }
  },
})

export const importForm = command({
  name: 'form.import',
  summary: {
    fi: 'Tuo lomake tiedostosta',
    sv: 'Importera en blankett från en fil',
    en: 'Import a form from its file',
  },
  route: { method: 'POST', path: '/forms/import' },
  input: z.object({ ...place, data }),
  output: z.object({ id: z.string() }),
  allow: { ...makers, in: (_ctx, input) => input.ecosystem },
  run: async (ctx, input) => ({ id: await begin(ctx, input.ecosystem, formFrom(input.data)) }),
})

export const exportForm = query({
  name: 'form.export',
  summary: {
    fi: 'Lomake ja sen käännökset yhtenä tiedostona',
    sv: 'En blankett och dess översättningar som en fil',
    en: 'A form and its translations as one file',
  },
  route: { method: 'GET', path: '/forms/{form}/file' },
  input: z.object({ ...one, version: z.coerce.number().int().min(1).optional() }),
  output: z.object({ version: z.number(), hash: z.string(), file: z.string() }),
  allow: readers,
  run: async (ctx, { form, version }) => {
    const versions = await versionsOf(ctx.db, form)
    const found = version === undefined ? versions[0] : versions.find((v) => v.version === version)
    if (!found) throw refuse('missing', 'noForm')
    return { version: found.version, hash: found.hash, file: writeForm(found.form) }
  },
})

export const settleForm = command({
  name: 'form.settle',
  summary: {
    fi: 'Vahvista lomakkeen versio: sitä ei voi enää muuttaa',
    sv: 'Fastställ en version av en blankett: den kan inte längre ändras',
    en: 'Settle a version of a form: it never changes again',
  },
  route: { method: 'POST', path: '/forms/{form}/settle' },
  input: z.object({ ...one, seen: z.string().optional().describe('The hash of what was looked at.') }),
  output: z.object({ version: z.number() }),
  allow: keepers,
  run: async (ctx, { form, seen }) => {
    await foundForm(ctx, form)
    await lockForm(ctx.db, form)
    const [newest] = await versionsOf(ctx.db, form)
    if (newest?.state !== 'working') throw refuse('conflict', 'nothingToSettle')
    if (seen && seen !== newest.hash) throw refuse('conflict', 'changedMeanwhile')
    if (!newest.form.sections.some((s) => s.questions.length > 0)) throw refuse('invalid', 'noQuestions')
    const { version, hash } = newest
    await updateVersion(ctx.db, form, version, { state: 'settled', by: personOfActor(ctx), at: ctx.now })
    ctx.changed({
      kind: 'form',
      id: form,
      before: { version, state: 'working' },
      after: { version, state: 'settled', hash },
    })
    return { version }
  },
})

export const archiveForm = command({
  name: 'form.archive',
  summary: {
    fi: 'Siirrä lomake arkistoon tai takaisin käyttöön',
    sv: 'Arkivera en blankett eller ta den i bruk igen',
    en: 'Put a form into the archive, or take it back',
  },
  route: { method: 'POST', path: '/forms/{form}/archive' },
  input: z.object({ ...one, archived: z.boolean() }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, { form, archived }) => {
    const head = await foundForm(ctx, form)
    await setArchived(ctx.db, form, archived ? ctx.now : null)
    ctx.changed({
      kind: 'form',
      id: form,
      before: { archived: head.archived_at !== null },
      after: { archived },
    })
    return {}
  },
})
