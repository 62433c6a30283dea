import {
  type GeneralCriterion,
  missingLanguages,
  type ScoredCriterion,
  templateDifferences,
} from '../../engine/assessment/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { languages, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  type Column,
  ErrorSummary,
  type FieldError,
  PageHead,
  Scroll,
  Section,
  Table,
  Tag,
} from '../../ui/index.ts'
import {
  archiveTemplate,
  changeCriteria,
  copyTemplate,
  exportTemplate,
  type ReadTemplateAnswer,
  readTemplateAction,
  settleTemplate,
} from './actions.ts'
import { editPages } from './edit-pages.tsx'
import { listPages } from './list-page.tsx'
import { SheetPreview } from './sheet-view.tsx'
import { text } from './text.ts'
import { viewText } from './view-text.ts'

type Criterion = GeneralCriterion | ScoredCriterion
const at = (request: PageRequest) => request.params.id ?? ''

async function templatePage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const found = await request.perform(readTemplateAction, { template: at(request) })
  const newest = found.versions[0]!
  const name = pick(newest.template.name, language)?.text ?? ''
  const base = link(`/criteria/${at(request)}`)
  const lacking = missingLanguages(newest.template, ['fi', 'sv', 'en']).length
  return {
    as: 'page',
    title: name,
    nav: 'workspace',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [
      { text: t.home, href: link('/workspace') },
      { text: t.title, href: link('/criteria') },
      { text: name },
    ],
    body: (
      <>
        <ErrorSummary errors={errors} language={language} />
        <PageHead
          over={t.title}
          title={name}
          state={
            <>
              <Tag tone={newest.state === 'settled' ? 'ok' : 'on'}>{t.states[newest.state]}</Tag>{' '}
              <span class="quiet">{t.version(newest.version)}</span>
            </>
          }
          actions={
            <>
              {newest.state === 'working' && (
                <form method="post" action={`${base}/settle`}>
                  <button class="btn main" type="submit">
                    {t.settle}
                  </button>
                </form>
              )}
              <a class="btn" href={`${base}/sheet`}>
                {t.sheet}
              </a>
              <form method="post" action={`${base}/copy`}>
                <button class="btn" type="submit">
                  {t.copy}
                </button>
              </form>
              <a class="btn" href={`${base}/settings`}>
                {t.settings}
              </a>
              <a class="btn" href={`${base}/criteria.json`} download>
                {t.export}
              </a>
              <form method="post" action={`${base}/archive`}>
                <button class="btn bare" type="submit">
                  {t.archive}
                </button>
              </form>
            </>
          }
        />
        <p class="note">{t.settleNote}</p>
        {lacking > 0 && <Alert tone="warm" title={t.missing(lacking)} />}
        <CriteriaTable kind="general" found={found} base={base} request={request} />
        <CriteriaTable kind="scored" found={found} base={base} request={request} />
        <Versions found={found} request={request} />
      </>
    ),
  }
}

/** The newest version as an assessor will meet it. */
async function sheetPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = viewText[language]
  const { template } = (await request.perform(readTemplateAction, { template: at(request) })).versions[0]!
  const name = pick(template.name, language)?.text ?? ''
  return {
    as: 'page',
    title: `${t.sheet}: ${name}`,
    nav: 'workspace',
    robots: 'noindex',
    crumbs: [
      { text: text[language].title, href: link('/criteria') },
      { text: name, href: link(`/criteria/${at(request)}`) },
      { text: t.sheet },
    ],
    body: (
      <>
        <PageHead over={name} title={t.sheet} lead={t.sheetLead} />
        <SheetPreview template={template} language={language} />
      </>
    ),
  }
}

type TableProps = {
  kind: 'general' | 'scored'
  found: ReadTemplateAnswer
  base: string
  request: Pick<PageRequest, 'language'>
}

/** Criteria with their languages side by side, and the steps that can be taken with each. */
function CriteriaTable({ kind, found, base, request }: TableProps) {
  const { language } = request
  const t = text[language]
  const { template } = found.versions[0]!
  const rows: readonly Criterion[] = template[kind]
  const name = (c: Criterion) => pick(c.label, language)?.text ?? c.key
  const scored: Column<Criterion>[] =
    kind === 'scored'
      ? [
          { label: t.group, phone: 'labelled', cell: (c) => ('group' in c ? t.groups[c.group] : '') },
          {
            label: t.scale,
            phone: 'labelled',
            cell: (c) => ('scale' in c ? `${c.scale.least}–${c.scale.most}` : ''),
          },
          {
            label: t.weight,
            numeric: true,
            phone: 'labelled',
            cell: (c) => ('weight' in c ? c.weight.replace('.', language === 'en' ? '.' : ',') : ''),
          },
          {
            label: t.least,
            numeric: true,
            phone: 'labelled',
            cell: (c) => ('least' in c ? String(c.least ?? '') : ''),
          },
        ]
      : []
  return (
    <Section
      title={t[kind]}
      id={kind}
      note={<a href={`${base}/${kind}`}>{kind === 'scored' ? t.addScored : t.addGeneral}</a>}
    >
      <Scroll label={t[kind]}>
        <Table<Criterion>
          caption={t[kind]}
          cards
          language={language}
          rows={rows}
          columns={[
            {
              label: t[language],
              heading: true,
              cell: (c) => <a href={`${base}/${kind}/${c.key}`}>{c.label[language] ?? c.key}</a>,
            },
            ...languages
              .filter((l) => l !== language)
              .map(
                (l): Column<Criterion> => ({
                  label: t[l],
                  phone: 'line',
                  cell: (c) =>
                    c.label[l] ? <span lang={l}>{c.label[l]}</span> : <Tag tone="warm">{t.untranslated}</Tag>,
                }),
              ),
            ...scored,
            {
              label: t.edit,
              quiet: true,
              phone: 'wide',
              cell: (c) => <Steps of={name(c)} id={c.key} base={base} language={language} />,
            },
          ]}
        />
      </Scroll>
    </Section>
  )
}

function Steps({ of, id, base, language }: { of: string; id: string; base: string } & TableProps['request']) {
  const t = text[language]
  return (
    <form method="post" action={`${base}/step`} class="row-steps">
      <input type="hidden" name="key" value={id} />
      {(['up', 'down', 'remove'] as const).map((step) => (
        <button class="btn bare" type="submit" name="step" value={step}>
          {t[step]}
          <span class="vh">{t.moveOf(of)}</span>
        </button>
      ))}
    </form>
  )
}

function Versions({ found, request }: { found: ReadTemplateAnswer; request: Pick<PageRequest, 'language'> }) {
  const { language } = request
  const t = text[language]
  const { versions } = found
  return (
    <Section title={t.versions} id="versions">
      <Table
        caption={t.versions}
        cards
        language={language}
        rows={versions.map((v, i) => ({ ...v, before: versions[i + 1] }))}
        columns={[
          { label: t.versions, heading: true, cell: (v) => t.version(v.version) },
          {
            label: t.state,
            phone: 'labelled',
            cell: (v) => `${t.states[v.state]}, ${formatInstant(v.at, language)}`,
          },
          {
            label: t.changed,
            phone: 'wide',
            cell: (v) =>
              v.before
                ? templateDifferences(v.before.template, v.template)
                    .map((d) => `${d.key || t.ownSettings}: ${t.differences[d.is]}`)
                    .join(', ')
                : '',
          },
        ]}
      />
    </Section>
  )
}

async function step(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const key = form.get('key') ?? ''
  const said = form.get('step')
  const change =
    said === 'remove'
      ? { do: 'remove' as const, key }
      : { do: 'move' as const, key, by: said === 'up' ? -1 : 1 }
  await request.perform(changeCriteria, { template: at(request), change })
  return { as: 'redirect', to: request.link(`/criteria/${at(request)}`) }
}

async function settle(request: PageRequest): Promise<PageAnswer> {
  try {
    await request.perform(settleTemplate, { template: at(request) })
  } catch (error) {
    return templatePage(request, formErrors(error, request.language))
  }
  return { as: 'redirect', to: request.link(`/criteria/${at(request)}`) }
}

async function file(request: PageRequest): Promise<PageAnswer> {
  const template = await request.perform(exportTemplate, { template: at(request) })
  const content = `${JSON.stringify(template, null, 2)}\n`
  return { as: 'file', name: 'criteria.json', type: 'application/json; charset=utf-8', content }
}

export const pages: readonly Page[] = [
  ...listPages,
  { method: 'GET', path: '/criteria/{id}', run: (request) => templatePage(request) },
  { method: 'GET', path: '/criteria/{id}/criteria.json', run: file },
  { method: 'POST', path: '/criteria/{id}/step', run: step },
  { method: 'POST', path: '/criteria/{id}/settle', run: settle },
  { method: 'GET', path: '/criteria/{id}/sheet', run: sheetPage },
  {
    method: 'POST',
    path: '/criteria/{id}/copy',
    run: async (request) => {
      const { head } = await request.perform(readTemplateAction, { template: at(request) })
      const copy = { template: at(request), ecosystem: head.ecosystem }
      const { id } = await request.perform(copyTemplate, copy)
      return { as: 'redirect', to: request.link(`/criteria/${id}`) }
    },
  },
  {
    method: 'POST',
    path: '/criteria/{id}/archive',
    run: async (request) => {
      await request.perform(archiveTemplate, { template: at(request) })
      return { as: 'redirect', to: request.link('/criteria') }
    },
  },
  ...editPages,
]
