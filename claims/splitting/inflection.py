"""English verb forms, for participles that become verbs of their own: "causing" → "caused"."""

from __future__ import annotations

from .tree import Word
from .words import word_set

_IRREGULAR = """
be was | become became | begin began | bend bent | bind bound | bite bit | blow blew | break broke |
bring brought | build built | burn burned | buy bought | catch caught | choose chose | come came |
cost cost | creep crept | cut cut | deal dealt | dig dug | do did | draw drew | drink drank | drive drove
| eat ate | fall fell | feed fed | feel felt | fight fought | find found | flee fled | fly flew |
forbid forbade | forget forgot | forgive forgave | freeze froze | get got | give gave | go went |
grow grew | hang hung | have had | hear heard | hide hid | hit hit | hold held | hurt hurt | keep kept |
kneel knelt | know knew | lay laid | lead led | leave left | lend lent | let let | lie lay | light lit |
lose lost | make made | mean meant | meet met | mistake mistook | overcome overcame | overtake overtook |
overthrow overthrew | pay paid | put put | quit quit | read read | rebuild rebuilt | ride rode |
ring rang | rise rose | run ran | say said | see saw | seek sought | sell sold | send sent | set set |
shake shook | shed shed | shine shone | shoot shot | shrink shrank | shut shut | sing sang | sink sank |
sit sat | sleep slept | slide slid | speak spoke | spend spent | spin spun | split split | spread spread
| spring sprang | stand stood | steal stole | stick stuck | strike struck | swear swore | sweep swept |
swim swam | swing swung | take took | teach taught | tear tore | tell told | think thought | throw threw
| thrust thrust | understand understood | undertake undertook | undo undid | upset upset | wake woke |
wear wore | weave wove | weep wept | win won | wind wound | withdraw withdrew | withstand withstood |
write wrote | outdo outdid | bet bet | bid bid | cast cast | broadcast broadcast | forecast forecast |
burst burst | undergo underwent | beat beat | bear bore | bleed bled | breed bred | cling clung |
mislead misled | misread misread | foresee foresaw | grind ground | offset offset | outrun outran |
outsell outsold | overhear overheard | override overrode | overrun overran | oversee oversaw | redo redid |
resell resold | retake retook | rewrite rewrote | slay slew | speed sped | spit spat | sting stung |
stride strode | string strung | strive strove | tread trod | undercut undercut | unwind unwound |
uphold upheld | withhold withheld | wring wrung
"""
PAST = dict(pair.split() for pair in _IRREGULAR.split("|"))
_DOUBLED = word_set(
    "stop plan drop grab ban rob beg hug rip ship shop skip slip snap step strip tip trap trim wrap chop"
    " clap drag fit jam jog knit log map mop nod pat pin plug pop rub sip slam slap spot stir tap tug"
    " admit commit permit submit omit refer prefer occur incur concur control compel expel propel rebel"
    " bar cap chip clip cram dip dub flip lag mug rig scrap slim spur stab star stun swap top whip wiretap kidnap"
    " patrol regret equip transfer deter infer confer defer cancel travel label model"
)
_LYING = word_set(
    "in on at near off between under beneath along beside down within behind beyond north south east west"
)
_VOWELS = frozenset("aeiou")


def past(lemma: str) -> str:
    """The simple past: cause → caused, flee → fled."""
    if lemma in PAST:
        return PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def past_of(verb: Word) -> str:
    """The simple past of a verb in its place: who was "lying to voters" lied, what was "lying in a field" lay."""
    if verb.lemma == "lie" and not any(kid.low in _LYING for kid in verb.kids):
        return "lied"
    return past(verb.lemma)


def third(lemma: str) -> str:
    """The third person singular of the present: carry → carries."""
    if lemma in {"be", "have", "do", "go"}:
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[lemma]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


SINGULAR = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "'re": "is",
    "’re": "is",
    "'ve": "has",
    "’ve": "has",
}


def singular(verb: Word) -> str:
    """The form of a finite verb for one subject, when a list of subjects is told one by one."""
    if verb.low in SINGULAR:
        return SINGULAR[verb.low]
    return third(verb.lemma) if verb.tag == "VBP" and verb.lemma.isalpha() else verb.text


def respell(form: str, verb: Word, other: Word) -> str:
    """Another verb in the form that one has: showed, show, tell → told."""
    if form == past_of(verb):
        return past_of(other)
    return third(other.lemma) if form == third(verb.lemma) else other.lemma


def indefinite(following: str) -> str:
    """The article before a word, by how the word sounds: "a union", "an hour"."""
    low = following.lower()
    if low.startswith(("uni", "use", "usu", "eu", "one", "once")) and not low.startswith(("unim", "unin")):
        return "a"
    return (
        "an"
        if low[:1] in set("aeiou") or low.startswith(("hour", "honest", "honor", "honour", "heir"))
        else "a"
    )
