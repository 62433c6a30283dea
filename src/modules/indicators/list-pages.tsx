import { decimalFromExact } from '../../engine/indicators/index.ts'
import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import type { SheetColumn } from '../../kernel/sheet.ts'
import { type SheetFormat, sheetFormats, sheetStream, sheetTypes } from '../../kernel/spreadsheet.ts'
import { pick } from '../../kernel/text.ts'
import { dayIn } from '../../kernel/time.ts'
import { Empty, Menu, PageHead, Section, sheetChoices } from '../../ui/index.ts'
import { exactOf } from './figures.ts'
import { frameOf } from './frame.ts'
import { doneSaid, IndicatorList, LightRuleText } from './list-view.tsx'
import { pathOf } from './paths.ts'
import { listIndicators } from './read-actions.ts'
import { text } from './text.ts'

async function listPage(request: PageRequest): Promise<PageAnswer> {
  const { language, link, params } = request
  const { ecosystem, items, light, keeps } = await request.perform(listIndicators, { key: params.key })
  const { name, home, ...frame } = frameOf(request, ecosystem)
  const t = text[language]
  const at = ecosystem.key
  return {
    as: 'page',
    title: `${t.title}: ${name}`,
    ...frame,
    body: (
      <>
        <PageHead
          over={<a href={home}>{name}</a>}
          title={t.title}
          lead={t.lead}
          actions={
            <>
              {keeps && (
                <a class={items.length === 0 ? 'btn main' : 'btn'} href={link(pathOf(at, 'add'))}>
                  {t.add}
                </a>
              )}
              {keeps && (
                <a class="btn" href={link(pathOf(at, 'new'))}>
                  {t.define}
                </a>
              )}
              {items.length > 0 && (
                <Menu
                  label={t.export}
                  groups={[sheetChoices((f) => link(`/ecosystems/${at}/indicators.${f}`))]}
                />
              )}
            </>
          }
        />
        {items.length === 0 && <Empty title={t.empty}>{keeps ? t.emptyNext : t.emptyReader}</Empty>}
        <IndicatorList at={at} items={items} language={language} link={link} />
        {items.length > 0 && (
          <Section
            title={t.rule}
            id="rule"
            note={keeps && <a href={link(pathOf(at, 'light'))}>{t.changeRule}</a>}
          >
            <LightRuleText light={light} language={language} />
          </Section>
        )}
      </>
    ),
  }
}

/** The same as a table, every figure with its date and source. */
async function exported(request: PageRequest, format: SheetFormat): Promise<PageAnswer> {
  const { language, params } = request
  const { ecosystem, items } = await request.perform(listIndicators, { key: params.key })
  const t = text[language]
  const column = (header: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ header, kind })
  return {
    as: 'file',
    name: `${ecosystem.key}-indicators.${format}`,
    type: sheetTypes[format],
    content: sheetStream(
      format,
      [
        column(t.code),
        column(t.indicator),
        column(t.unit),
        column(t.realised, 'number'),
        column(t.baseline, 'number'),
        column(t.target, 'number'),
        column(t.periodEnd, 'day'),
        column(t.state),
        column(t.progress),
        column(t.approved, 'day'),
        column(t.source),
      ],
      items.map((state) => {
        const { indicator, realised, target, figure } = state
        return [
          indicator.code,
          pick(indicator.name, language)?.text,
          pick(indicator.unit, language)?.text,
          realised && decimalFromExact(exactOf(realised), indicator.decimals),
          target?.baseline,
          target?.target,
          target?.dueOn,
          t.lights[state.light],
          doneSaid(state, language),
          figure?.approvedAt && dayIn(figure.approvedAt),
          indicator.source,
        ]
      }),
      { sheet: t.title, delimiter: language === 'en' ? ',' : ';' },
    ),
  }
}

export const listPages: readonly Page[] = [
  { method: 'GET', path: '/ecosystems/{key}/indicators', run: listPage },
  ...sheetFormats.map(
    (format): Page => ({
      method: 'GET',
      path: `/ecosystems/{key}/indicators.${format}`,
      run: (request) => exported(request, format),
    }),
  ),
]
