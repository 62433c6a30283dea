import { shareText } from '../../engine/budget/index.ts'
import { answerTo } from '../../engine/form/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { fieldId, Scroll, SelectField, Tag } from '../../ui/index.ts'
import { Counted, percentText } from './money-balance.tsx'
import { type Money, roomOf } from './money-count.ts'
import { amountField, modelField } from './money-fields.ts'
import { nameOf } from './money-gaps.ts'
import { isPublicBody } from './money-known.ts'
import type { MoneyProps } from './money-props.ts'
import { moneyText } from './money-text.ts'

type RowProps = MoneyProps & { label: string; help?: string | undefined; code: string }

/** One amount to type, named for who does not see the table. */
function Amount({ question, row, code, label, partner, fill }: RowProps & { row: string; partner: string }) {
  const name = amountField(question, row, code)
  const id = fieldId(name)
  const error = fill!.errorOf(name)
  return (
    <td class={error ? 'r err' : 'r'}>
      <input
        id={id}
        name={name}
        type="text"
        inputmode="decimal"
        class="short amount-cell"
        aria-label={`${label}, ${partner}`}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={fill!.text(name)}
      />
      {error && (
        <p class="msg" id={`${id}-error`}>
          {error}
        </p>
      )}
    </td>
  )
}

const Head = ({ money, language, first }: { money: Money; language: Language; first: string }) => (
  <thead>
    <tr>
      <th scope="col">{first}</th>
      {money.partners.map((p) => (
        <th scope="col" class="r">
          {nameOf(p, language)}
        </th>
      ))}
      <th scope="col" class="r">
        {moneyText[language].budget.all}
      </th>
    </tr>
  </thead>
)

/** A row of sums; an island writes them anew while somebody types. */
function SumRow({
  label,
  code,
  money,
  language,
  of,
  all,
  strong,
  signed,
}: {
  label: string
  code: string
  money: Money
  language: Language
  of: (row: string) => bigint | undefined
  all: bigint | undefined
  strong?: boolean
  signed?: boolean
}) {
  const said = (cents: bigint | undefined) =>
    cents === undefined ? '' : `${signed && cents > 0n ? '+' : ''}${formatAmount(cents, language)}`
  const wrong = (cents: bigint | undefined) => signed && cents !== undefined && cents !== 0n
  return (
    <tr class={strong ? 'sum' : undefined}>
      <th scope="row">{label}</th>
      {money.partners.map(({ row }) => (
        <td class={wrong(of(row)) ? 'r bad' : 'r'} data-sum={`${row}.${code}`}>
          {said(of(row))}
        </td>
      ))}
      <td class={wrong(all) ? 'r bad' : 'r'} data-sum={`.${code}`}>
        {said(all)}
      </td>
    </tr>
  )
}

/** The costs of every partner by the cost model's lines: typed ones to be filled in, computed ones and sums told. */
export function BudgetBlock(props: MoneyProps) {
  const { question, money, terms, language, fill, answers } = props
  const t = moneyText[language].budget
  const { model, budget } = money
  const choice = model && pick(model.name, language)?.text
  return (
    <div class="money">
      {fill && terms.models.length > 1 ? (
        <SelectField
          name={modelField(question)}
          label={t.model}
          help={t.modelHelp}
          none={t.choose}
          value={fill.text(modelField(question)) || answerTo(answers, modelField(question))}
          error={fill.errorOf(modelField(question))}
          choices={terms.models.map((m) => ({
            value: m.code,
            label: pick(m.name, language)?.text ?? m.code,
          }))}
          language={language}
        />
      ) : (
        choice && (
          <p>
            <b>{t.model}:</b> {choice}
          </p>
        )
      )}
      {!model || !budget ? (
        <p class="quiet">{t.noModel}</p>
      ) : (
        <>
          {fill && (
            <p class="help">
              {t.numbers} {t.after}
            </p>
          )}
          <Counted table="budget" props={props}>
            <Scroll label={t.caption}>
              <table class="tbl money-table">
                <caption class="vh">{t.caption}</caption>
                <Head money={money} language={language} first={t.line} />
                <tbody>
                  {model.lines.map((line) => {
                    const label = pick(line.name, language)?.text ?? line.code
                    const sums = budget.all.lines.get(line.code)
                    const of = (row: string) =>
                      budget.partners.find((p) => p.partner === row)?.lines.get(line.code)?.total
                    if (!fill || line.kind !== 'typed')
                      return (
                        <SumRow
                          label={label}
                          code={line.code}
                          money={money}
                          language={language}
                          of={of}
                          all={sums?.total}
                        />
                      )
                    return (
                      <tr>
                        <th scope="row">
                          {label}
                          {line.help && <span class="help">{pick(line.help, language)?.text}</span>}
                        </th>
                        {money.partners.map((p) => (
                          <Amount
                            {...props}
                            row={p.row}
                            code={line.code}
                            label={label}
                            partner={nameOf(p, language)}
                          />
                        ))}
                        <td class="r" data-sum={`.${line.code}`}>
                          {formatAmount(sums?.total ?? 0n, language)}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
                <tfoot>
                  <SumRow
                    strong
                    label={t.total}
                    code="total"
                    money={money}
                    language={language}
                    of={(row) => budget.partners.find((p) => p.partner === row)?.total.total}
                    all={budget.all.total.total}
                  />
                </tfoot>
              </table>
            </Scroll>
          </Counted>
        </>
      )}
    </div>
  )
}

/** Room for de minimis aid that the grants leave, beside them; partners that are one undertaking share it. */
function RoomRow({ money, terms, language }: MoneyProps) {
  const t = moneyText[language]
  return (
    <tr>
      <th scope="row">
        {t.financing.room} <Tag>{t.deMinimis.computedMark}</Tag>
        <span class="help">{t.deMinimis.source(formatDay(terms.day, language))}</span>
      </th>
      {money.partners.map((p) => {
        if (isPublicBody(p, money.known)) return <td class="r quiet">{t.deMinimis.publicCell}</td>
        const room = roomOf(money, p)
        return (
          <td class={room && !room.fits ? 'r bad' : 'r'} data-sum={room && `${p.row}.left`}>
            {room && formatAmount(room.room - room.asked, language)}
          </td>
        )
      })}
      <td />
    </tr>
  )
}

/** Where the money comes from, partner by partner, beside the costs: what differs is told with its sign. */
export function FinancingBlock(props: MoneyProps) {
  const { money, terms, language, fill } = props
  const t = moneyText[language].financing
  const { financing, aid } = money
  if (!financing) return <p class="quiet">{moneyText[language].budget.noModel}</p>
  const of = (row: string) => financing.partners.find((p) => p.partner === row)
  const aidOf = (row: string) => aid?.partners.find((p) => p.partner === row)
  const sum = { money, language }
  const percents = [...new Set(aid?.partners.map((p) => p.percent).filter((p) => p !== undefined))]
  const rate = (grant: bigint, cost: bigint) => {
    const share = shareText(grant, cost)
    return share === undefined ? '' : `${percentText(share, language)} %`
  }
  return (
    <div class="money">
      {fill && <p class="help">{moneyText[language].budget.numbers}</p>}
      <Counted table="financing" props={props}>
        <Scroll label={t.caption}>
          <table class="tbl money-table">
            <caption class="vh">{t.caption}</caption>
            <Head money={money} language={language} first={t.source} />
            <tbody>
              {terms.sources.map((source) => {
                const label = pick(source.name, language)?.text ?? source.code
                const all = financing.all.sources.get(source.code)?.total
                if (!fill)
                  return (
                    <SumRow
                      {...sum}
                      label={label}
                      code={source.code}
                      of={(row) => of(row)?.sources.get(source.code)?.total}
                      all={all}
                    />
                  )
                return (
                  <tr>
                    <th scope="row">{label}</th>
                    {money.partners.map((p) => (
                      <Amount
                        {...props}
                        row={p.row}
                        code={source.code}
                        label={label}
                        partner={nameOf(p, language)}
                      />
                    ))}
                    <td class="r" data-sum={`.${source.code}`}>
                      {formatAmount(all ?? 0n, language)}
                    </td>
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <SumRow
                {...sum}
                strong
                label={t.total}
                code="total"
                of={(row) => of(row)?.financing.total}
                all={financing.all.financing.total}
              />
              <SumRow
                {...sum}
                label={t.cost}
                code="cost"
                of={(row) => of(row)?.cost}
                all={financing.all.cost}
              />
              <SumRow
                {...sum}
                signed
                label={t.difference}
                code="difference"
                of={(row) => of(row)?.difference}
                all={financing.all.difference}
              />
              <tr>
                <th scope="row">
                  {t.rate}
                  {percents.length === 1 && (
                    <span class="help">{t.allowed(percentText(percents[0]!, language))}</span>
                  )}
                </th>
                {money.partners.map(({ row }) => (
                  <td class="r" data-sum={`${row}.rate`}>
                    {rate(of(row)?.grant ?? 0n, of(row)?.cost ?? 0n)}
                  </td>
                ))}
                <td class={aid?.all.over ? 'r bad' : 'r'} data-sum=".rate">
                  {rate(financing.all.grant, financing.all.cost)}
                </td>
              </tr>
              <SumRow
                {...sum}
                label={t.most}
                code="most"
                of={(row) => aidOf(row)?.mostGrant}
                all={aid?.all.mostGrant}
              />
              {terms.deMinimis && <RoomRow {...props} />}
            </tfoot>
          </table>
        </Scroll>
      </Counted>
      {!fill && financing.all.difference === 0n && <p class="quiet">{t.sums}</p>}
    </div>
  )
}
