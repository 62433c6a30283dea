import packageFile from '../../../package.json' with { type: 'json' }
import type { PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, InLanguage, Table } from '../../ui/index.ts'
import { benchmarksText } from '../benchmarks/index.ts'
import { operationsText } from '../operations/index.ts'
import { dataSets } from './data-sets.ts'
import type { Slot } from './prose.ts'
import { text } from './text.ts'

type SlotProps = { request: PageRequest }

/** What stands in the prose where words are not enough. */
export function SlotContent({ slot, request }: SlotProps & { slot: Slot }) {
  const Content = contents[slot]
  return <Content request={request} />
}

/** An e-mail address or a web page, as the operator has set it; without it, what is missing is said. */
function Contact({ request }: SlotProps) {
  const t = text[request.language]
  const { contact } = request
  if (!contact) return <Alert title={t.noContactTitle}>{t.noContact}</Alert>
  if (/^https?:/.test(contact))
    return (
      <p>
        <a href={contact}>{t.feedbackPage}</a>
      </p>
    )
  const mail = contact.replace(/^mailto:/, '')
  return <p>{mail.includes('@') ? [t.writeTo, ' ', <a href={`mailto:${mail}`}>{mail}</a>] : mail}</p>
}

/** The supervisory authority of the accessibility requirements. */
function Authority({ request }: SlotProps) {
  const { authority } = text[request.language]
  return (
    <p>
      <b>{authority.name}</b>
      <br />
      {authority.unit}
      <br />
      <a href={`https://${authority.site}`}>{authority.site}</a>
      <br />
      <a href="mailto:saavutettavuus@traficom.fi">saavutettavuus@traficom.fi</a>, {authority.phone}
    </p>
  )
}

function Addresses({ request }: SlotProps) {
  const { language, link } = request
  const t = text[language]
  const examples = [
    ['/api/projects?q=digi&limit=20', t.example.projects],
    ['/api/organisations?q=yliopisto', t.example.organisations],
    ['/api/ecosystems/hev', t.example.ecosystem],
    [link('/projects/export.csv'), t.example.download],
  ] as const
  return (
    <>
      <p>
        <a href={link('/api')}>{t.tryIt}</a> · <a href="/api/openapi.json">{t.description}</a> ·{' '}
        <a href={link('/operations')}>{operationsText[language].title}</a> ·{' '}
        <a href={link('/benchmarks')}>{benchmarksText[language].title}</a>
      </p>
      <h3>{t.examples}</h3>
      <ul>
        {examples.map(([address, what]) => (
          <li>
            <a href={address}>
              <code>{address}</code>
            </a>
            : {what}
          </li>
        ))}
      </ul>
    </>
  )
}

function DataSets({ request }: SlotProps) {
  const { language, link } = request
  const t = text[language]
  return (
    <>
      <p>
        <a href={link('/sources')}>{t.sources}</a>
      </p>
      <Table
        caption={t.dataSets}
        cards
        rows={dataSets}
        columns={[
          {
            label: t.dataSet,
            heading: true,
            phone: 'wide',
            cell: ({ address, name }) =>
              address ? <a href={address}>{pick(name, language)?.text}</a> : pick(name, language)?.text,
          },
          { label: t.publisher, phone: 'wide', cell: (set) => set.publisher },
          {
            label: t.terms,
            phone: 'wide',
            cell: (set) => <InLanguage names={set.terms} language={language} />,
          },
        ]}
        language={language}
      />
    </>
  )
}

function Version({ request: { sourceUrl, language } }: SlotProps) {
  return (
    <p>
      Talkoot {packageFile.version}, EUPL-1.2
      {sourceUrl && (
        <>
          {' · '}
          <a href={sourceUrl}>{text[language].sourceCode}</a>
        </>
      )}
    </p>
  )
}

const contents = {
  contact: Contact,
  authority: Authority,
  addresses: Addresses,
  'data-sets': DataSets,
  version: Version,
} as const
