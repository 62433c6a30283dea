import type { ComponentChildren } from 'preact'
import type { Template } from '../../engine/assessment/index.ts'
import type { PageRequest, Supplied } from '../../kernel/page.ts'
import { ownNames, pick } from '../../kernel/text.ts'
import { formatInstant } from '../../kernel/time.ts'
import { Alert, LinkList, PageHead, Section, Tag } from '../../ui/index.ts'
import { CriteriaView } from '../criteria/index.ts'
import { Attachments } from '../drafts/index.ts'
import type { ValueOfFrame } from '../ecosystems/index.ts'
import { Talk, type Talked } from '../talk/index.ts'
import { type Call, callPath, type FormVersion } from './call.ts'
import { Costs } from './call-costs.tsx'
import { Frame, InBrief, Money, Timing, Who } from './call-facts.tsx'
import { ClockView } from './clock-view.tsx'
import { differencesSaid } from './correction-said.ts'
import type { Happening } from './event-queries.ts'
import { phaseOf } from './list.ts'
import { InTheirs, Long } from './said.tsx'
import { alsoIn, nameIn } from './saying.ts'
import { stepsOf, takes } from './taking.ts'
import { text } from './text.ts'

type Files = Parameters<typeof Attachments>[0]['shown'] | undefined

export type CallViewProps = {
  call: Call
  happenings: readonly Happening[]
  frame: readonly ValueOfFrame[]
  template: Template | null
  may: { prepare: boolean }
  /** How an applicant will see it, looked at by those who prepare it. */
  preview?: boolean
  talked?: Talked | undefined
  files?: Files
  /** What other modules show of it to this reader. */
  supplied: readonly Supplied[]
  request: PageRequest
}

const tones = { open: 'ok', coming: 'on', past: 'plain', preparing: 'warm' } as const

/** Everything that an applicant needs to know of a call. */
export function CallView(props: CallViewProps) {
  const { call, happenings, frame, template, may, preview, talked, files, supplied, request } = props
  const { language, link, now } = request
  const t = text[language]
  const { settings: s } = call
  const phase = phaseOf(call, now)
  const path = link(callPath(call))
  const taken = stepsOf(call).some((step) => takes(call, step, now).state === 'now')
  const corrections = happenings.filter((h) => h.change && (h.event === 'correct' || h.event === 'extend'))
  const isShort = s.short.includes(language) && !s.body[language]
  return (
    <>
      {call.exercise && <Alert title={t.exercise} />}
      {preview && (
        <Alert tone="note" title={t.preview}>
          <a href={`${path}/setup`}>{t.backToSetup}</a>
        </Alert>
      )}
      {!preview && phase === 'preparing' && <Alert tone="note" title={t.preparing} />}
      <PageHead
        over={`${t.call} ${call.code} · ${nameIn(call.ecosystemName, language)}`}
        title={<InTheirs of={call.title} request={request} />}
        state={<Tag tone={tones[phase]}>{t.phases[phase]}</Tag>}
        lead={<InTheirs of={s.lead} request={request} />}
        actions={
          <>
            {taken && !preview && (
              <a class="btn main" href={`${path}/apply`}>
                {t.apply}
              </a>
            )}
            {may.prepare && (
              <a class="btn" href={`${path}/setup`}>
                {t.setup}
              </a>
            )}
            {call.share === 'public' && (
              <a class="btn" href={`${path}/call.ics`}>
                {t.calendar}
              </a>
            )}
          </>
        }
      />
      <ClockView call={call} request={request} />
      {corrections.length > 0 && (
        <Section title={t.corrections} id="corrections">
          {corrections.map((h) => (
            <CorrectionView happening={h} request={request} />
          ))}
        </Section>
      )}
      <div class="with-aside">
        <div>
          <Section title={t.about} id="about">
            {isShort && <p class="note">{t.shortNote}</p>}
            <Long of={s.body} request={request} />
          </Section>
          <Timing call={call} request={request} />
          <Money call={call} request={request} />
          <Costs call={call} request={request} />
          <Who call={call} request={request} />
          <Frame call={call} frame={frame} request={request} />
          <Section title={t.criteria} id="criteria" class="call-says">
            <p>{t.assessorsEach(s.assessorsEach)}</p>
            {template && <CriteriaView template={template} language={language} />}
          </Section>
          <Section title={t.formTitle} id="form">
            <ul class="plain">
              {stepsOf(call)
                .filter((step) => call.forms[step])
                .map((step) => (
                  <li>
                    <a href={`${path}/form${step === 'idea' ? '?step=idea' : ''}`}>{t.forms[step]}</a>
                    {preview && <TryForm form={call.forms[step]!} request={request} />}
                  </li>
                ))}
            </ul>
          </Section>
          {s.publicFigures && call.openedAt && (
            <Section title={t.figures} id="figures">
              <p>
                <a href={`${path}/figures`}>{t.figures}</a>: {t.figuresLead}
              </p>
            </Section>
          )}
          {supplied.map(({ body }) => body)}
          {files && <Attachments shown={files} request={request} />}
          {talked && <Talk talked={talked} request={request} />}
        </div>
        <div class="aside">
          <InBrief call={call} request={request} />
          <Contact call={call} request={request} />
          <Languages call={call} request={request} />
        </div>
      </div>
      <p class="note">
        <a href={link(`/ecosystems/${call.ecosystemKey}`)}>{nameIn(call.ecosystemName, language)}</a>
        {call.share === 'public' && (
          <>
            {' · '}
            <a href={`/api/calls/${call.code}`}>{t.json}</a>
          </>
        )}
      </p>
    </>
  )
}

/** The way to walk the real form, section by section, with its checks: what is typed there is nobody's application. */
const TryForm = ({ form, request: { language, link } }: { form: FormVersion; request: PageRequest }) => (
  <span class="sub">
    <a href={link(`/forms/${form.id}/preview?version=${form.version}`)}>{text[language].formTry}</a>
  </span>
)

type Shown = Pick<PageRequest, 'language' | 'link'>

/** What was put right: why, and each field as it was and as it is. */
export function CorrectionView({ happening: h, request }: { happening: Happening; request: Shown }) {
  const { language } = request
  const t = text[language]
  const at = formatInstant(h.at, language)
  return (
    <div class="correction">
      <h3>{h.event === 'extend' ? t.extendedOn(at) : t.correctedOn(at)}</h3>
      {h.reason && (
        <p>
          {t.why}: <InTheirs of={h.reason} request={request} />
        </p>
      )}
      <dl class="facts">
        {differencesSaid(h.change?.fields ?? [], language).map((d) => (
          <div>
            <dt>{d.label}</dt>
            <dd>
              <Lines of={`${t.wasIs.was}: ${d.before}`} />
              <br />
              <b>
                <Lines of={`${t.wasIs.is}: ${d.after}`} />
              </b>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const Lines = ({ of }: { of: string }): ComponentChildren =>
  of.split('\n').map((line, i) => (
    <>
      {i > 0 && <br />}
      {line}
    </>
  ))

function Contact({ call, request }: { call: Call; request: Shown }) {
  const { unit, email, phone } = call.settings.contact
  if (!email && !phone && !pick(unit, 'fi')) return null
  return (
    <section>
      <h2>{text[request.language].contact}</h2>
      <ul class="links">
        <li>
          <InTheirs of={unit} request={request} />
          {email && (
            <span class="sub">
              <a href={`mailto:${email}`}>{email}</a>
            </span>
          )}
          {phone && <span class="sub">{phone}</span>}
        </li>
      </ul>
    </section>
  )
}

/** The languages in which the call has been written, each as it calls itself. */
function Languages({ call, request }: { call: Call; request: PageRequest }) {
  const other = alsoIn(call.title, request.language)
  if (other.length === 0) return null
  const path = callPath(call)
  return (
    <section>
      <h2>{text[request.language].otherLanguages}</h2>
      <LinkList
        items={other.map((l) => ({ href: l === 'fi' ? path : `/${l}${path}`, label: ownNames[l] }))}
      />
    </section>
  )
}
