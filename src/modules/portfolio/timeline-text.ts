import { words } from '../../kernel/text.ts'

/** The words of the timeline and of what feeds what. */
export const timelineText = words(
  {
    coverage: 'Kattavuus puolivuosittain',
    bars: 'Kuka alkaa ja päättyy milloin',
    barsNote: 'Tummat palkit ovat hankkeita, joiden ajoituksessa on huomattavaa.',
    timing: 'Väärä ajoitus',
    timingNone: 'Kirjatuissa yhteyksissä ajoitus on kunnossa.',
    noFeeds: 'Yhteyksiä ei ole vielä kirjattu.',
    noFeedsNext:
      'Kirjaa, mikä hanke ruokkii toista tai on sen edellinen vaihe. Myös samankaltaisuuksista kirjatut arviot ”jatkaa” ja ”edellyttää” tulevat tähän.',
    addFeed: 'Kirjaa yhteys',
    feeds: 'Hankkeiden yhteydet',
    kinds: { feeds: 'ruokkii', continues: 'jatkuu hankkeena' },
    faults: {
      late: (n: number) => `Alkaa myöhemmin (${days(n)}) kuin hanke, jota sen pitäisi ruokkia.`,
      missed: (n: number) =>
        `Alkaa vasta, kun hanke, jota sen pitäisi ruokkia, on päättynyt (${days(n)} aiemmin).`,
      gap: (n: number) => `Vaiheiden väliin jää aukko: ${days(n)}.`,
    },
    from: 'Hanke',
    link: 'Yhteys',
    to: 'Toinen hanke',
    fault: 'Ajoitus',
    fine: 'kunnossa',
    reason: 'Perustelu',
    judgement: 'Avaa arvio parista',
  },
  {
    sv: {
      coverage: 'Täckning per halvår',
      bars: 'Vem som börjar och slutar när',
      barsNote: 'Mörka staplar är projekt vars tidpunkt bör ses över.',
      timing: 'Fel tidpunkt',
      timingNone: 'Tidpunkterna är i ordning i de antecknade kopplingarna.',
      noFeeds: 'Inga kopplingar har antecknats än.',
      noFeedsNext:
        'Anteckna vilket projekt som föder ett annat eller är dess föregående fas. Även bedömningarna ”fortsätter” och ”förutsätter” av liknande projekt visas här.',
      addFeed: 'Anteckna en koppling',
      feeds: 'Projektens kopplingar',
      kinds: { feeds: 'föder', continues: 'fortsätter som' },
      faults: {
        late: (n) => `Börjar ${dagar(n)} senare än projektet som det borde föda.`,
        missed: (n) => `Börjar först ${dagar(n)} efter att det andra projektet har slutat.`,
        gap: (n) => `Mellan faserna blir det ${dagar(n)}.`,
      },
      from: 'Projekt',
      link: 'Koppling',
      to: 'Det andra projektet',
      fault: 'Tidpunkt',
      fine: 'i ordning',
      reason: 'Motivering',
      judgement: 'Öppna bedömningen av paret',
    },
    en: {
      coverage: 'Coverage by half-year',
      bars: 'Who starts and ends when',
      barsNote: 'Dark bars are projects whose timing needs a look.',
      timing: 'Bad timing',
      timingNone: 'The timing of the links written down is in order.',
      noFeeds: 'No links have been written down yet.',
      noFeedsNext:
        'Write down which project feeds another, or is its earlier phase. Judgements of overlaps that say “continues” or “depends on” show here too.',
      addFeed: 'Write down a link',
      feeds: 'Links between projects',
      kinds: { feeds: 'feeds', continues: 'goes on as' },
      faults: {
        late: (n) => `Starts ${daysEn(n)} later than the project that it should feed.`,
        missed: (n) => `Starts ${daysEn(n)} after the project that it should feed has ended.`,
        gap: (n) => `${daysEn(n)} pass between the phases.`,
      },
      from: 'Project',
      link: 'Link',
      to: 'The other project',
      fault: 'Timing',
      fine: 'in order',
      reason: 'Reason',
      judgement: 'Open the judgement of the pair',
    },
  },
)

/** From two months on, in months. */
const inMonths = (n: number): number => Math.round(n / 30.44)
function days(n: number): string {
  return n < 61 ? (n === 1 ? '1 päivä' : `${n} päivää`) : `${inMonths(n)} kuukautta`
}
function dagar(n: number): string {
  return n < 61 ? (n === 1 ? '1 dag' : `${n} dagar`) : `${inMonths(n)} månader`
}
function daysEn(n: number): string {
  return n < 61 ? (n === 1 ? '1 day' : `${n} days`) : `${inMonths(n)} months`
}
