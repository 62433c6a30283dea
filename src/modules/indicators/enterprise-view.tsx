import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { InLanguage, Menu, sheetChoices, Table } from '../../ui/index.ts'
import { regionByCode } from '../codes/index.ts'
import type { ListedEnterprise } from './read-actions.ts'
import { text } from './text.ts'

type Behind = {
  items: readonly ListedEnterprise[]
  unnumbered: readonly { name: string; project: object | null; first: string }[]
}

/** As many as a page shows; all of them are in the exports. */
const most = 200

export const sizeName = (size: string | null, language: Language): string =>
  size ? ((text[language].sizes as Readonly<Record<string, string>>)[size] ?? size) : ''

export const regionName = (code: string | null, language: Language): string => {
  const region = code ? regionByCode(code) : undefined
  return (region && pick(region.name, language)?.text) ?? code ?? ''
}

/** The list behind a unique count: each enterprise once, with the projects that reported it. */
export function Enterprises({
  behind,
  at,
  language,
  link,
}: {
  behind: Behind
  /** The page of the indicator. */
  at: string
  language: Language
  link: (path: string) => string
}) {
  const t = text[language]
  const { items, unnumbered } = behind
  return (
    <>
      <p class="note">{t.enterprisesLead}</p>
      {items.length > 0 && (
        <Menu label={t.export} groups={[sheetChoices((format) => link(`${at}/enterprises.${format}`))]} />
      )}
      <Table
        caption={t.enterprises}
        cards
        rows={items.slice(0, most)}
        language={language}
        columns={[
          {
            label: t.enterprise,
            heading: true,
            phone: 'wide',
            cell: (one) => (
              <>
                {one.name ?? t.soleTrader}
                <span class="sub">{one.business}</span>
              </>
            ),
          },
          { label: t.size, phone: 'labelled', cell: (one) => sizeName(one.size, language) },
          { label: t.region, phone: 'labelled', cell: (one) => regionName(one.region, language) },
          { label: t.first, phone: 'labelled', cell: (one) => formatDay(one.first, language) },
          {
            label: t.reportedBy,
            phone: 'line',
            cell: (one) => (
              <>
                {one.projects.map((project, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={link(project.path)}>
                      <InLanguage names={project.name} language={language} />
                    </a>
                  </>
                ))}{' '}
                {one.others > 0 && (
                  <span class="quiet">{t.othersToo(formatCount(one.others, language))}</span>
                )}
              </>
            ),
          },
        ]}
      />
      {unnumbered.length > 0 && (
        <>
          <h3>{t.unnumberedTitle}</h3>
          <p class="note">{t.unnumbered(formatCount(unnumbered.length, language))}</p>
          <ul>
            {unnumbered.slice(0, most).map((one) => (
              <li>
                {one.name}, {formatDay(one.first, language)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
