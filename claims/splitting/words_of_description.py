"""Words of what people and things are, for the fine level. Lemmas unless said otherwise."""

from __future__ import annotations

from .words import PEOPLE, word_set

# what people are by trade or role, as it stands before a name: "filmmaker Anna Berg"
ROLES = PEOPLE | word_set(
    "filmmaker actress model blogger rapper comedian novelist poet composer producer photographer journalist activist"
    " campaigner designer chef architect historian economist psychologist surgeon nurse guitarist drummer footballer"
    " quarterback goalkeeper skipper boxer golfer cyclist sprinter swimmer billionaire entrepreneur investor banker"
    " executive trader farmer fisherman miner sailor priest bishop playwright painter sculptor songwriter musician"
    " presenter broadcaster editor publisher critic biologist physicist chemist astronaut engineer detective prosecutor"
    " premier chancellor ambassador envoy congressman congresswoman mp councillor commissioner secretary host referee"
    " jockey wrestler skier skater predecessor successor rival father-in-law"
)
# what is "red, white and blue" is not red
COLOURS = word_set("red white blue black green yellow orange brown grey gray pink purple gold silver golden")
# nouns that an infinitive belongs to: "a right to stay"
WITH_INFINITIVE = word_set(
    "right plan ability attempt decision effort way chance opportunity need desire bid move offer permission power refusal"
    " reason time order promise pledge willingness failure agreement proposal request demand deal law threat authority call"
    " campaign case place something anything nothing duty obligation intention tendency wish vow licence license option"
    " pressure freedom readiness capacity motion bill petition invitation temptation urge determination ambition dream hope"
    " potential incentive resolve step battle fight race scheme courage strength nerve money lot thing"
)
