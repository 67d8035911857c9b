"""Word lists, and nothing else. Lemmas unless said otherwise."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# before a full stop that does not end a sentence, lower case, without that stop
ABBREVIATIONS = word_set(
    "mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj cpl pvt st sr jr mt ft messrs"
    " mme mlle jan feb mar apr jun jul aug sep sept oct nov dec vs v cf e.g i.e viz approx est dept univ"
    " assn bros corp inc ltd co al op ph.d d.c fr msgr supt insp det hr ave blvd rd"
)
# the same, but only before a number
NUMBERED = word_set("no nos art fig vol p pp sec")
# words that open a sentence, as they stand there: behind "U.S." they tell that a new one begins
OPENERS = word_set(
    "The A An He She It They We I You This That These Those There But And In On At For From With After"
    " Before When While If As His Her Its Their Our However Meanwhile Some Many Most Both All No Not What"
    " Who Why How So Yet Although Though Since Because By To Another Other Under Over Last Next Then Now"
    " Here Despite According"
)
# the commonest words of English: a page without them is no English
FUNCTION_WORDS = word_set(
    "the of and to a in that it was for on is with as he at by be this from are were has have had not but they his her she"
    " an or its will who which their been said would there we you i my our can could one all no if out about more up into"
    " than when what some him them so do did also after over other just only"
)
# forms of verbs of saying, as they stand behind a quotation
SAYING = word_set(
    "said says say saying told tells asked asks added adds replied replies wrote writes tweeted tweets"
    " argued argues continued continues explained explains noted notes insisted insists warned warns"
    " claimed claims joked recalled declared stated concluded announced answered shouted cried admitted"
    " exclaimed remarked observed quipped"
)
# verbs that put words or thoughts into somebody's mouth
REPORTING = word_set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " believe think suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate"
    " predict hope fear expect feel know find show indicate recall observe remark comment reply respond"
    " answer stress emphasize emphasise reiterate agree accuse propose promise pledge vow threaten"
    " complain joke quip boast hint imply concede recommend testify demand urge ask wonder question doubt"
    " suspect speculate guess reckon consider understand assume learn hear realise realize discover"
    " determine decide see read mean point caution counter retort echo opine muse"
)
# of these, the ones by which something is said aloud or in writing
SPEECH = word_set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate predict"
    " recall observe remark comment reply respond answer stress emphasize emphasise reiterate accuse"
    " propose promise pledge vow threaten complain joke quip boast hint concede recommend testify demand"
    " urge caution counter retort echo opine indicate show find"
)
DENIALS = word_set("deny refute dispute reject dismiss")
# subordinators behind which nothing is asserted
HYPOTHETICAL = word_set("if unless whether lest provided providing otherwise")
CAUSAL = word_set("because since as so")
CONDITION = word_set("if unless provided providing")
TEMPORAL = word_set("when while after before until till once since as whenever")
CONCESSIVE = word_set("although though while whereas even despite")
# verbs of which a subject list acts together
TOGETHER = word_set(
    "meet marry agree divorce collide clash differ share compete separate combine merge unite fight"
    " negotiate debate argue cooperate collaborate resemble match date wed gather talk exchange total"
    " number"
)
MIXING = word_set("mix combine blend merge unite compare connect link divide split share pair match")
# verbs that are not complete without their adverbial
NEEDS_ADVERBIAL = word_set(
    "headquarter star premiere base bear schedule be live reside locate situate base lie stand sit put place set last weigh cost measure range date"
    " stem consist belong rely depend focus result lead refer relate apply contribute participate happen"
    " occur take come go lead amount derive originate emerge differ suffer begin end run serve act"
    " function rank look feel become seem appear remain stay keep head aim deal feature know describe"
    " regard consider name call use base head involve accuse charge convict"
)
# adverbs that complete no verb: who "is already in prison" is not "already"
PASSING_ADVERBS = word_set("already still now again just yet always never often currently also only soon")
# prepositions that belong to the verb before them, when it has no object: "warn of", "rely on"
GOVERNED = word_set("of to as with into from against about upon towards toward for on over")
# verbs that take the object of the verb behind them: "owns and runs the railway"
TRANSITIVE = word_set(
    "own buy sell build make design repair operate manage produce write direct edit develop test fund finance train hire arrest"
    " detain seize capture destroy damage loot publish print store export import catch clean love hate admire respect support"
    " oppose back endorse praise criticise criticize condemn welcome reject approve ban sign draft create found restore renovate"
    " maintain inspect install remove replace recruit supply distribute lease film record paint kill injure wound beat rob"
    " attack abuse torture kidnap bully threaten protect defend promote advertise market plan organise organize fill equip"
)
PUTTING = word_set("put place set lay position install base locate")
# participles that say how something is, not what happened to it
STATES = word_set(
    "located based situated known called named headquartered owned surrounded used considered believed expected scheduled"
    " supposed intended required needed associated related affected involved interested concerned made composed comprised"
    " dedicated devoted connected linked married aimed equipped filled covered protected bordered inhabited"
)
# verbs of which the object need not exist
WISHING = word_set(
    "want need seek hope wish demand expect plan propose promise imagine desire require call push ask prefer"
)
NAMING = word_set("named called known titled dubbed entitled nicknamed")
# participles that work as prepositions
PREPOSITION_LIKE = word_set(
    "including following regarding concerning excluding according depending considering given based owing"
    " barring pending involving related compared due"
)
# relative and question words
RELATIVES = word_set("who whom which that whose where when why what whoever whatever how")
# what belongs to a name and is never told apart from it
HONORIFICS = word_set(
    "mr mrs ms dr sir dame lord lady rev st sgt lt col gen gov sen rep prof capt maj prince princess king queen duke"
    " duchess saint"
)
ORDINALS = word_set(
    "first second third fourth fifth sixth seventh eighth ninth tenth last next same latter former"
)
# labels of the model for names of places
PLACES = word_set("GPE LOC FAC")
DATED = word_set("DATE TIME")
TIMES = word_set("DATE TIME QUANTITY CARDINAL MONEY PERCENT ORDINAL")
# adverbs that tie a sentence to the one before it; a claim that stands alone does without them
CONNECTIVES = word_set(
    "however also therefore moreover furthermore meanwhile thus besides additionally instead then though"
)
# the same in two words, preposition and noun
CONNECTING_PHRASES = frozenset(
    {
        ("in", "addition"),
        ("in", "fact"),
        ("in", "turn"),
        ("of", "course"),
        ("for", "example"),
        ("for", "instance"),
        ("by", "contrast"),
        ("in", "contrast"),
    }
)
UNITS_OF_TIME = word_set(
    "second minute hour day week month year decade century night morning afternoon evening weekend season"
)
FEMALE = word_set(
    "she her hers herself mrs ms miss lady queen princess duchess dame mother wife sister daughter girl"
    " woman actress girlfriend aunt grandmother niece widow mum mom chairwoman spokeswoman congresswoman"
    " businesswoman"
)
MALE = word_set(
    "he him his himself mr sir lord king prince duke father husband brother son boy man actor boyfriend"
    " uncle grandfather nephew widower dad chairman spokesman congressman businessman"
)
# nouns for one person
PEOPLE = (
    FEMALE
    | MALE
    | word_set(
        "person president minister senator governor mayor judge officer player teacher student doctor lawyer author singer actor"
        " manager director leader founder chief captain coach boss striker midfielder defender writer reporter victim suspect"
        " driver pilot soldier worker owner candidate professor scientist artist patient resident official lawmaker teenager"
        " child baby toddler star champion winner prisoner passenger neighbour neighbor friend partner colleague"
    )
)
# behind "with" these only tell how or why, whatever follows them
ACCOMPANYING = word_set(
    "help support effect exception aim goal view intention regard respect reference hope purpose idea result"
    " assistance permission consent approval backing addition reason way"
)
# what is counted as many when it is "of" many
PART_WORDS = word_set(
    "half most majority percent % number some all many several rest dozens hundreds thousands millions third quarter"
    " two-thirds none few both minority bulk remainder"
)
# "is in custody", "is on board": how somebody or something is
CIRCUMSTANCES = word_set(
    "board custody hospital attendance sight tow place power charge ruins flames prison jail exile office doubt jeopardy"
    " danger progress operation hiding loan trial strike leave bail sale hand force shock mourning tatters reserve"
)
# the same in one word
SITUATIONS = word_set(
    "up down against absent ahead aboard away missing dead injured wounded homeless underway unaccounted unchanged flat"
    " steady higher lower short open shut closed intact empty full present afloat alive unhurt worse better able unable"
    " willing unwilling ready likely unlikely reluctant eager set poised due"
)
# what "at 9 percent" is said of
MEASURING = word_set(
    "inflation unemployment turnout price temperature growth rate demand output share index wage rent debt yield"
    " attendance humidity visibility approval euro dollar pound oil gas gold"
)
# "mostly women": says it of a part of those named
MIXED = word_set("mostly mainly largely predominantly primarily chiefly overwhelmingly partly")
