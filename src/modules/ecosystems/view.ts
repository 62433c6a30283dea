import { centsOf } from '../../kernel/money.ts'
import { type Language, type Names, pick } from '../../kernel/text.ts'
import type { Quantity } from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import type { Ecosystem, EcosystemMoney } from './record.ts'
import { text } from './text.ts'

/** What every view needs to speak and to link. */
export type View = { language: Language; link: (path: string) => string }

export const nameOf = (names: Names, language: Language): string => pick(names, language)?.text ?? ''

export const quantityOf = (money: EcosystemMoney): Quantity => ({
  amount: { cents: centsOf(money.amount), currency: money.currency },
})

/** The way to the source of an ecosystem's nth amount. */
export const originOf = (e: Ecosystem, money: EcosystemMoney, { language, link }: View) => ({
  href: link(`/ecosystems/${e.key}/figures/${e.money.indexOf(money) + 1}`),
  about: text[language].aboutMoney(nameOf(money.what, language), nameOf(e.name, language)),
})

/** The regions of an ecosystem as marks of a map; a region without geometry cannot be drawn. */
export const areasOf = (codes: readonly string[], { language, link }: View) =>
  codes.flatMap((code) => {
    const region = regionByCode(code)
    if (!region) return []
    const name = nameOf(region.name, language)
    return [{ code: region.geometry, name, href: link(`/regions/${code}`) }]
  })
