import { z } from 'zod'
import { command, query } from '../../../kernel/action.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { bumpRevision } from '../../../kernel/revision.ts'
import { isAmong } from '../../../kernel/rule.ts'
import { canSee, type ShareLevel } from '../../../kernel/share.ts'
import { linkKinds } from '../record.ts'
import { keepers, key, mustBeThere, namesOf, written } from '../settings-actions.ts'
import { readSettings } from '../settings-queries.ts'
import { allEcosystems, type EcosystemHead, ecosystemByKey } from '../subject-queries.ts'
import { complaint } from './complaint.ts'
import { removePart, savePart } from './part.ts'
import { wouldRing } from './rules.ts'
import {
  confirmTie,
  deleteTie,
  readAskedTies,
  readParents,
  readTies,
  type StoredTie,
  saveTie,
  settleParent,
} from './tie-queries.ts'

const names = z.record(z.string(), z.string())
const tie = z.object({
  id: z.uuid(),
  kind: z.enum(linkKinds),
  toKey: z.string().nullable(),
  toName: names.nullable(),
  name: names.nullable(),
  what: names.nullable(),
  mutual: z.boolean(),
})
export type TieRecord = z.output<typeof tie>

const asked = z.object({
  id: z.uuid(),
  kind: z.enum(linkKinds),
  key: z.string(),
  name: names,
  mutual: z.boolean(),
})

const isSeen = (actor: Actor, { id, share }: EcosystemHead): boolean =>
  canSee(actor, { share: share as ShareLevel, ecosystem: id })

export const listTies = query({
  name: 'ties.list',
  summary: {
    fi: 'Ekosysteemin yhteydet, myös vahvistusta odottavat, niistä huolehtiville',
    sv: 'Ett ekosystems kopplingar, också obekräftade, för dem som sköter dem',
    en: 'The ties of an ecosystem, those that wait to be confirmed too, for who looks after them',
  },
  input: z.object({ key }),
  output: z.object({
    key: z.string(),
    name: names,
    items: z.array(tie),
    asked: z.array(asked).describe('Ties that others have stated to this one, confirmed by it or waiting.'),
    choices: z
      .array(z.object({ key: z.string(), name: names }))
      .describe('The ecosystems that a tie may be made to.'),
  }),
  allow: keepers,
  run: async (ctx, { key }) => {
    const e = await mustBeThere(readSettings(ctx.db, key), key)
    const items = (await readTies(ctx.db, e.id)) as TieRecord[]
    // What one is tied to already may have closed itself since: the tie can be changed all the same.
    const tied = new Set(items.map((one) => one.toKey))
    const choices = (await allEcosystems(ctx.db)).filter(
      (other) => other.id !== e.id && (tied.has(other.key) || isSeen(ctx.actor, other)),
    )
    const others = (await readAskedTies(ctx.db, [e.id])) as unknown as z.output<typeof asked>[]
    return {
      key: e.key,
      name: e.name as Record<string, string>,
      items,
      asked: others,
      choices: choices.map((one) => ({ key: one.key, name: one.name as Record<string, string> })),
    }
  },
})

export const saveTieAction = command({
  name: 'ties.save',
  summary: {
    fi: 'Lisää ekosysteemille yhteys toiseen tai muuta sitä',
    sv: 'Lägg till en koppling till ett annat ekosystem eller ändra en',
    en: 'Add a tie to another to an ecosystem, or change one',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/ties' },
  input: z.object({
    key,
    id: z.uuid().optional().describe('The tie that is changed; without it a new one is added.'),
    kind: z.enum(linkKinds),
    to: z.string().max(40).default('').describe('Key of the ecosystem; or `name`.'),
    name: namesOf(300).default({ fi: '', sv: '', en: '' }),
    what: namesOf(500).default({ fi: '', sv: '', en: '' }),
  }),
  output: z.object({ id: z.uuid() }),
  allow: keepers,
  run: async (ctx, input) =>
    savePart<StoredTie>(
      ctx,
      'ecosystem-tie',
      input,
      readTies,
      async (was, here, others) => {
        const name = written(input.name)
        if (!input.to && !name.fi) throw complaint('to', (t) => t.tieMissing)
        if (input.to && name.fi) throw complaint('to', (t) => t.tieBoth)
        const found = input.to ? await ecosystemByKey(ctx.db, input.to) : undefined
        const may = found && (found.id === was?.to || isSeen(ctx.actor, found))
        if (input.to && !may) throw complaint('to', (t) => t.tieMissing)
        if (found?.id === here.id) throw complaint('to', (t) => t.tieToSelf)
        if (found && others.some((o) => o.to === found.id && o.kind === input.kind))
          throw complaint('to', (t) => t.tieThere)
        if (found && input.kind === 'part-of') {
          const parents = await readParents(ctx.db)
          if (wouldRing(here.id, found.id, (id) => parents.get(id))) throw complaint('to', (t) => t.tieRing)
        }
        const what = written(input.what)
        const same = was !== undefined && was.to === (found?.id ?? null) && was.kind === input.kind
        return {
          kind: input.kind,
          to: found?.id ?? null,
          toKey: found?.key ?? null,
          toName: found?.name ?? null,
          name: found ? null : name,
          what: what.fi ? what : null,
          // What opens the other's records is the other's to say; one who looks after both says it for both.
          mutual: !found || (same && was.mutual) || isAmong(keepers.who, ctx.actor, found.id),
        }
      },
      async (tx, ecosystem, row, position) => {
        await saveTie(tx, ecosystem, row, position)
        await settleParent(tx, ecosystem)
      },
    ),
})

export const removeTie = command({
  name: 'ties.remove',
  summary: {
    fi: 'Poista ekosysteemin yhteys; se säilyy tapahtumalokissa',
    sv: 'Ta bort en koppling från ett ekosystem; den finns kvar i händelseloggen',
    en: 'Take a tie away from an ecosystem; the audit keeps it',
  },
  input: z.object({ key, id: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: (ctx, input) =>
    removePart(ctx, 'ecosystem-tie', input, readTies, async (tx, was, ecosystem) => {
      await deleteTie(tx, was.id)
      await settleParent(tx, ecosystem)
    }),
})

export const confirmTieAction = command({
  name: 'ties.confirm',
  summary: {
    fi: 'Vahvista yhteys, jonka toinen ekosysteemi on ilmoittanut, tai peru vahvistus',
    sv: 'Bekräfta en koppling som ett annat ekosystem har uppgett, eller ta tillbaka bekräftelsen',
    en: 'Confirm a tie that another ecosystem has stated, or take the confirmation back',
  },
  input: z.object({ key, id: z.uuid(), mutual: z.boolean() }),
  output: z.object({}),
  allow: keepers,
  run: async (ctx, { key, id, mutual }) => {
    const e = await mustBeThere(readSettings(ctx.db, key), key)
    const asked = (await readAskedTies(ctx.db, [e.id])).find((one) => one.id === id)
    if (!asked) throw complaint('', (t) => t.gone)
    if (mutual && asked.kind === 'part-of') {
      const parents = await readParents(ctx.db)
      if (wouldRing(asked.from, e.id, (of) => parents.get(of))) throw complaint('', (t) => t.tieRing)
    }
    await confirmTie(ctx.db, id, mutual)
    await settleParent(ctx.db, asked.from)
    await bumpRevision(ctx.db)
    ctx.changed({ kind: 'ecosystem-tie', id, before: { mutual: asked.mutual }, after: { mutual } })
    return {}
  },
})
