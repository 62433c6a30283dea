import type { CoverWords } from './words.ts'
import { grouped } from './writing.ts'

const of = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ja ${names.at(-1)}`

const count: CoverWords['count'] = (n, counted) => {
  const [one, many] = {
    partners: ['kumppani', 'kumppania'],
    regions: ['maakunta', 'maakuntaa'],
    countries: ['maa', 'maata'],
  }[counted] as [string, string]
  return of(n, one, many)
}

/** From how many regions or countries there are candidates. */
const from = { partners: '', regions: ' maakunnasta', countries: ' maasta' } as const

export const finnish: CoverWords = {
  money: (cents) => `${grouped(cents, '\u00a0', ',')}\u00a0€`,
  count,
  asks: {
    anybody: 'kuka tahansa',
    own: 'oma vaatimus',
    role: 'rooli',
    competence: 'osaaminen',
    facility: 'testialusta tai tilat',
    'organisation-kind': 'organisaation tyyppi',
    region: 'maakunta',
    country: 'maa',
    language: 'kieli',
    size: 'yrityksen koko',
    industry: 'toimiala',
  },
  roles: {
    coordinator: 'koordinaattori',
    developer: 'kehittäjä',
    researcher: 'tutkija',
    tester: 'testaaja',
    'end-user': 'loppukäyttäjä',
    buyer: 'hankkija',
    trainer: 'kouluttaja',
    disseminator: 'tulosten levittäjä',
    funder: 'rahoittaja',
    authority: 'viranomainen',
  },
  enough: {
    shown: 'vain näyttö kelpaa',
    either: 'näyttö tai oma ilmoitus kelpaa',
    both: 'tarvitaan sekä näyttö että oma ilmoitus',
  },
  facts: {
    project: 'hanke',
    register: 'rekisteritieto',
    judgement: 'koordinaattorin arvio',
    place: 'paikka',
    facility: 'tilat profiilissa',
    commitment: 'aiempi sitoumus',
    statement: 'oma ilmoitus',
  },
  states: {
    met: ({ have, counted }) => `täyttyy: ${count(have, counted)}`,
    stated: 'vain ilmoitettu',
    partly: ({ have, need }) => `${have} / ${need}`,
    missing: 'puuttuu',
  },
  cells: { shown: 'hanke tai rekisteri osoittaa', stated: 'kumppanin oma ilmoitus', no: 'ei' },
  summary: (met, all, stated, missing, must) =>
    [
      `${met} / ${all} vaatimusta täyttyy.`,
      stated > 0 &&
        `${stated === 1 ? 'Yksi niistä täyttyy' : `Niistä ${stated} täyttyy`} vain kumppanien oman ilmoituksen perusteella.`,
      missing > 0 && `${missing === 1 ? 'Yksi puuttuu' : `${missing} puuttuu`}.`,
      must === 1 && 'Puuttuvista yksi on pakollinen: ilman sitä hakemusta ei voi hyväksyä.',
      must > 1 && `Puuttuvista ${must} on pakollisia: ilman niitä hakemusta ei voi hyväksyä.`,
    ]
      .filter(Boolean)
      .join(' '),
  carries: (partner, demands, stops) =>
    demands.length === 0
      ? `${partner} ei ole minkään vaatimuksen ainoa täyttäjä.`
      : `Jos ${partner} jää pois, täyttymättä jää: ${listed(demands)}.${stops ? ' Hakemus pysähtyisi siihen.' : ''}`,
  reasons: {
    fills: (_, demand) => `Täyttää aukon: ${demand}`,
    proves: (_, demand) => `Tuo näytön siihen, mikä on vain ilmoitettu: ${demand}`,
    region: () => 'Maakunnasta ei ole vielä kumppania',
    country: () => 'Maasta ei ole vielä kumppania',
    likeness: (percent) => `Aiempi hanke muistuttaa hakua: ${percent} % lähimmästä hankkeesta`,
    'joint-work': (partners) =>
      `On tehnyt hankkeita yhdessä: ${of(partners, 'mukana oleva', 'mukana olevaa')}`,
    home: (percent) => `Toimii haun alueella: ${percent} % hankkeista`,
    experience: (projects) => `Kokemusta julkisesti rahoitetuista hankkeista: ${projects}`,
    'new-with-them': () => 'Ei ole ollut hankkeessa mukana olevien kanssa: uusi yhteistyö',
    newcomer: () => 'Ei ole ollut aiemmin julkisesti rahoitetussa hankkeessa: uusi toimija',
    coordination: (partners) => `Koordinointi vie enemmän aikaa: kumppaneita olisi ${partners}`,
    distance: (steps) =>
      steps === 0
        ? 'Ei yhteyksiä mukana oleviin, ei edes muiden kautta'
        : `Kaukana mukana olevista: ${steps} askelta verkostossa`,
    answered: (sure) => (sure > 1 ? 'On ilmoittanut lähtevänsä mukaan' : 'On ilmoittanut harkitsevansa'),
    capacity: (free) => (free > 0 ? 'Kertoo, että aikaa on' : 'Kertoo, ettei aikaa ole'),
    fresh: (days) =>
      days === 0
        ? 'Profiili on vahvistettu tänään'
        : `Profiili on vahvistettu ${of(days, 'päivä', 'päivää')} sitten`,
    competing: () => 'On sitoutunut toiseen hakemukseen samassa haussa',
    overlap: (demands) =>
      `Päällekkäisyyttä: ${of(demands, 'vaatimus täyttyy', 'vaatimusta täyttyy')} jo ilman sitä`,
  },
  obstacles: {
    refused: (why) => `Jätetty pois. Syy: ${why}`,
    'said-no': () => 'On vastannut kieltävästi',
    excluded: (why) => `Haun ehdot eivät salli. ${why}`.trim(),
    'enough-of-them': (why) => `Näitä on jo niin monta kuin haku sallii. ${why}`.trim(),
    'share-over-limit': () => 'Osuus ylittää sen, mitä yksi kumppani saa hakea',
    'money-over-limit': () => 'Osuus ei mahdu haun rahamäärään mukana olevien lisäksi',
  },
  full: (most) => `Mukana on jo ${of(most, 'kumppani', 'kumppania')}, enempää haku ei salli.`,
  nobody: ({ name, counted, need, have }, among) =>
    `${name}: tarvitaan ${count(need, counted)}, nyt on ${have}. Kukaan ${grouped(BigInt(among) * 100n, '\u00a0', '')} ehdokkaasta ei tuo lisää. Tuo uusia toimijoita tai julkaise kumppanihaku.`,
  contradiction: (statements, minimal) =>
    statements === 1
      ? 'Tämä ei voi toteutua näillä ehdokkailla:'
      : minimal
        ? 'Nämä eivät voi toteutua yhtä aikaa. Kun yhdestä luovutaan, muut voivat toteutua:'
        : 'Nämä eivät voi toteutua yhtä aikaa. Lyhyempääkin luetteloa voi olla:',
  statements: {
    demand: ({ name, counted, need, have }) =>
      counted === 'partners'
        ? `${name}: ${need === 1 ? 'vaaditaan 1 kumppani' : `vaaditaan ${need} kumppania`}, ehdokkaista sen täyttää ${have}.`
        : `${name}: ${count(need, counted)} vaaditaan, ehdokkaita on ${have}${from[counted]}.`,
    counts: (kind, n) =>
      kind === 'least' ? `Kumppaneita pitää olla vähintään ${n}.` : `Kumppaneita saa olla enintään ${n}.`,
    limits: (kind, cents) =>
      kind === 'altogether'
        ? `Rahaa saa hakea yhteensä enintään ${finnish.money(cents)}.`
        : `Yksi kumppani saa hakea enintään ${finnish.money(cents)}.`,
    exclusion: (who, most) =>
      most === 0 ? `Mukana ei saa olla: ${who}.` : `Mukana saa olla enintään ${most}: ${who}.`,
    choices: (kind, name, reason) =>
      kind === 'pinned'
        ? `${name} on valittu mukaan.`
        : `${name} on jätetty pois${reason && ` (${reason})`}.`,
  },
  best: {
    proved: 'Todistettu: parempaa ei ole.',
    gap: (what, have, bound) =>
      ({
        short: `Laskenta keskeytyi: puutteita on ${have}, vähimmillään niitä voi olla ${bound}.`,
        partners: `Laskenta keskeytyi: kumppaneita on ${have}, vähimmillään niitä voi olla ${bound}.`,
        quality: `Laskenta keskeytyi: pisteitä on ${have}, enimmillään niitä voi olla ${bound}.`,
      })[what],
    exchange: (out, into) =>
      [out.length > 0 && `Pois: ${listed(out)}.`, into.length > 0 && `Tilalle: ${listed(into)}.`]
        .filter(Boolean)
        .join(' '),
    lost: (demands) => `Jää täyttymättä: ${listed(demands)}.`,
    weaker: (demands) => `Jää oman ilmoituksen varaan: ${listed(demands)}.`,
    gained: (demands) => `Täyttyy lisäksi: ${listed(demands)}.`,
    stronger: (demands) => `Saa näytön: ${listed(demands)}.`,
    same: 'Samat vaatimukset täyttyvät.',
  },
  fit: {
    fills: (demand) => `Tätä etsitään, ja teillä on se: ${demand}`,
    proves: (demand) => `Teidän näyttönne vahvistaisi: ${demand}`,
  },
  faults: {
    'not-an-object': (where) => `${where}: tähän kuuluu tietoja nimineen. Tarkista rakenne.`,
    'not-a-list': (where) => `${where}: tähän kuuluu luettelo.`,
    'not-a-text': (where) => `${where}: tähän kuuluu teksti.`,
    'not-a-count': (where, { value }) => `${where}: ”${value}” ei ole kokonaisluku. Kirjoita luku numeroin.`,
    'not-an-amount': (where, { value }) =>
      `${where}: ”${value}” ei ole rahamäärä. Kirjoita se muodossa ”1500000.00”.`,
    'not-yes-or-no': (where) => `${where}: tähän kuuluu kyllä tai ei.`,
    missing: (where, { key }) => `${where}: tieto puuttuu (${key}). Lisää se.`,
    empty: (where) => `${where}: kohta on tyhjä. Täytä se tai poista kohta.`,
    'too-many': (where, { count: n, most }) => `${where}: ${n} on liikaa, enintään ${most}.`,
    'unknown-key': (where, { known }) => `${where}: tuntematon tieto. Tunnetut ovat ${known}.`,
    'unknown-kind': (where, { value, known }) =>
      `${where}: ”${value}” on tuntematon. Valitse jokin näistä: ${known}.`,
    'not-a-code': (where, { value }) => `${where}: ”${value}” ei ole koodi. Tarkista se koodistosta.`,
    'repeated-id': (where, { id }) => `${where}: tunnus ”${id}” on käytössä kahdesti. Vaihda toinen.`,
    'out-of-range': (where, { value, least, most }) =>
      `${where}: ${value} ei kelpaa. Anna luku väliltä ${least}–${most}.`,
    'least-over-most': (where, { least, most }) =>
      `${where}: vähintään ${least} on enemmän kuin enintään ${most}. Korjaa jompikumpi.`,
  },
}
