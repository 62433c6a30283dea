import { formatCount, type Language } from '../../kernel/text.ts'
import { Section, Table } from '../../ui/index.ts'
import { facetLabel } from '../projects/index.ts'
import { egoText } from './ego-text.ts'
import { networkPath } from './map-view.tsx'
import type { MetActor } from './meet-actions.ts'

type MeetProps = { items: readonly MetActor[]; language: Language; link: (path: string) => string }

/** Whom the actor might meet, with the partners and subjects that they have in common. */
export function Meet({ items, language, link }: MeetProps) {
  const t = egoText[language]
  if (items.length === 0) return null
  return (
    <Section title={t.meet} id="meet" note={t.meetNote}>
      <Table
        caption={t.meet}
        cards
        rows={items}
        language={language}
        columns={[
          {
            label: t.other,
            heading: true,
            phone: 'wide',
            cell: (one) => (
              <>
                <a href={link(`${networkPath}/actors/${one.id}`)}>{one.name}</a>
                {one.region && <span class="sub">{facetLabel('region', one.region, language)}</span>}
              </>
            ),
          },
          {
            label: t.commonPartners,
            phone: 'line',
            cell: (one) => (
              <>
                {one.partners.map((partner, i) => (
                  <>
                    {i > 0 && ', '}
                    <a href={link(`${networkPath}/actors/${partner.id}`)}>{partner.name}</a>
                  </>
                ))}
                {one.common > one.partners.length && (
                  <span class="quiet">
                    {' '}
                    {t.andOthers(formatCount(one.common - one.partners.length, language))}
                  </span>
                )}
              </>
            ),
          },
          {
            label: t.commonSubjects,
            phone: 'line',
            cell: (one) => one.themes.map((theme) => facetLabel('theme', theme, language)).join(', '),
          },
        ]}
      />
    </Section>
  )
}
