import { deedsAt, type Page, type PageRequest } from '../../kernel/page.ts'
import { formatCount, type Language } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Empty, Facts, Pager, Progress, Table, Tabs, Tag } from '../../ui/index.ts'
import { administrationPage, Deed, offsetOf } from './frame.tsx'
import { cancelJob, getJob, type JobSeen, listJobs, retryJob } from './job-actions.ts'
import { jobText } from './job-text.ts'
import { text } from './text.ts'

const path = '/administration/jobs'
const size = 50
const states = ['waiting', 'running', 'failed', 'done'] as const

const StateTag = ({ request, job }: { request: PageRequest; job: JobSeen }) => {
  const tone = { waiting: 'plain', running: 'on', done: 'ok', failed: 'bad', cancelled: 'plain' } as const
  const sign = {
    waiting: 'waiting',
    running: 'running',
    done: 'done',
    failed: 'stopped',
    cancelled: 'stopped',
  } as const
  return (
    <Tag tone={tone[job.state]} sign={sign[job.state]}>
      {text[request.language].states[job.state]}
    </Tag>
  )
}

const nameOf = (job: JobSeen, language: Language): string => job.does?.[language] ?? job.name

/** The step in words; a list or a table that is worked on is called by its own name. */
const stepOf = ({ step }: JobSeen, language: Language): string | undefined =>
  (jobText[language].steps as Readonly<Record<string, string>>)[step] ?? (step || undefined)

const far = (job: JobSeen, request: PageRequest) =>
  job.total
    ? `${formatCount(job.done, request.language)} / ${formatCount(job.total, request.language)}`
    : job.done > 0
      ? formatCount(job.done, request.language)
      : '–'

async function jobsPage(request: PageRequest) {
  const { language, url } = request
  const t = text[language]
  const state = states.find((s) => s === url.searchParams.get('state'))
  const offset = offsetOf(url)
  const found = await request.perform(listJobs, { ...(state && { state }), limit: size, offset })
  const address = (s: string | undefined, from = 0) => {
    const query = new URLSearchParams({ ...(s && { state: s }), ...(from > 0 && { offset: String(from) }) })
    return request.link(query.size > 0 ? `${path}?${query}` : path)
  }
  const count = (s: string) => formatCount(found.counts[s] ?? 0, language)
  return administrationPage(request, {
    title: t.jobs,
    lead: t.jobsLead,
    tab: 'jobs',
    body: (
      <>
        <Tabs
          label={t.state}
          items={[
            { href: address(undefined), label: t.all, current: state === undefined },
            ...states.map((s) => ({
              href: address(s),
              label: t.states[s],
              count: count(s),
              current: s === state,
            })),
          ]}
        />
        {found.items.length === 0 ? (
          <Empty title={t.noJobs}>{t.noJobsNext}</Empty>
        ) : (
          <Table
            language={language}
            caption={t.jobs}
            cards
            rows={found.items}
            columns={[
              {
                label: t.job,
                heading: true,
                cell: (j) => (
                  <>
                    <a href={request.link(`${path}/${j.id}`)}>{nameOf(j, language)}</a>
                    {j.does && <code class="beneath">{j.name}</code>}
                  </>
                ),
              },
              { label: t.state, cell: (j) => <StateTag request={request} job={j} /> },
              { label: t.progress, numeric: true, phone: 'labelled', cell: (j) => far(j, request) },
              { label: t.updated, cell: (j) => formatInstant(j.updatedAt, language) },
            ]}
          />
        )}
        <Pager
          offset={offset}
          size={size}
          total={found.total}
          at={(next) => address(state, next)}
          language={language}
        />
      </>
    ),
  })
}

async function jobPage(request: PageRequest) {
  const { language } = request
  const t = text[language]
  const job = await request.perform(getJob, { id: request.params.id })
  const going = job.state === 'waiting' || job.state === 'running'
  const answer = administrationPage(request, {
    title: nameOf(job, language),
    over: t.job,
    tab: 'jobs',
    crumbs: [{ text: t.jobs, href: request.link(path) }],
    body: (
      <>
        <Progress
          id="job"
          label={t.states[job.state]}
          done={job.done}
          total={job.total ?? undefined}
          note={stepOf(job, language)}
          finished={!going}
          language={language}
        />
        <Facts
          language={language}
          items={[
            { label: t.state, value: <StateTag request={request} job={job} /> },
            { label: t.updated, value: formatInstant(job.updatedAt, language) },
            ...(job.tries ? [{ label: t.tries, value: formatCount(job.tries, language) }] : []),
            ...(job.error ? [{ label: t.error, value: <code>{job.error}</code> }] : []),
            { label: jobText[language].kind, value: <code>{job.name}</code> },
            { label: 'Id', value: <code>{job.id}</code> },
          ]}
        />
        <div class="actions">
          {going && <Deed action={request.link(`${path}/${job.id}/cancel`)} label={t.cancel} />}
          {(job.state === 'failed' || job.state === 'cancelled') && job.queued && (
            <Deed action={request.link(`${path}/${job.id}/retry`)} label={t.retry} main />
          )}
          <a href={request.link(`/administration/audit/job/${job.id}`)}>{t.history}</a>
        </div>
      </>
    ),
  })
  return answer.as === 'page' && going ? { ...answer, refresh: 3 } : answer
}

const deed = deedsAt(path)

export const jobPages: readonly Page[] = [
  { method: 'GET', path, run: jobsPage },
  { method: 'GET', path: `${path}/{id}`, run: jobPage },
  deed('retry', (request, id) => request.perform(retryJob, { id })),
  deed('cancel', (request, id) => request.perform(cancelJob, { id })),
]
