"""Word lists, and nothing else. Lemmas unless said otherwise."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# before a full stop that does not end a sentence, lower case, without that stop
ABBREVIATIONS = _set(
    "mr mrs ms dr prof rev hon sen rep gov gen col lt sgt capt cmdr adm maj cpl pvt st sr jr mt ft messrs"
    " mme mlle jan feb mar apr jun jul aug sep sept oct nov dec vs v cf e.g i.e viz approx est dept univ"
    " assn bros corp inc ltd co al op ph.d d.c fr msgr supt insp det hr ave blvd rd"
)
# the same, but only before a number
NUMBERED = _set("no nos art fig vol p pp sec")
# words that open a sentence, as they stand there: behind "U.S." they tell that a new one begins
OPENERS = _set(
    "The A An He She It They We I You This That These Those There But And In On At For From With After"
    " Before When While If As His Her Its Their Our However Meanwhile Some Many Most Both All No Not What"
    " Who Why How So Yet Although Though Since Because By To Another Other Under Over Last Next Then Now"
    " Here Despite According"
)
# forms of verbs of saying, as they stand behind a quotation
SAYING = _set(
    "said says say saying told tells asked asks added adds replied replies wrote writes tweeted tweets"
    " argued argues continued continues explained explains noted notes insisted insists warned warns"
    " claimed claims joked recalled declared stated concluded announced answered shouted cried admitted"
    " exclaimed remarked observed quipped"
)
# verbs that put words or thoughts into somebody's mouth
REPORTING = _set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " believe think suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate"
    " predict hope fear expect feel know find show indicate recall observe remark comment reply respond"
    " answer stress emphasize emphasise reiterate agree accuse propose promise pledge vow threaten"
    " complain joke quip boast hint imply concede recommend testify demand urge ask wonder question doubt"
    " suspect speculate guess reckon consider understand assume learn hear realise realize discover"
    " determine decide see read mean point caution counter retort echo opine muse"
)
# of these, the ones by which something is said aloud or in writing
SPEECH = _set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate predict"
    " recall observe remark comment reply respond answer stress emphasize emphasise reiterate accuse"
    " propose promise pledge vow threaten complain joke quip boast hint concede recommend testify demand"
    " urge caution counter retort echo opine indicate show find"
)
DENIALS = _set("deny refute dispute reject dismiss")
# subordinators behind which nothing is asserted
HYPOTHETICAL = _set("if unless whether lest provided providing otherwise")
CAUSAL = _set("because since as so")
CONDITION = _set("if unless provided providing")
TEMPORAL = _set("when while after before until till once since as whenever")
CONCESSIVE = _set("although though while whereas even despite")
# verbs of which a subject list acts together
TOGETHER = _set(
    "meet marry agree divorce collide clash differ share compete separate combine merge unite fight"
    " negotiate debate argue cooperate collaborate resemble match date wed gather join talk exchange total"
    " number"
)
# verbs that are not complete without their adverbial
NEEDS_ADVERBIAL = _set(
    "be live reside locate situate base lie stand sit put place set last weigh cost measure range date"
    " stem consist belong rely depend focus result lead refer relate apply contribute participate happen"
    " occur take come go lead amount derive originate emerge differ suffer begin end run serve act"
    " function rank look feel become seem appear remain stay keep head aim deal feature know describe"
    " regard consider name call use base head involve accuse charge convict"
)
# participles that work as prepositions
PREPOSITION_LIKE = _set(
    "including following regarding concerning excluding according depending considering given based owing"
    " barring pending involving related compared due"
)
# relative and question words
RELATIVES = _set("who whom which that whose where when why what whoever whatever how")
# a noun before a name that says what its bearer is
TITLES = _set(
    "mr mrs ms dr sir dame lord lady president prime minister senator governor judge justice general"
    " colonel captain professor king queen prince princess pope mayor chancellor secretary reverend sheikh"
    " rep sen gov rev sgt lt"
)
UNITS_OF_TIME = _set(
    "second minute hour day week month year decade century night morning afternoon evening weekend season"
)
FEMALE = _set(
    "she her hers herself mrs ms miss lady queen princess duchess dame mother wife sister daughter girl"
    " woman actress girlfriend aunt grandmother niece widow mum mom chairwoman spokeswoman congresswoman"
    " businesswoman"
)
MALE = _set(
    "he him his himself mr sir lord king prince duke father husband brother son boy man actor boyfriend"
    " uncle grandfather nephew widower dad chairman spokesman congressman businessman"
)
