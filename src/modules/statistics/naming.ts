import type { Category, Dimension, Header } from '../../engine/statistics/index.ts'
import { inEach, type Names } from '../../kernel/text.ts'
import { industryName, municipalityByCode, regionByCode, regionByNuts } from '../codes/index.ts'
import { namesOfText } from './category-names.ts'

/** Dimensions that the sources call the same everywhere. */
const dimensionNames: Readonly<Record<string, Names>> = {
  vuosi: { fi: 'Vuosi', sv: 'År', en: 'Year' },
  kuukausi: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' },
  alue: { fi: 'Alue', sv: 'Område', en: 'Area' },
  'työpaikan alue': { fi: 'Työpaikan alue', sv: 'Arbetsplatsens område', en: 'Area of workplace' },
  maakunta: { fi: 'Maakunta', sv: 'Landskap', en: 'Region' },
  toimiala: { fi: 'Toimiala', sv: 'Näringsgren', en: 'Industry' },
  sektori: { fi: 'Sektori', sv: 'Sektor', en: 'Sector' },
  sukupuoli: { fi: 'Sukupuoli', sv: 'Kön', en: 'Sex' },
  ikä: { fi: 'Ikä', sv: 'Ålder', en: 'Age' },
  tiedot: { fi: 'Tiedot', sv: 'Uppgifter', en: 'Information' },
  koulutussektori: { fi: 'Koulutussektori', sv: 'Utbildningssektor', en: 'Sector of education' },
  freq: { fi: 'Aikaväli', sv: 'Frekvens', en: 'Frequency' },
  unit: { fi: 'Yksikkö', sv: 'Enhet', en: 'Unit' },
  geo: { fi: 'Alue', sv: 'Område', en: 'Territory' },
  time_period: { fi: 'Aika', sv: 'Tid', en: 'Time' },
  time: { fi: 'Aika', sv: 'Tid', en: 'Time' },
}

/** Eurostat's codes of units and frequencies that the shipped tables use. */
const codeNames: Readonly<Record<string, Readonly<Record<string, Names>>>> = {
  freq: {
    A: { fi: 'Vuosi', sv: 'År', en: 'Annual' },
    Q: { fi: 'Neljännesvuosi', sv: 'Kvartal', en: 'Quarterly' },
    M: { fi: 'Kuukausi', sv: 'Månad', en: 'Monthly' },
  },
  unit: {
    MIO_EUR: { fi: 'Miljoonaa euroa', sv: 'Miljoner euro', en: 'Million euro' },
    MIO_NAC: {
      fi: 'Miljoonaa kansallista valuuttaa',
      sv: 'Miljoner i nationell valuta',
      en: 'Million units of national currency',
    },
    EUR_HAB: { fi: 'Euroa asukasta kohden', sv: 'Euro per invånare', en: 'Euro per inhabitant' },
    MIO_PPS_EU27_2020: {
      fi: 'Miljoonaa ostovoimastandardia (EU27)',
      sv: 'Miljoner köpkraftsstandarder (EU27)',
      en: 'Million purchasing power standards (EU27)',
    },
    PPS_EU27_2020_HAB: {
      fi: 'Ostovoimastandardia asukasta kohden (EU27)',
      sv: 'Köpkraftsstandarder per invånare (EU27)',
      en: 'Purchasing power standards per inhabitant (EU27)',
    },
    PPS_HAB_EU27_2020: {
      fi: 'Ostovoimastandardia asukasta kohden, EU27 = 100',
      sv: 'Köpkraftsstandarder per invånare, EU27 = 100',
      en: 'Purchasing power standards per inhabitant, EU27 = 100',
    },
    EUR_HAB_EU27_2020: {
      fi: 'Euroa asukasta kohden, EU27 = 100',
      sv: 'Euro per invånare, EU27 = 100',
      en: 'Euro per inhabitant, EU27 = 100',
    },
    PC_GDP: { fi: 'Prosenttia BKT:stä', sv: 'Procent av BNP', en: 'Percentage of GDP' },
  },
}

const whole: Names = { fi: 'Koko maa', sv: 'Hela landet', en: 'Whole country' }
const countryNames = {
  fi: new Intl.DisplayNames('fi', { type: 'region' }),
  sv: new Intl.DisplayNames('sv', { type: 'region' }),
  en: new Intl.DisplayNames('en-GB', { type: 'region' }),
}
/** Eurostat's own codes of two countries. */
const isoOf: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' }

/** The name of a territory, where our code lists or the standard of countries know it. */
function territoryName(code: string): Names | undefined {
  if (code === 'SSS') return whole
  if (/^MK\d\d$/.test(code)) return regionByCode(code)?.name
  if (/^KU\d{3}$/.test(code)) return municipalityByCode(code.slice(2))?.name
  const region = regionByNuts(code)
  if (region) return region.name
  if (/^[A-Z]{2}$/.test(code)) {
    const iso = isoOf[code] ?? code
    return inEach((language) => countryNames[language].of(iso) ?? code)
  }
  if (/^EU27_2020$/.test(code)) return { fi: 'EU27 (2020–)', sv: 'EU27 (2020–)', en: 'EU27 (2020–)' }
  return undefined
}

/** Names of our own under those that the source gives: what the source says is never overwritten. */
const joined = (source: Names, own: Names | undefined): Names => ({ ...own, ...source })

/** What the source's own words are in other languages: an industry as the code list has it, or a name that is known. */
function ownNames({ code, name }: Category): Names | undefined {
  const industry = inEach((language) => industryName(code, language))
  if (industry.fi !== code && industry.fi === name.fi) return industry
  return Object.values(name).flatMap((said) => (said && namesOfText(said)) || [])[0]
}

function namedCategory(category: Category, dimension: Dimension): Category {
  const own =
    dimension.role === 'geo'
      ? territoryName(category.code)
      : (codeNames[dimension.id.toLowerCase()]?.[category.code] ?? ownNames(category))
  return { ...category, name: joined(category.name, own) as Category['name'] }
}

/** Dimensions with the names that are known besides those of the source, in the three languages. */
export const named = (dimensions: Header['dimensions']): Dimension[] =>
  dimensions.map((d) => ({
    ...d,
    name: joined(d.name, dimensionNames[d.id.toLowerCase()]) as Dimension['name'],
    categories: d.categories.map((c) => namedCategory(c, d)),
  }))
