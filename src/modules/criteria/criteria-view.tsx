import {
  type CriterionGroup,
  criterionGroups,
  type ScoredCriterion,
  type Template,
} from '../../engine/assessment/index.ts'
import { formatDecimal, type Language, type Names } from '../../kernel/text.ts'
import { InLanguage, Scroll, Table } from '../../ui/index.ts'
import { viewText } from './view-text.ts'

type Props = { template: Template; language: Language }

/** Criteria as those who apply read them: what must be met, what is scored on which scale, and what is enough. */
export const CriteriaView = ({ template, language }: Props) => (
  <>
    <General template={template} language={language} />
    <Scored template={template} language={language} />
  </>
)

function General({ template: { general }, language }: Props) {
  const t = viewText[language]
  if (general.length === 0) return null
  return (
    <>
      <h3>{t.general}</h3>
      <p class="note">{t.generalLead}</p>
      <ul class="ruled">
        {general.map(({ label, guide, source }) => (
          <li>
            <InLanguage names={label} language={language} />
            {source && <span class="quiet"> ({source})</span>}
            {guide && <Guide of={guide} language={language} />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** A text of the criteria: where the language lacks, in the one that is there. */
const Guide = ({ of, language }: { of: Names; language: Language }) => (
  <span class="sub">
    <InLanguage names={of} language={language} />
  </span>
)

const decimal = (text: string, language: Language) => (language === 'en' ? text : text.replace('.', ','))

/** Groups in the order of the standard; only those that the template has. */
const groupsIn = ({ scored }: Template): CriterionGroup[] =>
  criterionGroups.filter((group) => scored.some((c) => c.group === group))

function Scored({ template, language }: Props) {
  const t = viewText[language]
  const { scored } = template
  if (scored.length === 0) return null
  const rows = groupsIn(template).flatMap((group) => scored.filter((c) => c.group === group))
  const greatest = scored.reduce((sum, c) => sum + Math.round(c.scale.most * Number(c.weight) * 100), 0) / 100
  return (
    <>
      <h3>{t.scored}</h3>
      <Enough template={template} language={language} />
      <Scroll label={t.scored}>
        <Table<ScoredCriterion>
          caption={t.scored}
          cards
          rows={rows}
          columns={[
            {
              label: t.criterion,
              heading: true,
              foot: t.greatest,
              cell: (c) => (
                <>
                  <InLanguage names={c.label} language={language} />
                  <span class="sub">{t.groups[c.group]}</span>
                  {c.guide && <Guide of={c.guide} language={language} />}
                  {c.scale.words && <ScaleWords scale={c.scale} language={language} />}
                </>
              ),
            },
            {
              label: t.points,
              numeric: true,
              phone: 'labelled',
              cell: (c) => `${c.scale.least}–${c.scale.most}`,
            },
            {
              label: t.weight,
              numeric: true,
              phone: 'labelled',
              cell: (c) => decimal(c.weight, language),
            },
            {
              label: t.least,
              numeric: true,
              phone: 'labelled',
              cell: (c) => (c.least === undefined ? '–' : String(c.least)),
              foot: formatDecimal(greatest, language, Number.isInteger(greatest) ? 0 : 2),
            },
          ]}
          language={language}
        />
      </Scroll>
    </>
  )
}

/** What the points of a scale mean, from the greatest down. */
export function ScaleWords({ scale, language }: { scale: ScoredCriterion['scale']; language: Language }) {
  const said = Object.entries(scale.words ?? {}).toSorted(([a], [b]) => Number(b) - Number(a))
  if (said.length === 0) return null
  return (
    <details>
      <summary>{viewText[language].scaleWords}</summary>
      <ul class="plain">
        {said.map(([points, words]) => (
          <li>
            <b>{points}</b> <InLanguage names={words} language={language} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The thresholds in sentences: of all points, of groups, of compulsory criteria; and which scores get a reason. */
function Enough({ template, language }: Props) {
  const t = viewText[language]
  const { thresholds, scored, reasonAlways } = template
  const percent = (text: string) => `${decimal(text, language)}${language === 'en' ? '%' : ' %'}`
  const groups = thresholds.groups ?? {}
  return (
    <ul class="plain">
      {thresholds.total && <li>{t.total(percent(thresholds.total))}</li>}
      {groupsIn(template).map((group) =>
        groups[group] ? <li>{t.group(t.groups[group], percent(groups[group]))}</li> : null,
      )}
      {scored.some((c) => c.least !== undefined) && <li>{t.compulsory}</li>}
      <li>{reasonAlways ? t.reasons : t.ends}</li>
    </ul>
  )
}
