import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { Alert, type FieldError, PageHead, Progress, Tag } from '../../ui/index.ts'
import { type Draft, draftFor } from '../drafts/index.ts'
import { getImport } from './actions.ts'
import { detailsForm } from './columns-draft.ts'
import { ColumnsForm } from './columns-view.tsx'
import { Changes, CountsTable, ListFacts, ProblemSummary, previewOf } from './import-view.tsx'
import { pageText } from './page-text.ts'
import type { ImportHead } from './queries.ts'
import type { ImportState } from './rules.ts'
import { sayFailure } from './say.ts'
import { ShareForm } from './share-view.tsx'
import { importProgress } from './source-actions.ts'

export const importPath = (id: string, rest = ''): string => `/sources/${id}${rest}`

const tones = {
  received: 'warm',
  staging: 'on',
  staged: 'warm',
  applying: 'on',
  applied: 'ok',
  withdrawing: 'on',
  withdrawn: 'plain',
  failed: 'bad',
} as const

export const StateTag = ({ state, language }: { state: ImportState; language: Language }) => (
  <Tag tone={tones[state]}>{pageText[language].states[state]}</Tag>
)

export const titleOf = (found: Pick<ImportHead, 'list' | 'fileName'>, language: Language): string =>
  pick(found.list.title, language)?.text ?? found.fileName

/** What the page asks or tells, by where the import stands. */
export async function importPage(
  request: PageRequest,
  errors: readonly FieldError[] = [],
): Promise<PageAnswer> {
  const { language } = request
  const t = pageText[language]
  const found = (await request.perform(getImport, { id: request.params.id })) as ImportHead
  const work = await working(request, found)
  const title = titleOf(found, language)
  const draft = work ? undefined : await columnsDraft(request, found, errors)
  return {
    as: 'page',
    title,
    nav: 'sources',
    robots: 'noindex',
    crumbs: [
      { text: t.home, href: request.link('/') },
      { text: t.sources, href: request.link('/sources') },
      { text: title },
    ],
    ...(work && { refresh: 2 }),
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead
          title={title}
          over={found.fileName === title ? undefined : found.fileName}
          state={<StateTag state={found.state} language={language} />}
        />
        {work ?? <Standing found={found} request={request} errors={errors} draft={draft} />}
        <ListFacts found={found} language={language} />
        {found.ecosystem !== null && !work && <ShareForm found={found} request={request} />}
      </>
    ),
  }
}

/** The progress of what goes on, when something does. */
async function working(request: PageRequest, found: ImportHead) {
  const t = pageText[request.language]
  const label = workLabel(found, t)
  if (!label) return undefined
  const work = await request.perform(importProgress, { id: found.id })
  const done = found.state === 'staging' ? Math.max(found.stagedRows, work.done) : work.done
  return (
    <Progress
      id="import-progress"
      label={label}
      done={done}
      total={work.total ?? undefined}
      note={t.canLeave}
      language={request.language}
    />
  )
}

function workLabel(found: ImportHead, t: (typeof pageText)['fi']): string | undefined {
  if (found.state === 'received') return found.layout.plan ? undefined : t.recognising
  if (found.state === 'staging') return found.layout.plan ? t.readingRows : t.recognising
  if (found.state === 'staged') return previewOf(found) ? undefined : t.previewing
  if (found.state === 'applying') return t.applying
  return found.state === 'withdrawing' ? t.withdrawing : undefined
}

/** What has been said of the columns, where the page asks about them. */
async function columnsDraft(request: PageRequest, found: ImportHead, errors: readonly FieldError[]) {
  const looks = found.state === 'staged' && request.url.searchParams.get('step') === 'columns'
  if (found.state !== 'received' && !looks && errors.length === 0) return undefined
  const { kind, subject, before } = detailsForm(found)
  return draftFor(request, kind, subject, before)
}

type StandingProps = {
  found: ImportHead
  request: PageRequest
  errors: readonly FieldError[]
  /** Where the columns are asked about. */
  draft: Draft | undefined
}

function Standing({ found, request, errors, draft }: StandingProps) {
  const asking = request.url.searchParams
  if (draft) {
    return (
      <ColumnsForm
        found={found}
        action={request.link(importPath(found.id, '/columns'))}
        errors={errors}
        draft={draft}
        language={request.language}
      />
    )
  }
  if (found.state === 'staged') return <BeforeApproval found={found} request={request} />
  if (found.state === 'applied') {
    return asking.has('undo') ? (
      <UndoQuestion found={found} request={request} />
    ) : (
      <Report found={found} request={request} />
    )
  }
  return found.state === 'failed' ? (
    <Failed found={found} request={request} />
  ) : (
    <Undone found={found} request={request} />
  )
}

type Props = { found: ImportHead; request: PageRequest }

const Post = ({
  request,
  to,
  main,
  label,
}: {
  request: PageRequest
  to: string
  main?: boolean
  label: string
}) => (
  <form method="post" action={request.link(to)}>
    <button class={main ? 'btn main' : 'btn'} type="submit">
      {label}
    </button>
  </form>
)

const Problems = ({ found, request }: Props) => (
  <ProblemSummary
    found={found}
    language={request.language}
    rowsHref={request.link(importPath(found.id, '/rows'))}
    rejectsHref={request.link(importPath(found.id, '/rejects.csv'))}
  />
)

function BeforeApproval({ found, request }: Props) {
  const { language } = request
  const t = pageText[language]
  const preview = previewOf(found)!
  const nothing = preview.created + preview.updated === 0
  return (
    <>
      <p class="lead">
        {nothing ? t.nothingNew : t.previewLead(formatCount(found.counts.rows ?? 0, language))}
      </p>
      <CountsTable found={found} language={language} done={false} />
      <div class="actions">
        <Post request={request} to={importPath(found.id, '/confirm')} main={!nothing} label={t.approve} />
        <a class="btn" href={request.link(importPath(found.id, '?step=columns'))}>
          {t.changeColumns}
        </a>
        <Post request={request} to={importPath(found.id, '/discard')} label={t.discard} />
      </div>
      <Changes found={found} language={language} />
      <Problems found={found} request={request} />
    </>
  )
}

function Report({ found, request }: Props) {
  const { language } = request
  const t = pageText[language]
  const { created = 0, updated = 0 } = found.counts
  const said =
    created + updated === 0
      ? t.nothingNew
      : t.reportSaid(formatCount(created, language), formatCount(updated, language))
  return (
    <>
      <Alert tone="ok" title={t.report}>
        {said}
      </Alert>
      <CountsTable found={found} language={language} done />
      <p class="actions">
        <a class="btn main" href={request.link('/projects')}>
          {t.seeProjects}
        </a>
        <a class="btn" href={request.link(importPath(found.id, '?undo'))}>
          {t.undo}
        </a>
      </p>
      <Problems found={found} request={request} />
    </>
  )
}

function UndoQuestion({ found, request }: Props) {
  const t = pageText[request.language]
  return (
    <Alert tone="warm" title={t.undoAsk}>
      {t.undoLead}
      <span class="actions">
        <Post request={request} to={importPath(found.id, '/withdraw')} main label={t.undoYes} />
        <a class="btn" href={request.link(importPath(found.id))}>
          {t.undoNo}
        </a>
      </span>
    </Alert>
  )
}

function Undone({ found, request }: Props) {
  const t = pageText[request.language]
  return (
    <>
      <Alert tone="note" title={t.undone}>
        {t.undoneLead}
      </Alert>
      <Post request={request} to={importPath(found.id, '/again')} label={t.again} />
    </>
  )
}

function Failed({ found, request }: Props) {
  const t = pageText[request.language]
  const said = found.failure ? sayFailure(found.failure, request.language) : t.failedLead
  return (
    <>
      <Alert tone="bad" title={t.failed}>
        {said} {t.failedLead}
      </Alert>
      <div class="actions">
        <a class="btn main" href={request.link('/sources/new')}>
          {t.tryOther}
        </a>
        <Post request={request} to={importPath(found.id, '/again')} label={t.again} />
        <Post request={request} to={importPath(found.id, '/discard')} label={t.discard} />
      </div>
    </>
  )
}
