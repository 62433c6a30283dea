import { isId } from '../../kernel/id.ts'
import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import { InLanguage, PageHead, Section, Table } from '../../ui/index.ts'
import { roleName } from '../ecosystems/index.ts'
import { kindName } from '../organisations/index.ts'
import type { TieKind } from '../ties/index.ts'
import { type NetworkActor, networkActor, type Partner } from './ego-actions.ts'
import { EgoFigure } from './ego-figure.tsx'
import { egoText } from './ego-text.ts'
import { networkFacts } from './fact-actions.ts'
import { type NamesOfNetwork, valueLabel } from './map-facets.ts'
import { ecosystemNames } from './map-pages.tsx'
import { mapText } from './map-text.ts'
import { networkPath } from './map-view.tsx'
import { networkMeet } from './meet-actions.ts'
import { Meet } from './meet-view.tsx'

type Props = {
  of: NetworkActor
  ranked: readonly string[]
  names: NamesOfNetwork
  link: (path: string) => string
  language: Language
}

async function propsOf(request: PageRequest, of: NetworkActor): Promise<Props> {
  const { link, language } = request
  const { communities } = await request.perform(networkFacts, {})
  return {
    of,
    ranked: of.kinds,
    names: { ecosystems: await ecosystemNames(request), communities },
    link,
    language,
  }
}

async function actorPage(request: PageRequest): Promise<PageAnswer> {
  const { params, url, language, link } = request
  const of = await request.perform(networkActor, { id: params.id })
  const props = await propsOf(request, of)
  if (url.searchParams.has('card')) return { as: 'fragment', body: <Card {...props} /> }
  const t = egoText[language]
  const m = mapText[language]
  const { items } = await request.perform(networkMeet, { id: params.id })
  return {
    as: 'page',
    title: t.title(of.name),
    nav: 'organisations',
    sheet: 'network',
    crumbs: [
      { text: m.home, href: link('/') },
      { text: m.title, href: link(networkPath) },
      { text: of.name },
    ],
    body: (
      <>
        <PageHead
          over={whatItIs(props)}
          title={of.name}
          lead={<Said {...props} />}
          actions={
            <>
              <a class="btn" href={link(`/organisations/${of.id}`)}>
                {t.profile}
              </a>
              <a class="btn" href={link(`${networkPath}?at=${of.id}&steps=1`)}>
                {t.map}
              </a>
              {request.actor.kind === 'person' && (
                <a class="btn" href={link(`/organisations/${of.id}/ties`)}>
                  {t.state}
                </a>
              )}
            </>
          }
        />
        <EgoFigure {...props} />
        <Section title={t.ties} id="ties">
          <Partners {...props} />
        </Section>
        <Meet items={items} language={language} link={link} />
      </>
    ),
  }
}

const whatItIs = ({
  of,
  names,
  language,
}: Pick<Props, 'names' | 'language'> & { of: Partner | NetworkActor }): string =>
  [kindName(of.kind, language), of.region && valueLabel('region', of.region, language, names)]
    .filter(Boolean)
    .join(' · ')

function Said({ of, language }: Props) {
  const t = egoText[language]
  const regions = new Set(of.partners.flatMap((p) => p.region ?? p.country ?? [])).size
  return (
    <>
      {of.others === 1 ? t.sayOne : t.say(formatCount(of.others, language))}.{' '}
      {regions > 1 && `${t.regions(regions)} `}
      {of.rank !== null && `${t.rank(formatCount(of.rank, language), formatCount(of.of, language))} `}
      {of.cutsOff > 0 && t.cutsOff(of.cutsOff)}
    </>
  )
}

const evidenceShown = 3

function Partners({ of, names, link, language }: Props) {
  const t = egoText[language]
  return (
    <Table
      caption={t.ties}
      cards
      rows={of.partners}
      columns={[
        {
          label: t.partner,
          heading: true,
          cell: (partner) => (
            <>
              <a href={link(`${networkPath}/actors/${partner.id}`)}>{partner.name}</a>
              <span class="sub">{whatItIs({ of: partner, names, language })}</span>
            </>
          ),
        },
        {
          label: t.evidence,
          phone: 'line',
          cell: (partner) => <Grounds partner={partner} link={link} language={language} />,
        },
      ]}
      language={language}
    />
  )
}

function Grounds({
  partner,
  link,
  language,
}: {
  partner: Partner
  link: (path: string) => string
  language: Language
}) {
  const t = egoText[language]
  const year = (day: string | null) => day && formatDay(day, language)
  return (
    <>
      {partner.ties.slice(0, evidenceShown).map((tie) => (
        <div>
          {mapText[language].ties[tie.kind as TieKind] ?? mapText[language].ties.own}
          {': '}
          {tie.title && tie.page ? (
            <a href={link(tie.page)}>
              <InLanguage names={tie.title} language={language} />
            </a>
          ) : tie.title ? (
            <InLanguage names={tie.title} language={language} />
          ) : (
            t.stated
          )}
          <span class="quiet num"> {t.period(year(tie.since), year(tie.until))}</span>
        </div>
      ))}
      {partner.ties.length > evidenceShown && (
        <div class="quiet">{t.and(formatCount(partner.ties.length - evidenceShown, language))}</div>
      )}
    </>
  )
}

/** The card beside the map: who it is, whom it works with, and where one goes from there. */
function Card(props: Props) {
  const { of, link, language, names } = props
  const t = egoText[language]
  return (
    <article id="network-card">
      <h2>
        <a href={link(`/organisations/${of.id}`)}>{of.name}</a>
      </h2>
      <p class="quiet">{whatItIs(props)}</p>
      {of.roles.length > 0 && (
        <p class="note">
          {of.roles
            .map((role) => {
              const [ecosystem = '', held = ''] = role.split(':')
              return `${names.ecosystems[ecosystem] ?? ecosystem}: ${roleName(held, language).toLowerCase()}`
            })
            .join(', ')}
        </p>
      )}
      <p>
        <Said {...props} />
      </p>
      <ul>
        {of.partners.slice(0, 5).map((partner) => (
          <li>
            <a href={link(`${networkPath}/actors/${partner.id}`)}>{partner.name}</a>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a href={link(`${networkPath}/actors/${of.id}`)}>{t.all}</a>
        <a href={link(`${networkPath}?at=${of.id}&steps=1`)}>{t.oneStep}</a>
        <a href={link(`${networkPath}?at=${of.id}&steps=2`)}>{t.twoSteps}</a>
      </p>
    </article>
  )
}

/** Who it works with, on the page of an organisation. */
export const tiesOfOrganisation: Supplement = {
  kind: 'organisation',
  show: async (request, id) => {
    if (!isId(id)) return undefined
    const of = await request.perform(networkActor, { id }).catch(unlessRefused)
    if (!of || of.others === 0) return undefined
    const t = egoText[request.language]
    const props = await propsOf(request, of)
    return {
      id: 'network',
      label: t.ties,
      sheet: 'network',
      count: of.others,
      body: (
        <Section
          title={t.ties}
          id="network"
          note={<a href={request.link(`${networkPath}/actors/${id}`)}>{t.all}</a>}
        >
          <p>
            <Said {...props} />
          </p>
          <EgoFigure {...props} />
        </Section>
      ),
    }
  },
}

export const egoPages: readonly Page[] = [
  { method: 'GET', path: `${networkPath}/actors/{id}`, cached: true, run: actorPage },
]
