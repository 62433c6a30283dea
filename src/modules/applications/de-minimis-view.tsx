import { type Answers, answerTo } from '../../engine/form/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { formatDay } from '../../kernel/time.ts'
import { fieldId, Scroll, Tag } from '../../ui/index.ts'
import { roomOf } from './money-count.ts'
import {
  type DeMinimisTable,
  deMinimisTables,
  noneField,
  tableCell,
  tableField,
  tableRows,
} from './money-fields.ts'
import { nameOf } from './money-gaps.ts'
import { isPublicBody } from './money-known.ts'
import type { MoneyProps } from './money-props.ts'
import { moneyText } from './money-text.ts'

/** The name of the button that adds or removes a row of the tables here. */
export const rowsButton = 'money-rows'

/** De minimis aid: what was received, who is one undertaking, and how much room is left. */
export function DeMinimisBlock(props: MoneyProps) {
  const { question, money, terms, language, fill } = props
  const t = moneyText[language].deMinimis
  const rule = terms.deMinimis
  if (!rule) return <p class="quiet">{t.notAsked}</p>
  return (
    <div class="money de-minimis">
      {fill && (
        <p class="help">
          {t.lead(formatAmount(BigInt(rule.ceiling.replace('.', '')), language), rule.years)}
        </p>
      )}
      {fill && (
        <fieldset class="field">
          <legend>{t.declare}</legend>
          {money.partners.map((p) => {
            if (isPublicBody(p, money.known)) return <p>{t.publicBody(nameOf(p, language))}</p>
            const name = noneField(question, p.row)
            const error = fill.errorOf(name)
            return (
              <div class={error ? 'field err' : undefined}>
                {error && (
                  <p class="msg" id={`${fieldId(name)}-error`}>
                    {error}
                  </p>
                )}
                <label class="ck">
                  <input
                    type="checkbox"
                    id={fieldId(name)}
                    name={name}
                    value="yes"
                    checked={fill.ticked(name)}
                    aria-describedby={error ? `${fieldId(name)}-error` : undefined}
                  />
                  <span>{t.none(nameOf(p, language))}</span>
                </label>
              </div>
            )
          })}
        </fieldset>
      )}
      <Rows {...props} table="aids" title={t.aids} add={t.addAid} />
      <Rows {...props} table="links" title={t.links} add={t.addLink} />
      <Families {...props} />
      <Rooms {...props} />
    </div>
  )
}

/** Ties of control that the registry knows: they need no declaring, and take room all the same. */
function Families({ money, language }: MoneyProps) {
  const t = moneyText[language].deMinimis
  const { ties } = money.known
  if (ties.length === 0) return null
  return (
    <div>
      <p>
        <b>{t.families}</b>
      </p>
      <ul>
        {ties.map((tie) => (
          <li>{t.tie(tie.upperName, tie.lowerName, tie.source, formatDay(tie.asOf, language))}</li>
        ))}
      </ul>
    </div>
  )
}

function Rooms({ money, terms, language }: MoneyProps) {
  const t = moneyText[language].deMinimis
  const rooms = new Set(money.partners.map((p) => roomOf(money, p)).filter((room) => room !== undefined))
  return (
    <>
      {[...rooms].map((room) => {
        const partners = money.partners.filter((p) => roomOf(money, p) === room)
        const who = partners.map((p) => nameOf(p, language)).join(', ')
        return (
          <section class={room.fits ? 'de-minimis-room' : 'de-minimis-room bad'} aria-label={t.room(who)}>
            <p>
              <b>{t.room(who)}</b>
            </p>
            <p class="amount num">{formatAmount(room.room - room.asked, language)} €</p>
            <dl class="facts">
              <div>
                <dt>
                  {t.counted} <Tag>{t.declared}</Tag>
                </dt>
                <dd>{formatAmount(room.countedCents, language)} €</dd>
              </div>
              <div>
                <dt>
                  {t.left} <Tag>{t.computedMark}</Tag>
                </dt>
                <dd>{formatAmount(room.room, language)} €</dd>
              </div>
              <div>
                <dt>{t.asked}</dt>
                <dd>{formatAmount(room.asked, language)} €</dd>
              </div>
            </dl>
            <p class="note">{t.source(formatDay(terms.day, language))}</p>
            {!room.fits && (
              <p class="msg">
                {t.over}: {formatAmount(room.over, language)} €.{' '}
                {room.freeFrom && t.free(formatDay(room.freeFrom, language))}
              </p>
            )}
          </section>
        )
      })}
    </>
  )
}

function Rows({
  question,
  answers,
  money,
  language,
  fill,
  table,
  title,
  add,
}: MoneyProps & { table: DeMinimisTable; title: string; add: string }) {
  const t = moneyText[language].deMinimis
  const current: Answers = fill
    ? { [tableField(question, table)]: fill.text(tableField(question, table)) }
    : answers
  const rows = tableRows(question, table, current)
  const columns = deMinimisTables[table]
  if (!fill && rows.length === 0) return null
  const error = fill?.errorOf(tableField(question, table))
  const partnerName = (row: string) => {
    const partner = money.partners.find((p) => p.row === row)
    return partner ? nameOf(partner, language) : ''
  }
  return (
    <fieldset class={error ? 'field err rows' : 'field rows'} id={fieldId(`${question.key}.${table}`)}>
      <legend>{title}</legend>
      {error && <p class="msg">{error}</p>}
      {fill && (
        <textarea name={tableField(question, table)} id={fieldId(tableField(question, table))} hidden>
          {rows.join('\n')}
        </textarea>
      )}
      {rows.length > 0 && (
        <Scroll label={title}>
          <table class={fill ? 'tbl cards asked' : 'tbl cards'}>
            <caption class="vh">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col">{t.columns[column]}</th>
                ))}
                {fill && (
                  <th scope="col">
                    <span class="vh">{t.remove}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <tr>
                  {columns.map((column) => {
                    const name = tableCell(question, table, row, column)
                    if (!fill) {
                      const value = answerTo(answers, name)
                      return (
                        <td data-l={t.columns[column]}>
                          {column === 'partner' ? partnerName(value) : value}
                        </td>
                      )
                    }
                    const wrong = fill.errorOf(name)
                    const label = `${t.columns[column]}, ${i + 1}`
                    return (
                      <td class={wrong ? 'wide err' : 'wide'} data-l={t.columns[column]}>
                        {column === 'partner' ? (
                          <select name={name} id={fieldId(name)} aria-label={label}>
                            <option value="">{t.choose}</option>
                            {money.partners.map((p) => (
                              <option value={p.row} selected={fill.text(name) === p.row}>
                                {nameOf(p, language)}
                              </option>
                            ))}
                          </select>
                        ) : (
                          <input
                            type="text"
                            name={name}
                            id={fieldId(name)}
                            aria-label={label}
                            class={column === 'amount' || column === 'day' ? 'short' : 'full'}
                            inputmode={column === 'amount' ? 'decimal' : undefined}
                            value={fill.text(name)}
                          />
                        )}
                        {wrong && <p class="msg">{wrong}</p>}
                      </td>
                    )
                  })}
                  {fill && (
                    <td class="r">
                      <button
                        class="btn bare"
                        type="submit"
                        name={rowsButton}
                        value={`remove:${question.key}:${table}:${row}`}
                        formnovalidate
                      >
                        {t.remove}
                        <span class="vh"> {i + 1}</span>
                      </button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {fill && (
        <div class="actions">
          <button
            class="btn"
            type="submit"
            name={rowsButton}
            value={`add:${question.key}:${table}`}
            formnovalidate
          >
            {add}
          </button>
        </div>
      )}
    </fieldset>
  )
}
