"""Words behind which a clause is told as a fact by whoever uses them. Lemmas unless said otherwise."""

from __future__ import annotations

from .words import word_set

# adjectives of how a fact strikes people: it stays a fact behind "not" ("it is not odd that")
STRIKING = word_set(
    "odd strange weird curious surprising unsurprising amazing astonishing remarkable striking interesting"
    " fascinating funny ironic sad tragic unfortunate regrettable fortunate lucky annoying frustrating"
    " disappointing embarrassing shameful shocking alarming worrying disturbing troubling upsetting"
    " impressive encouraging reassuring nice great unfair wrong crazy horrible terrible awful insane incredible"
    " telling notable noteworthy significant"
)
# adjectives of people to whom a fact is known or means something
MINDFUL = word_set(
    "glad happy sad sorry proud ashamed aware unaware conscious mindful surprised amazed astonished shocked"
    " stunned pleased delighted thrilled relieved grateful thankful disappointed upset angry furious annoyed"
    " frustrated dismayed saddened horrified appalled disturbed embarrassed lucky fortunate curious jealous"
    " heartbroken"
)
# adjectives that say that something is so: nothing is told behind "not" ("it is not clear that")
CERTAIN = word_set("true clear evident obvious apparent undeniable plain known")
# nouns for what is so
FACTS = word_set(
    "fact reality truth irony shame pity wonder surprise secret coincidence disgrace proof realisation realization"
    " discovery knowledge awareness advantage disadvantage drawback benefit downside upside"
)
# nouns that make a fact of it behind "no": "there is no doubt that"
DOUBTS = word_set("doubt question denying mistaking")
# nouns that a clause behind "is" tells of: "the problem is that", "the upshot was that"
TELLING = FACTS | word_set(
    "problem trouble thing difference difficulty issue reason result consequence upshot effect outcome catch"
    " snag example point news lesson bottom flaw challenge exception part"
)
# verbs of coming to know: what somebody did not know is so, too
KNOWING = word_set("realise realize notice forget remember recognise recognize overlook ignore regret")
# verbs of coming to know of which the denial leaves the fact open: "did not find that"
FINDING = word_set("know learn discover find see show prove demonstrate understand acknowledge")
# "it turned out that"
EMERGING = word_set("turn emerge transpire")
# what the first person says with these is the writer's own word
OWNING = word_set("agree admit concede acknowledge learn discover")
