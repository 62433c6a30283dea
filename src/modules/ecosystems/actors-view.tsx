import type { Language, Names } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { Ref, Section, Table } from '../../ui/index.ts'
import type { Ecosystem } from './record.ts'
import { text } from './text.ts'
import { nameOf, type View } from './view.ts'

type Party = Pick<Ecosystem['roles'][number], 'name' | 'businessId' | 'authority'>
type Time = Pick<Ecosystem['roles'][number], 'validFrom' | 'validTo'>
type Part = Time & { role: string; source: string; what?: Names | undefined }
type Actor = Party & { parts: Part[] }

type ActorsProps = View & {
  ecosystem: Ecosystem
  organisations: Readonly<Record<string, string>>
  numberOf: (source: string) => number
}

/** Who has signed and who does what; a name leads to the organisation's or the authority's own page. */
export function Actors({ ecosystem, organisations, numberOf, language, link }: ActorsProps) {
  const t = text[language]
  const signed = ecosystem.agreement
  const actors = actorsOf(ecosystem, t)
  if (actors.length === 0) return null
  const hrefOf = (p: Party) => {
    if (p.authority) return link(`/authorities/${p.authority}`)
    const id = p.businessId && organisations[p.businessId]
    return id ? link(`/organisations/${id}`) : undefined
  }
  const note = signed && [
    signed.signed && t.signed(formatDay(signed.signed, language)),
    signed.validTo && t.validUntil(formatDay(signed.validTo, language)),
  ]
  return (
    <Section title={t.actors} note={note?.filter(Boolean).join(', ')}>
      <Table
        caption={t.actors}
        cards
        rows={actors}
        columns={[
          {
            label: t.actor,
            heading: true,
            cell: (actor) => {
              const href = hrefOf(actor)
              const name = nameOf(actor.name, language)
              return href ? <a href={href}>{name}</a> : name
            },
          },
          {
            label: t.role,
            phone: 'wide',
            cell: (actor) =>
              actor.parts.map((part) => (
                <div>
                  {part.role}
                  {part.what && <span class="quiet">: {nameOf(part.what, language)}</span>}
                  {(part.validFrom || part.validTo) && (
                    <span class="quiet num"> {spanOf(part, language)}</span>
                  )}
                  <Ref n={numberOf(part.source)} language={language} />
                </div>
              )),
          },
        ]}
        language={language}
      />
    </Section>
  )
}

const spanOf = ({ validFrom, validTo }: Time, language: Language): string =>
  `${validFrom ? formatDay(validFrom, language) : ''}–${validTo ? formatDay(validTo, language) : ''}`

/** Every actor once, with all its parts: a city signs an agreement and carries out its coordination. */
function actorsOf(e: Ecosystem, t: (typeof text)['fi']): Actor[] {
  const all: (Party & Part)[] = [
    ...(e.agreement?.parties ?? []).map((p) => ({ ...p, role: t.party, source: e.agreement!.source })),
    ...e.roles.map((r) => ({ ...r, role: t.roles[r.role] })),
  ]
  const actors = new Map<string, Actor>()
  for (const { role, source, what, validFrom, validTo, ...party } of all) {
    const actor = actors.get(party.name.fi) ?? { ...party, parts: [] }
    actor.parts.push({ role, source, what, ...(validFrom && { validFrom }), ...(validTo && { validTo }) })
    actors.set(party.name.fi, actor)
  }
  return [...actors.values()]
}
