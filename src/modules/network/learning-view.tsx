import { formatCount, type Language, pick } from '../../kernel/text.ts'
import { Empty, InLanguage, Section, Table, Tag } from '../../ui/index.ts'
import { facetLabel } from '../projects/index.ts'
import type { Ground, LearningPair } from './learning-actions.ts'
import { regionText } from './region-text.ts'

type LearningProps = {
  pairs: readonly LearningPair[]
  needs: number
  language: Language
  link: (path: string) => string
}

/** Who has done what a member wants to do, and what shows it. */
export function Learning({ pairs, needs, language, link }: LearningProps) {
  const t = regionText[language]
  return (
    <Section title={t.learning} id="learning" note={t.learningNote}>
      {pairs.length === 0 ? (
        <Empty title={needs === 0 ? t.noNeeds : t.noTeachers}>
          {needs === 0 ? t.noNeedsNext : t.noTeachersNext}
        </Empty>
      ) : (
        <Table
          caption={t.learning}
          cards
          rows={pairs}
          language={language}
          columns={[
            {
              label: t.need,
              heading: true,
              phone: 'wide',
              cell: ({ seeker, need }) => (
                <>
                  <InLanguage names={need} language={language} />
                  <span class="sub">
                    <a href={link(`/organisations/${seeker.id}#profile`)}>
                      <InLanguage names={seeker.name} language={language} />
                    </a>
                    {seeker.region && `, ${facetLabel('region', seeker.region, language)}`}
                  </span>
                </>
              ),
            },
            {
              label: t.teachers,
              phone: 'line',
              cell: ({ teachers }) =>
                teachers.map((one) => (
                  <div class="network-teacher">
                    <a href={link(`/organisations/${one.id}#profile`)}>
                      <InLanguage names={one.name} language={language} />
                    </a>
                    {one.region && <span class="quiet"> {facetLabel('region', one.region, language)}</span>}{' '}
                    {one.across && <Tag tone="on">{t.across}</Tag>}
                    <span class="sub">
                      {one.grounds.map((ground) => groundSaid(ground, language)).join('; ')}
                    </span>
                  </div>
                )),
            },
          ]}
        />
      )}
    </Section>
  )
}

/** "tarjoaa: Robottisolu", "12 hanketta: Tekoäly, viimeisin alkoi 2024". */
function groundSaid(ground: Ground, language: Language): string {
  const t = regionText[language]
  if (ground.by !== 'projects') {
    const verb = { offer: t.offers, facility: t.facility, competence: t.knows }[ground.by]
    return `${verb}: ${pick(ground.title, language)?.text ?? ''}`
  }
  const count = t.projects(formatCount(ground.projects, language), ground.projects === 1)
  const when = ground.latest === null ? '' : `, ${t.latest(ground.latest)}`
  return `${count}: ${facetLabel('theme', ground.theme, language)}${when}`
}
