import { z } from 'zod'
import { command, query } from '../../../kernel/action.ts'
import { centsOf, decimalOf } from '../../../kernel/money.ts'
import { readTarget } from '../frame-rules.ts'
import { qualifiers } from '../record.ts'
import { keepers, key, mustBeThere, namesOf, written, wrong } from '../settings-actions.ts'
import { readSettings } from '../settings-queries.ts'
import { complaint } from './complaint.ts'
import { removePart, savePart } from './part.ts'
import { deleteMoney, readMoney, type StoredMoney, saveMoney } from './part-queries.ts'

const names = z.record(z.string(), z.string())
const money = z.object({
  id: z.uuid(),
  amount: z.string(),
  currency: z.string(),
  qualifier: z.enum(qualifiers),
  what: names,
  fund: z.string().nullable(),
  year: z.number().int().nullable(),
  payer: names.nullable(),
})
export type MoneyRecord = z.output<typeof money>

export const listMoney = query({
  name: 'money.list',
  summary: {
    fi: 'Ekosysteemin rahamäärät niistä huolehtiville',
    sv: 'Ett ekosystems belopp för dem som sköter dem',
    en: 'The amounts of money of an ecosystem, for who looks after them',
  },
  input: z.object({ key }),
  output: z.object({ key: z.string(), name: names, items: z.array(money) }),
  allow: keepers,
  run: async (ctx, asked) => {
    const e = await mustBeThere(readSettings(ctx.db, asked.key), asked.key)
    const items = (await readMoney(ctx.db, e.id)) as MoneyRecord[]
    return { key: e.key, name: e.name as Record<string, string>, items }
  },
})

export const saveMoneyAction = command({
  name: 'money.save',
  summary: {
    fi: 'Lisää ekosysteemille rahamäärä tai muuta sitä',
    sv: 'Lägg till ett belopp för ett ekosystem eller ändra ett',
    en: 'Add an amount of money to an ecosystem, or change one',
  },
  route: { method: 'POST', path: '/ecosystems/{key}/money' },
  input: z.object({
    key,
    id: z.uuid().optional().describe('The amount that is changed; without it a new one is added.'),
    what: namesOf(300),
    amount: z.string().max(30).describe('1 234,50 and 1234.50 both work.'),
    currency: z.string().trim().max(10).default('EUR'),
    qualifier: z.enum(qualifiers).default('exact'),
    fund: z.string().trim().max(50).default(''),
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    payer: namesOf(300).default({ fi: '', sv: '', en: '' }),
  }),
  output: z.object({ id: z.uuid() }),
  allow: keepers,
  run: async (ctx, input) =>
    savePart<StoredMoney>(
      ctx,
      'ecosystem-money',
      input,
      readMoney,
      async () => {
        if (!input.what.fi) throw wrong('what.fi', (t) => t.nameMissing)
        const amount = readTarget(input.amount)
        if (!amount) throw complaint('amount', (t) => t.noAmount)
        const currency = input.currency.toUpperCase()
        if (!/^[A-Z]{3}$/.test(currency)) throw complaint('currency', (t) => t.noCurrency)
        const payer = written(input.payer)
        return {
          amount: decimalOf(centsOf(amount)),
          currency,
          qualifier: input.qualifier,
          what: written(input.what),
          fund: input.fund || null,
          year: input.year ?? null,
          payer: payer.fi ? payer : null,
        }
      },
      saveMoney,
    ),
})

export const removeMoney = command({
  name: 'money.remove',
  summary: {
    fi: 'Poista ekosysteemin rahamäärä; se säilyy tapahtumalokissa',
    sv: 'Ta bort ett belopp från ett ekosystem; det finns kvar i händelseloggen',
    en: 'Take an amount of money away from an ecosystem; the audit keeps it',
  },
  input: z.object({ key, id: z.uuid() }),
  output: z.object({}),
  allow: keepers,
  run: (ctx, input) =>
    removePart(ctx, 'ecosystem-money', input, readMoney, (tx, was) => deleteMoney(tx, was.id)),
})
