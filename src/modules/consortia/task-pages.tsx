import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { ruleOf } from '../../kernel/rule.ts'
import { inEach, type Language } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import {
  Empty,
  ErrorSummary,
  type FieldError,
  PageHead,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { Attachments, attachmentsOf, type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { Talk, talkOn } from '../talk/index.ts'
import { Paragraphs } from './answer-facts.tsx'
import { Course } from './answer-partner-page.tsx'
import { crumbsOf } from './frame.tsx'
import { gathering, pathOf } from './rights.ts'
import { isIn } from './rules.ts'
import {
  type Agreed,
  addTask,
  agreedAction,
  markTask,
  markTaskByLink,
  minuteMeeting,
} from './task-actions.ts'
import { taskText } from './task-text.ts'
import { meetingsPath, TaskItems } from './task-view.tsx'

const read = (request: PageRequest) => request.perform(agreedAction, { consortium: request.params.id })

async function meetingsPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link } = request
  const t = taskText[language]
  const agreed = await read(request)
  const { consortium, meetings, tasks, may } = agreed
  const home = link(meetingsPath(consortium.id))
  const mine = new Set(agreed.mine)
  const shown = { request, may: (task: { id: string }) => mine.has(task.id), named: true }
  const subject = { kind: 'consortium', id: consortium.id }
  const talked = await talkOn(request, subject)
  const files = await attachmentsOf(request, subject)
  const add = may.gather && (
    <>
      <a class="btn main" href={`${home}/new`}>
        {t.newMeeting}
      </a>{' '}
      <a class="btn" href={`${link(pathOf(consortium.id))}/tasks/new`}>
        {t.newTask}
      </a>
    </>
  )
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.meetings,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, consortium, t.meetings),
    body: (
      <>
        <PageHead title={t.meetings} lead={t.meetingsLead} actions={add} />
        <div class="cons-columns">
          <div>
            <Section title={t.title} id="tasks">
              <TaskItems tasks={tasks} {...shown} />
            </Section>
            {meetings.length === 0 && (
              <Empty title={t.noMeetings}>{may.gather && <a href={`${home}/new`}>{t.newMeeting}</a>}</Empty>
            )}
            {meetings.map((meeting) => {
              const own = tasks.filter((task) => task.meeting === meeting.id)
              return (
                <Section
                  title={t.minutesOf(formatDay(meeting.heldOn, language))}
                  id={`meeting-${meeting.id}`}
                  note={may.gather && <a href={`${home}/${meeting.id}`}>{t.editMeeting}</a>}
                >
                  <p class="quiet">{t.wasPresent(meeting.present)}</p>
                  <Paragraphs of={meeting.minutes} />
                  {own.length > 0 && <TaskItems tasks={own} {...shown} />}
                </Section>
              )
            })}
            {files && <Attachments shown={files} request={request} />}
            {talked && <Talk talked={talked} request={request} />}
          </div>
          <aside>
            <Course deeds={agreed.course} request={request} named />
          </aside>
        </div>
      </>
    ),
  }
}

const rows = 4
const allow = ruleOf(gathering, ({ subject }: { subject: string }) => ({
  consortium: subject.split(':')[0] ?? '',
}))

export const meetingDraft: DraftKind = {
  kind: 'consortium.meeting',
  shared: true,
  title: inEach((l) => taskText[l].newMeeting),
  path: (subject) => {
    const [id = '', meeting = 'new'] = subject.split(':')
    return `${meetingsPath(id)}/${meeting}`
  },
  allow,
}
export const taskDraft: DraftKind = {
  kind: 'consortium.task',
  shared: false,
  title: inEach((l) => taskText[l].newTask),
  path: (subject) => `${pathOf(subject)}/tasks/new`,
  allow,
}

const taskFields = ['what', 'partner', 'due'] as const
const before = (agreed: Agreed, meeting: string, today: string, language: Language): Before => {
  const held = agreed.meetings.find((m) => m.id === meeting)
  const empty = Array.from({ length: rows }, (_, i) =>
    taskFields.map((name) => [`task.${i + 1}.${name}`, '']),
  )
  return {
    heldOn: formatDay(held?.heldOn ?? today, language),
    present: held?.present ?? '',
    minutes: held?.minutes ?? '',
    ...Object.fromEntries(empty.flat()),
  }
}

type Typing = {
  text: (name: string) => string
  errors: readonly FieldError[]
  agreed: Agreed
  language: Language
}

/** One responsibility: what, who, by when. */
function TaskRow({
  names,
  labels,
  text,
  errors,
  agreed,
  language,
}: Typing & { names: readonly string[]; labels: readonly string[] }) {
  const t = taskText[language]
  const field = (i: number) => ({
    name: names[i]!,
    label: labels[i]!,
    error: errors.find((e) => e.name === names[i])?.text,
    language,
    optional: true,
  })
  return (
    <div class="cons-task-row">
      <TextField {...field(0)} value={text(names[0]!)} size="full" />
      <SelectField
        {...field(1)}
        none={t.gatherers}
        choices={agreed.partners
          .filter((p) => isIn(p.state))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={text(names[1]!)}
      />
      <TextField {...field(2)} value={text(names[2]!)} size="short" />
    </div>
  )
}

async function meetingForm(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, now, params } = request
  const t = taskText[language]
  const agreed = await read(request)
  const meeting = params.meeting ?? 'new'
  const subject = `${agreed.consortium.id}:${meeting}`
  const draft = await draftFor(request, meetingDraft, subject, before(agreed, meeting, dayIn(now), language))
  const field = (name: string, label: string) => ({
    name,
    label,
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const heading = meeting === 'new' ? t.newMeeting : t.editMeeting
  return {
    as: 'page',
    sheet: 'consortia',
    title: heading,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, agreed.consortium, heading),
    body: (
      <>
        <PageHead
          over={<a href={link(meetingsPath(agreed.consortium.id))}>{t.meetings}</a>}
          title={heading}
        />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(meetingDraft.path(subject))}
          submit={t.save}
          language={language}
        >
          <TextField
            {...field('heldOn', t.heldOn)}
            help={t.dayHelp}
            value={draft.text('heldOn')}
            size="short"
          />
          <TextField
            {...field('present', t.present)}
            help={t.presentHelp}
            value={draft.text('present')}
            size="full"
          />
          <TextArea {...field('minutes', t.minutes)} value={draft.text('minutes')} rows={10} />
          <fieldset class="cons-tasks">
            <legend>{t.responsibilities}</legend>
            <p class="help">{t.responsibilitiesHelp}</p>
            {Array.from({ length: rows }, (_, i) => String(i + 1)).map((n) => (
              <TaskRow
                names={taskFields.map((name) => `task.${n}.${name}`)}
                labels={[t.what(n), t.who(n), t.until(n)]}
                {...{ text: draft.text, errors, agreed, language }}
              />
            ))}
          </fieldset>
        </DraftForm>
      </>
    ),
  }
}

async function takeMeeting(request: PageRequest): Promise<PageAnswer> {
  const { params, now, language } = request
  const agreed = await read(request)
  const meeting = params.meeting ?? 'new'
  return takeForm(
    request,
    {
      kind: meetingDraft,
      subject: `${agreed.consortium.id}:${meeting}`,
      before: before(agreed, meeting, dayIn(now), language),
    },
    async (sent) => {
      const tasks = Array.from({ length: rows }, (_, i) => {
        const at = (name: string) => sent.text(`task.${i + 1}.${name}`)
        return { what: at('what'), partner: at('partner'), due: at('due') }
      })
      const said = {
        heldOn: sent.text('heldOn'),
        present: sent.text('present'),
        minutes: sent.text('minutes'),
        tasks,
      }
      const of = { consortium: params.id, ...(meeting !== 'new' && { meeting }) }
      return (await request.perform(minuteMeeting, { ...of, ...said }, sent.draft)).path
    },
    (errors) => meetingForm(request, errors),
  )
}

const noTask = { what: '', partner: '', due: '' }

async function taskForm(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const t = taskText[language]
  const agreed = await read(request)
  const { id } = agreed.consortium
  const draft = await draftFor(request, taskDraft, id, noTask)
  return {
    as: 'page',
    sheet: 'consortia',
    title: t.newTask,
    nav: 'ecosystems',
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    crumbs: crumbsOf(request, agreed.consortium, t.newTask),
    body: (
      <>
        <PageHead over={<a href={link(meetingsPath(id))}>{t.meetings}</a>} title={t.newTask} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link(taskDraft.path(id))} submit={t.save} language={language}>
          <TaskRow
            names={taskFields}
            labels={[t.oneWhat, t.oneWho, t.oneUntil]}
            {...{ text: draft.text, errors, agreed, language }}
          />
        </DraftForm>
      </>
    ),
  }
}

const takeTask = (request: PageRequest): Promise<PageAnswer> =>
  takeForm(
    request,
    { kind: taskDraft, subject: request.params.id ?? '', before: noTask },
    async (sent) => {
      const said = { what: sent.text('what'), partner: sent.text('partner'), due: sent.text('due') }
      return (await request.perform(addTask, { consortium: request.params.id, ...said }, sent.draft)).path
    },
    (errors) => taskForm(request, errors),
  )

/** One press marks a task done, and comes back to where it was pressed. */
async function press(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const said = { task: form.get('task'), undo: form.get('undo') === '1' }
  const { path } = await request.perform(markTask, { consortium: request.params.id, ...said })
  return { as: 'redirect', to: request.link(path) }
}

async function pressByLink(request: PageRequest): Promise<PageAnswer> {
  const form = await request.form()
  const token = form.get('token') ?? ''
  await request.perform(markTaskByLink, { token, task: form.get('task'), undo: form.get('undo') === '1' })
  return { as: 'redirect', to: `${request.link('/consortium-partner')}?token=${token}#tasks` }
}

export const taskPages: readonly Page[] = [
  { method: 'GET', path: '/consortia/{id}/meetings', run: meetingsPage },
  { method: 'GET', path: '/consortia/{id}/meetings/new', run: (request) => meetingForm(request) },
  { method: 'POST', path: '/consortia/{id}/meetings/new', run: takeMeeting },
  { method: 'GET', path: '/consortia/{id}/meetings/{meeting}', run: (request) => meetingForm(request) },
  { method: 'POST', path: '/consortia/{id}/meetings/{meeting}', run: takeMeeting },
  { method: 'GET', path: '/consortia/{id}/tasks/new', run: (request) => taskForm(request) },
  { method: 'POST', path: '/consortia/{id}/tasks/new', run: takeTask },
  { method: 'POST', path: '/consortia/{id}/task-done', run: press },
  { method: 'POST', path: '/consortium-task', run: pressByLink },
]
