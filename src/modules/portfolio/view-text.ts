import { words } from '../../kernel/text.ts'

/** The words of the views over entries: matrix, timeline, coverage, balance. */
export const viewText = words(
  {
    things: (n: number, written: string) => (n === 1 ? '1 hanke' : `${written} hanketta`),
    open: (n: number) => `, ${n} avoinna`,
    gap: 'aukko',
    total: 'Yhteensä',
    count: 'Hankkeita',
    money: 'Rahoitus, €',
    share: 'Osuus rahasta',
    target: 'Tavoite',
    noTarget: 'ei asetettu',
    met: 'täyttyy',
    below: 'alle tavoitteen',
    unknown: 'ei tiedossa',
    each: 'Kukin hanke on summassa kerran.',
    several: (n: number) =>
      n === 0
        ? 'Mikään hanke ei ole kahdessa ruudussa.'
        : n === 1
          ? '1 hanke on useassa ruudussa ja lasketaan jokaiseen kokonaan, joten ruudut ovat yhteensä enemmän kuin summa.'
          : `${n} hanketta on useassa ruudussa. Ne lasketaan jokaiseen kokonaan, joten ruudut ovat yhteensä enemmän kuin summa.`,
    unplaced: (n: number) =>
      n === 1 ? '1 hanketta ei ole vielä sijoitettu.' : `${n} hanketta ei ole vielä sijoitettu.`,
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
      things: (n, written) => (n === 1 ? '1 projekt' : `${written} projekt`),
      open: (n) => `, ${n} öppna`,
      gap: 'lucka',
      total: 'Sammanlagt',
      count: 'Projekt',
      money: 'Finansiering, €',
      share: 'Andel av pengarna',
      target: 'Mål',
      noTarget: 'inte satt',
      met: 'uppnås',
      below: 'under målet',
      unknown: 'okänt',
      each: 'Varje projekt ingår en gång i summan.',
      several: (n) =>
        n === 0
          ? 'Inget projekt finns i två rutor.'
          : n === 1
            ? '1 projekt finns i flera rutor och räknas helt i var och en, så rutorna är tillsammans mer än summan.'
            : `${n} projekt finns i flera rutor. De räknas helt i var och en, så rutorna är tillsammans mer än summan.`,
      unplaced: (n) =>
        n === 1 ? '1 projekt är ännu inte placerat.' : `${n} projekt är ännu inte placerade.`,
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
      things: (n, written) => (n === 1 ? '1 project' : `${written} projects`),
      open: (n) => `, ${n} open`,
      gap: 'gap',
      total: 'Total',
      count: 'Projects',
      money: 'Money, €',
      share: 'Share of money',
      target: 'Target',
      noTarget: 'not set',
      met: 'met',
      below: 'below target',
      unknown: 'not known',
      each: 'Each project is in the sum once.',
      several: (n) =>
        n === 0
          ? 'No project is in two cells.'
          : n === 1
            ? '1 project is in several cells and counts whole in each, so the cells add up to more than the sum.'
            : `${n} projects are in several cells. They count whole in each, so the cells add up to more than the sum.`,
      unplaced: (n) => (n === 1 ? '1 project is not placed yet.' : `${n} projects are not placed yet.`),
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
