import { Refusal } from '../../kernel/refusal.ts'
import { inEach, words } from '../../kernel/text.ts'

/** Why something cannot be done with a situation picture. */
const text = words(
  {
    noPicture: 'Tilannekuvaa ei löydy. Valitse se luettelosta.',
    noFigure: 'Tässä tilannekuvassa ei ole tällaista lukua. Avaa kuva ja valitse luku siitä.',
    noTile: 'Tässä tilannekuvassa ei ole tällaista ruutua. Avaa kuva ja valitse ruutu siitä.',
    notThen: 'Kuvaa ei ollut vielä sinä päivänä. Valitse myöhempi päivä.',
    notPublic: 'Vain julkisen kuvan ruutuja voi upottaa muille sivuille.',
    standardStays: 'Tätä kuvaa ei voi poistaa: jokaisella paikalla on omansa. Voit muuttaa, mitä siinä on.',
    noTiles: 'Valitse kuvaan vähintään yksi ruutu.',
    changedMeanwhile: 'Joku muu muutti kuvaa sillä välin. Lataa sivu uudelleen ja tee muutoksesi siihen.',
    closedEcosystem: 'Ekosysteemi ei ole julkinen, joten sen kuvaakaan ei voi jakaa kaikille.',
    strangeAddress:
      'Osoite ei ole tilastosivun osoite. Avaa tilasto, valitse luvut ja kopioi sivun osoite tähän.',
    noDataset:
      'Tilastoa ei ole, tai ne, joille kuva näkyy, eivät saa nähdä sitä. Valitse tilasto luettelosta ja kopioi sen sivun osoite.',
    noPlaces: 'Tilastossa ei ole sekä alueita että ajankohtia, joten siitä ei saa lukua kuvan alueelle.',
    openSlice:
      'Osoitteesta ei selviä, mitä tilaston lukua tarkoitat. Avaa tilasto, valitse kustakin luokituksesta yksi luokka, paina Näytä ja kopioi sivun osoite.',
    fewLanguages: 'Kirjoita toimiston sana ainakin suomeksi.',
  },
  {
    sv: {
      noPicture: 'Lägesbilden finns inte. Välj den i förteckningen.',
      noFigure: 'Lägesbilden har ingen sådan siffra. Öppna bilden och välj en siffra i den.',
      noTile: 'Lägesbilden har ingen sådan ruta. Öppna bilden och välj en ruta i den.',
      notThen: 'Bilden fanns inte ännu den dagen. Välj en senare dag.',
      notPublic: 'Bara rutor ur en offentlig bild kan bäddas in på andra sidor.',
      standardStays: 'Bilden kan inte tas bort: varje plats har en egen. Du kan ändra vad som finns i den.',
      noTiles: 'Välj åtminstone en ruta.',
      changedMeanwhile: 'Någon annan ändrade bilden under tiden. Ladda om sidan och gör din ändring i den.',
      closedEcosystem: 'Ekosystemet är inte offentligt, så dess bild kan inte heller delas med alla.',
      strangeAddress:
        'Adressen är ingen adress till en statistiksida. Öppna statistiken, välj siffrorna och kopiera sidans adress hit.',
      noDataset:
        'Statistiken finns inte, eller så får bildens läsare inte se den. Välj statistiken i förteckningen och kopiera sidans adress.',
      noPlaces:
        'Statistiken har inte både områden och tidpunkter, så den ger ingen siffra för bildens område.',
      openSlice:
        'Det framgår inte av adressen vilken siffra du menar. Öppna statistiken, välj en klass i varje klassificering, tryck på Visa och kopiera sidans adress.',
      fewLanguages: 'Skriv kansliets ord åtminstone på finska.',
    },
    en: {
      noPicture: 'There is no such situation picture. Choose one from the list.',
      noFigure: 'This picture has no such figure. Open the picture and choose a figure in it.',
      noTile: 'This picture has no such tile. Open the picture and choose a tile in it.',
      notThen: 'There was no picture on that day yet. Choose a later day.',
      notPublic: 'Only tiles of a public picture can stand on other pages.',
      standardStays: 'This picture cannot be removed: each place has its own. You can change what is in it.',
      noTiles: 'Choose at least one tile.',
      changedMeanwhile: 'Somebody changed the picture meanwhile. Reload the page and make your change there.',
      closedEcosystem: 'The ecosystem is not public, so its picture cannot be shared with all either.',
      strangeAddress:
        'That is not the address of a page of statistics. Open the dataset, choose the figures and copy the address here.',
      noDataset:
        'There is no such dataset, or those who read the picture may not see it. Choose one from the list and copy the address of its page.',
      noPlaces:
        'The dataset does not have both places and periods, so it has no figure for the place of the picture.',
      openSlice:
        'The address does not tell which figure you mean. Open the dataset, choose one category of each classification, press Show and copy the address of the page.',
      fewLanguages: 'Write the word from the office at least in Finnish.',
    },
  },
)

export const refuse = (
  kind: 'missing' | 'invalid' | 'conflict',
  why: keyof (typeof text)['fi'],
  field?: string,
): Refusal =>
  new Refusal(kind, `situation.${why}`, [{ ...(field && { field }), text: inEach((l) => text[l][why]) }])
