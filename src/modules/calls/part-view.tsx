import type { ComponentChildren } from 'preact'
import { localPath } from '../../kernel/page.ts'
import { type Language, languages } from '../../kernel/text.ts'
import { funds, objectiveName, objectives, periods, programmes } from '../codes/index.ts'
import type { ValueOfFrame } from '../ecosystems/index.ts'
import { kindName, organisationKinds } from '../organisations/index.ts'
import type { Call } from './call.ts'
import { modelName } from './cost-models.ts'
import { Choose, type Fields, InThree, Kept, Line, labels, Rows, Ticks } from './part-fields.tsx'
import { partText } from './part-text.ts'
import { mostRoles } from './parts/applicants.ts'
import { codesOf, modelOf, mostKindRates } from './parts/costs.ts'
import { mostMoneyRows } from './parts/money.ts'
import { mostDays } from './parts/timetable.ts'
import type { Part } from './parts.ts'
import { nameIn } from './saying.ts'
import { setupText } from './setup-text.ts'

export type PartProps = {
  of: Fields
  call: Call
  frame: readonly ValueOfFrame[]
  forms: readonly { value: string; label: string }[]
  templates: readonly { value: string; label: string }[]
}

/** The fields of one part of a call. */
export const partViews: Readonly<Record<Part, (props: PartProps) => ComponentChildren>> = {
  texts: Texts,
  period: Period,
  money: Money,
  frame: Frame,
  applicants: Applicants,
  costs: Costs,
  form: Form,
  assessment: Assessment,
  timetable: Timetable,
  contact: Contact,
}

const languageChoices = (language: Language) =>
  languages.map((l) => ({ value: l, label: setupText[language].inLanguage[l] }))

function Texts({ of, call }: PartProps) {
  const f = labels(of.language)
  const needed = call.settings.languages
  return (
    <>
      <Ticks of={of} name="languages" label={f.languages} choices={languageChoices(of.language)} />
      <Ticks of={of} name="short" label={f.short} choices={languageChoices(of.language)} optional />
      <InThree of={of} name="title" label={f.title} needed={needed} />
      <InThree of={of} name="lead" label={f.lead} needed={needed} long={3} />
      <InThree
        of={of}
        name="body"
        label={f.body}
        needed={needed.filter((l) => !call.settings.short.includes(l))}
        long={10}
      />
    </>
  )
}

function Period({ of }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  const instant = (name: 'opens' | 'closes' | 'fullCloses', optional?: boolean) => (
    <div class="field-pair">
      <Line
        of={of}
        name={`${name}Day`}
        label={f[`${name}Day`]}
        help={t.dayHelp}
        size="short"
        {...(optional && { optional })}
      />
      <Line
        of={of}
        name={`${name}Clock`}
        label={f[`${name}Clock`]}
        help={t.clockHelp}
        size="short"
        {...(optional && { optional })}
      />
    </div>
  )
  return (
    <>
      <Ticks
        of={of}
        name="steps"
        label={f.steps}
        kind="radio"
        choices={[
          { value: 'one', label: t.one },
          { value: 'two', label: t.two },
        ]}
      />
      {instant('opens')}
      {instant('closes')}
      {instant('fullCloses', true)}
    </>
  )
}

function Money({ of }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  const choices = funds.map((fund) => ({
    value: fund.code,
    label: nameIn(fund.name, of.language, fund.code),
  }))
  return (
    <>
      <Line of={of} name="moneyTotal" label={f.moneyTotal} decimal />
      <Rows
        of={of}
        name="money"
        most={mostMoneyRows}
        cells={['year', 'fund', 'amount']}
        say={t.moneyRow}
        row={(row) => (
          <>
            <Line of={of} name={`${row}.year`} label={f.year} help={t.wholeCall} size="short" optional />
            <Choose of={of} name={`${row}.fund`} label={f.fund} choices={choices} none={t.chooseFund} />
            <Line of={of} name={`${row}.amount`} label={f.amount} size="short" decimal optional />
          </>
        )}
      />
      <Line of={of} name="leastGrant" label={f.leastGrant} size="short" decimal optional />
      <Line of={of} name="mostGrant" label={f.mostGrant} size="short" decimal optional />
      <Line of={of} name="mostMonths" label={f.mostMonths} size="short" optional />
    </>
  )
}

function Frame({ of, frame }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  // Those of the newest programming period first: what a call is nearly always for.
  const order = periods.map((p) => p.code)
  const listed = programmes.toSorted((a, b) => order.indexOf(b.period) - order.indexOf(a.period))
  return (
    <>
      <Choose
        of={of}
        name="programme"
        label={f.programme}
        choices={listed.map((p) => ({ value: p.code, label: nameIn(p.name, of.language, p.code) }))}
        none={t.noProgramme}
      />
      <Ticks
        of={of}
        name="objectives"
        label={f.objectives}
        choices={objectives.map((o) => ({ value: o.code, label: objectiveName(o.code, of.language) }))}
        optional
      />
      {frameGroups(frame, of).length > 0 && (
        <Ticks of={of} name="frame" label={f.frame} choices={[]} groups={frameGroups(frame, of)} optional />
      )}
    </>
  )
}

/** What an ecosystem demands of its portfolio as a whole is nothing that one call could be about. */
const demanded = 'criterion'

/** Priorities, emphases and the like, each dimension under its name; what the call has already stays to be seen. */
function frameGroups(frame: PartProps['frame'], { draft, language }: Fields) {
  const chosen = draft.list('frame')
  const dimensionOf = ({ value }: ValueOfFrame) => value.split('/')[0] ?? ''
  const offered = frame.filter((v) => dimensionOf(v) !== demanded || chosen.includes(v.value))
  return [...new Set(offered.map(dimensionOf))].map((dimension) => {
    const values = offered.filter((v) => dimensionOf(v) === dimension)
    return {
      title: nameIn(values[0]!.dimension, language, dimension),
      choices: values.map((v) => ({ value: v.value, label: nameIn(v.name, language, v.value) })),
    }
  })
}

function Applicants({ of, call }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  return (
    <>
      <Ticks
        of={of}
        name="applicants"
        label={f.applicants}
        choices={organisationKinds.map((kind) => ({ value: kind, label: kindName(kind, of.language) }))}
      />
      <InThree of={of} name="applicantsText" label={f.applicantsText} long={3} />
      <Line of={of} name="leastPartners" label={f.leastPartners} size="short" />
      <Rows
        of={of}
        name="roles"
        most={mostRoles}
        cells={[...languages, 'least']}
        say={t.role}
        row={(row) => (
          <>
            {languages.map((l) => (
              <Line
                of={of}
                name={`${row}.${l}`}
                label={`${f.role}, ${setupText[of.language].in[l]}`}
                optional={!call.settings.languages.includes(l)}
              />
            ))}
            <Line of={of} name={`${row}.least`} label={f.least} size="short" optional />
          </>
        )}
      />
    </>
  )
}

function Costs({ of, call }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  const models = codesOf(call.settings).map((code) => ({
    value: code,
    label: nameIn(modelName(modelOf(call.settings, code)!), of.language, code),
  }))
  return (
    <>
      <Ticks of={of} name="costModels" label={f.costModels} choices={models} />
      <Line of={of} name="rate.all" label={f.rateAll} help={t.rateHelp} size="short" decimal />
      {models.map(({ value, label }) => (
        <Line of={of} name={`rate.${value}`} label={f.rateOf(label)} size="short" decimal optional />
      ))}
      <h2>{t.kindRates}</h2>
      <p class="note">{t.kindRatesLead}</p>
      <Rows
        of={of}
        name="kindRate"
        most={mostKindRates}
        cells={['applicant', 'most']}
        say={t.kindRate}
        row={(row) => (
          <>
            <Choose
              of={of}
              name={`${row}.applicant`}
              label={f.applicantKind}
              choices={organisationKinds.map((kind) => ({ value: kind, label: kindName(kind, of.language) }))}
              none={t.chooseKind}
            />
            <Choose of={of} name={`${row}.model`} label={f.ofModel} choices={models} none={t.allModels} />
            <Line of={of} name={`${row}.most`} label={f.rateAll} size="short" decimal optional />
          </>
        )}
      />
      <Ticks
        of={of}
        name="deMinimis"
        label={f.deMinimisLegend}
        choices={[{ value: 'yes', label: f.deMinimis }]}
        optional
      />
    </>
  )
}

/** The way to where what is chosen here is made. */
const MadeAt = ({ path, say, language }: { path: string; say: string; language: Language }) => (
  <p>
    <a href={localPath(language, path)}>{say}</a>
  </p>
)

function Form({ of, call, forms }: PartProps) {
  const t = partText[of.language]
  const made = (
    <MadeAt path={`/ecosystems/${call.ecosystemKey}/forms`} say={t.toForms} language={of.language} />
  )
  if (forms.length === 0)
    return (
      <>
        <p class="note">{t.noForms}</p>
        {made}
        <Kept of={of} name="idea" />
        <Kept of={of} name="full" />
      </>
    )
  return (
    <>
      {call.settings.twoSteps ? (
        <Choose of={of} name="idea" label={t.fields.idea} choices={forms} none={t.chooseForm} needed />
      ) : (
        <Kept of={of} name="idea" />
      )}
      <Choose of={of} name="full" label={t.fields.full} choices={forms} none={t.chooseForm} needed />
      {made}
    </>
  )
}

function Assessment({ of, templates }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  return (
    <>
      {templates.length === 0 ? (
        <>
          <p class="note">{t.noTemplates}</p>
          <Kept of={of} name="template" />
        </>
      ) : (
        <Choose
          of={of}
          name="template"
          label={f.template}
          choices={templates}
          none={t.chooseTemplate}
          needed
        />
      )}
      <MadeAt path="/criteria" say={t.toTemplates} language={of.language} />
      <Line of={of} name="assessorsEach" label={f.assessorsEach} size="short" />
      <Line of={of} name="jointProjectYears" label={f.jointProjectYears} size="short" />
    </>
  )
}

function Timetable({ of, call }: PartProps) {
  const t = partText[of.language]
  const f = t.fields
  return (
    <>
      <Rows
        of={of}
        name="timetable"
        most={mostDays}
        cells={[...languages, 'on']}
        say={t.dayRow}
        row={(row) => (
          <>
            <Line of={of} name={`${row}.on`} label={f.day} help={t.dayHelp} size="short" optional />
            {languages.map((l) => (
              <Line
                of={of}
                name={`${row}.${l}`}
                label={`${f.what}, ${setupText[of.language].in[l]}`}
                optional={!call.settings.languages.includes(l)}
              />
            ))}
          </>
        )}
      />
      <Ticks
        of={of}
        name="publicFigures"
        label={f.publicFiguresLegend}
        choices={[{ value: 'yes', label: f.publicFigures }]}
        optional
      />
    </>
  )
}

function Contact({ of, call }: PartProps) {
  const f = labels(of.language)
  return (
    <>
      <InThree of={of} name="unit" label={f.unit} needed={call.settings.languages} />
      <Line of={of} name="email" label={f.email} />
      <Line of={of} name="phone" label={f.phone} optional />
    </>
  )
}
