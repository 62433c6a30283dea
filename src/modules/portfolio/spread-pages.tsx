import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { Section, SelectField } from '../../ui/index.ts'
import { fundName, regionByCode } from '../codes/index.ts'
import { kindName } from '../organisations/index.ts'
import { type BalanceKey, balanceKeys, balanceOf } from './balance.ts'
import { BalanceView } from './balance-view.tsx'
import { frameValue } from './entry.ts'
import { facetText } from './facet-text.ts'
import { labelOf } from './figures.ts'
import { framed, readTold } from './frame.tsx'
import { matrixOf } from './matrix.ts'
import { Nothing } from './matrix-page.tsx'
import { ValueTable } from './matrix-view.tsx'
import { axisAsked, entriesOf, pathOf, targetsOf } from './shown.ts'
import { text } from './text.ts'
import { viewText } from './view-text.ts'

/** How much of the portfolio is of each facet of public-sector innovation, and what is missing. */
export async function facetsPage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link } = request
  const [t, f] = [text[language], facetText[language]]
  const axis = axisAsked(told, 'facet')
  const matrix = matrixOf(entriesOf(told), axis, axis, targetsOf(told))
  const missing = axis.values.filter((v) => matrix.row(v.code).count === 0)
  const unplaced = matrix.unplaced.length
  const listed = (value: string) => link(`${pathOf(told, '/things')}?value=${encodeURIComponent(value)}`)
  if (told.entries.length === 0)
    return framed({ request, told, tab: 'facets', body: <Nothing told={told} request={request} /> })
  return framed({
    request,
    told,
    tab: 'facets',
    body: (
      <>
        <p class="lead">{t.facets.lead}</p>
        <ValueTable axis={axis} groupOf={matrix.row} hrefOf={listed} language={language} />
        <p>
          {missing.length > 0
            ? t.facets.missing(missing.map((v) => labelOf(axis, v.code, language)).join(', '))
            : t.facets.allThere}{' '}
          {unplaced > 0 && t.facets.unplaced(unplaced)}
        </p>
        <dl class="portfolio-facets">
          {axis.values.map(({ code }) => (
            <div>
              <dt>{labelOf(axis, code, language)}</dt>
              <dd>{f.says[code as keyof typeof f.says]}</dd>
            </div>
          ))}
        </dl>
        <p class="note">
          <a href="https://oecd-opsi.org/work-areas/innovation-facets/">{t.facets.source}</a>
          {told.may.keep && ' · '}
          {told.may.keep && (
            <a
              href={link(
                `${pathOf(told, '/target')}?value=${encodeURIComponent(frameValue(axis, 'anticipatory'))}`,
              )}
            >
              {t.setTarget}
            </a>
          )}
        </p>
      </>
    ),
  })
}

/** What a group of the balance is called: codes of funds, regions and kinds by their names. */
export function groupName(by: BalanceKey, key: string, language: Language): string {
  if (by === 'fund') return fundName(key, language)
  if (by === 'region') return pick(regionByCode(key)?.name ?? {}, language)?.text ?? key
  return by === 'actorKind' ? kindName(key, language) : key
}

export const balanceAsked = (query: URLSearchParams): BalanceKey =>
  balanceKeys.find((key) => key === query.get('by')) ?? 'city'

/** The portfolio divided by city, lead, fund, region or kind of actor. */
export async function balancePage(request: PageRequest): Promise<PageAnswer> {
  const told = await readTold(request)
  const { language, link, url } = request
  const [t, v] = [text[language], viewText[language]]
  const by = balanceAsked(url.searchParams)
  if (told.entries.length === 0)
    return framed({ request, told, tab: 'balance', body: <Nothing told={told} request={request} /> })
  return framed({
    request,
    told,
    tab: 'balance',
    body: (
      <>
        <form class="portfolio-choose no-print" method="get" action={link(pathOf(told, '/balance'))}>
          <SelectField
            name="by"
            label={t.balance.by}
            choices={balanceKeys.map((key) => ({ value: key, label: v.by[key] }))}
            value={by}
            language={language}
          />
          <button class="btn" type="submit">
            {t.show}
          </button>
        </form>
        <Section title={v.by[by]} note={`${t.balance.note}${by === 'city' ? ` ${t.balance.cityNote}` : ''}`}>
          <BalanceView
            balance={balanceOf(entriesOf(told), by)}
            by={by}
            nameOf={(key) => groupName(by, key, language)}
            language={language}
          />
        </Section>
      </>
    ),
  })
}
