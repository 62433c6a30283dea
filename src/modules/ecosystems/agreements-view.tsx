import { formatCount } from '../../kernel/text.ts'
import { AreaMap, Section, Table } from '../../ui/index.ts'
import { municipalityByCode, regionByCode } from '../codes/index.ts'
import type { Ecosystem } from './record.ts'
import { text } from './text.ts'
import { areasOf, nameOf, type View } from './view.ts'

/** The ecosystem agreements on the map and in a table: where, what they put first, who decides on the money. */
export function Agreements({ items, ...view }: View & { items: readonly Ecosystem[] }) {
  const { language, link } = view
  const t = text[language]
  const regionOf = (e: Ecosystem) => regionByCode(e.regions[0] ?? '')
  const areas = items.flatMap((e) => {
    const city = municipalityByCode(e.municipalities?.[0] ?? '')
    const named = { label: city && nameOf(city.name, language), href: link(`/ecosystems/${e.key}`) }
    return areasOf(e.regions, view).map((area) => ({ ...area, ...named }))
  })
  return (
    <Section title={`${t.agreements} ${formatCount(items.length, language)}`} note={t.agreementsNote}>
      <div class="geo">
        <AreaMap caption={t.agreements} areas={areas} language={language} />
        <Table
          caption={t.agreements}
          cards
          class="regions"
          rows={items}
          rowProps={(e) => ({ 'data-code': regionOf(e)?.geometry ?? '' })}
          columns={[
            {
              label: t.agreement,
              heading: true,
              phone: 'wide',
              cell: (e) => (
                <>
                  <a href={link(`/ecosystems/${e.key}`)}>{nameOf(e.name, language)}</a>
                  <span class="sub">{priorities(e, view)}</span>
                </>
              ),
            },
            {
              label: t.region,
              cell: (e) => nameOf(regionOf(e)?.name ?? {}, language),
            },
            {
              label: t.authority,
              phone: 'labelled',
              cell: (e) => {
                const council = e.roles.find((r) => r.role === 'authority')
                if (!council) return <span class="quiet">{t.notKnown}</span>
                const name = nameOf(council.name, language)
                return council.authority ? (
                  <a href={link(`/authorities/${council.authority}`)}>{name}</a>
                ) : (
                  name
                )
              },
            },
          ]}
          language={language}
        />
      </div>
    </Section>
  )
}

const priorities = (e: Ecosystem, { language }: View): string =>
  (e.frame.find((d) => d.dimension === 'priority')?.values ?? [])
    .map((v) => nameOf(v.name, language))
    .join(' · ')
