import { words } from '../../kernel/text.ts'

type Counted = { projects: number; applications: number; ideas: number }
const joined = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ')

/** The words of the views over entries: matrix, timeline, coverage, balance. */
export const viewText = words(
  {
    counted: ({ projects, applications, ideas }: Counted) =>
      joined([
        (projects > 0 || applications + ideas === 0) && (projects === 1 ? '1 hanke' : `${projects} hanketta`),
        applications > 0 && (applications === 1 ? '1 hakemus' : `${applications} hakemusta`),
        ideas > 0 && (ideas === 1 ? '1 idea' : `${ideas} ideaa`),
      ]),
    open: (n: number) => `, ${n} avoinna`,
    gap: 'aukko',
    total: 'Yhteensä',
    count: 'Määrä',
    money: 'Rahoitus, €',
    share: 'Osuus rahasta',
    target: 'Tavoite',
    noTarget: 'ei asetettu',
    met: 'täyttyy',
    below: 'alle tavoitteen',
    unknown: 'ei tiedossa',
    each: 'Kukin on summassa kerran.',
    several: (n: number) =>
      n === 0
        ? 'Mikään ei ole kahdessa ruudussa.'
        : n === 1
          ? '1 on useassa ruudussa ja lasketaan jokaiseen kokonaan, joten ruudut ovat yhteensä enemmän kuin summa.'
          : `${n} on useassa ruudussa. Ne lasketaan jokaiseen kokonaan, joten ruudut ovat yhteensä enemmän kuin summa.`,
    unplaced: (n: number) => (n === 1 ? '1 on vielä sijoittamatta.' : `${n} on vielä sijoittamatta.`),
    halfHead: { first: 'I', second: 'II' },
    half: (year: string, n: string) => `${n}/${year}`,
    running: 'Käynnissä',
    starting: (n: number) => (n === 1 ? '1 alkaa' : `${n} alkaa`),
    ending: (n: number) => (n === 1 ? '1 päättyy' : `${n} päättyy`),
    coverageCaption: (name: string) => `Käynnissä olevat hankkeet puolivuosittain: ${name}`,
    coverageNote: 'Luku on puolivuoden aikana käynnissä olevien hankkeiden määrä. Vinoviiva on aukko.',
    today: 'tänään',
    timelineCaption: 'Hankkeiden alku ja loppu',
    undated: (n: number) =>
      n === 1
        ? '1 hankkeen alku tai loppu ei ole tiedossa. Se ei kata yhtään puolivuotta.'
        : `${n} hankkeen alku tai loppu ei ole tiedossa. Ne eivät kata yhtään puolivuotta.`,
    noDays: 'Yhdenkään hankkeen alku- tai loppupäivä ei ole tiedossa.',
    dimension: 'Jako',
    by: {
      city: 'Kunta',
      lead: 'Päätoteuttaja',
      fund: 'Rahasto',
      region: 'Maakunta',
      actorKind: 'Toimijan laji',
    },
    balanceCaption: (by: string) => `Rahoitus ja hankkeet: ${by}`,
  },
  {
    sv: {
      counted: ({ projects, applications, ideas }) =>
        joined([
          (projects > 0 || applications + ideas === 0) && `${projects} projekt`,
          applications > 0 && (applications === 1 ? '1 ansökan' : `${applications} ansökningar`),
          ideas > 0 && (ideas === 1 ? '1 idé' : `${ideas} idéer`),
        ]),
      open: (n) => `, ${n} öppna`,
      gap: 'lucka',
      total: 'Sammanlagt',
      count: 'Antal',
      money: 'Finansiering, €',
      share: 'Andel av pengarna',
      target: 'Mål',
      noTarget: 'inte satt',
      met: 'uppnås',
      below: 'under målet',
      unknown: 'okänt',
      each: 'Var och en ingår en gång i summan.',
      several: (n) =>
        n === 0
          ? 'Ingen finns i två rutor.'
          : n === 1
            ? '1 finns i flera rutor och räknas helt i var och en, så rutorna är tillsammans mer än summan.'
            : `${n} finns i flera rutor. De räknas helt i var och en, så rutorna är tillsammans mer än summan.`,
      unplaced: (n) => (n === 1 ? '1 är ännu inte placerad.' : `${n} är ännu inte placerade.`),
      halfHead: { first: 'I', second: 'II' },
      half: (year, n) => `${n}/${year}`,
      running: 'Pågår',
      starting: (n) => (n === 1 ? '1 börjar' : `${n} börjar`),
      ending: (n) => (n === 1 ? '1 slutar' : `${n} slutar`),
      coverageCaption: (name) => `Pågående projekt per halvår: ${name}`,
      coverageNote: 'Siffran är antalet projekt som pågår under halvåret. Streckad ruta är en lucka.',
      today: 'i dag',
      timelineCaption: 'När projekten börjar och slutar',
      undated: (n) =>
        n === 1
          ? 'Ett projekts början eller slut är inte känt. Det täcker inget halvår.'
          : `${n} projekts början eller slut är inte känt. De täcker inget halvår.`,
      noDays: 'Inget projekts start- eller slutdag är känd.',
      dimension: 'Indelning',
      by: {
        city: 'Kommun',
        lead: 'Huvudgenomförare',
        fund: 'Fond',
        region: 'Landskap',
        actorKind: 'Typ av aktör',
      },
      balanceCaption: (by) => `Finansiering och projekt: ${by}`,
    },
    en: {
      counted: ({ projects, applications, ideas }) =>
        joined([
          (projects > 0 || applications + ideas === 0) &&
            (projects === 1 ? '1 project' : `${projects} projects`),
          applications > 0 && (applications === 1 ? '1 application' : `${applications} applications`),
          ideas > 0 && (ideas === 1 ? '1 idea' : `${ideas} ideas`),
        ]),
      open: (n) => `, ${n} open`,
      gap: 'gap',
      total: 'Total',
      count: 'Number',
      money: 'Money, €',
      share: 'Share of money',
      target: 'Target',
      noTarget: 'not set',
      met: 'met',
      below: 'below target',
      unknown: 'not known',
      each: 'Each is in the sum once.',
      several: (n) =>
        n === 0
          ? 'None is in two cells.'
          : n === 1
            ? '1 is in several cells and counts whole in each, so the cells add up to more than the sum.'
            : `${n} are in several cells. They count whole in each, so the cells add up to more than the sum.`,
      unplaced: (n) => (n === 1 ? '1 is not placed yet.' : `${n} are not placed yet.`),
      halfHead: { first: 'H1', second: 'H2' },
      half: (year, n) => `${n} ${year}`,
      running: 'Running',
      starting: (n) => (n === 1 ? '1 starts' : `${n} start`),
      ending: (n) => (n === 1 ? '1 ends' : `${n} end`),
      coverageCaption: (name) => `Projects running in each half-year: ${name}`,
      coverageNote: 'The number tells how many projects run during the half-year. A hatched cell is a gap.',
      today: 'today',
      timelineCaption: 'When projects start and end',
      undated: (n) =>
        n === 1
          ? 'The start or end of 1 project is not known. It covers no half-year.'
          : `The start or end of ${n} projects is not known. They cover no half-year.`,
      noDays: 'No project has a known start or end.',
      dimension: 'Divided by',
      by: {
        city: 'Municipality',
        lead: 'Lead partner',
        fund: 'Fund',
        region: 'Region',
        actorKind: 'Kind of actor',
      },
      balanceCaption: (by) => `Money and projects: ${by}`,
    },
  },
)
