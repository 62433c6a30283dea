import type { ComponentChildren } from 'preact'
import type { Answers, Form, Question } from '../../engine/form/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Facts, Section } from '../../ui/index.ts'
import { AnswersView, DifferencesView } from '../forms/index.ts'
import { questionOf, sameAnswers } from './answers.ts'
import { applicationPath } from './application.ts'
import type { ToldBudget } from './budget-told.ts'
import { behindCover } from './cover-page.tsx'
import { applicationPage } from './frame.tsx'
import { MoneyBlock } from './money-block.tsx'
import type { Money } from './money-count.ts'
import { MoneyDifferences, moneyChanges } from './money-differences.tsx'
import type { Terms } from './money-terms.ts'
import { pageText } from './page-text.ts'
import { readSent, readWriting, type Sent } from './read-actions.ts'
import { text } from './text.ts'
import type { VersionFile } from './version-queries.ts'

export type Readable = {
  form: Form
  answers: Answers
  money: Money
  terms: Terms
  files: readonly VersionFile[]
}

/** Everything that was answered, to be read. `fileHref` is where a file is, where it can be opened. */
export function WholeView({
  read,
  language,
  fileHref,
}: {
  read: Readable
  language: PageRequest['language']
  fileHref: (file: VersionFile) => string | undefined
}): ComponentChildren {
  const { form, answers, money, terms, files } = read
  return (
    <AnswersView
      form={form}
      answers={answers}
      language={language}
      blocks={(question: Question) => <MoneyBlock {...{ question, answers, money, terms, language }} />}
      files={(question: Question) => {
        const own = files.filter((f) => f.question === question.key)
        if (own.length === 0) return <span class="quiet">{pageText[language].reading.noFiles}</span>
        return (
          <ul>
            {own.map((file) => {
              const href = fileHref(file)
              return <li>{href ? <a href={href}>{file.name}</a> : file.name}</li>
            })}
          </ul>
        )
      }}
    />
  )
}

async function previewPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const t = pageText[language].reading
  const writing = await request.perform(readWriting, { application: params.id })
  const { form, answers, checked, terms, files } = writing.standing
  return applicationPage(
    request,
    writing,
    { heading: t.preview, lead: t.previewLead },
    <WholeView
      read={{ form, answers, money: checked.money, terms, files }}
      language={language}
      fileHref={(file) => link(`/attachments/${file.id}/${encodeURIComponent(file.name)}`)}
    />,
  )
}

export const fileHrefOf =
  ({ application, version }: Sent, link: (path: string) => string) =>
  (file: VersionFile): string =>
    link(
      `${applicationPath(application)}/versions/${version.version}/files/${file.id}/${encodeURIComponent(file.name)}`,
    )

async function versionPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const sent = await request.perform(readSent, { application: params.id, version: params.version })
  return sentPage(request, sent, pageText[language].reading.version(sent.version.version), link)
}

/** Answers whose differences are told in words: amounts are told in a table of their own. */
const besideMoney = (answers: Answers, { money: { fields } }: Readable): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(([field]) => !Object.values(fields).includes(questionOf(field))),
  )

function sentPage(
  request: PageRequest,
  sent: Sent,
  heading: string,
  link: (path: string) => string,
): PageAnswer {
  const { language } = request
  const { version, before, read } = sent
  const t = pageText[language]
  const budget = (of: Sent['before']) => (of?.budget ?? null) as ToldBudget | null
  const changes = moneyChanges(budget(before), budget(version), read, language)
  return applicationPage(
    request,
    { application: sent.application, title: sent.title },
    { heading },
    <>
      <Facts
        language={language}
        items={[
          { label: t.receipt.number, value: version.receipt },
          { label: t.receipt.at, value: formatInstant(version.at, language) },
          { label: t.receipt.by, value: version.by },
          { label: t.receipt.hash, value: <code class="hash">{version.hash}</code> },
        ]}
      />
      {before && (
        <Section title={t.reading.differences(before.version)}>
          {(changes.length === 0 ||
            !sameAnswers(besideMoney(before.answers, read), besideMoney(version.answers, read))) && (
            <DifferencesView
              form={read.form}
              before={before.answers}
              after={version.answers}
              language={language}
            />
          )}
          <MoneyDifferences changes={changes} language={language} />
        </Section>
      )}
      <WholeView read={read} language={language} fileHref={fileHrefOf(sent, link)} />
    </>,
  )
}

/** Everything on paper: what was sent last, or the draft of who writes it. */
async function printPage(request: PageRequest): Promise<PageAnswer> {
  const { language, params } = request
  const t = pageText[language].reading
  const note = <p class="note no-print">{t.printHow}</p>
  const said = await printed(request, params.id!)
  return applicationPage(
    request,
    said,
    { heading: text[language].list.print },
    <div class="paper">
      {note}
      <p class="num">{said.stamp}</p>
      <WholeView read={said.read} language={language} fileHref={() => undefined} />
    </div>,
  )
}

async function printed(request: PageRequest, application: string) {
  const { language, now } = request
  try {
    const writing = await request.perform(readWriting, { application })
    const { form, answers, checked, terms, files } = writing.standing
    const stamp = formatInstant(now, language)
    return { ...writing, stamp, read: { form, answers, money: checked.money, terms, files } }
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind !== 'forbidden') throw error
    const sent = await request.perform(readSent, { application })
    return { ...sent, stamp: `${sent.version.receipt} · ${formatInstant(sent.version.at, language)}` }
  }
}

export const readingPages: readonly Page[] = [
  { method: 'GET', path: '/applications/{id}/preview', run: previewPage },
  { method: 'GET', path: '/applications/{id}/print', run: behindCover(printPage, 403) },
  { method: 'GET', path: '/applications/{id}/versions/{version}', run: behindCover(versionPage, 403) },
  {
    method: 'GET',
    path: '/applications/{id}/versions/{version}/files/{file}/{name}',
    run: behindCover(async (request) => {
      const { id, version, file } = request.params
      const sent = await request.perform(readSent, { application: id, version })
      const found = sent.version.files.find((f) => f.id === file)
      if (!found) throw new Refusal('missing', 'application.no-file')
      return { as: 'file', name: found.name, type: found.type, content: request.open(found.hash) }
    }, 403),
  },
]
