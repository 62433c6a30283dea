import { queryData } from '../../kernel/list.ts'
import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page } from '../../kernel/page.ts'
import { formatCount, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { changed } from '../../kernel/view-address.ts'
import { PageHead, Popover, ProvenanceList, text as parts } from '../../ui/index.ts'
import { shareText } from '../sources/index.ts'
import { list, listsBehind } from './actions.ts'
import { text } from './text.ts'
import { wordsText } from './words-text.ts'

/** Where the sum over a list of projects comes from: how many rows it is of, of which lists, and what is left out. */
export const sumProvenance: Page = {
  method: 'GET',
  path: '/projects/provenance',
  cached: true,
  async run(request) {
    const { url, language, link } = request
    const t = text[language]
    const says = wordsText[language].sumProvenance
    const { fragment, columns: _, open: __, ...input } = queryData(url.searchParams)
    const found = await request.perform(list, { ...input, limit: '1' })
    const n = (value: number) => formatCount(value, language)
    const euros = found.sums.find((s) => s.currency === 'EUR')
    const others = found.sums.filter((s) => s.currency !== 'EUR' && centsOf(s.granted) !== 0n)
    const { items: lists } = await request.perform(listsBehind, input)
    const missing = found.facets.amount?.unknown ?? 0
    const body = (
      <>
        <ProvenanceList
          of={{
            source:
              lists.length === 0
                ? says.source(n(found.total))
                : lists.map(({ id, title, file, asOf, projects }) => (
                    <span class="line">
                      <a href={link(`/sources/${id}`)}>{pick(title, language)?.text ?? file}</a>
                      {asOf && `, ${formatDay(asOf, language)}`}: {says.source(n(projects))}
                    </span>
                  )),
            ...(euros && { raw: `${formatAmount(centsOf(euros.granted), language)} €` }),
            method: says.method(n(found.total), n(missing)),
          }}
          language={language}
        />
        {found.closed > 0 && <p class="note">{shareText[language].included(found.closed)}</p>}
        {others.length > 0 && (
          <p class="note">
            {says.otherCurrencies}:{' '}
            {others.map((s) => `${formatAmount(centsOf(s.granted), language)} ${s.currency}`).join(', ')}
          </p>
        )}
        <p class="provenance-links">
          <a href={changed(link('/projects'), url.searchParams, {})}>{says.rows}</a>
        </p>
      </>
    )
    if (fragment) {
      return {
        as: 'fragment',
        body: (
          <Popover title={parts[language].whereFromTitle} language={language}>
            {body}
          </Popover>
        ),
      }
    }
    return {
      as: 'page',
      title: says.title,
      nav: 'projects',
      robots: 'noindex',
      crumbs: [
        { text: t.home, href: link('/') },
        { text: t.title, href: link('/projects') },
        { text: says.title },
      ],
      body: (
        <>
          <PageHead title={says.title} />
          {body}
        </>
      ),
    }
  },
}
