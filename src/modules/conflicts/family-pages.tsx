import { conflictWords, linkKinds } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { inEach } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  ChoicesField,
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  Table,
  TextField,
} from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { by, holds } from '../people/index.ts'
import { addFamily, listFamily, removeFamily } from './family-actions.ts'
import { text } from './text.ts'

const pathOf = (organisation: string) => `/organisations/${organisation}/family`
const fields = ['side', 'other', 'kind', 'share', 'source', 'starts', 'ends'] as const
const before = { side: 'above', other: '', kind: 'parent', share: '', source: '', starts: '', ends: '' }

export const familyDraft: DraftKind = {
  kind: 'family.add',
  shared: false,
  title: inEach((l) => text[l].addFamily),
  path: (subject) => `${pathOf(subject)}#form`,
  allow: by('coordinator', 'preparer'),
}

async function show(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, actor } = request
  const t = text[language]
  const words = conflictWords[language]
  const family = await request.perform(listFamily, { organisation: request.params.id })
  const keeps = holds(actor, ['coordinator', 'preparer'])
  const draft = keeps ? await draftFor(request, familyDraft, family.id, before) : undefined
  const field = (name: (typeof fields)[number], label: string) => ({
    name,
    label,
    value: draft?.text(name) ?? '',
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return {
    as: 'page',
    title: `${t.family}: ${family.name}`,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: family.name, href: link(`/organisations/${family.id}`) }, { text: t.family }],
    body: (
      <>
        <PageHead over={family.name} title={t.family} lead={t.familyLead} />
        {family.items.length === 0 ? (
          <Empty title={t.familyNone}>{keeps && t.familyNoneNext}</Empty>
        ) : (
          <Table
            caption={t.family}
            language={language}
            cards
            rows={family.items}
            columns={[
              {
                label: t.upper,
                heading: true,
                cell: (f) => <a href={link(`/organisations/${f.upper}`)}>{f.upperName}</a>,
              },
              {
                label: t.lower,
                phone: 'labelled',
                cell: (f) => <a href={link(`/organisations/${f.lower}`)}>{f.lowerName}</a>,
              },
              {
                label: t.kind,
                phone: 'labelled',
                cell: (f) => `${words.links[f.kind]}${f.share ? `, ${f.share.replace('.', ',')} %` : ''}`,
              },
              { label: t.source, phone: 'labelled', cell: (f) => f.source },
              {
                label: t.starts,
                phone: 'labelled',
                cell: (f) => [f.starts, f.ends].map((d) => (d ? formatDay(d, language) : '')).join('–'),
              },
              ...(keeps
                ? [
                    {
                      label: t.remove,
                      quiet: true,
                      cell: (f: (typeof family.items)[number]) => (
                        <form method="post" action={link(`${pathOf(family.id)}/remove`)}>
                          <input type="hidden" name="id" value={f.id} />
                          <button class="btn bare" type="submit">
                            {t.remove}
                            <span class="vh">: {f.lowerName}</span>
                          </button>
                        </form>
                      ),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {draft && (
          <Section title={t.addFamily} id="form">
            <ErrorSummary errors={errors} language={language} />
            <DraftForm draft={draft} action={link(pathOf(family.id))} submit={t.save} language={language}>
              <TextField {...field('other', t.other)} help={t.organisationHelp} />
              <ChoicesField
                {...field('side', t.side)}
                kind="radio"
                choices={(['above', 'below'] as const).map((s) => ({ value: s, label: t.sides[s] }))}
                values={draft.list('side')}
              />
              <SelectField
                {...field('kind', t.kind)}
                choices={linkKinds.map((k) => ({ value: k, label: words.links[k] }))}
              />
              <TextField {...field('share', t.share)} size="short" optional />
              <TextField {...field('source', t.source)} help={t.sourceHelp} />
              <TextField {...field('starts', t.starts)} size="short" help={t.dayHelp} optional />
              <TextField {...field('ends', t.ends)} size="short" optional />
            </DraftForm>
          </Section>
        )}
      </>
    ),
  }
}

async function take(request: PageRequest): Promise<PageAnswer> {
  const { id } = await request.perform(listFamily, { organisation: request.params.id })
  return takeForm(
    request,
    { kind: familyDraft, subject: id, before },
    async (sent) => {
      const input = Object.fromEntries(fields.map((name) => [name, sent.text(name)]))
      await request.perform(addFamily, { organisation: id, ...input }, sent.draft)
      return pathOf(id)
    },
    (errors) => show(request, errors),
  )
}

async function remove(request: PageRequest): Promise<PageAnswer> {
  const id = (await request.form()).get('id')
  await request.perform(removeFamily, { organisation: request.params.id, id })
  return { as: 'redirect', to: request.link(pathOf(request.params.id!)) }
}

export const familyPages: readonly Page[] = [
  { method: 'GET', path: '/organisations/{id}/family', run: (request) => show(request) },
  { method: 'POST', path: '/organisations/{id}/family', run: take },
  { method: 'POST', path: '/organisations/{id}/family/remove', run: remove },
]
