import type { DraftKind } from '../../kernel/draft.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { inEach } from '../../kernel/text.ts'
import { ErrorSummary, type FieldError, PageHead, Section, SelectField, TextField } from '../../ui/index.ts'
import { DraftForm, draftFor, takeForm } from '../drafts/index.ts'
import { faultText } from './fault-text.ts'
import { editSelection, frameOf } from './prepare-actions.ts'
import { prepareText } from './prepare-text.ts'
import { ecosystemOf } from './queries.ts'
import { readSelection } from './reading.ts'
import type { Room } from './room.ts'
import { beforeRule, groupsOf, ruleKinds, withRule } from './rule-form.ts'
import { demandOf } from './rule-words.ts'
import { keepers } from './rules.ts'
import { framed, said } from './selection-frame.tsx'
import { text } from './text.ts'

/** A rule that is being made; whoever makes one has a draft of their own. */
export const selectionRule: DraftKind = {
  kind: 'selection.rule',
  shared: false,
  title: inEach((l) => prepareText[l].addRule),
  path: (id) => `/selections/${id}/rules`,
  allow: { who: [...keepers], in: ({ db }, { subject }) => ecosystemOf(db, subject) },
}

async function page(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language, link, params } = request
  const [t, p] = [text[language], prepareText[language]]
  const room = await request.perform(readSelection, { selection: params.id })
  const { items } = await request.perform(frameOf, { selection: room.id })
  const frame = items.map((f) => ({ value: f.value, label: said(f.name, language) }))
  const draft = await draftFor(request, selectionRule, room.id, beforeRule)
  const path = link(`/selections/${room.id}/rules`)
  const { rules, synergies, budgets, criteria } = room.settings
  const field = (name: string) => ({
    name,
    value: draft.text(name),
    error: errors.find((e) => e.name === name)?.text,
    language,
  })
  const named = <T extends { id: string; name: Room['name'] }>(list: readonly T[]) =>
    list.map((one) => ({ value: one.id, label: said(one.name, language) }))
  return framed(
    request,
    t.rules,
    <>
      <PageHead title={t.rules} over={said(room.name, language)} />
      <ErrorSummary errors={errors} language={language} />
      <ul class="selection-rules">
        {[...rules, ...synergies].map((r) => (
          <li>
            <span>
              {said(r.name, language)}
              <span class="note">{demandOf(r, room.settings, language)}</span>
            </span>
            <form method="post" action={`${path}/remove`}>
              <input type="hidden" name="rule" value={r.id} />
              <button class="btn small" type="submit" aria-label={p.removeRuleOf(said(r.name, language))}>
                {p.removeRule}
              </button>
            </form>
          </li>
        ))}
      </ul>
      {rules.length + synergies.length === 0 && <p class="quiet">{t.noRules}</p>}
      <Section title={p.addRule} class="selection-rule">
        <DraftForm draft={draft} action={path} submit={p.addRule} language={language}>
          <TextField {...field('name')} label={p.ruleName} help={p.ruleNameHelp} optional />
          <TextField {...field('nameSv')} label={p.ruleNameSv} optional />
          <TextField {...field('nameEn')} label={p.ruleNameEn} optional />
          <SelectField
            {...field('kind')}
            label={p.ruleKind}
            choices={ruleKinds.map((value) => ({ value, label: p.ruleKinds[value] }))}
          />
          <div class="for-requires">
            <SelectField
              {...field('project')}
              label={p.ruleProject}
              none=""
              choices={room.candidates.map((c) => ({
                value: c.code,
                label: `${c.code} ${said(c.title, language)}`,
              }))}
            />
          </div>
          <SelectField
            {...field('group')}
            label={p.group}
            help={p.groupHelp}
            none=""
            choices={groupsOf(room, frame, language)}
            optional
          />
          <TextField {...field('codes')} label={p.groupCodes} help={p.groupCodesHelp} optional />
          <div class="for-count">
            <TextField {...field('count')} label={p.count} inputmode="numeric" size="short" />
          </div>
          <div class="for-money">
            <TextField
              {...field('money')}
              label={p.money}
              help={p.moneyHelp}
              inputmode="decimal"
              size="short"
            />
            <SelectField {...field('budget')} label={p.ofBudget} choices={named(budgets)} />
          </div>
          <div class="for-points">
            <TextField {...field('points')} label={p.synergyPoints} help={p.synergyPointsHelp} size="short" />
            <SelectField {...field('criterion')} label={p.synergyCriterion} choices={named(criteria)} />
          </div>
        </DraftForm>
      </Section>
    </>,
    { meeting: room, bad: errors.length > 0 },
  )
}

async function add(request: PageRequest): Promise<PageAnswer> {
  const { params, language } = request
  const room = await request.perform(readSelection, { selection: params.id })
  return takeForm(
    request,
    { kind: selectionRule, subject: room.id, before: beforeRule },
    async (sent) => {
      const settings = withRule(room, sent)
      if ('why' in settings) {
        const { at, why, of } = settings
        return [{ name: at, text: [faultText[language][why], of].filter(Boolean).join(' ') }]
      }
      await request.perform(editSelection, { selection: room.id, settings }, sent.draft)
      return `/selections/${room.id}/rules`
    },
    (errors) => page(request, errors),
  )
}

async function remove(request: PageRequest): Promise<PageAnswer> {
  const id = (await request.form()).get('rule')
  const room = await request.perform(readSelection, { selection: request.params.id })
  const { rules, synergies } = room.settings
  const settings = {
    rules: rules.filter((r) => r.id !== id),
    synergies: synergies.filter((s) => s.id !== id),
  }
  try {
    await request.perform(editSelection, { selection: room.id, settings })
  } catch (error) {
    return page(request, formErrors(error, request.language))
  }
  return { as: 'redirect', to: request.link(`/selections/${room.id}/rules`) }
}

export const rulePages: readonly Page[] = [
  { method: 'GET', path: '/selections/{id}/rules', run: (request) => page(request) },
  { method: 'POST', path: '/selections/{id}/rules', run: add },
  { method: 'POST', path: '/selections/{id}/rules/remove', run: remove },
]
