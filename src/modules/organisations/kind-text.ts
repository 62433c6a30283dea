import { type Language, words } from '../../kernel/text.ts'

/** What the kinds of organisations are called. */
export const kindText = words(
  {
    company: 'yritys',
    'sole-trader': 'yksityinen elinkeinonharjoittaja',
    municipality: 'kunta',
    'joint-authority': 'kuntayhtymä',
    'regional-council': 'maakunnan liitto',
    'state-authority': 'valtion viranomainen',
    university: 'yliopisto',
    'university-of-applied-sciences': 'ammattikorkeakoulu',
    'research-institute': 'tutkimuslaitos',
    'education-provider': 'oppilaitos tai koulutuksen järjestäjä',
    association: 'yhdistys',
    foundation: 'säätiö',
    parish: 'seurakunta',
    other: 'muu organisaatio',
  },
  {
    sv: {
      company: 'företag',
      'sole-trader': 'enskild näringsidkare',
      municipality: 'kommun',
      'joint-authority': 'samkommun',
      'regional-council': 'landskapsförbund',
      'state-authority': 'statlig myndighet',
      university: 'universitet',
      'university-of-applied-sciences': 'yrkeshögskola',
      'research-institute': 'forskningsinstitut',
      'education-provider': 'läroanstalt eller utbildningsanordnare',
      association: 'förening',
      foundation: 'stiftelse',
      parish: 'församling',
      other: 'annan organisation',
    },
    en: {
      company: 'company',
      'sole-trader': 'sole trader',
      municipality: 'municipality',
      'joint-authority': 'joint municipal authority',
      'regional-council': 'regional council',
      'state-authority': 'state authority',
      university: 'university',
      'university-of-applied-sciences': 'university of applied sciences',
      'research-institute': 'research institute',
      'education-provider': 'school or education provider',
      association: 'association',
      foundation: 'foundation',
      parish: 'parish',
      other: 'other organisation',
    },
  },
)

/** A kind that is not ours says itself. */
export const kindName = (kind: string, language: Language): string =>
  (kindText[language] as Readonly<Record<string, string>>)[kind] ?? kind
