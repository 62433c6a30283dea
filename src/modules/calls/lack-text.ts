import { formatAmount } from '../../kernel/money.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inEach, type Language, words } from '../../kernel/text.ts'
import { complaint } from './error-text.ts'
import type { Lack, LackCode } from './lacks.ts'

const euros = (cents: string | undefined, language: Language) => formatAmount(BigInt(cents ?? '0'), language)

export const lackText = words(
  {
    title: 'Haulta puuttuu nimi',
    lead: 'Haulta puuttuu ingressi',
    body: 'Haulta puuttuu hakuilmoituksen teksti',
    short: 'Haulta puuttuu lyhennelmä',
    opens: 'Alkamisaika puuttuu',
    closes: 'Päättymisaika puuttuu',
    'full-closes': 'Täysien hakemusten määräaika puuttuu',
    'closes-first': 'Haku päättyisi ennen kuin se alkaa',
    'full-closes-first': 'Täysien hakemusten määräaika olisi ennen ideoiden määräaikaa',
    money: 'Rahamäärä puuttuu',
    'money-sum': (sum: string, total: string) =>
      `Vuosien ja rahastojen summa on ${sum} €, mutta kokonaismäärä ${total} €`,
    'grant-limits': 'Pienin tuki on suurempi kuin suurin tuki',
    applicants: 'Ei ole sanottu, ketkä voivat hakea',
    roles: 'Hankeryhmän roolilta puuttuu nimi',
    'cost-models': 'Kustannusmallia ei ole valittu',
    rates: 'Tukiprosentti puuttuu',
    form: 'Hakulomaketta ei ole valittu',
    'idea-form': 'Ideavaiheen lomaketta ei ole valittu',
    'form-texts': 'Lomakkeelta puuttuu tekstejä',
    template: 'Valintaperusteita ei ole valittu',
    'contact-unit': 'Yhteystiedosta puuttuu yksikön nimi',
    'contact-email': 'Yhteystiedosta puuttuu sähköpostiosoite',
    'timetable-texts': 'Aikataulusta puuttuu tekstejä',
    languages: { fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' },
  },
  {
    sv: {
      title: 'Utlysningen saknar namn',
      lead: 'Utlysningen saknar ingress',
      body: 'Utlysningstexten saknas',
      short: 'Utlysningen saknar en förkortad version',
      opens: 'Starttiden saknas',
      closes: 'Sluttiden saknas',
      'full-closes': 'Tidsfristen för fullständiga ansökningar saknas',
      'closes-first': 'Utlysningen skulle sluta innan den börjar',
      'full-closes-first': 'Tidsfristen för fullständiga ansökningar skulle vara före tidsfristen för idéer',
      money: 'Beloppet saknas',
      'money-sum': (sum, total) => `Summan av åren och fonderna är ${sum} €, men totalbeloppet ${total} €`,
      'grant-limits': 'Det minsta stödet är större än det största',
      applicants: 'Det framgår inte vem som kan söka',
      roles: 'En roll i projektgruppen saknar namn',
      'cost-models': 'Ingen kostnadsmodell har valts',
      rates: 'Stödprocenten saknas',
      form: 'Ingen ansökningsblankett har valts',
      'idea-form': 'Ingen blankett för idésteget har valts',
      'form-texts': 'Blanketten saknar texter',
      template: 'Inga urvalskriterier har valts',
      'contact-unit': 'Enhetens namn saknas i kontaktuppgifterna',
      'contact-email': 'E-postadressen saknas i kontaktuppgifterna',
      'timetable-texts': 'Tidtabellen saknar texter',
      languages: { fi: 'på finska', sv: 'på svenska', en: 'på engelska' },
    },
    en: {
      title: 'The call has no name',
      lead: 'The call has no lead',
      body: 'The text of the call is missing',
      short: 'The call has no shortened version',
      opens: 'The opening time is missing',
      closes: 'The closing time is missing',
      'full-closes': 'The deadline of full applications is missing',
      'closes-first': 'The call would close before it opens',
      'full-closes-first': 'The deadline of full applications would be before that of ideas',
      money: 'The amount of money is missing',
      'money-sum': (sum, total) => `The years and funds sum to ${sum} €, but the total is ${total} €`,
      'grant-limits': 'The least grant is more than the most',
      applicants: 'It is not said who may apply',
      roles: 'A role in the consortium has no name',
      'cost-models': 'No cost model has been chosen',
      rates: 'The aid rate is missing',
      form: 'No application form has been chosen',
      'idea-form': 'No form has been chosen for ideas',
      'form-texts': 'The form lacks texts',
      template: 'No criteria have been chosen',
      'contact-unit': 'The contact has no name of the unit',
      'contact-email': 'The contact has no e-mail address',
      'timetable-texts': 'The timetable lacks texts',
      languages: { fi: 'in Finnish', sv: 'in Swedish', en: 'in English' },
    },
  },
)

/** "Haulta puuttuu nimi ruotsiksi". */
export function lackSaid({ what, language: of, values }: Lack, language: Language): string {
  const t = lackText[language]
  if (what === 'money-sum')
    return t['money-sum'](euros(values?.sum, language), euros(values?.total, language))
  const said = t[what satisfies Exclude<LackCode, 'money-sum'>]
  return of ? `${said} ${t.languages[of]}` : said
}

/** What is said where something is not done because the call lacks these. */
export const refusalOf = (lacks: readonly Lack[]): Refusal =>
  new Refusal('conflict', 'call.not-ready', [
    complaint('notReady'),
    ...lacks.map((lack) => ({ text: inEach((l) => `${lackSaid(lack, l)}.`) })),
  ])
