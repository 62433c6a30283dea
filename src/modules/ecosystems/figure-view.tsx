import { centsOf, currencySign, formatAmount } from '../../kernel/money.ts'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { PageHead, Popover, ProvenanceList, text as parts } from '../../ui/index.ts'
import { factsText } from './facts/text.ts'
import type { Ecosystem, EcosystemMoney, EcosystemSources } from './record.ts'
import { addressOf, isWrittenHere, titleOf } from './sources-view.tsx'
import { moneyText, text } from './text.ts'
import { nameOf } from './view.ts'

type Found = { ecosystem: Ecosystem; sources: EcosystemSources }

/** An amount with the page it was read in, as a page of its own and as the pop-up beside the figure. */
export function figurePage(request: PageRequest, found: Found, money: EcosystemMoney): PageAnswer {
  const { language, link, url } = request
  const t = text[language]
  const { ecosystem: e } = found
  const source = found.sources[money.source]
  const href = source && addressOf(source)
  const title = source && titleOf(money.source, source, language)
  // Who looks after the ecosystem has written it, so its own people stand behind it.
  const own = isWrittenHere(money.source)
  const payer = money.from && nameOf(money.from, language)
  const body = (
    <ProvenanceList
      of={{
        source: source && (
          <>
            {href ? <a href={href}>{title}</a> : title}, {source.publisher}
          </>
        ),
        state: source?.date ?? (money.year === undefined ? undefined : String(money.year)),
        raw: `${formatAmount(centsOf(money.amount), language)}\u00a0${currencySign(money.currency)}`,
        method: own ? undefined : t.method[money.qualifier],
        importedBy: own ? factsText[language].madeHere : t.shipped,
        approver: own ? factsText[language].keeper(nameOf(e.name, language)) : null,
        approverNote: t.nobody,
        licence: undefined,
      }}
      language={language}
    />
  )
  if (url.searchParams.has('fragment'))
    return {
      as: 'fragment',
      body: (
        <Popover title={parts[language].whereFromTitle} language={language}>
          {body}
        </Popover>
      ),
    }
  const what = nameOf(money.what, language)
  const home = link(`/ecosystems/${e.key}`)
  return {
    as: 'page',
    title: t.aboutMoney(what, nameOf(e.name, language)),
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: link('/') },
      { text: t.ecosystems, href: link('/ecosystems') },
      { text: nameOf(e.short ?? e.name, language), href: home },
      { text: what },
    ],
    body: (
      <>
        <PageHead over={payer ? `${what}, ${payer}` : what} title={moneyText(money, language)} />
        {body}
        <p>
          <a href={home}>{t.backTo(nameOf(e.name, language))}</a>
        </p>
      </>
    ),
  }
}
