import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn, formatDay } from '../../kernel/time.ts'
import { ErrorSummary, type FieldError, PageHead, SelectField, TextField } from '../../ui/index.ts'
import { type Before, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { changedLight, newTarget } from './drafts.ts'
import { refuse } from './fault-text.ts'
import { formText } from './form-text.ts'
import { frameOf } from './frame.ts'
import { dropIndicator, dropTarget, offerIndicators, setLight, setTarget } from './keep-actions.ts'
import { pathOf } from './paths.ts'
import { getIndicator, listIndicators } from './read-actions.ts'
import { text } from './text.ts'

const read = (request: PageRequest) =>
  request.perform(getIndicator, { key: request.params.key, indicator: request.params.indicator })

type Told = Awaited<ReturnType<typeof read>>

/** What the form starts from: the target that holds, or today and nothing. */
function targetBefore({ state: { target } }: Told, now: Date): Before {
  const day = (written: string) => formatDay(written, 'fi')
  const decimal = (written: string) => written.replace('.', ',')
  return {
    subject: 'ecosystem',
    baseline: target ? decimal(target.baseline) : '0',
    target: target ? decimal(target.target) : '',
    starts: day(target?.startsOn ?? dayIn(now)),
    due: target ? day(target.dueOn) : '',
    reason: '',
  }
}

async function targetPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, now } = request
  const told = await read(request)
  const { ecosystem, state } = told
  const offered = await request.perform(offerIndicators, { key: ecosystem.key })
  const subject = `${ecosystem.key}:${state.indicator.id}`
  const draft = await draftFor(request, newTarget, subject, targetBefore(told, now))
  const t = formText[language]
  const title = t.targetOf(pick(state.indicator.name, language)?.text ?? state.indicator.code)
  const { name, home, ...frame } = frameOf(request, ecosystem, text[language].setTarget)
  const scopes = text[language].scopes
  const named = (names: object) => pick(names, language)?.text ?? ''
  const field = (
    of: 'baseline' | 'target' | 'starts' | 'due' | 'targetReason',
    more: { inputmode?: 'decimal'; help?: string; optional?: boolean } = {},
  ) => {
    const key = of === 'targetReason' ? 'reason' : of
    return (
      <TextField
        name={key}
        label={t[of]}
        value={draft.text(key)}
        error={errors.find((e) => e.name === key)?.text}
        language={language}
        {...more}
      />
    )
  }
  return {
    as: 'page',
    title,
    ...frame,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead over={<a href={home}>{name}</a>} title={title} lead={t.targetLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(pathOf(ecosystem.key, `${state.indicator.id}/target`))}
          submit={t.saveTarget}
          language={language}
        >
          <SelectField
            name="subject"
            label={t.subject}
            choices={[
              { value: 'ecosystem', label: t.whole },
              ...offered.themes.map(({ value, name: of }) => ({
                value: `priority:${value}`,
                label: `${scopes.priority}: ${named(of)}`,
              })),
              ...offered.subjects.map((one) => ({
                value: `${one.scope}:${one.subject}`,
                label: `${scopes[one.scope]}: ${named(one.name)}`,
              })),
            ]}
            value={draft.text('subject')}
            error={errors.find((e) => e.name === 'subject')?.text}
            language={language}
          />
          {field('baseline', { inputmode: 'decimal' })}
          {field('target', { inputmode: 'decimal' })}
          {field('starts', { help: t.dayHelp })}
          {field('due', { help: t.dayHelp })}
          {field('targetReason', { optional: true })}
        </DraftForm>
      </>
    ),
  }
}

async function saveTarget(request: PageRequest): Promise<PageAnswer> {
  const told = await read(request)
  const { ecosystem, state } = told
  const { id } = state.indicator
  return takeForm(
    request,
    { kind: newTarget, subject: `${ecosystem.key}:${id}`, before: targetBefore(told, request.now) },
    async ({ text: get, draft }) => {
      const [, scope = 'ecosystem', subject = ''] =
        /^(priority|call|project):(.+)$/.exec(get('subject')) ?? []
      const typed = Object.fromEntries(
        ['baseline', 'target', 'starts', 'due', 'reason'].map((name) => [name, get(name)]),
      )
      await request.perform(setTarget, { key: ecosystem.key, indicator: id, scope, subject, ...typed }, draft)
      return pathOf(ecosystem.key, id)
    },
    (errors) => targetPage(request, errors),
  )
}

const percent = (part: string) => `${Math.round(Number(part) * 100)}`

async function lightForm(request: PageRequest) {
  const { ecosystem, light, keeps } = await request.perform(listIndicators, { key: request.params.key })
  if (!keeps) throw refuse('forbidden', 'notKept')
  return { ecosystem, before: { green: percent(light.green), amber: percent(light.amber) } }
}

async function lightPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link } = request
  const { ecosystem, before } = await lightForm(request)
  const draft = await draftFor(request, changedLight, ecosystem.key, before)
  const t = formText[language]
  const title = text[language].changeRule
  const { name, home, ...frame } = frameOf(request, ecosystem, title)
  return {
    as: 'page',
    title,
    ...frame,
    robots: 'noindex',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        <PageHead over={<a href={home}>{name}</a>} title={title} lead={t.lightLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm
          draft={draft}
          action={link(pathOf(ecosystem.key, 'light'))}
          submit={t.saveLight}
          language={language}
        >
          {(['green', 'amber'] as const).map((of) => (
            <TextField
              name={of}
              label={t[of]}
              value={draft.text(of)}
              inputmode="numeric"
              size="short"
              error={errors.find((e) => e.name === of)?.text}
              language={language}
            />
          ))}
        </DraftForm>
      </>
    ),
  }
}

async function saveLight(request: PageRequest): Promise<PageAnswer> {
  const { ecosystem, before } = await lightForm(request)
  return takeForm(
    request,
    { kind: changedLight, subject: ecosystem.key, before },
    async ({ text: get, draft }) => {
      await request.perform(setLight, { key: ecosystem.key, green: get('green'), amber: get('amber') }, draft)
      return pathOf(ecosystem.key, '#rule').replace('/#', '#')
    },
    (errors) => lightPage(request, errors),
  )
}

async function drop(request: PageRequest): Promise<PageAnswer> {
  const { key = '', indicator = '' } = request.params
  await request.perform(dropIndicator, { key, indicator })
  return { as: 'redirect', to: request.link(pathOf(key)) }
}

async function removeTarget(request: PageRequest): Promise<PageAnswer> {
  const { key = '', indicator = '' } = request.params
  const form = await request.form()
  const of = { scope: form.get('scope'), subject: form.get('subject') }
  await request.perform(dropTarget, { key, indicator, ...of })
  return { as: 'redirect', to: request.link(`${pathOf(key, indicator)}#targets`) }
}

const one = '/ecosystems/{key}/indicators/{indicator}'

export const targetPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/indicators/light', run: (request) => lightPage(request) },
  { method: 'POST', path: '/ecosystems/{key}/indicators/light', run: saveLight },
  { method: 'GET', path: `${one}/target`, run: (request) => targetPage(request) },
  { method: 'POST', path: `${one}/target`, run: saveTarget },
  { method: 'POST', path: `${one}/drop`, run: drop },
  { method: 'POST', path: `${one}/drop-target`, run: removeTarget },
]
