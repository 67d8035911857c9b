"""Words by which speech, thought and will are put to somebody, by the frame that they open. Lemmas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import word_set

if TYPE_CHECKING:
    from .tree import Word


def _governed(lines: str) -> dict[str, frozenset[str]]:
    """`call: for on` → {"call": {"for", "on"}}, entries parted by `;`."""
    pairs = (entry.split(":") for entry in lines.split(";"))
    return {word.strip(): word_set(particles) for word, particles in pairs}


# said aloud or written: may stand beside a quotation
ALOUD = word_set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate predict recall"
    " observe remark comment reply respond answer stress emphasize emphasise reiterate propose promise"
    " pledge vow threaten complain joke quip boast concede recommend testify demand urge caution counter"
    " retort echo opine ask continue agree begin repeat tell go shout yell scream cry exclaim whisper mutter"
    " murmur chant sing read inquire enquire wonder muse interject lament quote post text email blog snap"
    " mock scoff fume marvel rail gush proclaim profess preach pronounce reason recount relate describe"
    " disclose elaborate assure inform remind advise instruct order plead beg pray implore appeal laugh sigh"
    " signal hint imply intone interrupt insinuate attest affirm reaffirm postulate charge fire crow bemoan"
    " thunder retweet clarify specify aver put offer cite accuse call finish sum summarise summarize"
)
# behind these a clause is what is said, thought, found or felt
CLAUSAL = word_set(
    "say tell add argue claim state declare announce report note explain insist warn admit allege assert"
    " believe think suggest acknowledge confirm reveal deny write tweet conclude maintain contend estimate"
    " predict hope fear expect feel know find show indicate recall observe remark comment reply respond"
    " answer stress emphasize emphasise reiterate agree propose promise pledge vow threaten complain joke"
    " quip boast hint imply concede recommend testify demand urge ask wonder question doubt suspect speculate"
    " guess reckon understand assume learn hear realise realize discover determine decide see read mean"
    " caution counter retort echo opine muse point dispute refute call consider inform assure remind notify"
    " convince persuade advise promise brief signal signify suppose presume imagine dream forecast project"
    " anticipate foresee calculate swear attest affirm reaffirm profess proclaim pronounce lament bemoan"
    " regret worry care remember forget notice recognise recognize accept trust certify verify demonstrate"
    " prove establish rule disclose divulge post repeat underline underscore highlight specify clarify"
    " stipulate posit postulate theorise theorize hypothesise hypothesize reason infer deduce gather guess"
    " inquire enquire ensure request require wish want prefer pray plead beg explain ascertain document"
    " detail concur disagree rejoice marvel grumble moan fume interpret caution mention relate recount"
    " describe tip warrant judge deem feel view bet vouch rebut reply insinuate intimate let beware figure"
    " conjecture detect sense outline exclaim proclaim volunteer surmise"
)
# behind these an infinitive is what is promised, wanted, planned or refused
INFINITIVE = word_set(
    "promise pledge vow threaten plan want hope refuse decline agree decide intend expect propose offer"
    " demand wish prefer aim swear undertake aspire long yearn opt choose vote resolve volunteer ask beg"
    " request consent claim profess purport like love hate desire seek fear hesitate commit"
    " urge call move plot consider"
)
# these put a wish to somebody: "urged the union to wait"
URGING = word_set(
    "urge ask tell want expect encourage order press invite advise warn instruct persuade beg implore beseech"
    " exhort call challenge direct command request like convince pressure push prefer remind authorise"
    " authorize allow permit summon admonish entreat petition lobby recommend require forbid"
    " dare"
)
# behind these a noun alone is what the words or thoughts are about: "praised the plan"
REGARDING = word_set(
    "criticise criticize praise attack blast condemn support oppose back endorse cite mention discuss"
    " describe question reject deny dismiss defend reveal claim announce propose demand want fear blame"
    " denounce mock slam favour favor recommend acknowledge disparage ridicule deride decry lambaste lambast"
    " berate chastise rebuke reprimand scold hail laud applaud celebrate welcome admire champion advocate"
    " promote tout embrace reiterate repeat stress emphasize emphasise highlight underscore note confirm"
    " admit concede dispute refute rebut contest challenge protest lament bemoan regret resent suggest"
    " predict promise pledge vow threaten outline detail explain clarify reference quote echo allege call"
    " label dub brand term deem consider regard view liken compare equate accuse charge prefer doubt suspect"
    " expect anticipate foresee mean express voice state declare report disclose document recall recount"
    " remember bash rip pan savage trash belittle slight scorn disdain despise loathe detest hate love like"
    " dislike seek request urge address tackle broach tell estimate know understand"
    " recognise recognize accept believe trust distrust disapprove disavow repudiate renounce"
    " denigrate vilify malign smear demonise demonize excoriate castigate assail deplore bemoan decry"
    " characterize characterise portray depict paint frame tweet write publish show illustrate"
    " demonstrate indicate reflect project forecast"
    " prohibit ban forbid require plan propose consider weigh contemplate debate ponder mull"
    " insist assert profess proclaim testify chronicle highlight examine explore analyse analyze warn"
    " announce appreciate value respect fault flag float defy eye"
)
# the particle or preposition behind which the content stands
GOVERNED_BY = _governed(
    "call: for on upon; speak: of about out against on for; talk: about of; refer: to; point: to out at;"
    " complain: about of; worry: about over; object: to; respond: to with by; agree: with on to about;"
    " disagree: with on about; believe: in; hope: for; wish: for; warn: of against about; argue: for"
    " against about over; boast: of about; brag: about of; think: of about; know: of about; hear: of about;"
    " learn: of about; insist: on upon; comment: on about; apologise: for; apologize: for; advocate: for"
    " against; campaign: for against; push: for; press: for; fight: for; appeal: for to; ask: for about;"
    " plead: for; beg: for; pray: for; lobby: for against; vote: for against; opt: for; allude: to; hint: at"
    " of; testify: about to; wonder: about; inquire: about into; joke: about of; rail: against; inveigh:"
    " against; speculate: about on; dream: of about; care: about; approve: of; disapprove: of; side: with;"
    " plan: on for; decide: on against; rule: on out against; focus: on; dwell: on; touch: on; elaborate: on;"
    " reflect: on; react: to; reply: to with; answer: with; weigh: in on; look: forward; long: for; yearn:"
    " for; aim: for at; caution: against; counsel: against; advise: against on; protest: against over at;"
    " rally: against for; bristle: at; scoff: at; marvel: at; lash: out at; go: after on; hit: back at out;"
    " take: issue aim; stand: by for against; write: about of on; tweet: about; report: on about; brief: on;"
    " theorise: about; remark: on; lie: about; lecture: on about; quarrel: with over; debate: about on;"
    " tell: about of; muse: about on; vow: against; threaten: with; guess: at; contemplate: about; weigh: on;"
    " object: to; assent: to; accede: to; commit: to; subscribe: to; adhere: to; attest: to; confess: to;"
    " admit: to; own: up; read: about; sign: off; lay: out; set: out; spell: out; bring: up; play: down up;"
    " put: forward; rule: out; fret: about over; fear: for; press: on; double: down; crow: about; gush: about"
)
# "accused him of", "described it as": the object is the one spoken about, the rest is said
SPOKEN_ABOUT = _governed(
    "accuse: of; charge: with; suspect: of; convict: of; blame: for; fault: for; praise: for; thank: for;"
    " criticise: for as over; criticize: for as over; attack: for over as; blast: for as over; condemn: for"
    " as; chastise: for; rebuke: for; mock: for as; slam: for as over; denounce: as for; hail: as; describe:"
    " as; portray: as; depict: as; characterise: as; characterize: as; cast: as; paint: as; frame: as; view:"
    " as; see: as; regard: as; dismiss: as; label: as; brand: as; reject: as; cite: as; deride: as; ridicule:"
    " as for; assail: for as; defend: as for; know: as; treat: as; define: as; hold: responsible; liken: to;"
    " compare: to with favorably; equate: with to; warn: of about against; inform: of about; remind: of;"
    " assure: of; convince: of; ask: about for; tell: about of; admire: as for; laud: for as; fault: for;"
    " censure: for; berate: for; reprimand: for; question: about on; press: on about; grill: about on; link:"
    " to with; tie: to; refer: to as; address: as; recommend: for; urge: against; advise: against on"
)
# nouns that hold what somebody says, thinks or wants, with a clause, an infinitive or a preposition behind
NOUNS = word_set(
    "claim allegation report warning promise plan proposal statement belief hope fear concern threat decision"
    " demand request announcement suggestion argument accusation charge assertion pledge vow desire"
    " willingness question doubt idea theory opinion view rumour rumor prediction forecast estimate"
    " speculation complaint contention declaration insistence acknowledgment acknowledgement admission"
    " denial refusal intention commitment conviction suspicion assumption notion perception expectation"
    " comment remark call recommendation vision wish reluctance determination eagerness reminder conclusion"
    " finding ruling testimony revelation confirmation criticism support opposition praise condemnation"
    " endorsement advice disclosure message signal impression sense confidence optimism worry anxiety offer"
    " bid effort push resolve ambition goal dream objection apology attack rhetoric explanation description"
    " assessment account guess vow oath guarantee assurance order appeal plea invitation proposition"
    " insinuation implication hint indication evidence proof word quote"
)
# of these, the ones that a bare preposition is enough for: "calls for", "criticism of"
NOUN_GOVERNS = _governed(
    "call: for; support: for; opposition: to; criticism: of; praise: for; condemnation: of; question: about"
    " of over; doubt: about over; concern: about over with; fear: of about over; hope: for of; worry: about"
    " over; plan: for of; proposal: for; demand: for; request: for; allegation: of about; accusation: of;"
    " claim: of about; charge: of; threat: of; warning: of about against; promise: of; pledge: of; belief:"
    " in; view: of on; opinion: of about on; comment: about on; remark: about on; endorsement: of;"
    " objection: to; suspicion: of about; speculation: about; announcement: of about; description: of;"
    " rumor: of about; rumour: of about; complaint: about of; admission: of; denial: of; prediction: of;"
    " desire: for; attack: on; theory: of about; idea: of; report: of about on; explanation: for of;"
    " rhetoric: about on; advice: on about; vision: of for; optimism: about; confidence: in; apology: for;"
    " appeal: for; plea: for; suggestion: of; expectation: of for; perception: of; anxiety: about over;"
    " assessment: of; account: of; recommendation: for; acknowledgment: of; acknowledgement: of; disdain:"
    " for; contempt: for; admiration: for of; love: for of; hatred: for of; distrust: of; skepticism: about"
    " of; enthusiasm: for about; frustration: with over about; anger: at over about; outrage: over at"
)
# states of mind with a clause, an infinitive or a preposition behind: "is afraid that", "is willing to"
MINDS = word_set(
    "afraid confident sure worried certain hopeful aware optimistic willing eager determined glad happy"
    " thrilled concerned convinced pessimistic skeptical sceptical adamant unsure uncertain unaware proud"
    " sorry angry upset furious surprised shocked disappointed pleased delighted doubtful reluctant unwilling"
    " keen anxious fearful wary mindful critical supportive suspicious dismissive clear frank vocal outraged"
    " alarmed disturbed troubled dismayed frustrated grateful excited nervous committed opposed bullish"
    " bearish tired interested ashamed jealous curious positive unconvinced satisfied relieved saddened"
    " prepared ready inclined hesitant"
)
STRONG_MINDS = MINDS - word_set("clear ready prepared positive happy sorry tired committed inclined")

# behind these somebody's own deed stands as a gerund: "denied paying", "admitted to lying"
OWNING = word_set("deny admit confess acknowledge apologise apologize")
# behind these what somebody will do stands as an infinitive
PLEDGING = word_set("promise pledge vow threaten swear")
# of SPOKEN_ABOUT, those behind which a gerund tells what somebody did: "praised her for coming"
DEEDS = word_set(
    "accuse charge suspect convict blame fault praise thank criticise criticize condemn chastise rebuke censure berate"
    " reprimand"
)


def spoken_of(verb: Word) -> Word | None:
    """The gerund that tells what somebody is accused of or praised for."""
    particles = SPOKEN_ABOUT.get(verb.lemma, frozenset()) if verb.lemma in DEEDS else frozenset()
    for holder in (verb, *(kid for kid in verb.kids if kid.dep in {"dobj", "agent"})):
        for kid in (*holder.kids, *(one for low in holder.kids if low.dep == "pobj" for one in low.kids)):
            deed = kid.kid("pcomp") if kid.low in particles and kid.dep == "prep" else None
            if deed is not None and deed.pos in {"VERB", "AUX"} and deed.index > verb.index:
                return deed
    return None


DENYING = word_set("deny refute dispute reject dismiss rebut disavow repudiate denial contest")
ASKING = word_set(
    "ask wonder question inquire enquire demand urge request beg implore plead encourage order press invite"
    " advise instruct exhort call appeal petition lobby recommend challenge push pray summon query direct"
    " command require propose advocate"
)
PROMISING = word_set(
    "promise pledge vow swear guarantee threaten commit undertake offer commitment threat oath"
)
ACCUSING = word_set("accuse charge allege blame suspect fault accusation allegation denounce indict")
THINKING = word_set(
    "believe think hope fear expect feel know want wish like love hate prefer doubt suspect guess reckon"
    " consider understand assume realise realize imagine suppose presume dream worry care remember forget"
    " regard view see intend plan desire belief view opinion trust need decide"
)
# a speaking thing: what it says is what it shows
PUBLICATIONS = word_set(
    "report study survey poll document letter article book statement data figure law rule lawsuit complaint"
    " transcript paper newspaper video ad advertisement email message tweet post headline sign research"
    " analysis filing memo website agreement constitution record evidence review story editorial column"
    " release indictment affidavit court ruling bill treaty order census"
)
# a label at the head of a line that names no speaker
LABELS = word_set(
    "update note photo date breaking warning caption source sources correction related read watch more"
    " exclusive opinion analysis video picture image credit figure table dateline by contact tel phone"
    " summary background example tip live editor"
)
PERSONS = word_set(
    "official spokesman spokeswoman spokesperson minister president critic expert analyst source insider"
    " people person man woman leader senator lawmaker reporter journalist adviser advisor aide lawyer doctor"
    " professor economist officer police team government agency ministry company party campaign committee"
    " department council union group voter resident witness scientist researcher author mayor governor judge"
    " republican democrat supporter opponent advocate activist i we he she they you who"
)
