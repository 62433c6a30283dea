import type { Column, Texts } from './definition.ts'
import { type MoneyBlock, moneyBlocks, type Question, type TableBlock, tableBlocks } from './definition.ts'

const texts = (fi: string, sv: string, en: string): Texts => ({ fi, sv, en })

const organisation: Column = {
  key: 'organisation',
  label: texts('Organisaatio', 'Organisation', 'Organisation'),
  required: true,
  kind: 'text',
  most: 200,
}

const partners: readonly Column[] = [
  organisation,
  {
    key: 'business-id',
    label: texts('Y-tunnus', 'FO-nummer', 'Business ID'),
    required: true,
    kind: 'text',
    most: 9,
    shape: 'business-id',
  },
  {
    key: 'role',
    label: texts('Rooli', 'Roll', 'Role'),
    required: true,
    kind: 'choice',
    choices: [
      { code: 'lead', label: texts('Päätoteuttaja', 'Huvudgenomförare', 'Lead partner') },
      { code: 'partner', label: texts('Osatoteuttaja', 'Delgenomförare', 'Partner') },
    ],
  },
  {
    key: 'task',
    label: texts('Tehtävä hankkeessa', 'Uppgift i projektet', 'Task in the project'),
    required: true,
    kind: 'long-text',
    most: 500,
  },
  {
    key: 'contact',
    label: texts('Yhteyshenkilö', 'Kontaktperson', 'Contact person'),
    required: true,
    kind: 'text',
    most: 100,
  },
  {
    key: 'email',
    label: texts('Sähköposti', 'E-post', 'Email'),
    required: true,
    kind: 'text',
    most: 254,
    shape: 'email',
  },
  {
    key: 'phone',
    label: texts('Puhelin', 'Telefon', 'Phone'),
    required: false,
    kind: 'text',
    most: 30,
    shape: 'phone',
  },
]

const workPackages: readonly Column[] = [
  {
    key: 'name',
    label: texts('Työpaketti', 'Arbetspaket', 'Work package'),
    required: true,
    kind: 'text',
    most: 150,
  },
  {
    key: 'lead',
    label: texts('Vastuutaho', 'Ansvarig', 'In charge'),
    help: texts('Toteuttajan nimi', 'Genomförarens namn', 'Name of the partner'),
    required: true,
    kind: 'text',
    most: 200,
  },
  {
    key: 'starts',
    label: texts('Alkaa', 'Börjar', 'Starts'),
    required: true,
    kind: 'date',
  },
  {
    key: 'ends',
    label: texts('Päättyy', 'Slutar', 'Ends'),
    required: true,
    kind: 'date',
  },
  {
    key: 'measures',
    label: texts('Toimenpiteet', 'Åtgärder', 'Measures'),
    required: true,
    kind: 'long-text',
    most: 2000,
  },
  {
    key: 'results',
    label: texts('Tulokset', 'Resultat', 'Results'),
    required: true,
    kind: 'long-text',
    most: 1000,
  },
]

const indicators: readonly Column[] = [
  {
    key: 'indicator',
    label: texts('Indikaattori', 'Indikator', 'Indicator'),
    help: texts(
      'Tunnus ja nimi, esimerkiksi RCO01',
      'Kod och namn, till exempel RCO01',
      'Code and name, such as RCO01',
    ),
    required: true,
    kind: 'text',
    most: 200,
  },
  {
    key: 'unit',
    label: texts('Yksikkö', 'Enhet', 'Unit'),
    required: true,
    kind: 'text',
    most: 60,
  },
  {
    key: 'baseline',
    label: texts('Lähtöarvo', 'Utgångsvärde', 'Baseline'),
    required: true,
    kind: 'number',
    decimals: 2,
    least: '0',
  },
  {
    key: 'target',
    label: texts('Tavoitearvo', 'Målvärde', 'Target'),
    required: true,
    kind: 'number',
    decimals: 2,
    least: '0',
  },
  {
    key: 'evidence',
    label: texts('Miten todennetaan', 'Hur det verifieras', 'How it is verified'),
    required: true,
    kind: 'text',
    most: 300,
  },
]

const commitments: readonly Column[] = [
  {
    key: 'financier',
    label: texts('Rahoittaja', 'Finansiär', 'Financier'),
    required: true,
    kind: 'text',
    most: 200,
  },
  {
    key: 'kind',
    label: texts('Rahoituksen laji', 'Typ av finansiering', 'Kind of financing'),
    required: true,
    kind: 'choice',
    choices: [
      { code: 'municipal', label: texts('Kuntarahoitus', 'Kommunal finansiering', 'Municipal') },
      {
        code: 'other-public',
        label: texts('Muu julkinen rahoitus', 'Annan offentlig finansiering', 'Other public'),
      },
      { code: 'private', label: texts('Yksityinen rahoitus', 'Privat finansiering', 'Private') },
    ],
  },
  {
    key: 'amount',
    label: texts('Määrä', 'Belopp', 'Amount'),
    required: true,
    kind: 'money',
    least: '0.00',
  },
  {
    key: 'state',
    label: texts('Sitoumuksen tila', 'Förbindelsens status', 'State of the commitment'),
    required: true,
    kind: 'choice',
    choices: [
      { code: 'signed', label: texts('Allekirjoitettu', 'Undertecknad', 'Signed') },
      { code: 'decided', label: texts('Päätetty', 'Beslutad', 'Decided') },
      { code: 'negotiated', label: texts('Neuvotellaan', 'Förhandlas', 'Under negotiation') },
    ],
  },
  {
    key: 'signed',
    label: texts('Päiväys', 'Datum', 'Dated'),
    required: false,
    kind: 'date',
  },
]

const continuation: readonly Column[] = [
  organisation,
  {
    key: 'continues',
    label: texts(
      'Mikä jatkuu hankkeen jälkeen',
      'Vad fortsätter efter projektet',
      'What continues after the project',
    ),
    required: true,
    kind: 'long-text',
    most: 1000,
  },
  {
    key: 'payer',
    label: texts('Kuka maksaa', 'Vem betalar', 'Who pays'),
    required: true,
    kind: 'text',
    most: 200,
  },
  {
    key: 'owner',
    label: texts('Kuka omistaa tulokset', 'Vem äger resultaten', 'Who owns the results'),
    required: true,
    kind: 'text',
    most: 200,
  },
  {
    key: 'evidence',
    label: texts('Näyttö sitoutumisesta', 'Belägg för förbindelsen', 'Evidence of the commitment'),
    help: texts(
      'Esimerkiksi päätös, talousarvio tai sopimus',
      'Till exempel beslut, budget eller avtal',
      'Such as a decision, a budget or an agreement',
    ),
    required: true,
    kind: 'text',
    most: 300,
  },
]

const columnsOfBlocks: Readonly<Record<TableBlock, { columns: readonly Column[]; mostRows: number }>> = {
  partners: { columns: partners, mostRows: 30 },
  'work-packages': { columns: workPackages, mostRows: 20 },
  indicators: { columns: indicators, mostRows: 20 },
  commitments: { columns: commitments, mostRows: 20 },
  continuation: { columns: continuation, mostRows: 30 },
}

export type Table = { columns: readonly Column[]; leastRows: number; mostRows: number }

/** The table that a question is, a block's among them; undefined of every other question. */
export function tableOf(question: Question): Table | undefined {
  if (question.kind === 'table') {
    const { columns, leastRows = 0, mostRows } = question
    return { columns, leastRows, mostRows }
  }
  return isTableBlock(question.kind) ? { ...columnsOfBlocks[question.kind], leastRows: 0 } : undefined
}

export const isTableBlock = (kind: string): kind is TableBlock =>
  (tableBlocks as readonly string[]).includes(kind)
export const isMoneyBlock = (kind: string): kind is MoneyBlock =>
  (moneyBlocks as readonly string[]).includes(kind)
