import { centsFromDecimal } from '../../engine/budget/index.ts'
import { formatAmount } from '../../kernel/money.ts'
import { type Language, pick } from '../../kernel/text.ts'
import { formatDay } from '../../kernel/time.ts'
import {
  CheckField,
  ChoicesField,
  type FieldError,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import type { Before, Draft } from '../drafts/index.ts'
import {
  type Amounts,
  changeSubjects,
  deliverableForms,
  type Item,
  type Kind,
  milestoneStates,
  riskStates,
  steps,
} from './content.ts'
import { formText } from './form-text.ts'
import type { PlannedLine } from './plan.ts'
import { text } from './text.ts'
import { typedLines } from './typed.ts'

const tables = { cost: 'used', change: 'plan' } as const

/** What stands in the form before somebody writes in it. */
export function fieldsBefore(
  kind: Kind,
  item: Item | undefined,
  lines: readonly PlannedLine[],
  language: Language,
): Before {
  const c = item?.content
  const day = (on: string | null | undefined) =>
    on ? formatDay(on, language === 'en' ? 'fi' : language) : ''
  const amounts = (table: 'used' | 'plan', of: Amounts | null | undefined) =>
    Object.fromEntries(
      (table === 'used' ? typedLines(lines) : lines).map(({ code }) => {
        const cents = centsFromDecimal(of?.[code] ?? '')
        return [`${table}.${code}`, cents === undefined ? '' : formatAmount(cents, 'fi')]
      }),
    )
  const start = { title: c?.title ?? '', ...(item && { reason: '' }) }
  switch (kind) {
    case 'milestone':
      return {
        ...start,
        due: day(c?.due),
        state: c?.milestone ?? 'planned',
        reached: day(c?.reached),
        shows: c?.shows ?? '',
      }
    case 'deliverable':
      return {
        ...start,
        form: c?.form ?? '',
        due: day(c?.due),
        reached: day(c?.reached),
        url: c?.url ?? '',
        text: c?.text ?? '',
        public: item?.share === 'public' ? '1' : '',
      }
    case 'risk':
      return {
        ...start,
        likelihood: c?.likelihood ?? '',
        effect: c?.effect ?? '',
        response: c?.response ?? '',
        owner: c?.owner ?? '',
        state: c?.risk ?? 'open',
      }
    case 'cost':
      return {
        ...(item && { reason: '' }),
        from: day(c?.from),
        to: day(c?.to),
        ...amounts('used', c?.used),
        text: c?.text ?? '',
      }
    case 'change': {
      const planned = Object.fromEntries(lines.map(({ code, planned: now }) => [code, now]))
      return {
        ...start,
        subject: c?.subject ?? '',
        text: c?.text ?? '',
        end: day(c?.end),
        ...amounts('plan', c?.plan ?? planned),
      }
    }
  }
}

export type ItemFieldsProps = {
  kind: Kind
  /** What is changed; what was changed and why is asked of a change alone. */
  changes: boolean
  lines: readonly PlannedLine[]
  draft: Draft
  errors: readonly FieldError[]
  language: Language
}

/** The fields of one kind, in their order. */
export function ItemFields(props: ItemFieldsProps) {
  const { kind, changes, draft, errors, language } = props
  const f = formText[language]
  return (
    <>
      <Own {...props} />
      {kind in tables && <Amount {...props} table={tables[kind as keyof typeof tables]} />}
      {kind === 'cost' && (
        <TextArea {...at(props, 'text')} label={text[language].fields.note} rows={3} optional />
      )}
      {changes && (
        <TextField
          name="reason"
          label={f.reason}
          help={f.reasonHelp}
          value={draft.text('reason')}
          error={errors.find((e) => e.name === 'reason')?.text}
          size="full"
          optional
          language={language}
        />
      )}
    </>
  )
}

const at = ({ draft, errors, language }: ItemFieldsProps, name: string) => ({
  name,
  value: draft.text(name),
  error: errors.find((e) => e.name === name)?.text,
  language,
})

function Own(props: ItemFieldsProps) {
  const { kind, draft, errors, language } = props
  const [t, f] = [text[language].fields, formText[language]]
  const choices = <T extends string>(
    name: string,
    label: string,
    all: readonly T[],
    says: Readonly<Record<T, string>>,
  ) => (
    <ChoicesField
      kind="radio"
      name={name}
      label={label}
      choices={all.map((value) => ({ value, label: says[value] }))}
      values={draft.list(name)}
      error={errors.find((e) => e.name === name)?.text}
      language={language}
    />
  )
  const stepped = (name: 'likelihood' | 'effect', label: string) => {
    const says = name === 'likelihood' ? f.likelihoodSteps : f.effectSteps
    return choices(
      name,
      label,
      steps,
      Object.fromEntries(steps.map((step) => [step, `${step} ${says[step]}`])) as typeof says,
    )
  }
  const title = (label: string) => <TextField {...at(props, 'title')} label={label} size="full" />
  const day = (name: string, label: string, help: string = f.dayHelp, optional = false) => (
    <TextField {...at(props, name)} label={label} help={help} size="short" optional={optional} />
  )
  switch (kind) {
    case 'milestone':
      return (
        <>
          {title(f.milestoneName)}
          {day('due', t.due)}
          {choices('state', t.state, milestoneStates, text[language].milestoneStates)}
          {day('reached', t.reached, f.reachedHelp, true)}
          <TextArea {...at(props, 'shows')} label={t.shows} help={f.showsHelp} rows={3} optional />
        </>
      )
    case 'deliverable':
      return (
        <>
          {title(f.deliverableName)}
          <SelectField
            {...at(props, 'form')}
            label={t.form}
            none=""
            choices={deliverableForms.map((value) => ({ value, label: text[language].forms[value] }))}
          />
          {day('due', t.due)}
          {day('reached', t.ready, f.readyHelp, true)}
          <TextField
            {...at(props, 'url')}
            label={t.url}
            help={f.urlHelp}
            inputmode="url"
            size="full"
            optional
          />
          <TextArea {...at(props, 'text')} label={t.says} rows={4} optional />
          <CheckField
            name="public"
            label={f.makePublic}
            checked={draft.text('public') !== ''}
            optional
            language={language}
          />
        </>
      )
    case 'risk':
      return (
        <>
          {title(f.riskName)}
          {stepped('likelihood', t.likelihood)}
          {stepped('effect', t.effect)}
          <TextArea {...at(props, 'response')} label={t.response} rows={4} />
          <TextField {...at(props, 'owner')} label={t.owner} help={f.ownerHelp} size="full" optional />
          {choices('state', t.state, riskStates, text[language].riskStates)}
        </>
      )
    case 'cost':
      return (
        <>
          {day('from', t.from)}
          {day('to', t.to)}
        </>
      )
    case 'change':
      return (
        <>
          {choices('subject', t.subject, changeSubjects, text[language].subjects)}
          {title(f.changeName)}
          <TextArea {...at(props, 'text')} label={t.grounds} rows={5} />
          {day('end', t.end, f.endHelp, true)}
        </>
      )
  }
}

/** An amount for each cost category. */
function Amount(props: ItemFieldsProps & { table: 'used' | 'plan' }) {
  const { table, lines, language } = props
  const f = formText[language]
  return (
    <fieldset class="fol-amounts">
      <legend>{table === 'used' ? f.usedLegend : f.planLegend}</legend>
      <p class="note">
        {table === 'used' ? f.amountHelp : f.planHelp}
        {table === 'used' && lines.some(({ rate }) => rate) && ` ${f.ratesHelp}`}
      </p>
      {(table === 'used' ? typedLines(lines) : lines).map(({ code, name }) => (
        <TextField
          {...at(props, `${table}.${code}`)}
          label={pick(name, language)?.text ?? code}
          inputmode="decimal"
          size="short"
          optional
        />
      ))}
    </fieldset>
  )
}
