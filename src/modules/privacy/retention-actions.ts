import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { command, query } from '../../kernel/action.ts'
import { newId } from '../../kernel/id.ts'
import { systemOnly } from '../../kernel/rule.ts'
import { by } from '../people/index.ts'
import {
  countOlder,
  insertRun,
  lastRun,
  oldRawFiles,
  removeOlder,
  retentionRules,
  setRule,
} from './retention-queries.ts'
import { cutoffs, retentionKinds } from './rules.ts'

const kind = z.enum(retentionKinds)

export const retentionReport = query({
  name: 'retention.report',
  summary: {
    fi: 'Kuinka kauan eri tietoja säilytetään, mikä on vanhentunut ja mikä poistuu seuraavana yönä',
    sv: 'Hur länge olika uppgifter bevaras, vad som har föråldrats och vad som försvinner nästa natt',
    en: 'How long each kind of record is kept, what is past its time, and what goes the next night',
  },
  route: { method: 'GET', path: '/retention' },
  input: z.object({}),
  output: z.object({
    rules: z.array(
      z.object({
        kind,
        days: z.number().nullable(),
        graceDays: z.number(),
        changedAt: z.date(),
        past: z.number(),
        due: z.number(),
      }),
    ),
    last: z.object({ at: z.date(), removed: z.record(z.string(), z.number()) }).nullable(),
  }),
  allow: by('administrator'),
  run: async (ctx) => {
    const rules = []
    for (const rule of await retentionRules(ctx.db)) {
      const { past, due } = cutoffs(rule, ctx.now)
      rules.push({
        ...rule,
        past: past ? await countOlder(ctx.db, rule.kind, past) : 0,
        due: due ? await countOlder(ctx.db, rule.kind, due) : 0,
      })
    }
    const last = await lastRun(ctx.db)
    return { rules, last: last ? { at: last.at, removed: last.removed as Record<string, number> } : null }
  },
})

export const setRetention = command({
  name: 'retention.set',
  summary: {
    fi: 'Määrää tietolajin säilytysaika; mitään ei poisteta ennen varoajan päättymistä',
    sv: 'Bestäm hur länge ett slag av uppgifter bevaras; inget försvinner före respittiden',
    en: 'Say how long a kind of record is kept; nothing goes before a grace period from now',
  },
  input: z.object({
    kind,
    days: z.coerce.number().int().min(1).max(36_500).nullable().describe('Null keeps it for good.'),
    graceDays: z.coerce.number().int().min(7).max(365),
  }),
  output: z.object({}),
  allow: by('administrator'),
  run: async (ctx, input) => {
    const was = (await retentionRules(ctx.db)).find((r) => r.kind === input.kind)
    await setRule(ctx.db, input.kind, input.days, input.graceDays, ctx.now)
    ctx.changed({
      kind: 'retention-rule',
      id: input.kind,
      before: was ? { days: was.days, graceDays: was.graceDays } : null,
      after: { days: input.days, graceDays: input.graceDays },
    })
    return {}
  },
})

export const applyRetention = command({
  name: 'retention.apply',
  summary: {
    fi: 'Poista tiedot, joiden säilytysaika ja varoaika ovat päättyneet',
    sv: 'Ta bort uppgifter vars lagringstid och respittid har gått ut',
    en: 'Remove what is past its time and its grace period',
  },
  input: z.object({}),
  output: z.object({ removed: z.record(z.string(), z.number()) }),
  allow: systemOnly,
  run: async (ctx) => {
    const removed: Record<string, number> = {}
    for (const rule of await retentionRules(ctx.db)) {
      const { due } = cutoffs(rule, ctx.now)
      if (!due) continue
      if (rule.kind === 'raw-file') {
        const hashes = []
        for (const hash of await oldRawFiles(ctx.db, due)) if (await ctx.files.has(hash)) hashes.push(hash)
        for (const hash of hashes) await rm(ctx.files.pathOf(hash), { force: true })
        removed[rule.kind] = hashes.length
        continue
      }
      const done = await removeOlder(ctx.db, rule.kind, due)
      removed[rule.kind] = done.removed
      if (done.audit) {
        ctx.changed({ kind: 'audit', id: newId(ctx.now.getTime()), before: null, after: done.audit })
      }
    }
    const id = newId(ctx.now.getTime())
    await insertRun(ctx.db, id, ctx.now, removed)
    if (Object.values(removed).some((n) => n > 0)) {
      ctx.changed({ kind: 'retention-run', id, before: null, after: { removed } })
    }
    return { removed }
  },
})
