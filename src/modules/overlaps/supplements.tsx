import type { PageRequest, Supplement } from '../../kernel/page.ts'
import { isAmong } from '../../kernel/rule.ts'
import { unlessRefused } from '../../kernel/supplement.ts'
import { pick } from '../../kernel/text.ts'
import { LinkList, Section } from '../../ui/index.ts'
import { judgementText } from './judgement-text.ts'
import { JudgementList } from './judgement-view.tsx'
import { type NeighboursOfThing, readNeighbours } from './near-actions.ts'
import { NearList } from './near-view.tsx'
import { SubjectTags } from './subject-view.tsx'
import { text } from './text.ts'
import { judges } from './thing.ts'

/** Neighbours that stand on the page of a thing itself. */
const shownThere = 5

const near = (kind: 'project' | 'application'): Supplement => ({
  kind,
  show: async (request, id) => {
    const found = await request.perform(readNeighbours, { kind, id, limit: shownThere }).catch(unlessRefused)
    if (!found) return undefined
    return {
      id: 'similar',
      label: text[request.language].title,
      unready: !found.ready,
      body: <NearOf found={found} request={request} />,
    }
  },
})

function NearOf({ found, request: { language, link } }: { found: NeighboursOfThing; request: PageRequest }) {
  const t = text[language]
  const { thing, own, waiting } = found
  const path = `/similar/${thing.kind}/${thing.id}`
  const judged = found.judges ? { thing, ...found.judges } : undefined
  return (
    <>
      <Section title={t.title} id="similar" note={<a href={link(path)}>{t.all}</a>}>
        {found.judgements.length > 0 && (
          <JudgementList items={found.judgements} whole language={language} link={link} />
        )}
        {own && (
          <>
            <h3>
              {t.ownGroup(
                pick(own.ecosystem.short ?? own.ecosystem.name, language)?.text ?? own.ecosystem.key,
              )}
            </h3>
            <NearList items={own.items} judged={judged} language={language} link={link} />
          </>
        )}
        {waiting.length > 0 && (
          <>
            <h3>{t.waitingGroup}</h3>
            <NearList items={waiting} judged={judged} language={language} link={link} />
          </>
        )}
        {(own || waiting.length > 0) && <h3>{t.allGroup}</h3>}
        {!found.ready && (
          <p class="quiet">
            {t.making} <a href={link(path)}>{t.makingElsewhere}</a>
          </p>
        )}
        {found.ready && found.items.length === 0 && <p class="quiet">{t.nothing}</p>}
        <NearList items={found.items} judged={judged} language={language} link={link} />
        <p class="note">{t.likenessNote}</p>
      </Section>
      {(found.subjects.length > 0 || found.maySettle) && (
        <Section
          title={t.subjects}
          id="subjects"
          note={found.maySettle && <a href={link(`${path}/subjects`)}>{t.toSubjects}</a>}
        >
          <SubjectTags subjects={found.subjects} language={language} />
        </Section>
      )}
    </>
  )
}

export const nearProject = near('project')
export const nearApplication = near('application')

/** The way to the pairs of an ecosystem, for those who judge them. */
export const pairsOfEcosystem: Supplement = {
  kind: 'ecosystem',
  show: async ({ actor, language, link, params }, ecosystem) => {
    if (!params.key || !isAmong(judges, actor, ecosystem)) return undefined
    const t = judgementText[language]
    return {
      id: 'overlaps',
      label: t.list,
      body: (
        <Section title={t.list} id="overlaps">
          <LinkList items={[{ href: link(`/ecosystems/${params.key}/overlaps`), label: t.listLink }]} />
        </Section>
      ),
    }
  },
}
