import { conflictWords, type Relation, relations, roles } from '../../engine/conflict/index.ts'
import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { signedIn } from '../../kernel/rule.ts'
import { inEach } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
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
import { addInterest, listInterests, removeInterest } from './interest-actions.ts'
import { text } from './text.ts'

const path = '/account/interests'
const fields = ['organisation', 'relation', 'role', 'starts', 'ends'] as const
const before = { organisation: '', relation: '', role: 'employment', starts: '', ends: '' }

export const interestDraft: DraftKind = {
  kind: 'interest.add',
  shared: false,
  title: inEach((l) => text[l].addInterest),
  path: () => `${path}#form`,
  allow: signedIn,
}

async function show(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = text[language]
  const words = conflictWords[language]
  const { items } = await request.perform(listInterests, {})
  const draft = await draftFor(request, interestDraft, 'own', before)
  const field = (name: (typeof fields)[number], label: string) => ({
    name,
    label,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  return {
    as: 'page',
    title: t.interests,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: [{ text: t.account, href: link('/account') }, { text: t.interests }],
    body: (
      <>
        <PageHead title={t.interests} lead={t.interestsLead} />
        {items.length === 0 ? (
          <Empty title={t.interestsNone}>{t.interestsNoneNext}</Empty>
        ) : (
          <Table
            caption={t.interests}
            language={language}
            cards
            rows={items}
            columns={[
              { label: t.organisation, heading: true, cell: (i) => i.organisationName },
              {
                label: t.whose,
                phone: 'labelled',
                cell: (i) => (i.relation ? words.relations[i.relation] : t.own),
              },
              {
                label: t.role,
                phone: 'labelled',
                cell: (i) => (i.role ? words.roles[i.role] : t.roleUnsaid),
              },
              {
                label: t.starts,
                phone: 'labelled',
                cell: (i) => (i.starts ? formatDay(i.starts, language) : '–'),
              },
              { label: t.ends, phone: 'labelled', cell: (i) => (i.ends ? formatDay(i.ends, language) : '–') },
              {
                label: t.remove,
                quiet: true,
                cell: (i) => (
                  <form method="post" action={link(`${path}/remove`)}>
                    <input type="hidden" name="id" value={i.id} />
                    <button class="btn bare" type="submit">
                      {t.remove}
                      <span class="vh">: {i.organisationName}</span>
                    </button>
                  </form>
                ),
              },
            ]}
          />
        )}
        <Section title={t.addInterest} id="form">
          <ErrorSummary errors={errors} language={language} />
          <DraftForm draft={draft} action={link(path)} submit={t.save} language={language}>
            <TextField {...field('organisation', t.organisation)} help={t.organisationHelp} />
            <SelectField
              {...field('relation', t.whose)}
              choices={[
                { value: '', label: t.own },
                ...(Object.keys(relations) as Relation[]).map((r) => ({
                  value: r,
                  label: words.relations[r],
                })),
              ]}
            />
            <SelectField
              {...field('role', t.role)}
              choices={[
                ...roles.map((r) => ({ value: r, label: words.roles[r] })),
                { value: '', label: t.roleUnsaid },
              ]}
            />
            <TextField {...field('starts', t.starts)} size="short" help={t.dayHelp} optional />
            <TextField {...field('ends', t.ends)} size="short" optional />
          </DraftForm>
        </Section>
      </>
    ),
  }
}

const take = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: interestDraft, subject: 'own', before },
    async (sent) => {
      const input = Object.fromEntries(fields.map((name) => [name, sent.text(name)]))
      await request.perform(addInterest, input, sent.draft)
      return path
    },
    (errors) => show(request, errors),
  )

async function remove(request: PageRequest): Promise<PageAnswer> {
  await request.perform(removeInterest, { id: (await request.form()).get('id') })
  return { as: 'redirect', to: request.link(path) }
}

export const interestPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => show(request) },
  { method: 'POST', path, run: take },
  { method: 'POST', path: `${path}/remove`, run: remove },
]
