import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { Empty, PageHead, Section } from '../../ui/index.ts'
import { MoneyDifferences, moneyChanges } from '../applications/index.ts'
import { DifferencesView } from '../forms/index.ts'
import { applicationFile, readApplication, readMoney } from './application-actions.ts'
import { FindingsView } from './checks-view.tsx'
import { SealsView } from './life-view.tsx'
import type { Seen } from './looking.ts'
import { assessmentPath } from './notices.ts'
import { SheetsView, TrailView } from './office-view.tsx'
import { readAssessment } from './read-actions.ts'
import { ResultView, SpreadView } from './result-view.tsx'
import { text } from './text.ts'

const at = (request: PageRequest) => request.params.id ?? ''
const crumbs = ({ language, link }: PageRequest, seen: Seen, here: string) => [
  { text: text[language].mine, href: link('/assessments') },
  { text: `${seen.call.code}/${seen.number}`, href: link(assessmentPath(seen.application)) },
  { text: here },
]

/** What changed between the version that was scored and the one that is judged now, word by word. */
async function changesPage(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const t = text[language]
  const application = at(request)
  const seen = await request.perform(readAssessment, { application })
  const before = seen.mine?.version ?? Math.max(1, seen.version - 1)
  const read = await request.perform(readApplication, { application, before })
  const money = await request.perform(readMoney, { application, before })
  const title = t.changes(before, seen.version)
  return {
    as: 'page',
    title,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: crumbs(request, seen, title),
    body: (
      <>
        <PageHead over={`${seen.call.code}/${seen.number} ${seen.title}`} title={title} />
        {read.form && read.before ? (
          <>
            <DifferencesView
              form={read.form}
              before={read.before.answers}
              after={read.answers}
              language={language}
              leaveOutHidden
            />
            {money && (
              <MoneyDifferences
                changes={moneyChanges(money.before, money.told, money, language)}
                language={language}
              />
            )}
          </>
        ) : (
          <Empty title={t.answersNone} />
        )}
      </>
    ),
  }
}

/** Everything of one assessment that its reader may see, on paper. */
async function summaryPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const seen = await request.perform(readAssessment, { application: at(request) })
  return {
    as: 'page',
    title: `${t.print}: ${seen.call.code}/${seen.number}`,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: crumbs({ ...request, link }, seen, t.print),
    body: (
      <>
        <PageHead over={`${t.over} · ${seen.call.code}/${seen.number}`} title={seen.title} lead={seen.lead} />
        <p class="note no-print">{t.printHint}</p>
        <ResultView seen={seen} language={language} />
        {seen.template && (
          <Section title={t.checks}>
            <FindingsView seen={seen} language={language} />
          </Section>
        )}
        <SpreadView seen={seen} request={request} />
        {seen.sheets.length > 0 && (
          <Section title={t.assessors}>
            <SheetsView seen={seen} language={language} />
          </Section>
        )}
        <SealsView seals={seen.seals} language={language} />
        <TrailView trail={seen.trail} language={language} />
      </>
    ),
  }
}

async function file(request: PageRequest): Promise<PageAnswer> {
  const input = { application: at(request), file: request.params.file }
  const { name, type, hash } = await request.perform(applicationFile, input)
  return { as: 'file', name, type, content: request.open(hash) }
}

export const applicationPages: readonly Page[] = [
  { method: 'GET', path: '/applications/{id}/assessment/changes', run: changesPage },
  { method: 'GET', path: '/applications/{id}/assessment/summary', run: summaryPage },
  { method: 'GET', path: '/applications/{id}/assessment/files/{file}', run: file },
]
