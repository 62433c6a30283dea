import { decimalOf } from '../../kernel/money.ts'
import { Alert, type Column, Empty, Facts, PageHead, Section, Table, Tag } from '../../ui/index.ts'
import { groundText } from '../conflicts/index.ts'
import { CandidatesTable } from './candidates-table.tsx'
import { addUp } from './costs.ts'
import { courseText } from './course-text.ts'
import { Undeclared } from './declare-page.tsx'
import { declareText } from './declare-text.ts'
import { RecordGivenUp } from './given-up-view.tsx'
import { MembersView } from './members-view.tsx'
import type { Room, RoomCandidate } from './room.ts'
import { demandOf } from './rule-words.ts'
import { selectionMachine } from './rules.ts'
import { writeScore } from './scores.ts'
import { euros, said, whenOf } from './selection-frame.tsx'
import { text } from './text.ts'
import type { ViewProps } from './view-props.ts'

const isPlanned = ({ state }: Room): boolean => state === 'preparing' || state === 'called'

/** The meeting as it is prepared, and as it was: agenda, members, criteria, budgets, rules and candidates. */
export function SelectionView(props: ViewProps) {
  const { room, request } = props
  const { language, link } = request
  const t = text[language]
  const path = link(`/selections/${room.id}`)
  const keeps = room.may.keep && isPlanned(room)
  const mine = room.candidates.filter((c) => room.aside.includes(c.id))
  return (
    <>
      <PageHead
        over={said(room.ecosystem.name, language)}
        title={said(room.name, language)}
        state={
          <>
            <Tag tone={room.state === 'open' ? 'on' : room.state === 'closed' ? 'ok' : 'plain'}>
              {selectionMachine.states[room.state][language]}
            </Tag>
            <span class="num">{whenOf(room, language)}</span>
            <span>{room.place}</span>
          </>
        }
        lead={room.purpose}
        actions={<Actions {...props} />}
      />
      {room.exercise && (
        <Alert tone="warm" title={t.exercise}>
          <p>{room.exerciseNote && said(room.exerciseNote, language)}</p>
        </Alert>
      )}
      <RecordGivenUp room={room} language={language} link={link} />
      <Undeclared room={room} language={language} link={link} />
      {mine.length > 0 && <Alert tone="warm" title={t.yours(mine.map((c) => c.code).join(', '))} />}
      <Section title={t.agenda} note={keeps && <a href={`${path}/settings`}>{t.settings}</a>}>
        {room.settings.agenda.length === 0 ? (
          <p class="quiet">{t.noAgenda}</p>
        ) : (
          <ol>
            {room.settings.agenda.map((item) => (
              <li>{item}</li>
            ))}
          </ol>
        )}
      </Section>
      <MembersView {...props} keeps={room.may.keep && room.state !== 'closing'} />
      <Given {...props} />
      <Candidates {...props} />
      <Recusals {...props} />
      <p class="selection-seat">
        <a href={`${path}/course`}>{courseText[language].title}</a>
      </p>
    </>
  )
}

function Actions({ room, events, request: { language, link } }: ViewProps) {
  const t = text[language]
  const path = link(`/selections/${room.id}`)
  const inRoom = room.state === 'open'
  const isRecorded = room.state === 'closed' || room.state === 'closing'
  return (
    <>
      {(inRoom || room.state === 'called') && room.undeclared.length === 0 && (
        <a class="btn" href={`${path}/declaration`}>
          {declareText[language].again}
        </a>
      )}
      {(inRoom || room.state === 'called') && (
        <a class={inRoom ? 'btn main' : 'btn'} href={`${path}/room`}>
          {t.room}
        </a>
      )}
      {isRecorded && (
        <a class="btn main" href={`${path}/record`}>
          {t.record}
        </a>
      )}
      {!inRoom &&
        events.map((event) => (
          <form method="post" action={`${path}/${event}`}>
            <button class={isRecorded ? 'btn' : 'btn main'} type="submit">
              {selectionMachine.events[event].says[language]}
            </button>
          </form>
        ))}
    </>
  )
}

/** What is chosen by, with what money and under which rules. */
function Given({ room, request: { language, link } }: ViewProps) {
  const t = text[language]
  const { criteria, budgets, rules, synergies, scale } = room.settings
  const path = link(`/selections/${room.id}`)
  const planning = room.may.keep && isPlanned(room)
  const projects = room.candidates.map((c) => ({ ...c, id: c.code }))
  const asked = addUp(
    { budgets, projects },
    projects.map((p) => p.id),
  )
  const ruled = [...rules, ...synergies]
  return (
    <div class="selection-given">
      <Section title={t.criteria} note={`${t.scale} ${scale.low}–${scale.high}`}>
        {criteria.length === 0 ? (
          <Empty title={t.noCriteria} />
        ) : (
          <Facts
            language={language}
            items={criteria.map((c) => ({ label: said(c.name, language), value: c.note }))}
          />
        )}
      </Section>
      <Section title={t.budgets}>
        {budgets.length === 0 ? (
          <Empty title={t.noBudgets} />
        ) : (
          <Table
            caption={t.budgets}
            language={language}
            rows={budgets}
            columns={[
              { label: t.budgets, heading: true, cell: (b) => said(b.name, language) },
              { label: t.limit, numeric: true, cell: (b) => euros(b.limit, language) },
              {
                label: t.asked,
                numeric: true,
                cell: (b) => euros(asked[b.id] ?? decimalOf(0n), language),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t.rules} note={planning && <a href={`${path}/rules`}>{t.rulesEdit}</a>}>
        {ruled.length === 0 ? (
          <p class="quiet">{t.noRules}</p>
        ) : (
          <ul class="selection-rules">
            {ruled.map((r) => (
              <li>
                <span>
                  {said(r.name, language)}
                  {r.off && <span class="quiet"> ({t.off})</span>}
                  <span class="note">{demandOf(r, room.settings, language)}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  )
}

function Candidates({ room, request }: ViewProps) {
  const { language, link } = request
  const t = text[language]
  const path = link(`/selections/${room.id}`)
  const { criteria, budgets } = room.settings
  const keeps = room.may.keep && isPlanned(room)
  const chosen = new Set(room.chosen ?? [])
  return (
    <Section
      title={t.candidates}
      note={
        keeps && (
          <>
            <a href={`${path}/candidates`}>{t.candidatesAdd}</a> ·{' '}
            <a href={`${path}/scores`}>{t.scoresEdit}</a>
          </>
        )
      }
    >
      <CandidatesTable
        room={room}
        request={request}
        mark={(c) =>
          chosen.has(c.id) && (
            <>
              {' '}
              <Tag tone="ok" sign="done">
                {t.chosen}
              </Tag>
            </>
          )
        }
        more={[
          ...budgets.map(
            (b): Column<RoomCandidate> => ({
              label: said(b.name, language),
              unit: '€',
              numeric: true,
              phone: 'labelled',
              cell: (c) => euros(c.costs[b.id] ?? '0', language),
            }),
          ),
          ...criteria.map(
            (k): Column<RoomCandidate> => ({
              label: said(k.name, language),
              numeric: true,
              phone: 'labelled',
              cell: (c) => {
                const score = c.scores[k.id]
                return score ? (
                  writeScore(score, language !== 'en')
                ) : (
                  <span class="selection-missing">{t.noScore}</span>
                )
              },
            }),
          ),
        ]}
      />
    </Section>
  )
}

function Recusals({ room, request: { language } }: ViewProps) {
  const t = text[language]
  const codes = new Map(room.candidates.map((c) => [c.id, c]))
  return (
    <Section title={t.recusals}>
      {room.recusals.length === 0 ? (
        <p class="quiet">{t.noRecusals}</p>
      ) : (
        <Table
          caption={t.recusals}
          language={language}
          cards
          rows={room.recusals}
          columns={[
            {
              label: t.project,
              heading: true,
              phone: 'wide',
              cell: (r) => {
                const c = codes.get(r.candidate)
                return c && `${c.code} ${said(c.title, language)}`
              },
            },
            { label: t.member, phone: 'line', cell: (r) => r.name },
            {
              label: t.ground,
              phone: 'line',
              cell: (r) => (
                <>
                  {r.words}
                  <span class="sub">{groundText((r.ground ?? 7) as 7, language)}</span>
                </>
              ),
            },
            {
              label: t.found,
              phone: 'labelled',
              cell: (r) => (r.found === 'computed' ? t.computed : t.declared),
            },
          ]}
        />
      )}
    </Section>
  )
}
