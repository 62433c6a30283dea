import { centsOf, formatAmount } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest, Supplement } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ErrorSummary,
  type FactItem,
  Facts,
  type FieldError,
  PageHead,
  Scroll,
  Section,
} from '../../ui/index.ts'
import type { NotCarried } from '../applications/index.ts'
import { Paragraphs } from './answer-facts.tsx'
import { addressOf, applyAction, consortiumOf, type Packet, packetAction } from './apply-actions.ts'
import { applyText } from './apply-text.ts'
import { crumbsOf } from './frame.tsx'
import { letterText } from './letter-text.ts'
import { pathOf } from './rights.ts'
import { partnerMachine } from './rules.ts'
import { text } from './text.ts'

const read = (request: PageRequest) => request.perform(packetAction, { consortium: request.params.id })
const euros = (decimal: string | null, language: Language): string =>
  decimal === null ? applyText[language].unknown : formatAmount(centsOf(decimal), language)

/** Who goes in, with what each asks for; the sums are of these rows. */
function Partners({ of, language }: { of: Packet; language: Language }) {
  const t = applyText[language]
  return (
    <Scroll label={t.carried}>
      <table class="cons-money">
        <caption class="vh">{t.carried}</caption>
        <thead>
          <tr>
            <th scope="col">{t.partner}</th>
            <th scope="col">{t.businessId}</th>
            <th scope="col">{t.role}</th>
            <th scope="col" class="num">
              {t.grant}
            </th>
            <th scope="col" class="num">
              {t.own}
            </th>
            <th scope="col">{t.letter}</th>
          </tr>
        </thead>
        <tbody>
          {of.partners.map((p) => (
            <tr>
              <th scope="row">{p.name}</th>
              <td>{p.businessId ?? t.unknown}</td>
              <td>{t.roles[p.lead ? 'lead' : 'partner']}</td>
              <td class="num">{euros(p.share, language)}</td>
              <td class="num">{euros(p.ownShare, language)}</td>
              <td>{p.lead ? '' : p.signed ? t.signed : t.unsigned}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.together}</th>
            <td />
            <td />
            <td class="num">{euros(of.together.share, language)}</td>
            <td class="num">{euros(of.together.ownShare, language)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </Scroll>
  )
}

/** Row by row what found no place, and why. */
function Left({ of, language }: { of: readonly NotCarried[]; language: Language }) {
  const t = applyText[language]
  if (of.length === 0) return <p>{t.nothingLeft}</p>
  return (
    <>
      <p>{t.leftLead}</p>
      <Scroll label={t.left}>
        <table class="cons-money">
          <caption class="vh">{t.left}</caption>
          <thead>
            <tr>
              <th scope="col">{t.partner}</th>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {of.map(({ partner, what, why }) => (
              <tr>
                <th scope="row">{partner ?? ''}</th>
                <td>{t.what[what]}</td>
                <td>{t.whys[why]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

async function applyPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = applyText[language]
  const packet = await read(request)
  const { consortium, application } = packet
  const title = application ? t.made : t.title
  const here = link(`${pathOf(consortium.id)}/apply`)
  return {
    as: 'page',
    sheet: 'consortia',
    title,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 409 }),
    crumbs: crumbsOf(request, consortium, title),
    body: (
      <>
        <PageHead
          title={title}
          lead={application ? t.madeLead : t.lead}
          actions={
            application && (
              <a class="btn main" href={link(addressOf(application))}>
                {t.open}
              </a>
            )
          }
        />
        <ErrorSummary errors={errors} language={language} />
        {application && (
          <Section title={t.left} id="left">
            <Left of={packet.left} language={language} />
            {packet.invited > 0 && <p class="note">{t.invited(formatCount(packet.invited, language))}</p>}
          </Section>
        )}
        <Section title={t.carried} id="carried">
          <Partners of={packet} language={language} />
          {!application && packet.out.length > 0 && <p>{t.out(packet.out.join(', '))}</p>}
          {!application && (
            <p class="note">{packet.people.length > 0 ? t.people(packet.people.join(', ')) : t.nobody}</p>
          )}
        </Section>
        {packet.may.apply && (
          <form method="post" action={here}>
            <button class="btn main" type="submit">
              {t.press}
            </button>
          </form>
        )}
        {!application && !consortium.callCode && (
          <Alert tone="note" title={t.faults.noCall}>
            <a href={link(`${pathOf(consortium.id)}/packet`)}>{t.packet}</a>
          </Alert>
        )}
      </>
    ),
  }
}

async function press(request: PageRequest): Promise<PageAnswer> {
  try {
    await request.perform(applyAction, { consortium: request.params.id })
    return { as: 'redirect', to: request.link(`${pathOf(request.params.id ?? '')}/apply`) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'conflict') throw error
    return applyPage(
      request,
      error.complaints.map((c) => ({ name: '', text: c.text[request.language] })),
    )
  }
}

/** Everything that an application to another's call needs, on one page that prints. */
async function packetPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = applyText[language]
  const l = letterText[language]
  const packet = await read(request)
  const { consortium: c } = packet
  const facts: (FactItem | false)[] = [
    c.callName !== null && {
      label: t.call,
      value: c.callAddress ? (
        <a href={c.callAddress} rel="external">
          {c.callName}
        </a>
      ) : (
        c.callName
      ),
    },
    c.deadline !== null && { label: t.deadline, value: formatInstant(c.deadline, language) },
    c.aim !== '' && { label: t.aim, value: c.aim },
  ]
  return {
    as: 'page',
    sheet: 'consortia',
    title: `${t.packet}: ${c.title}`,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, c, t.packet),
    body: (
      <>
        <PageHead
          title={t.packet}
          lead={c.callCode ? t.print : t.packetLead}
          actions={
            <a class="btn" href={link(`${pathOf(c.id)}/packet.xlsx`)}>
              {t.xlsx}
            </a>
          }
        />
        {c.exercise && (
          <p class="exercise">
            <b>{text[language].exercise}</b> {text[language].exerciseSays}
          </p>
        )}
        <Facts items={facts.filter((item): item is FactItem => item !== false)} language={language} />
        <Section title={t.carried} id="carried">
          <Partners of={packet} language={language} />
          {packet.out.length > 0 && <p>{t.out(packet.out.join(', '))}</p>}
        </Section>
        {packet.partners.some((p) => p.said) && (
          <Section title={t.work} id="work">
            {packet.partners.map(
              (p) =>
                p.said && (
                  <>
                    <h3>{p.name}</h3>
                    <Paragraphs of={p.said} />
                  </>
                ),
            )}
          </Section>
        )}
        <Section title={t.letters} id="letters">
          {packet.letters.length === 0 && <p class="quiet">{t.noLetters}</p>}
          {packet.letters.map((letter) => (
            <article class="cons-letter" lang={letter.language}>
              <Paragraphs of={letter.body} />
              <p class="cons-signed">
                {letterText[letter.language].signed(
                  letter.signer,
                  letter.signerTitle,
                  formatInstant(letter.signedAt, letter.language),
                )}
              </p>
              <p class="note">
                {l.hash}: <code class="cons-hash">{letter.hash}</code>
              </p>
            </article>
          ))}
        </Section>
      </>
    ),
  }
}

async function sheet(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = applyText[language]
  const packet = await read(request)
  const column = (header: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ header, kind })
  const rows = packet.partners.map((p) => [
    p.name,
    p.businessId,
    t.roles[p.lead ? 'lead' : 'partner'],
    partnerMachine.states[p.state][language],
    p.share,
    p.ownShare,
    p.signed ? (packet.letters.find((l) => l.partner === p.id)?.hash ?? '') : '',
    p.said,
  ])
  return {
    as: 'file',
    name: `${packet.consortium.title}.xlsx`.toLowerCase().replaceAll(/[^\p{L}\d.]+/gu, '-'),
    type: sheetTypes.xlsx,
    content: sheetStream(
      'xlsx',
      [
        column(t.partner),
        column(t.businessId),
        column(t.role),
        column(t.state),
        column(t.grant, 'number'),
        column(t.own, 'number'),
        column(`${t.letter} (SHA-256)`),
        column(t.work),
      ],
      [...rows, [t.together, '', '', '', packet.together.share, packet.together.ownShare, '', '']],
      { sheet: t.packet, delimiter: ';' },
    ),
  }
}

export const applyPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/apply', run: (request) => applyPage(request) },
  { method: 'POST', path: '/consortia/{id}/apply', run: press },
  { method: 'GET', path: '/consortia/{id}/packet', run: packetPage },
  { method: 'GET', path: '/consortia/{id}/packet.xlsx', run: sheet },
]

/** The consortium from which an application was made, on the application's own page. */
export const consortiumOfApplication: Supplement = {
  kind: 'application',
  show: async (request, application) => {
    const { language, link } = request
    const t = applyText[language]
    const found = await request.perform(consortiumOf, { application }).catch(unlessRefused)
    if (!found) return undefined
    return {
      id: 'consortium',
      label: text[language].over,
      body: (
        <Section title={text[language].over} id="consortium">
          <p>
            {t.from} <a href={link(pathOf(found.id))}>{found.title}</a>.
          </p>
          {found.left.length > 0 && (
            <p>
              <a href={link(`${pathOf(found.id)}/apply#left`)}>{t.left}</a> (
              {formatCount(found.left.length, language)})
            </p>
          )}
        </Section>
      ),
    }
  },
}
