import type { Page, PageAnswer, PageRequest } from '../../kernel/page.ts'
import { formErrors } from '../../kernel/refusal.ts'
import { Alert, CheckField, ErrorSummary, type FieldError, Section, Table, Tag } from '../../ui/index.ts'
import { getSecurity, securityText, setSecurity } from '../people/index.ts'
import { administrationPage } from './frame.tsx'

const path = '/administration/security'

async function show(request: PageRequest, errors: readonly FieldError[] = []): Promise<PageAnswer> {
  const { language } = request
  const t = securityText[language]
  const known = await request.perform(getSecurity, {})
  return administrationPage(request, {
    title: t.title,
    lead: t.lead,
    tab: 'security',
    ...(errors.length > 0 && { status: 422 }),
    body: (
      <>
        {request.url.searchParams.has('saved') && <Alert tone="ok" title={t.saved} live />}
        <ErrorSummary errors={errors} language={language} />
        <form method="post" action={request.link(path)}>
          <CheckField
            name="need"
            value="1"
            label={t.need}
            help={t.needHelp}
            checked={known.administratorsNeedSecondFactor}
            language={language}
          />
          <button class="btn main" type="submit">
            {t.save}
          </button>
        </form>
        <Section title={t.administrators}>
          <Table
            language={language}
            caption={t.administrators}
            rows={known.administrators}
            columns={[
              {
                label: t.name,
                heading: true,
                cell: (a) => <a href={request.link(`/administration/users/${a.id}`)}>{a.name}</a>,
              },
              {
                label: t.factor,
                cell: (a) => <Tag tone={a.hasFactor ? 'ok' : 'warm'}>{a.hasFactor ? t.has : t.hasNot}</Tag>,
              },
            ]}
          />
        </Section>
      </>
    ),
  })
}

export const securityPages: readonly Page[] = [
  { method: 'GET', path, run: (request) => show(request) },
  {
    method: 'POST',
    path,
    run: async (request) => {
      const administratorsNeedSecondFactor = (await request.form()).get('need') === '1'
      try {
        await request.perform(setSecurity, { administratorsNeedSecondFactor })
      } catch (error) {
        return show(
          request,
          formErrors(error, request.language).map((e) => ({ ...e, name: 'need' })),
        )
      }
      return { as: 'redirect', to: request.link(`${path}?saved`) }
    },
  },
]
