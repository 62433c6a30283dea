import { type Profile, profileSchema } from './profile.ts'
import dk from './profiles/dk-2007-2013.json' with { type: 'json' }
import fi2007 from './profiles/fi-2007-2013.json' with { type: 'json' }
import fi2014 from './profiles/fi-2014-2020.json' with { type: 'json' }
import pages from './profiles/fi-eura-pages.json' with { type: 'json' }
import kohesio from './profiles/kohesio.json' with { type: 'json' }
import lv from './profiles/lv-2014-2020.json' with { type: 'json' }
import pl from './profiles/pl-2014-2020.json' with { type: 'json' }
import se from './profiles/se-2014-2020.json' with { type: 'json' }
import si from './profiles/si-2007-2013.json' with { type: 'json' }
import uk from './profiles/uk-2014-2020.json' with { type: 'json' }

/** The lists that the product knows from the start. */
export const builtInProfiles: readonly Profile[] = [
  fi2007,
  fi2014,
  pages,
  se,
  dk,
  kohesio,
  pl,
  uk,
  lv,
  si,
].map((profile) => profileSchema.parse(profile))
