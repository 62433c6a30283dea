import type { Page } from '../../kernel/page.ts'
import { PageHead, Table } from '../../ui/index.ts'
import { text } from './text.ts'

type Word = readonly [write: string, finds: string]

/** Everything that the search box of projects understands, each as a link that shows it. */
export const searchWordsPage: Page = {
  method: 'GET',
  path: '/projects/search-words',
  cached: true,
  run: async ({ language, link }) => {
    const t = text[language]
    return {
      as: 'page',
      title: t.wordsTitle,
      description: t.wordsLead,
      nav: 'projects',
      crumbs: [
        { text: t.home, href: link('/') },
        { text: t.title, href: link('/projects') },
        { text: t.wordsTitle },
      ],
      body: (
        <>
          <PageHead title={t.wordsTitle} lead={t.wordsLead} />
          <Table<Word>
            caption={t.wordsCaption}
            columns={[
              {
                label: t.wordsColumns.write,
                heading: true,
                cell: ([write]) => (
                  <a href={`${link('/projects')}?q=${encodeURIComponent(write)}`}>
                    <code>{write}</code>
                  </a>
                ),
              },
              { label: t.wordsColumns.finds, cell: ([, finds]) => finds },
            ]}
            rows={t.wordsList as unknown as readonly Word[]}
            language={language}
          />
        </>
      ),
    }
  },
}
