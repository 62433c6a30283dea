import { funds } from '../../codes/index.ts'
import {
  type Form,
  type PartForm,
  readAmount,
  readCount,
  rowNames,
  settled,
  writtenAmount,
} from './reading.ts'

export const mostMoneyRows = 12

const known = new Set(funds.map((fund) => fund.code))

/** Euros by year and fund, their sum, and the limits of one grant. */
export const moneyForm: PartForm = {
  written: ({ settings: s }) => ({
    moneyTotal: writtenAmount(s.moneyTotal),
    ...Object.fromEntries(
      rowNames('money', mostMoneyRows).flatMap((row, i) => [
        [`${row}.year`, s.money[i]?.year?.toString() ?? ''],
        [`${row}.fund`, s.money[i]?.fund ?? ''],
        [`${row}.amount`, writtenAmount(s.money[i]?.amount ?? null)],
      ]),
    ),
    leastGrant: writtenAmount(s.leastGrant),
    mostGrant: writtenAmount(s.mostGrant),
    mostMonths: s.mostMonths?.toString() ?? '',
  }),
  read: (form, plan) => {
    const leastGrant = readAmount(form, 'leastGrant')
    const mostGrant = readAmount(form, 'mostGrant')
    return settled(plan, {
      moneyTotal: readAmount(form, 'moneyTotal'),
      money: rowNames('money', mostMoneyRows).flatMap((row) => readRow(form, row)),
      leastGrant,
      mostGrant,
      mostMonths: readCount(form, 'mostMonths', 1, 120),
    })
  },
}

function readRow(form: Form, row: string): { year: number | null; fund: string; amount: string }[] {
  const [year, fund, amount] = [`${row}.year`, `${row}.fund`, `${row}.amount`]
  if (!form.text(year) && !form.text(fund) && !form.text(amount)) return []
  const cents = readAmount(form, amount)
  if (form.text(amount) === '') form.wrong(amount, 'noAmount')
  if (!known.has(form.text(fund))) form.wrong(fund, 'noFund')
  if (form.text(year) !== '' && !/^(19|20|21)\d\d$/.test(form.text(year))) form.wrong(year, 'noYear')
  return [
    {
      year: form.text(year) ? Number(form.text(year)) || null : null,
      fund: form.text(fund),
      amount: cents ?? '0.00',
    },
  ]
}
