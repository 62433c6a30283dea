import type { ComponentChildren } from 'preact'
import type { PageAnswer, PageRequest } from '../../kernel/page.ts'
import { pick } from '../../kernel/text.ts'
import { Alert, Menu, PageHead, Tabs, Tag } from '../../ui/index.ts'
import { countedIn } from './figures.ts'
import { getAction } from './read-actions.ts'
import type { Told } from './record.ts'
import { pathOf } from './shown.ts'
import { text } from './text.ts'
import { viewText } from './view-text.ts'

const tabs = ['matrix', 'timeline', 'facets', 'balance', 'goals', 'commitments', 'ideas', 'things'] as const
export type Tab = (typeof tabs)[number]

export const tabPath = (told: Pick<Told, 'portfolio'>, tab: Tab): string =>
  pathOf(told, tab === 'matrix' ? '' : `/${tab}`)

/** The portfolio of the address, as far as the reader sees it. */
export const readTold = (request: PageRequest): Promise<Told> =>
  request.perform(getAction, { portfolio: request.params.id })

export const nameOf = (told: Pick<Told, 'portfolio'>, language: PageRequest['language']): string =>
  pick(told.portfolio.name, language)?.text ?? ''

/** The way from the front page to the portfolio, and what is done with it. */
export function crumbsOf({ language, link }: PageRequest, told: Told, here?: string) {
  const t = text[language]
  const { ecosystem } = told.portfolio
  return [
    { text: t.home, href: link('/') },
    { text: t.ecosystems, href: link('/ecosystems') },
    {
      text: pick(ecosystem.name, language)?.text ?? ecosystem.key,
      href: link(`/ecosystems/${ecosystem.key}`),
    },
    { text: nameOf(told, language), ...(here && { href: link(pathOf(told)) }) },
    ...(here ? [{ text: here }] : []),
  ]
}

type FramedProps = {
  request: PageRequest
  told: Told
  tab: Tab
  /** Whether the view has rows to take along. */
  exports?: boolean
  actions?: ComponentChildren
  body: ComponentChildren
}

/** One view of a portfolio under the head and the tabs that all of them have. */
export function framed({ request, told, tab, exports = true, actions, body }: FramedProps): PageAnswer {
  const { language, link, url } = request
  const t = text[language]
  const { portfolio, may } = told
  const name = pick(portfolio.name, language)
  const purpose = pick(portfolio.purpose, language)
  const file = (format: string) => `${link(pathOf(told, `/${tab}/export.${format}`))}${url.search}`
  return {
    as: 'page',
    sheet: 'portfolio',
    title: tab === 'matrix' ? nameOf(told, language) : `${t.tabs[tab]}: ${nameOf(told, language)}`,
    nav: 'ecosystems',
    robots: 'noindex',
    crumbs: crumbsOf(request, told, tab === 'matrix' ? undefined : t.tabs[tab]),
    body: (
      <div class="portfolio">
        <PageHead
          over={
            <a href={link(`/ecosystems/${portfolio.ecosystem.key}`)}>
              {pick(portfolio.ecosystem.name, language)?.text}
            </a>
          }
          title={<span lang={name?.language === language ? undefined : name?.language}>{name?.text}</span>}
          state={
            <>
              {portfolio.exercise && <Tag tone="warm">{t.exercise}</Tag>}
              <span>{viewText[language].counted(countedIn(told.entries))}</span>
              {may.keep && <a href={link(pathOf(told, '/edit'))}>{t.edit}</a>}
            </>
          }
          lead={tab === 'matrix' ? purpose?.text : undefined}
          actions={
            <>
              {actions}
              {exports && (
                <Menu
                  label={t.export}
                  groups={[
                    [
                      { href: file('csv'), label: 'CSV', note: '.csv', download: true },
                      { href: file('xlsx'), label: t.excel, note: '.xlsx', download: true },
                    ],
                  ]}
                />
              )}
            </>
          }
        />
        {portfolio.exercise && tab === 'matrix' && (
          <Alert tone="note" title={t.exercise}>
            {t.exerciseNote}
          </Alert>
        )}
        <Tabs
          label={t.views}
          items={tabs.map((one) => ({
            href: link(tabPath(told, one)),
            label: t.tabs[one],
            current: one === tab,
          }))}
        />
        {body}
      </div>
    ),
  }
}
