import { words } from '../../kernel/text.ts'

/** The words of the views of commitments and goals. */
export const promiseText = words(
  {
    commitments: {
      lead: 'Mikä jatkuu, kun hankkeen rahoitus päättyy. Lupaus tarkistetaan 6, 12 ja 24 kuukautta hankkeen jälkeen.',
      share: (kept: number, known: number, all: number) =>
        known === 0
          ? `Lupauksia on ${all}. Yhdestäkään ei vielä tiedetä, onko se pidetty.`
          : `Lupauksia on ${all}. Niistä ${known} on tarkistettu, ja ${kept} on pidetty.`,
      parts: (kept: number, partly: number, not: number) =>
        `Pidetty ${kept}, osin pidetty ${partly}, ei pidetty ${not}.`,
      method:
        'Osuus lasketaan lupauksista, joista viimeisin tarkistus kertoo jotakin. Lupaukset tulevat ratkaistuista hakemuksista ja käsin kirjatuista.',
      none: 'Sitoumuksia ei ole vielä.',
      noneNext: 'Kirjaa, mikä jatkuu, kuka maksaa ja kuka omistaa.',
      add: 'Kirjaa sitoumus',
      what: 'Mikä jatkuu',
      who: 'Kuka lupasi',
      payer: 'Maksaa',
      owner: 'Omistaa',
      evidence: 'Perusta',
      ends: 'Hanke päättyi',
      checks: 'Tarkistukset',
      months: (n: number) => `${n} kk`,
      due: (n: number) => `Tarkista ${n} kk`,
      waits: 'odottaa tarkistusta',
      notYet: 'ei vielä',
      from: { decision: 'päätetystä hakemuksesta', hand: 'kirjattu käsin' },
      files: 'Liitteet ja keskustelu',
      one: 'Sitoumus',
      remind: (n: number, title: string) => `Tarkista lupaus, ${n} kk hankkeen jälkeen: ${title}`,
      remindMany: (n: number) => `${n} lupausta odottaa tarkistusta`,
    },
    goals: {
      lead: 'Kenen strategiaa mikin hanke palvelee ja kuinka tasaisesti.',
      none: 'Tavoitteita ei ole vielä.',
      noneNext: 'Lisää kunkin omistajan tavoitteet. Sitten voit arvioida, mikä niitä palvelee.',
      add: 'Lisää tavoite',
      reading: (owner: string, n: number, all: number) =>
        `${owner}: tavoitteita palvelee ${n} hanketta ${outOf(all)}.`,
      unserved: (n: number) =>
        n === 1 ? '1 tavoitetta ei palvele mikään.' : `${n} tavoitetta ei palvele mikään.`,
      owner: 'Omistaja',
      goals: 'Tavoitteita',
      things: 'Hankkeita',
      strength: 'Pisteitä',
      share: 'Osuus',
      index: 'Tasaisuus',
      indexNote:
        'Tasaisuus on 0–1: 1, kun jokaista omistajaa palvellaan yhtä vahvasti, ja 0, kun kaikki menee yhdelle. Se on omistajien osuuksien entropia jaettuna suurimmalla mahdollisella (Pielou 1966). Pisteet: vähän 1, selvästi 2, pääasiallisesti 3.',
      even: 'Tavoitteita palvellaan tasaisesti.',
      fairly: 'Tavoitteita palvellaan melko tasaisesti.',
      uneven: 'Tavoitteita palvellaan epätasaisesti.',
      grid: 'Mikä palvelee mitä',
      gridNote: 'Pisteet: 1 vähän, 2 selvästi, 3 pääasiallisesti. Tyhjä: ei palvele.',
      judge: 'Arvioi',
      remove: 'Poista',
      why: 'Arviot ja perustelut',
    },
  },
  {
    sv: {
      commitments: {
        lead: 'Vad som fortsätter när projektets finansiering slutar. Löftet kontrolleras 6, 12 och 24 månader efter projektet.',
        share: (kept, known, all) =>
          known === 0
            ? `Det finns ${all} löften. Om inget av dem är det ännu känt om det har hållits.`
            : `${kept} av ${known} kända löften har hållits. Löftena är sammanlagt ${all}.`,
        parts: (kept, partly, not) => `Hållna ${kept}, delvis hållna ${partly}, inte hållna ${not}.`,
        method:
          'Andelen räknas på de löften om vilka den senaste kontrollen säger något. Löftena kommer från avgjorda ansökningar och sådana som antecknats för hand.',
        none: 'Det finns ännu inga åtaganden.',
        noneNext: 'Anteckna vad som fortsätter, vem som betalar och vem som äger.',
        add: 'Anteckna ett åtagande',
        what: 'Vad som fortsätter',
        who: 'Vem som lovade',
        payer: 'Betalar',
        owner: 'Äger',
        evidence: 'Grund',
        ends: 'Projektet slutade',
        checks: 'Kontroller',
        months: (n) => `${n} mån.`,
        due: (n) => `Kontrollera ${n} mån.`,
        waits: 'väntar på kontroll',
        notYet: 'inte ännu',
        from: { decision: 'från en avgjord ansökan', hand: 'antecknat för hand' },
        files: 'Bilagor och diskussion',
        one: 'Åtagande',
        remind: (n, title) => `Kontrollera löftet, ${n} mån. efter projektet: ${title}`,
        remindMany: (n) => `${n} löften väntar på kontroll`,
      },
      goals: {
        lead: 'Vems strategi varje projekt främjar och hur jämnt.',
        none: 'Det finns ännu inga mål.',
        noneNext: 'Lägg till varje ägares mål. Sedan kan du bedöma vad som främjar dem.',
        add: 'Lägg till ett mål',
        reading: (owner, n, all) => `${owner}: målen främjas av ${n} projekt av ${all}.`,
        unserved: (n) => (n === 1 ? '1 mål främjas inte av något.' : `${n} mål främjas inte av något.`),
        owner: 'Ägare',
        goals: 'Mål',
        things: 'Projekt',
        strength: 'Poäng',
        share: 'Andel',
        index: 'Jämnhet',
        indexNote:
          'Jämnheten är 0–1: 1 när varje ägare främjas lika starkt och 0 när allt går till en. Den är entropin av ägarnas andelar delad med den största möjliga (Pielou 1966). Poäng: lite 1, tydligt 2, huvudsakligen 3.',
        even: 'Målen främjas jämnt.',
        fairly: 'Målen främjas rätt jämnt.',
        uneven: 'Målen främjas ojämnt.',
        grid: 'Vad som främjar vad',
        gridNote: 'Poäng: 1 lite, 2 tydligt, 3 huvudsakligen. Tomt: främjar inte.',
        judge: 'Bedöm',
        remove: 'Ta bort',
        why: 'Bedömningar och motiveringar',
      },
    },
    en: {
      commitments: {
        lead: 'What goes on when the money of a project ends. A promise is checked 6, 12 and 24 months after the project.',
        share: (kept, known, all) =>
          known === 0
            ? `There are ${all} promises. Of none is it known yet whether it was kept.`
            : `${kept} of the ${known} promises that are known of were kept. There are ${all} in all.`,
        parts: (kept, partly, not) => `Kept ${kept}, partly kept ${partly}, not kept ${not}.`,
        method:
          'The share is of the promises of which the last check says something. They come from decided applications and those written down by hand.',
        none: 'There are no commitments yet.',
        noneNext: 'Write down what goes on, who pays and who owns it.',
        add: 'Write down a commitment',
        what: 'What goes on',
        who: 'Who promised',
        payer: 'Pays',
        owner: 'Owns',
        evidence: 'Ground',
        ends: 'Project ended',
        checks: 'Checks',
        months: (n) => `${n} months`,
        due: (n) => `Check ${n} months`,
        waits: 'waits for a check',
        notYet: 'not yet',
        from: { decision: 'from a decided application', hand: 'written down by hand' },
        files: 'Files and discussion',
        one: 'Commitment',
        remind: (n, title) => `Check the promise, ${n} months after the project: ${title}`,
        remindMany: (n) => `${n} promises wait for a check`,
      },
      goals: {
        lead: 'Whose strategy each project serves, and how evenly.',
        none: 'There are no goals yet.',
        noneNext: 'Add the goals of each owner. Then you can judge what serves them.',
        add: 'Add a goal',
        reading: (owner, n, all) => `${owner}: its goals are served by ${n} projects of ${all}.`,
        unserved: (n) => (n === 1 ? '1 goal is served by nothing.' : `${n} goals are served by nothing.`),
        owner: 'Owner',
        goals: 'Goals',
        things: 'Projects',
        strength: 'Points',
        share: 'Share',
        index: 'Evenness',
        indexNote:
          'Evenness is 0 to 1: 1 when every owner is served equally, 0 when all goes to one. It is the entropy of the owners’ shares divided by the greatest possible (Pielou 1966). Points: a little 1, clearly 2, mainly 3.',
        even: 'The goals are served evenly.',
        fairly: 'The goals are served fairly evenly.',
        uneven: 'The goals are served unevenly.',
        grid: 'What serves what',
        gridNote: 'Points: 1 a little, 2 clearly, 3 mainly. Empty: does not serve it.',
        judge: 'Judge',
        remove: 'Remove',
        why: 'Judgements and reasons',
      },
    },
  },
)

/** "26:sta", "21:stä": out of so many, as it is said (yhdestä, kuudesta, kymmenestä, sadasta). */
function outOf(n: number): string {
  const front = n % 10 === 0 ? n % 100 !== 0 : [1, 4, 5, 7, 9].includes(n % 10)
  return `${n}:${front ? 'stä' : 'sta'}`
}
