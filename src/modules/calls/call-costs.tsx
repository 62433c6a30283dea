import { type CostModel, readCostModel } from '../../engine/budget/index.ts'
import { centsOf, decimalOf } from '../../kernel/money.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { InLanguage, Section, Table } from '../../ui/index.ts'
import { kindName } from '../organisations/index.ts'
import type { Call } from './call.ts'
import { modelName } from './cost-models.ts'
import { limitSaid, lineSaid } from './model-said.ts'
import { eurosIn, nameIn, percentIn } from './saying.ts'
import type { CallSettings } from './settings.ts'
import { text } from './text.ts'

type Props = { call: Call; request: Pick<PageRequest, 'language'> }
type Rates = CallSettings['rates']

/** Which cost models are allowed, what each means, how much of the cost may be granted, and what that is in euros. */
export function Costs({ call, request }: Props) {
  const { language } = request
  const t = text[language]
  const { costModels, rates, deMinimis } = call.settings
  if (costModels.length === 0 && rates.length === 0) return null
  const [first] = costModels
  const shown = rateOf(rates, first?.code ?? null)
  return (
    <Section title={t.costs} id="costs" class="call-says">
      <Table
        caption={t.costs}
        columns={[
          { label: t.model, heading: true, cell: (m) => nameIn(modelName(m), language, m.code) },
          {
            label: t.rate,
            numeric: true,
            cell: (m) => {
              const rate = rateOf(rates, m.code)
              return rate === undefined ? '–' : percentIn(rate, language)
            },
          },
        ]}
        rows={costModels}
        language={language}
      />
      <ByApplicant call={call} request={request} />
      {shown && <p>{t.rateMeans(eurosIn(shareOfHundredThousand(shown), language))}</p>}
      {deMinimis && <p>{t.deMinimis}</p>}
      {costModels.map((data) => {
        const model = readCostModel(data)
        return model.ok && <Model model={model.value} language={language} />
      })}
    </Section>
  )
}

/** The rate of a cost model that holds for every applicant without another. */
const rateOf = (rates: Rates, code: string | null): string | undefined => {
  const general = rates.filter((r) => r.applicant === undefined)
  return (general.find((r) => r.costModel === code) ?? general.find((r) => r.costModel === null))?.most
}

/** So many percent of 100 000 euros: "62.5" -> "62500.00". */
const shareOfHundredThousand = (percent: string): string => decimalOf(centsOf(percent) * 1000n)

/** Rates that kinds of applicant have of their own. */
function ByApplicant({ call, request: { language } }: Props) {
  const t = text[language]
  const { rates, costModels } = call.settings
  const rows = rates.filter((r) => r.applicant !== undefined)
  if (rows.length === 0) return null
  const model = (code: string) => costModels.find((m) => m.code === code) ?? { code }
  return (
    <Table
      caption={t.ratesByKind}
      showCaption
      columns={[
        { label: t.applicant, heading: true, cell: (r) => kindName(r.applicant ?? '', language) },
        {
          label: t.model,
          cell: (r) =>
            r.costModel === null
              ? t.everyModel
              : nameIn(modelName(model(r.costModel)), language, r.costModel),
        },
        { label: t.rate, numeric: true, cell: (r) => percentIn(r.most, language) },
      ]}
      rows={rows}
      language={language}
    />
  )
}

/** A cost model in plain words: each line of the budget, and the limits that hold in it. */
const Model = ({ model, language }: { model: CostModel; language: PageRequest['language'] }) => (
  <>
    <h3>
      <InLanguage names={model.name} language={language} />
    </h3>
    <ul class="ruled">
      {model.lines.map((line) => (
        <li>
          <InLanguage names={line.name} language={language} />: {lineSaid(model, line, language)}
          {line.help && (
            <span class="sub">
              <InLanguage names={line.help} language={language} />
            </span>
          )}
        </li>
      ))}
    </ul>
    {model.limits.length > 0 && (
      <ul>
        {model.limits.map((limit) => (
          <li>{limitSaid(model, limit, language)}</li>
        ))}
      </ul>
    )}
  </>
)
