import {
  type AmountFault,
  type BalanceWords,
  balanceOf,
  type Cents,
  centsFromDecimal,
  countTyped,
  decimalFromCents,
  type MoneyTable,
  type MoneyTerms,
  readAmount,
  sayBalance,
  shareText,
  type TypedMoney,
} from '../engine/budget/index.ts'
import { wordsOf } from './words.ts'

const locales: Record<string, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' }
/** A pause in typing after which the balance is read aloud, in milliseconds. */
const pause = 1_200

type Counted = {
  terms: MoneyTerms
  /** Room for de minimis aid before this application, of the partners that share it. */
  rooms: readonly { rows: readonly string[]; left: string }[]
  fields: Record<MoneyTable, string>
  answers: Record<string, string>
}

/**
 * Round a table of amounts: its sums, rates and differences follow what is typed, counted by the code that the server
 * counts with. The server's figures stand there until something is typed, and without script until it is saved.
 */
export class MoneySums extends HTMLElement {
  #counted: Counted | undefined
  #aloud: ReturnType<typeof setTimeout> | undefined
  readonly #ended = new AbortController()

  connectedCallback(): void {
    const form = this.closest('form')
    if (!form || !this.dataset.counted) return
    this.#counted = JSON.parse(this.dataset.counted) as Counted
    const { signal } = this.#ended
    const count = () => this.#count(form)
    form.addEventListener('input', count, { signal })
    form.addEventListener('change', (event) => this.#check(event.target), { signal })
    // Others' amounts, and those that come back from a lost window, change fields without a key being pressed.
    form.addEventListener('focusout', () => setTimeout(count), { signal })
    count()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#aloud)
    this.#ended.abort()
  }

  #count(form: HTMLFormElement): void {
    const { terms, fields, answers } = this.#counted!
    const money = countTyped(terms, (table, partner, code) => {
      const name = `${fields[table]}.${partner}.${code}`
      const field = form.elements.namedItem(name)
      return field instanceof HTMLInputElement ? field.value : (answers[name] ?? '')
    })
    for (const cell of this.querySelectorAll<HTMLElement>('[data-sum]')) this.#show(cell, money)
    const words = wordsOf<BalanceWords>(this)
    const said = sayBalance(balanceOf(money), words, { amount: this.#amount, percent: this.#percent })
    const told = this.querySelector<HTMLElement>('.balance')
    if (!told || told.textContent === said.join(' ')) return
    told.textContent = said.join(' ')
    clearTimeout(this.#aloud)
    this.#aloud = setTimeout(() => {
      const aloud = this.querySelector('[role=status]')
      if (aloud) aloud.textContent = told.textContent
    }, pause)
  }

  #show(cell: HTMLElement, money: TypedMoney): void {
    const [row = '', code = ''] = (cell.dataset.sum ?? '').split('.')
    const isPlan = this.dataset.table === 'financing'
    const { budget, financing, aid } = money
    const costs = row ? budget.partners.find((p) => p.partner === row) : budget.all
    const plan = row ? financing?.partners.find((p) => p.partner === row) : financing?.all
    const most = row ? aid?.partners.find((p) => p.partner === row) : aid?.all
    const cents = !isPlan
      ? code === 'total'
        ? costs?.total.total
        : costs?.lines.get(code)?.total
      : code === 'total'
        ? plan?.financing.total
        : code === 'cost'
          ? plan?.cost
          : code === 'difference'
            ? plan?.difference
            : code === 'most'
              ? most?.mostGrant
              : plan?.sources.get(code)?.total
    if (isPlan && code === 'rate') {
      const share = shareText(plan?.grant ?? 0n, plan?.cost ?? 0n)
      cell.textContent = share === undefined ? '' : `${this.#percent(share)} %`
      if (!row) cell.classList.toggle('bad', aid?.all.over === true)
      return
    }
    if (code === 'left') {
      const left = this.#left(row, money)
      if (left === undefined) return
      cell.textContent = this.#amount(left)
      cell.classList.toggle('bad', left < 0n)
      return
    }
    const signed = isPlan && code === 'difference'
    cell.textContent = cents === undefined ? '' : `${signed && cents > 0n ? '+' : ''}${this.#amount(cents)}`
    if (signed) cell.classList.toggle('bad', cents !== undefined && cents !== 0n)
  }

  #left(row: string, { financing }: TypedMoney): Cents | undefined {
    const room = this.#counted!.rooms.find(({ rows }) => rows.includes(row))
    const left = room && centsFromDecimal(room.left)
    if (!room || left === undefined) return undefined
    const shared = financing?.partners.filter((p) => room.rows.includes(p.partner)) ?? []
    return shared.reduce((sum, { grant }) => sum - grant, left)
  }

  /** Says beside a field that was left that its amount cannot be read; what the server said there stays. */
  #check(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement) || !this.contains(target) || target.inputMode !== 'decimal')
      return
    const cell = target.closest('td')
    const own = cell?.querySelector('.msg[data-typed]')
    if (!cell || (cell.querySelector('.msg') && !own)) return
    const read = readAmount(target.value)
    const fault = read.ok || read.fault === 'empty' ? undefined : read.fault
    own?.remove()
    cell.classList.toggle('err', fault !== undefined)
    if (!fault) {
      target.removeAttribute('aria-invalid')
      target.removeAttribute('aria-describedby')
      return
    }
    const said = document.createElement('p')
    said.className = 'msg'
    said.id = `${target.id}-typed`
    said.dataset.typed = ''
    said.textContent = wordsOf<Record<AmountFault, string>>(this)[fault]
    cell.append(said)
    target.setAttribute('aria-invalid', 'true')
    target.setAttribute('aria-describedby', said.id)
  }

  readonly #amount = (cents: Cents): string => {
    const digits = cents % 100n === 0n ? 0 : 2
    const format = new Intl.NumberFormat(locales[this.dataset.language ?? 'fi'], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    // Intl takes a decimal string exactly.
    return format.format(decimalFromCents(cents) as unknown as number)
  }

  readonly #percent = (decimal: string): string =>
    this.dataset.language === 'en' ? decimal : decimal.replace('.', ',')
}
