import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { PageHead, Section, Tag } from '../../ui/index.ts'
import { chainAction } from './actions.ts'
import { type Item, isLevel, levels } from './content.ts'
import { pathOf } from './drafts.ts'
import { hasField, openQuestions, type Question, questions } from './rules.ts'
import { text } from './text.ts'
import { frameOf, titleOf } from './words.ts'

/** What a claim answers to a question, in words; empty where it leaves it open. */
function answerOf(item: Item, question: Question, chain: readonly Item[], language: Language): string {
  const { content } = item
  if (question === 'text') return pick(content.text, language)?.text ?? ''
  if (question === 'evidence') return text[language].evidences[content.evidence ?? 'none']
  if (question === 'contributes')
    return chain
      .filter(({ entry }) => content.contributes?.includes(entry))
      .map((one) => titleOf(one, language))
      .join('; ')
  return content[question] ?? ''
}

const read = async (request: PageRequest) => {
  const found = await request.perform(chainAction, { key: request.params.key })
  return { ...found, claims: levels.flatMap((level) => found.items.filter(({ kind }) => kind === level)) }
}

/** The workbook: each claim with the questions that it should answer, and those that it leaves open. */
async function workbookPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const { ecosystem, claims, items, keeps } = await read(request)
  const { name, home, crumbs } = frameOf(request, ecosystem)
  const t = text[language]
  const open = claims.filter((item) => openQuestions(item).length > 0).length
  return {
    as: 'page',
    sheet: 'network',
    title: `${t.workbook}: ${name}`,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: [...crumbs, { text: t.workbook }],
    body: (
      <>
        <PageHead
          over={<a href={home}>{name}</a>}
          title={t.workbook}
          lead={t.workbookLead}
          state={open === 0 ? t.allAnswered : t.openCount(formatCount(open, language))}
          actions={
            <a class="btn" href={link(pathOf(ecosystem.key, '/workbook.xlsx'))}>
              {t.xlsx}
            </a>
          }
        />
        {claims.map((item) => {
          const left = openQuestions(item)
          const edit = link(pathOf(ecosystem.key, `/${item.entry}/edit`))
          return (
            <Section
              title={<a href={link(pathOf(ecosystem.key, `/${item.entry}`))}>{titleOf(item, language)}</a>}
              id={`claim-${item.entry}`}
              note={t.one[item.kind]}
            >
              <dl class="impact-answers">
                {questions
                  .filter((question) => hasField(item.kind, question))
                  .filter((question) => left.includes(question) || answerOf(item, question, items, language))
                  .map((question) => (
                    <div>
                      <dt>{t.questions[question]}</dt>
                      <dd>
                        {left.includes(question) ? (
                          <>
                            <Tag tone="warm" sign="waiting">
                              {t.stillOpen}
                            </Tag>{' '}
                            {keeps && <a href={edit}>{t.change}</a>}
                          </>
                        ) : (
                          answerOf(item, question, items, language)
                        )}
                      </dd>
                    </div>
                  ))}
              </dl>
            </Section>
          )
        })}
      </>
    ),
  }
}

async function sheet(request: PageRequest): Promise<PageAnswer> {
  const { language } = request
  const { ecosystem, claims, items } = await read(request)
  const t = text[language]
  const column = (header: string): SheetColumn => ({ header, kind: 'text' })
  const rows = claims.map((item) => {
    const left = openQuestions(item)
    return [
      isLevel(item.kind) ? t.levels[item.kind] : '',
      titleOf(item, language),
      ...questions.map((question) =>
        left.includes(question) ? '' : answerOf(item, question, items, language),
      ),
      left.map((question) => t.questions[question]).join(' '),
    ]
  })
  return {
    as: 'file',
    name: `${ecosystem.key}-${t.workbook.toLowerCase()}.xlsx`,
    type: sheetTypes.xlsx,
    content: sheetStream(
      'xlsx',
      [t.level, t.claim, ...questions.map((question) => t.questions[question]), t.stillOpen].map(column),
      rows,
      { sheet: t.workbook, delimiter: ';' },
    ),
  }
}

export const workbookPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/impact/workbook', run: workbookPage },
  { method: 'GET', path: '/ecosystems/{key}/impact/workbook.xlsx', run: sheet },
]
