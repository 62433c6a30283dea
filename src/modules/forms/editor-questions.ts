import {
  type Choice,
  choiceLists,
  type Question,
  reuses,
  shapes,
  type Texts,
} from '../../engine/form/index.ts'

// The form in which a question is made is itself a form: these are its questions.

export const T = (fi: string, sv: string, en: string): Texts => ({ fi, sv, en })
type More = { help?: Texts; required?: boolean }

export const line = (key: string, label: Texts, more: More = {}, most = 300): Question => ({
  key,
  label,
  required: false,
  ...more,
  kind: 'text',
  most,
})
export const long = (key: string, label: Texts, more: More = {}, most = 3_000): Question => ({
  key,
  label,
  required: false,
  ...more,
  kind: 'long-text',
  most,
})
export const count = (key: string, label: Texts, more: More = {}): Question => ({
  key,
  label,
  required: false,
  ...more,
  kind: 'number',
  decimals: 0,
  least: '0',
})
const one = (key: string, label: Texts, choices: readonly Choice[], more: More = {}): Question => ({
  key,
  label,
  required: false,
  ...more,
  kind: 'choice',
  choices,
  several: false,
})
const choice = (code: string, fi: string, sv: string, en: string): Choice => ({ code, label: T(fi, sv, en) })

/** The same in three languages, in fields "label-fi", "label-sv", "label-en". */
const inThree = (
  make: (key: string, label: Texts, more?: More) => Question,
  key: string,
  fi: string,
  sv: string,
  en: string,
) => [
  make(`${key}-fi`, T(`${fi} suomeksi`, `${sv} på finska`, `${en} in Finnish`)),
  make(`${key}-sv`, T(`${fi} ruotsiksi`, `${sv} på svenska`, `${en} in Swedish`)),
  make(`${key}-en`, T(`${fi} englanniksi`, `${sv} på engelska`, `${en} in English`)),
]
export const threeLines = (key: string, fi: string, sv: string, en: string): Question[] =>
  inThree(line, key, fi, sv, en)
export const threeTexts = (key: string, fi: string, sv: string, en: string): Question[] =>
  inThree((k, l) => long(k, l), key, fi, sv, en)

const yesNo = [choice('yes', 'kyllä', 'ja', 'yes'), choice('no', 'ei', 'nej', 'no')]

const shapeNames: Record<(typeof shapes)[number], Texts> = {
  'business-id': T('Y-tunnus', 'FO-nummer', 'Business ID'),
  email: T('Sähköposti', 'E-post', 'Email'),
  url: T('Verkko-osoite', 'Webbadress', 'Web address'),
  phone: T('Puhelinnumero', 'Telefonnummer', 'Phone number'),
  iban: T('Tilinumero (IBAN)', 'Kontonummer (IBAN)', 'Account number (IBAN)'),
  'postal-code': T('Postinumero', 'Postnummer', 'Postal code'),
}
const reuseNames: Record<(typeof reuses)[number], Texts> = {
  'organisation.name': T('Organisaation nimi', 'Organisationens namn', 'Name of the organisation'),
  'organisation.business-id': T(
    'Organisaation Y-tunnus',
    'Organisationens FO-nummer',
    'Business ID of the organisation',
  ),
  'organisation.kind': T('Organisaation laji', 'Typ av organisation', 'Kind of the organisation'),
  'organisation.place': T('Organisaation paikkakunta', 'Organisationens ort', 'Place of the organisation'),
  'organisation.website': T(
    'Organisaation verkkosivu',
    'Organisationens webbplats',
    'Website of the organisation',
  ),
  'person.name': T('Täyttäjän nimi', 'Den ifyllandes namn', 'Name of who fills it in'),
  'person.email': T('Täyttäjän sähköposti', 'Den ifyllandes e-post', 'Email of who fills it in'),
  earlier: T(
    'Vastaus samaan kysymykseen aiemmassa hakemuksessa',
    'Svaret på samma fråga i en tidigare ansökan',
    'The answer to the same question in an earlier application',
  ),
}
const listNames: Record<(typeof choiceLists)[number], Texts> = {
  priorities: T('Haun painopisteet', 'Utlysningens prioriteringar', "The call's priorities"),
  emphases: T('Haun painotukset', 'Utlysningens tyngdpunkter', "The call's emphases"),
  objectives: T('Haun erityistavoitteet', 'Utlysningens särskilda mål', "The call's specific objectives"),
}

export const shapeQuestion = one(
  'shape',
  T('Muoto, joka tarkistetaan', 'Form som kontrolleras', 'Shape that is checked'),
  [
    { code: 'none', label: T('Mikä tahansa teksti', 'Vilken text som helst', 'Any text') },
    ...shapes.map((code) => ({ code, label: shapeNames[code] })),
  ],
)
export const reuseQuestion = one(
  'from',
  T('Esitäyttö', 'Förifyllning', 'Prefilled with'),
  reuses.map((code) => ({ code, label: reuseNames[code] })),
  {
    help: T(
      'Hakija näkee vastauksen valmiina ja voi muuttaa sitä.',
      'Den sökande ser svaret färdigt och kan ändra det.',
      'The applicant sees the answer and can change it.',
    ),
  },
)
export const listQuestion = one(
  'list',
  T('Mistä vaihtoehdot tulevat', 'Varifrån alternativen kommer', 'Where the choices come from'),
  [
    { code: 'own', label: T('Alla olevasta luettelosta', 'Från listan nedan', 'From the list below') },
    ...choiceLists.map((code) => ({ code, label: listNames[code] })),
  ],
)
export const severalQuestion = one(
  'several',
  T('Voiko valita useita', 'Kan man välja flera', 'May several be chosen'),
  yesNo,
)

export const marksQuestion: Question = {
  key: 'marks',
  label: T('Vastaus', 'Svaret', 'The answer'),
  required: false,
  kind: 'choice',
  several: true,
  choices: [
    choice('required', 'on pakollinen', 'är obligatoriskt', 'is required'),
    choice('hidden', 'piilotetaan arvioijilta', 'döljs för bedömarna', 'is kept from assessors'),
    choice(
      'published',
      'julkaistaan, kun hanke saa rahoituksen',
      'publiceras när projektet får finansiering',
      'is published when the project is funded',
    ),
  ],
}

const inLanguages = (most: number) =>
  (['fi', 'sv', 'en'] as const).map((language) => ({
    key: language,
    label: {
      fi: T('Suomeksi', 'På finska', 'In Finnish'),
      sv: T('Ruotsiksi', 'På svenska', 'In Swedish'),
      en: T('Englanniksi', 'På engelska', 'In English'),
    }[language],
    required: false,
    kind: 'text' as const,
    most,
  }))

export const choicesQuestion: Question = {
  key: 'choices',
  label: T('Vaihtoehdot', 'Alternativ', 'Choices'),
  help: T(
    'Koodi pysyy samana, vaikka teksti muuttuisi. Tyhjä koodi tehdään tekstistä.',
    'Koden är densamma också om texten ändras. En tom kod görs av texten.',
    'The code stays the same even if the text changes. An empty one is made of the text.',
  ),
  required: false,
  kind: 'table',
  columns: [
    { key: 'code', label: T('Koodi', 'Kod', 'Code'), required: false, kind: 'text', most: 60 },
    ...inLanguages(300),
  ],
  leastRows: 2,
  mostRows: 90,
}

export const columnsQuestion: Question = {
  key: 'columns',
  label: T('Sarakkeet', 'Kolumner', 'Columns'),
  required: false,
  kind: 'table',
  columns: [
    ...inLanguages(300),
    {
      key: 'kind',
      label: T('Laji', 'Typ', 'Kind'),
      required: true,
      kind: 'choice',
      choices: [
        choice('text', 'Lyhyt teksti', 'Kort text', 'Short text'),
        choice('long-text', 'Pitkä teksti', 'Lång text', 'Long text'),
        choice('number', 'Luku', 'Tal', 'Number'),
        choice('money', 'Euromäärä', 'Belopp i euro', 'Amount in euros'),
        choice('date', 'Päivä', 'Dag', 'Day'),
        choice('choice', 'Valinta', 'Val', 'Choice'),
      ],
    },
    {
      key: 'required',
      label: T('Pakollinen', 'Obligatorisk', 'Required'),
      required: false,
      kind: 'choice',
      choices: yesNo,
    },
    {
      key: 'most',
      label: T('Enintään (merkkejä tai arvo)', 'Högst (tecken eller värde)', 'At most (characters or value)'),
      required: false,
      kind: 'text',
      most: 20,
    },
    {
      key: 'least',
      label: T('Vähintään (arvo)', 'Minst (värde)', 'At least (value)'),
      required: false,
      kind: 'text',
      most: 20,
    },
    {
      key: 'shape',
      label: T('Muoto', 'Form', 'Shape'),
      required: false,
      kind: 'choice',
      choices: shapes.map((code) => ({ code, label: shapeNames[code] })),
    },
    {
      key: 'decimals',
      label: T('Desimaaleja', 'Decimaler', 'Decimals'),
      required: false,
      kind: 'number',
      decimals: 0,
      least: '0',
      most: '6',
    },
    {
      key: 'choices',
      label: T('Vaihtoehdot, yksi rivillä', 'Alternativ, ett per rad', 'Choices, one a line'),
      help: T(
        'koodi | suomeksi | ruotsiksi | englanniksi',
        'kod | på finska | på svenska | på engelska',
        'code | in Finnish | in Swedish | in English',
      ),
      required: false,
      kind: 'long-text',
      most: 5_000,
    },
    { key: 'key', label: T('Tunnus', 'Kod', 'Key'), required: false, kind: 'text', most: 40 },
  ],
  leastRows: 1,
  mostRows: 20,
}

/** "Asked only if": of the questions asked before this one. */
export const conditionQuestions = (earlier: readonly Choice[]): Question[] => [
  {
    key: 'when',
    label: T('Kysytään vain, jos', 'Frågas bara om', 'Asked only if'),
    help: T(
      'Tyhjä: kysytään aina. Arvot erotetaan pilkulla; valinnasta käytetään koodia.',
      'Tomt: frågas alltid. Värdena skiljs åt med kommatecken; av ett val används koden.',
      'Empty: always asked. Values are separated by commas; of a choice the code is used.',
    ),
    required: false,
    kind: 'table',
    columns: [
      {
        key: 'question',
        label: T('Kysymyksen', 'Frågans', 'Of the question'),
        required: true,
        kind: 'choice',
        choices: earlier,
      },
      {
        key: 'is',
        label: T('vastaus', 'svar', 'the answer'),
        required: true,
        kind: 'choice',
        choices: [
          choice('filled', 'on annettu', 'har getts', 'is given'),
          choice('empty', 'on tyhjä', 'är tomt', 'is empty'),
          choice('one-of', 'on jokin näistä', 'är något av dessa', 'is one of these'),
          choice('none-of', 'ei ole mikään näistä', 'är inget av dessa', 'is none of these'),
        ],
      },
      { key: 'values', label: T('Arvot', 'Värden', 'Values'), required: false, kind: 'text', most: 1_000 },
    ],
    mostRows: 10,
  },
  one('when-how', T('Kun ehtoja on useita', 'När villkoren är flera', 'When there are several'), [
    choice('all', 'kaikkien pitää täyttyä', 'alla ska vara uppfyllda', 'all must be met'),
    choice('any', 'yksi riittää', 'ett räcker', 'one is enough'),
  ]),
]
