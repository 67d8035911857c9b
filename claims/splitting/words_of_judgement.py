"""Words by which people judge, foretell and bid. Lower case as they stand in the text unless said otherwise."""

from __future__ import annotations

from .words import word_set

# adjectives that judge wherever they stand, and tell nothing that could be checked
STRONG = word_set(
    "disastrous shameful disgraceful outrageous ridiculous brilliant wonderful terrible awful horrible horrendous"
    " appalling atrocious abysmal amazing astonishing awesome fantastic marvellous marvelous magnificent superb"
    " stupid idiotic absurd ludicrous laughable pathetic despicable contemptible scandalous monstrous vile"
    " disgusting repulsive hideous gorgeous beautiful lovely delightful glorious shocking sickening unforgivable"
    " inexcusable unacceptable unconscionable heartless cowardly reckless foolish senseless misguided ill-conceived"
    " botched dreadful ghastly deplorable lamentable woeful dismal miserable stunning breathtaking unbelievable"
    " incredible spectacular exquisite insane crazy cruel callous shoddy sham farcical catastrophic tragic"
    " infamous notorious heroic"
)
# adjectives that judge as what is said of something: "the film is boring", "it was unfair"
WEAK = STRONG | word_set(
    "good bad great nice fine poor better worse best worst unfair fair unjust just wrong right sad funny boring"
    " interesting fascinating exciting dull important essential vital crucial impressive disappointing"
    " unfortunate lucky unlucky ugly pretty charming elegant clever smart dumb wise unwise sensible silly"
    " weird strange odd bizarre scary frightening embarrassing offensive rude mean selfish greedy lazy arrogant"
    " hypocritical dishonest untrustworthy immoral unethical evil wicked worthless pointless useless meaningless"
    " meaningful valuable worthwhile overrated underrated perfect excellent outstanding remarkable memorable"
    " unforgettable delicious tasty terrific inspiring inspirational wrong-headed harmful dangerous irresponsible"
    " responsible incompetent competent inadequate insufficient excessive extreme biased unreasonable reasonable"
    " ambitious bold brave courageous admirable laudable commendable welcome regrettable worrying alarming"
    " troubling disturbing tasteless tacky hopeless promising encouraging refreshing"
)
# of these, the ones that name a fact as often as a judgement: they judge only as a bare predicate
MEASURED = word_set(
    "better worse best worst good great poor right just fine bold dangerous harmful important essential vital"
    " responsible mean extreme pretty perfect insufficient inadequate excessive"
)
# nouns that judge as what is said of something: "the war was a tragedy"
NOUNS = word_set(
    "tragedy disaster catastrophe disgrace shame scandal outrage joke farce mess nightmare failure fiasco triumph"
    " masterpiece miracle blessing curse mistake waste travesty insult sham nonsense rubbish betrayal delight"
    " pleasure honour honor bargain genius idiot fool coward hero villain monster embarrassment debacle shambles"
    " abomination treat gem classic must insanity madness folly lunacy"
)
# verbs of belief that make a first person's sentence an opinion. Lemmas
BELIEF = word_set(
    "think believe feel hope guess suppose agree disagree wish like love hate prefer want doubt imagine reckon fear"
    " admire appreciate regret expect trust worry suspect enjoy"
)
# adverbs that put a whole sentence under somebody's judgement
COMMENTS = word_set(
    "unfortunately sadly regrettably thankfully luckily fortunately shamefully disgracefully outrageously absurdly"
    " hopefully incredibly ironically tragically frankly"
)
# "in my view"
VIEWS = word_set("view opinion judgement judgment mind book")
# states that point ahead with an infinitive: "is expected to", "is likely to". Lemmas
AHEAD = word_set(
    "expect forecast project predict anticipate set due likely unlikely poised bound slate schedule destine"
)
# modal verbs that bid
BIDDING = word_set("must should ought shall")
# words for what moves money, law and lives: an error in these costs most. Lemmas
WEIGHTY = word_set(
    "kill die dead death injure wound attack bomb shoot murder rape torture arrest jail convict charge sentence sue"
    " accuse ban law tax cost pay debt deficit budget price inflation wage poverty unemployment job crime fraud"
    " corruption bribe steal vote election win lose poll law court vaccine virus disease cancer epidemic hospital"
    " drug war genocide refugee migrant displace evacuate flood emission climate nuclear weapon sanction resign"
    " fire sack bankrupt collapse crash recall leak pollute"
)
CAUSES = word_set("cause because trigger result lead prompt due blame contribute owe thanks")
