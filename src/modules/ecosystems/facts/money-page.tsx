import type { Page } from '../../../kernel/page.ts'
import { SelectField } from '../../../ui/index.ts'
import { qualifiers } from '../record.ts'
import { NamesFields, namesFrom } from '../settings-parts.tsx'
import { moneyText } from '../text.ts'
import { nameOf } from '../view.ts'
import { moneyForms } from './drafts.ts'
import { Line, namesBefore } from './fields.tsx'
import { listMoney, type MoneyRecord, removeMoney, saveMoneyAction } from './money-actions.ts'
import { partPages } from './part-pages.tsx'
import { factsText } from './text.ts'

/** The money frames of an ecosystem, each with its fund, year and payer. */
export const moneyPages: readonly Page[] = partPages<MoneyRecord, Awaited<ReturnType<typeof read>>>({
  part: 'money',
  words: (t) => ({ title: t.money, none: t.noMoney, add: t.addMoney, change: t.changeMoney }),
  forms: moneyForms,
  read,
  nameOf: (m, language) => nameOf(m.what, language),
  columns: (language, link) => {
    const t = factsText[language]
    return [
      {
        label: t.moneyWhat,
        heading: true,
        phone: 'wide',
        cell: (m) => <a href={link(m)}>{nameOf(m.what, language)}</a>,
      },
      { label: t.fund, phone: 'labelled', cell: (m) => m.fund },
      { label: t.year, phone: 'labelled', cell: (m) => m.year },
      { label: t.amount, numeric: true, cell: (m) => moneyText(m, language) },
    ]
  },
  before: (m) => ({
    ...namesBefore('what', m?.what),
    amount: m?.amount.replace('.', ',') ?? '',
    currency: m?.currency ?? 'EUR',
    qualifier: m?.qualifier ?? 'exact',
    fund: m?.fund ?? '',
    year: m?.year?.toString() ?? '',
    ...namesBefore('payer', m?.payer),
  }),
  fields: (of) => {
    const { values, errors, language } = of
    const t = factsText[language]
    return (
      <>
        <NamesFields
          name="what"
          legend={t.moneyWhat}
          help={t.moneyWhatHelp}
          {...{ values, errors, language }}
        />
        <Line of={of} name="amount" label={t.amount} help={t.amountHelp} size="short" inputmode="decimal" />
        <Line of={of} name="currency" label={t.currency} help={t.currencyHelp} size="short" />
        <SelectField
          name="qualifier"
          label={t.qualifier}
          value={values('qualifier')}
          choices={qualifiers.map((q) => ({ value: q, label: t.qualifiers[q] }))}
          language={language}
        />
        <Line of={of} name="fund" label={t.fund} help={t.fundHelp} size="short" optional />
        <Line
          of={of}
          name="year"
          label={t.year}
          help={t.yearHelp}
          size="short"
          inputmode="numeric"
          optional
        />
        <NamesFields name="payer" legend={t.payer} optional {...{ values, errors, language }} />
      </>
    )
  },
  said: (get, language) => {
    const year = get('year')
    if (year && !(/^\d{4}$/.test(year) && Number(year) >= 1990 && Number(year) <= 2100))
      return [{ name: 'year', text: factsText[language].noYear }]
    return {
      what: namesFrom(get, 'what'),
      amount: get('amount'),
      currency: get('currency'),
      qualifier: get('qualifier'),
      fund: get('fund'),
      ...(year && { year }),
      payer: namesFrom(get, 'payer'),
    }
  },
  save: (request, said, draft) => request.perform(saveMoneyAction, said, draft),
  remove: (request, id) => request.perform(removeMoney, { key: request.params.key, id }),
})

function read(request: Parameters<Page['run']>[0]) {
  return request.perform(listMoney, { key: request.params.key })
}
