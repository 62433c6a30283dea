import { addUpBudget, type CostModel, decimalFromCents, mostWithin } from '../../engine/budget/index.ts'
import type { PageRequest } from '../../kernel/page.ts'
import { Alert, Section, Table } from '../../ui/index.ts'
import { limitSaid, lineSaid } from './model-said.ts'
import { modelText } from './model-text.ts'
import { exampleAmounts } from './own-model.ts'
import { writtenAmount } from './parts/reading.ts'
import { eurosIn, nameIn, percentIn } from './saying.ts'

const fieldOf = (code: string) => `example.${code}`

/** A budget of one partner that the engine has added up by the model, with amounts that one may change to try it. */
export function ModelExample({
  model,
  rate,
  request,
}: {
  model: CostModel | undefined
  rate: string | undefined
  request: Pick<PageRequest, 'url' | 'language'>
}) {
  const { language, url } = request
  const t = modelText[language]
  if (!model)
    return (
      <Section title={t.example} id="example">
        <p class="quiet">{t.exampleNone}</p>
      </Section>
    )
  const amounts = exampleAmounts(model, (code) => url.searchParams.get(fieldOf(code)) ?? '')
  const { all, faults } = addUpBudget(model, { years: [], partners: [{ partner: '1', amounts }] })
  const euros = (cents: bigint) => eurosIn(decimalFromCents(cents), language)
  const broken = faults.flatMap(({ place }) => model.limits.filter((limit) => limit.code === place.at(-1)))
  return (
    <Section title={t.example} id="example">
      <p>{t.exampleLead}</p>
      <form method="get" action="#example">
        <Table
          caption={t.exampleCaption}
          columns={[
            { label: t.row, heading: true, cell: (line) => nameIn(line.name, language), foot: t.total },
            { label: t.kind, cell: (line) => lineSaid(model, line, language), phone: 'hidden' },
            {
              label: t.euros,
              numeric: true,
              cell: (line) =>
                line.kind === 'typed' ? (
                  <input
                    class="short"
                    type="text"
                    inputmode="decimal"
                    name={fieldOf(line.code)}
                    aria-label={`${nameIn(line.name, language)}, ${t.euros}`}
                    value={writtenAmount(decimalFromCents(amounts.get(line.code)?.[0] ?? 0n))}
                  />
                ) : (
                  euros(all.lines.get(line.code)?.total ?? 0n)
                ),
              foot: euros(all.total.total),
            },
          ]}
          rows={model.lines}
          language={language}
        />
        {rate && (
          <p>
            {t.mostAid(percentIn(rate, language))}: <b>{euros(mostWithin(rate, all.total.total))} €</b>
          </p>
        )}
        <button class="btn" type="submit">
          {t.exampleShow}
        </button>
      </form>
      {broken.map((limit) => (
        <Alert tone="bad" title={t.broken(limitSaid(model, limit, language))} />
      ))}
      {broken.length === 0 && model.limits.length > 0 && <p class="note">{t.kept}</p>}
    </Section>
  )
}
