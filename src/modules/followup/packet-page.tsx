import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formatCount } from '../../kernel/text.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import {
  Alert,
  ChoicesField,
  ErrorSummary,
  type FieldError,
  LinkList,
  PageHead,
  Section,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { type Draft, DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { AnswerForm } from './answer-form.tsx'
import { newPacket, packetDraft, packetHandling } from './drafts.ts'
import { formText } from './form-text.ts'
import { OverProject, pageOf } from './frame.tsx'
import {
  approvePacket,
  beginPacket,
  getPacket,
  returnPacket,
  sendPacket,
  type ToldPacket,
} from './packet-actions.ts'
import { packetWords, wordsOf } from './packet-content.ts'
import { packetArchive, packetSheet } from './packet-files.tsx'
import { packetText } from './packet-text.ts'
import { PacketView } from './packet-view.tsx'
import { followupPath } from './paths.ts'
import { getFollowup } from './read-actions.ts'
import { packetKinds, packetMachine } from './rules.ts'
import { text } from './text.ts'
import { StateTag } from './views.tsx'

const path = '/followup/{project}/packets/{packet}'
const begun = { kind: 'followup', from: '', to: '' }

/** Which period the packet is of. */
async function beginPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const { project = '' } = params
  const { followed } = await request.perform(getFollowup, { project })
  const draft = await draftFor(request, newPacket, project, begun)
  const p = packetText[language]
  const day = (name: 'from' | 'to') => (
    <TextField
      name={name}
      label={text[language].fields[name]}
      help={formText[language].dayHelp}
      value={draft.text(name)}
      error={errors.find((e) => e.name === name)?.text}
      size="short"
      language={language}
    />
  )
  return pageOf(request, followed, {
    title: p.begin,
    refused: errors.length > 0,
    crumbs: [{ text: p.begin }],
    body: (
      <>
        <PageHead over={<OverProject {...{ followed, request }} />} title={p.begin} lead={p.beginLead} />
        <ErrorSummary errors={errors} language={language} />
        <DraftForm draft={draft} action={link(newPacket.path(project))} submit={p.begin} language={language}>
          <ChoicesField
            kind="radio"
            name="kind"
            label={p.kind}
            choices={packetKinds.map((value) => ({ value, label: p.kinds[value], help: p.kindHelp[value] }))}
            values={draft.list('kind')}
            language={language}
          />
          {day('from')}
          {day('to')}
        </DraftForm>
      </>
    ),
  })
}

async function begin(request: PageRequest): Promise<PageAnswer> {
  const { project = '' } = request.params
  return takeForm(
    request,
    { kind: newPacket, subject: project, before: begun },
    async ({ text: get, draft }) => {
      const { packet } = await request.perform(
        beginPacket,
        { project, kind: get('kind'), from: get('from'), to: get('to') },
        draft,
      )
      return followupPath(project, `/packets/${packet}`)
    },
    (errors) => beginPage(request, errors),
  )
}

const read = (request: PageRequest): Promise<ToldPacket> =>
  request.perform(getPacket, {
    project: request.params.project,
    packet: request.params.packet,
    version: request.url.searchParams.get('version') ?? undefined,
  })

async function packetPage(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params, url } = request
  const told = await read(request)
  const { packet, content, versions, events } = told
  const { followed } = await request.perform(getFollowup, { project: params.project })
  const p = packetText[language]
  const asked = url.searchParams.get('version')
  const shown = asked ? versions.find(({ version }) => `${version}` === asked) : undefined
  const sent = shown ?? (told.writes ? undefined : versions[0])
  const at = link(followupPath(packet.project, `/packets/${packet.id}`))
  const title = p.kinds[packet.kind]
  const back = events.find(({ event }) => event === 'return')
  const period = `${formatDay(packet.from, language)}–${formatDay(packet.to, language)}`
  const query = asked ? `?version=${asked}` : ''
  return pageOf(request, followed, {
    title,
    refused: errors.length > 0,
    crumbs: [{ text: title }],
    body: (
      <>
        <PageHead
          over={<OverProject {...{ followed, request }} />}
          title={`${title} ${period}`}
          state={<StateTag state={packet.state}>{packetMachine.states[packet.state][language]}</StateTag>}
        />
        <ErrorSummary errors={errors} language={language} />
        {shown && (
          <Alert tone="note" title={p.past}>
            <a href={at}>{p.toNewest}</a>
          </Alert>
        )}
        {packet.state === 'returned' && !shown && back?.reason && (
          <Alert tone="warm" title={p.returnedWhy(back.reason)}>
            {`${back.byWhom}, ${formatInstant(back.at, language)}`}
          </Alert>
        )}
        {sent && (
          <p class="note">
            {p.sent(formatCount(sent.version, language), sent.byWhom, formatInstant(sent.at, language))}
            <br />
            {p.hash}: <code class="hash">{sent.hash}</code>
          </p>
        )}
        {told.writes && !shown && (await writing(request, told, errors))}
        {told.writes && !shown && <h2 class="no-print">{p.preview}</h2>}
        <PacketView content={content} language={language} words={Boolean(sent)} />
        <p class="no-print fol-add">
          <a href={`${at}/sheet${query}`}>{p.sheet}</a> · <a href={`${at}/archive${query}`}>{p.archive}</a>
          <br />
          <span class="note">{p.print}</span>
        </p>
        {told.keptOut && !shown && <p class="warm">{p.ownPacket}</p>}
        {told.may.length > 0 && !shown && (await handling(request, told, errors))}
        <Course {...{ told, at, language }} />
      </>
    ),
  })
}

type PartProps = [request: PageRequest, told: ToldPacket, errors: readonly FieldError[]]

const wordsBefore = ({ content }: ToldPacket) =>
  Object.fromEntries(wordsOf(content.kind).map((word) => [word, content.words[word]]))

/** The words that only people can write. */
async function writing(...[request, told, errors]: PartProps) {
  const { language, link } = request
  const { packet } = told
  const p = packetText[language]
  const subject = `${packet.project}:${packet.id}`
  const draft: Draft = await draftFor(request, packetDraft, subject, wordsBefore(told))
  return (
    <Section title={p.yours} id="words" class="no-print">
      <p class="note">{p.yoursLead}</p>
      <DraftForm
        draft={draft}
        action={link(packetDraft.path(subject))}
        submit={packetMachine.events.send.says[language]}
        language={language}
      >
        {wordsOf(packet.kind).map((word) => (
          <TextArea
            name={word}
            label={p.words[word]}
            help={p.wordsHelp[word]}
            value={draft.text(word)}
            error={errors.find((e) => e.name === word)?.text}
            rows={5}
            optional={word === 'lessons' || word === 'after'}
            language={language}
          />
        ))}
      </DraftForm>
    </Section>
  )
}

/** What an officer does with it, with the words that go to the project. */
async function handling(...[request, { packet, may }, errors]: PartProps) {
  const { language, link } = request
  const p = packetText[language]
  const subject = `${packet.project}:${packet.id}`
  const draft = await draftFor(request, packetHandling, subject, { reason: '' })
  return (
    <Section title={p.handle} id="handle" class="no-print">
      <AnswerForm
        draft={draft}
        action={link(followupPath(packet.project, `/packets/${packet.id}/handle`))}
        events={may.toReversed()}
        machine={packetMachine}
        label={p.handleReason}
        errors={errors}
        language={language}
      />
    </Section>
  )
}

/** Everything that was done to it, and every version that was sent. */
function Course({
  told: { events, versions },
  at,
  language,
}: {
  told: ToldPacket
  at: string
  language: PageRequest['language']
}) {
  const p = packetText[language]
  return (
    <>
      {versions.length > 1 && (
        <Section title={p.versions} id="versions" class="no-print">
          <LinkList
            items={versions.map(({ version, byWhom, at: when }) => ({
              href: `${at}?version=${version}`,
              label: p.version(formatCount(version, language)),
              note: `${byWhom}, ${formatInstant(when, language)}`,
            }))}
          />
        </Section>
      )}
      {events.length > 0 && (
        <Section title={p.course} id="course" class="no-print">
          <ol class="ind-log" reversed>
            {events.map(({ event, byWhom, at: when, reason }) => (
              <li>
                {p.told[event]}
                <span class="sub">
                  {byWhom}, {formatInstant(when, language)}
                </span>
                {reason && <span class="sub rep-words">{reason}</span>}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  )
}

async function send(request: PageRequest): Promise<PageAnswer> {
  const { project = '', packet = '' } = request.params
  const before = wordsBefore(await read(request))
  return takeForm(
    request,
    { kind: packetDraft, subject: `${project}:${packet}`, before },
    async ({ text: get, draft }) => {
      const words = Object.fromEntries(packetWords.map((word) => [word, word in before ? get(word) : '']))
      await request.perform(sendPacket, { project, packet, ...words }, draft)
      return followupPath(project, `/packets/${packet}`)
    },
    (errors) => packetPage(request, errors),
  )
}

async function handle(request: PageRequest): Promise<PageAnswer> {
  const { project = '', packet = '' } = request.params
  const event = (await request.form()).get('event')
  const action = event === 'approve' ? approvePacket : returnPacket
  return takeForm(
    request,
    { kind: packetHandling, subject: `${project}:${packet}`, before: { reason: '' } },
    async ({ text: get, draft }) => {
      await request.perform(action, { project, packet, reason: get('reason') }, draft)
      return followupPath(project, `/packets/${packet}`)
    },
    (errors) => packetPage(request, errors),
  )
}

export const packetPages: readonly Page[] = [
  { method: 'GET', path: '/followup/{project}/packets/new', run: (request) => beginPage(request) },
  { method: 'POST', path: '/followup/{project}/packets/new', run: begin },
  { method: 'GET', path, run: (request) => packetPage(request) },
  { method: 'POST', path, run: send },
  { method: 'POST', path: `${path}/handle`, run: handle },
  { method: 'GET', path: `${path}/sheet`, run: packetSheet },
  { method: 'GET', path: `${path}/archive`, run: packetArchive },
]
