import { words } from '../../kernel/text.ts'

/** Words of the page of one actor's ties. */
export const egoText = words(
  {
    title: (name: string) => `${name}: yhteydet`,
    ties: 'Yhteydet',
    say: (partners: string) => `${partners} kumppania`,
    sayOne: 'Yksi kumppani',
    rank: (place: string, of: string) =>
      `Toimijoiden yhdistäjänä sijalla ${place} (${of} toimijasta): sen mukaan, kuinka moni lyhin reitti kulkee sen kautta.`,
    cutsOff: (n: number) =>
      n === 1
        ? 'Ilman tätä toimijaa yksi toimija jäisi irralleen muista.'
        : `Ilman tätä toimijaa ${n} toimijaa jäisi irralleen muista.`,
    regions: (n: number) => `Kumppaneita ${n} maakunnasta tai maasta.`,
    picture: (name: string) => `${name} ja sen lähimmät kumppanit; samat luettelona alla`,
    more: (n: string) => `ja ${n} muuta`,
    profile: 'Organisaation sivu',
    map: 'Näytä kartalla',
    oneStep: 'Yhden askeleen päässä',
    twoSteps: 'Kahden askeleen päässä',
    state: 'Ilmoita yhteys',
    partner: 'Kumppani',
    evidence: 'Mikä yhdistää',
    stated: 'osapuolten ilmoittama',
    weight: 'Paino',
    period: (since: string | null, until: string | null) =>
      since || until ? `${since ?? ''}–${until ?? ''}` : '',
    and: (n: string) => `ja ${n} muuta perustetta`,
    all: 'Kaikki yhteydet',
    meet: 'Ketkä voisivat tavata',
    meetNote: 'Toimijoita, joihin ei ole yhteyttä mutta joilla on samoja kumppaneita ja aiheita.',
    other: 'Toimija',
    commonPartners: 'Yhteisiä kumppaneita',
    commonSubjects: 'Yhteisiä aiheita',
    andOthers: (n: string) => `ja ${n} muuta`,
  },
  {
    sv: {
      title: (name: string) => `${name}: kopplingar`,
      ties: 'Kopplingar',
      say: (partners: string) => `${partners} partner`,
      sayOne: 'En partner',
      rank: (place: string, of: string) =>
        `Som förmedlare på plats ${place} (av ${of} aktörer): enligt hur många kortaste vägar som går via den.`,
      cutsOff: (n: number) =>
        n === 1
          ? 'Utan denna aktör skulle en aktör stå utan förbindelse med de andra.'
          : `Utan denna aktör skulle ${n} aktörer stå utan förbindelse med de andra.`,
      regions: (n: number) => `Partner från ${n} landskap eller länder.`,
      picture: (name: string) => `${name} och dess närmaste partner; samma som lista nedan`,
      more: (n: string) => `och ${n} till`,
      profile: 'Organisationens sida',
      map: 'Visa på kartan',
      oneStep: 'På ett stegs avstånd',
      twoSteps: 'På två stegs avstånd',
      state: 'Uppge en koppling',
      partner: 'Partner',
      evidence: 'Vad som förenar',
      stated: 'uppgiven av parterna',
      weight: 'Vikt',
      period: (since: string | null, until: string | null) =>
        since || until ? `${since ?? ''}–${until ?? ''}` : '',
      and: (n: string) => `och ${n} grunder till`,
      all: 'Alla kopplingar',
      meet: 'Vilka kunde träffas',
      meetNote: 'Aktörer utan koppling hit men med samma partner och ämnen.',
      other: 'Aktör',
      commonPartners: 'Gemensamma partner',
      commonSubjects: 'Gemensamma ämnen',
      andOthers: (n) => `och ${n} andra`,
    },
    en: {
      title: (name: string) => `${name}: ties`,
      ties: 'Ties',
      say: (partners: string) => `${partners} partners`,
      sayOne: 'One partner',
      rank: (place: string, of: string) =>
        `Number ${place} of ${of} actors in how much it connects: by the shortest ways that run through it.`,
      cutsOff: (n: number) =>
        n === 1
          ? 'Without this actor one actor would be cut off from the rest.'
          : `Without this actor ${n} actors would be cut off from the rest.`,
      regions: (n: number) => `Partners from ${n} regions or countries.`,
      picture: (name: string) => `${name} and its closest partners; the same as a list below`,
      more: (n: string) => `and ${n} more`,
      profile: 'Page of the organisation',
      map: 'Show on the map',
      oneStep: 'One step away',
      twoSteps: 'Two steps away',
      state: 'State a tie',
      partner: 'Partner',
      evidence: 'What ties them',
      stated: 'stated by the parties',
      weight: 'Weight',
      period: (since: string | null, until: string | null) =>
        since || until ? `${since ?? ''}–${until ?? ''}` : '',
      and: (n: string) => `and ${n} more grounds`,
      all: 'All ties',
      meet: 'Who could meet',
      meetNote: 'Actors that it has no tie to, but has partners and subjects in common with.',
      other: 'Actor',
      commonPartners: 'Partners in common',
      commonSubjects: 'Subjects in common',
      andOthers: (n) => `and ${n} more`,
    },
  },
)
