import type { PageRequest } from '../../kernel/page.ts'
import { Alert, Empty, Section, Table, Tag } from '../../ui/index.ts'
import type { ProjectItem } from '../projects/index.ts'
import { type FoundProjects, foundProjects, mostTaken, plannedSelections } from './from-projects.ts'
import { prepareText } from './prepare-text.ts'
import { projectListAt } from './project-search.ts'
import type { Room } from './room.ts'
import { euros, said } from './selection-frame.tsx'
import type { TakingIn } from './source-queries.ts'
import { takeInText } from './take-in-text.ts'
import { text } from './text.ts'

/** Projects of a search that are shown one by one. */
const mostShown = 50

type Props = { room: Room; request: PageRequest }

/** Projects found by words, filters or a list's address; says what would come before it is taken in. */
export async function fromProjects(room: Room, request: PageRequest) {
  const { language, link, url } = request
  const [t, i] = [prepareText[language], takeInText[language]]
  const q = url.searchParams.get('q')?.trim() ?? ''
  const found = await foundProjects(request, q)
  const list = projectListAt(q)
  return (
    <Section title={t.fromProjects} id="projects">
      <form
        method="get"
        action={link(`/selections/${room.id}/candidates`)}
        class="selection-search"
        role="search"
      >
        <label>
          {t.search} <input type="search" name="q" value={q} />
        </label>
        <button class="btn" type="submit">
          {t.show}
        </button>
      </form>
      {!found && (
        <p class="quiet">
          {t.fromProjectsHelp} <a href={link('/projects')}>{t.toList}</a>
        </p>
      )}
      {found && list && (
        <p>
          <a href={link(list)}>{i.sameList}</a>
        </p>
      )}
      {found?.total === 0 && <Empty title={t.nothingFound} />}
      {found && found.total > 0 && (
        <Found
          found={found}
          taking={await takingInto(room, found, request)}
          q={q}
          room={room}
          request={request}
        />
      )}
    </Section>
  )
}

type Taking = Pick<TakingIn, 'known' | 'fresh'>

async function takingInto({ id }: Room, { items }: FoundProjects, { perform }: PageRequest): Promise<Taking> {
  const { items: planned } = await perform(plannedSelections, { projects: items.map((p) => p.id) })
  return planned.find((s) => s.id === id) ?? { known: [], fresh: [] }
}

function Found({
  found,
  taking,
  q,
  room,
  request,
}: Props & { found: FoundProjects; taking: Taking; q: string }) {
  const { language, link } = request
  const [t, i] = [prepareText[language], takeInText[language]]
  const isWhole = found.total <= mostTaken
  const shown = found.items.slice(0, mostShown)
  const [known, fresh] = [new Set(taking.known), new Set(taking.fresh)]
  const closed = found.items.length - known.size - fresh.size
  const isSome = isWhole ? fresh.size > 0 : shown.some((p) => fresh.has(p.id))
  return (
    <form method="post" action={link(`/selections/${room.id}/candidates/projects`)}>
      {isWhole ? (
        <Alert
          tone="note"
          title={fresh.size > 0 ? i.would(fresh.size) : closed === 0 ? i.allKnown : i.noneComes}
        >
          {[fresh.size + closed > 0 && known.size > 0 && i.known(known.size), closed > 0 && i.closed(closed)]
            .filter(Boolean)
            .join(' ')}
        </Alert>
      ) : (
        <p class="note">{t.tooMany(mostTaken)}</p>
      )}
      <p class="note">{t.foundOf(shown.length, found.total)}</p>
      <Table
        caption={t.fromProjects}
        language={language}
        cards
        density="tight"
        rows={shown}
        columns={[
          {
            label: text[language].project,
            heading: true,
            phone: 'wide',
            cell: (p) => (
              <Project project={p} isFresh={fresh.has(p.id)} isKnown={known.has(p.id)} {...{ language }} />
            ),
          },
          { label: text[language].code, class: 'num', cell: (p) => p.code },
          {
            label: t.figures.granted,
            unit: '€',
            numeric: true,
            phone: 'labelled',
            cell: (p) => (p.amounts.granted ? euros(p.amounts.granted, language) : ''),
          },
        ]}
      />
      <input type="hidden" name="q" value={q} />
      {isSome && (
        <div class="selection-take">
          <Figures room={room} request={request} />
          <div class="actions">
            <button class="btn" type="submit">
              {t.takeProjects}
            </button>
            {isWhole && (
              <button class="btn main" type="submit" name="all" value="1">
                {t.takeAll(fresh.size)}
              </button>
            )}
          </div>
        </div>
      )}
    </form>
  )
}

/** One that can be chosen, or why it cannot. */
function Project({
  project: p,
  isFresh,
  isKnown,
  language,
}: { project: ProjectItem; isFresh: boolean; isKnown: boolean } & Pick<PageRequest, 'language'>) {
  const i = takeInText[language]
  const named = (
    <span>
      {p.name} <span class="sub">{p.lead?.name}</span>
    </span>
  )
  if (!isFresh)
    return (
      <div class="selection-known">
        {named} <Tag>{isKnown ? i.isKnown : i.isClosed}</Tag>
      </div>
    )
  return (
    <label class="ck">
      <input type="checkbox" name="project" value={p.id} />
      {named}
    </label>
  )
}

/** Which figure of a project counts in which budget. */
function Figures({ room, request: { language } }: Props) {
  const t = prepareText[language]
  return (
    <>
      {room.settings.budgets.map((b, place) => (
        <p>
          <label>
            {t.figure(said(b.name, language))}{' '}
            <select name={`money-${b.id}`}>
              {(['granted', 'otherPublic', 'public', 'total'] as const).map((f, at) => (
                <option value={f} selected={at === place}>
                  {t.figures[f]}
                </option>
              ))}
            </select>
          </label>
        </p>
      ))}
    </>
  )
}
