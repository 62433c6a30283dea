import { AreaMap, LinkList } from '../../ui/index.ts'
import type { Ecosystem, TieFrom } from './record.ts'
import { text } from './text.ts'
import { areasOf, nameOf, type View } from './view.ts'

type TiesProps = View & { ecosystem: Ecosystem; tiesFrom: readonly TieFrom[] }

/** Up, beside and before: what it is part of, what it continues, and who says so of it. */
export function Ties({ ecosystem, tiesFrom, language, link }: TiesProps) {
  const t = text[language]
  if (ecosystem.links.length + tiesFrom.length === 0) return null
  return (
    <section>
      <h2>{t.links}</h2>
      <ul class="links">
        {ecosystem.links.map((tie) => (
          <li>
            <span class="over">{t.linkKinds[tie.kind]}</span>
            {tie.to ? (
              <a href={link(`/ecosystems/${tie.to}`)}>{nameOf(tie.name ?? {}, language)}</a>
            ) : (
              nameOf(tie.name ?? {}, language)
            )}
            {tie.what && <span class="sub">{nameOf(tie.what, language)}</span>}
          </li>
        ))}
        {tiesFrom.map((tie) => (
          <li>
            <span class="over">{t.linkKindsFrom[tie.kind]}</span>
            <a href={link(`/ecosystems/${tie.key}`)}>{nameOf(tie.name, language)}</a>
            {tie.what && <span class="sub">{nameOf(tie.what, language)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The regions as a list and on the map. */
export function Where({ ecosystem, ...view }: View & { ecosystem: Ecosystem }) {
  const t = text[view.language]
  const areas = areasOf(ecosystem.regions, view)
  if (areas.length === 0) return null
  return (
    <section>
      <h2>{t.regions}</h2>
      <LinkList items={areas.map((area) => ({ href: area.href, label: area.name }))} />
      <AreaMap caption={t.map} areas={areas} language={view.language} />
    </section>
  )
}
