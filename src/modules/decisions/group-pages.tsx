import { decimalOf } from '../../kernel/money.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { ErrorSummary, type FieldError, PageHead, Section, SelectField, Table } from '../../ui/index.ts'
import { projectPath } from '../projects/index.ts'
import { StateTag } from './decision-view.tsx'
import { crumbsOf } from './frame.ts'
import { type GroupView, type Joinable, joinGroup, readGroup } from './group-actions.ts'
import { groupText } from './group-text.ts'
import { type Half, halfOf, numberOf, pathOf } from './head.ts'
import { euros, sumOf } from './money.ts'
import { text } from './text.ts'

type Shown = Pick<PageRequest, 'language' | 'link'>

async function groupPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = groupText[language]
  const view = await request.perform(readGroup, { decision: request.params.id })
  const { head, project } = view
  return {
    as: 'page',
    title: `${t.title}: ${numberOf(head)}`,
    robots: 'noindex',
    nav: 'calls',
    ...(errors.length > 0 && { status: 422 as const }),
    crumbs: crumbsOf(request, head, t.title),
    body: (
      <>
        <PageHead
          over={<a href={link(pathOf(head))}>{`${numberOf(head)} ${head.title}`}</a>}
          title={t.title}
          lead={t.lead}
        />
        <ErrorSummary errors={errors} language={language} />
        {view.members.length > 1 ? <Members view={view} request={request} /> : <p>{t.alone}</p>}
        {project && (
          <p>
            {t.projectOf}: <a href={link(projectPath(project))}>{project.title}</a>
          </p>
        )}
        {view.mayChange ? <Change view={view} request={request} /> : <p class="note">{t.fixed}</p>}
      </>
    ),
  }
}

/** Each application of the group with what was decided of it; of what is kept from the reader, that it is there. */
function Members({ view, request: { language, link } }: { view: GroupView; request: Shown }) {
  const [t, words] = [groupText[language], text[language]]
  const { members } = view
  const asked = (m: GroupView['members'][number]) => decimalOf(sumOf(m.head.partners.map((p) => p.grant)))
  const said = (half: Half | undefined) =>
    half ? (half.outcome === 'yes' ? euros(half.grant, language) : words.no) : ''
  const sum = (part: Half['part']) =>
    euros(decimalOf(sumOf(members.map((m) => halfOf(m.head, part)?.grant ?? null))), language)
  return (
    <Section title={t.members} id="members">
      <Table
        caption={t.members}
        language={language}
        cards
        density="tight"
        rows={members}
        columns={[
          {
            label: words.application,
            heading: true,
            phone: 'wide',
            cell: ({ head }) => (
              <>
                {head.application === view.head.application ? (
                  <b>{head.title}</b>
                ) : (
                  <a href={link(pathOf(head))}>{head.title}</a>
                )}
                <span class="sub num">{numberOf(head)}</span>
              </>
            ),
            foot: words.sums,
          },
          { label: words.lead_, phone: 'line', cell: ({ head }) => head.partners[0]?.name ?? '' },
          { label: words.state, cell: ({ head }) => <StateTag state={head.state} language={language} /> },
          {
            label: words.asked,
            numeric: true,
            phone: 'labelled',
            cell: (m) => euros(asked(m), language),
            foot: euros(decimalOf(sumOf(members.map(asked))), language),
          },
          {
            label: words.city,
            numeric: true,
            phone: 'labelled',
            cell: ({ head, sight }) => (sight === 'whole' ? said(halfOf(head, 'selection')) : '–'),
            foot: sum('selection'),
          },
          {
            label: words.council,
            numeric: true,
            phone: 'labelled',
            cell: ({ head, sight }) => (sight === 'kept-out' ? '–' : said(halfOf(head, 'legal'))),
            foot: sum('legal'),
          },
        ]}
      />
    </Section>
  )
}

function Change({ view, request: { language, link } }: { view: GroupView; request: Shown }) {
  const t = groupText[language]
  const { head, groups, others, members } = view
  const action = link(`${pathOf(head)}/group`)
  const form = (name: string, label: string, submit: string, choices: readonly Joinable[]) =>
    choices.length > 0 && (
      <Section title={submit}>
        <form method="post" action={action}>
          <SelectField
            name={name}
            label={label}
            choices={choices.map((c) => ({
              value: c.application,
              label: `${c.number} ${c.count > 1 ? t.ofMany(c.title, c.count, euros(c.asked, language)) : c.title}`,
            }))}
            language={language}
          />
          <button class="btn" type="submit">
            {submit}
          </button>
        </form>
      </Section>
    )
  return (
    <>
      {form('group', t.joinWhich, t.join, groups)}
      {form('with', t.makeWith, t.make, others)}
      {groups.length + others.length === 0 && <p class="quiet">{t.nothing}</p>}
      {members.length > 1 && (
        <form method="post" action={action}>
          <button class="btn bare" type="submit" name="leave" value="yes">
            {t.leave}
          </button>
        </form>
      )}
    </>
  )
}

async function takeGroup(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const other = form.get('leave') ? null : form.get('group') || form.get('with')
  try {
    const { path } = await request.perform(joinGroup, { decision: request.params.id, with: other })
    return { as: 'redirect', to: request.link(path) }
  } catch (error) {
    return groupPage(request, formErrors(error, request.language))
  }
}

export const groupPages: readonly Page[] = [
  { method: 'GET', path: '/decisions/{id}/group', run: (request) => groupPage(request) },
  { method: 'POST', path: '/decisions/{id}/group', run: takeGroup },
]
