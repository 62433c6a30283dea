import { organisationKinds } from '../../organisations/index.ts'
import { offeredModels } from '../cost-models.ts'
import type { CallSettings } from '../settings.ts'
import { type Form, type PartForm, readPercent, rowNames, settled, writtenPercent } from './reading.ts'

export const mostKindRates = 10

type Had = Pick<CallSettings, 'costModels' | 'ownModels'>

/** Which cost models are allowed, and how much of the cost may be granted. */
export const costsForm: PartForm = {
  written: ({ settings: s }) => {
    const byKind = s.rates.filter((r) => r.applicant !== undefined)
    const rateOf = (code: string | null) =>
      writtenPercent(s.rates.find((r) => r.costModel === code && r.applicant === undefined)?.most ?? null)
    return {
      costModels: s.costModels.map((model) => model.code),
      'rate.all': rateOf(null),
      ...Object.fromEntries(codesOf(s).map((code) => [`rate.${code}`, rateOf(code)])),
      ...Object.fromEntries(
        rowNames('kindRate', mostKindRates).flatMap((row, i) => [
          [`${row}.applicant`, byKind[i]?.applicant ?? ''],
          [`${row}.model`, byKind[i]?.costModel ?? ''],
          [`${row}.most`, writtenPercent(byKind[i]?.most ?? null)],
        ]),
      ),
      deMinimis: s.deMinimis ? ['yes'] : [],
    }
  },
  read: (form, plan) => {
    const { settings: had } = plan
    const chosen = form.list('costModels')
    const costModels = codesOf(had).flatMap((code) => {
      const model = modelOf(had, code)
      return model && chosen.includes(code) ? [{ ...model }] : []
    })
    const all = readPercent(form, 'rate.all')
    const own = codesOf(had).flatMap((code) => {
      const most = readPercent(form, `rate.${code}`)
      return most !== null && chosen.includes(code) ? [{ costModel: code, most }] : []
    })
    return settled(plan, {
      costModels,
      rates: [
        ...(all === null ? [] : [{ costModel: null, most: all }]),
        ...own,
        ...rowNames('kindRate', mostKindRates).flatMap((row) => readKindRate(form, row, had)),
      ],
      deMinimis: form.list('deMinimis').includes('yes'),
    })
  },
}

const kinds: readonly string[] = organisationKinds

/** The rate of one kind of applicant, of one cost model or of all. */
function readKindRate(form: Form, row: string, had: Had): CallSettings['rates'] {
  const [applicant, model] = [form.text(`${row}.applicant`), form.text(`${row}.model`)]
  if (!applicant && !model && !form.text(`${row}.most`)) return []
  if (!kinds.includes(applicant)) form.wrong(`${row}.applicant`, 'unknown')
  if (model && !codesOf(had).includes(model)) form.wrong(`${row}.model`, 'unknown')
  if (form.text(`${row}.most`) === '') form.wrong(`${row}.most`, 'noPercent')
  const most = readPercent(form, `${row}.most`)
  return most === null ? [] : [{ costModel: model || null, applicant, most }]
}

/** A model that may be chosen: one that the call has already stays as it was copied into it. */
export const modelOf = (had: Had, code: string) =>
  [...had.costModels, ...had.ownModels, ...offeredModels].find((model) => model.code === code)

/** The models to choose from: the shipped ones, then those that the call has of its own. */
export const codesOf = (had: Had): string[] => [
  ...new Set([...offeredModels, ...had.ownModels, ...had.costModels].map((model) => model.code)),
]
