"""Nouns for people, for what people form together, and for events, as lemmas, and nothing else."""

from __future__ import annotations

from .words import FEMALE, MALE, PEOPLE, word_set

WOMEN = FEMALE - word_set("she her hers herself") | word_set(
    "schoolgirl stepmother stepdaughter stepsister godmother heiress hostess stewardess waitress nun"
    " policewoman firewoman councilwoman saleswoman sportswoman midwife ballerina empress baroness countess"
    " mayoress landlady goddess heroine bride fiancee fiancée maid godmother granddaughter mommy"
    " schoolmistress forewoman alderwoman assemblywoman airwoman horsewoman noblewoman"
)
MEN = MALE - word_set("he him his himself") | word_set(
    "schoolboy stepfather stepson stepbrother godfather heir host steward waiter monk policeman fireman"
    " councilman salesman sportsman fisherman emperor baron count landlord bridegroom groom fiance fiancé"
    " grandson gunman craftsman cameraman batsman bowler foreman alderman assemblyman airman horseman"
    " nobleman gentleman bishop pope friar guy bloke"
) - word_set("heir host bowler count")
ROLES = (
    WOMEN
    | MEN
    | PEOPLE
    | word_set(
        "premier chancellor councillor councilor commissioner secretary deputy ambassador diplomat envoy lawmaker"
        " legislator politician speaker treasurer auditor prosecutor attorney solicitor barrister advocate juror"
        " defendant plaintiff convict inmate detective inspector constable sheriff investigator"
        " sergeant lieutenant colonel general admiral commander corporal private major marshal"
        " surgeon physician nurse paramedic pharmacist dentist psychologist psychiatrist therapist midwife vet"
        " biologist chemist physicist mathematician engineer geologist historian economist sociologist researcher"
        " scholar lecturer academic astronomer ecologist epidemiologist virologist statistician analyst expert"
        " architect designer developer programmer inventor entrepreneur banker broker investor accountant trader"
        " executive chairperson chair president director principal headteacher headmaster headmistress rector dean"
        " journalist editor correspondent columnist blogger broadcaster presenter anchor photographer filmmaker"
        " producer screenwriter novelist poet playwright composer conductor pianist violinist guitarist drummer"
        " musician rapper dancer choreographer painter sculptor comedian performer entertainer model"
        " footballer goalkeeper keeper winger playmaker forward skipper referee umpire cyclist runner sprinter"
        " swimmer boxer golfer jockey racer athlete wrestler skier skater rower sailor gymnast quarterback"
        " linebacker pitcher cricketer batter manager trainer"
        " farmer fisher miner carpenter plumber electrician mechanic builder baker butcher cook chef gardener"
        " waiter cashier clerk secretary assistant receptionist cleaner bodyguard guard firefighter rescuer"
        " veteran recruit sniper terrorist bomber attacker shooter robber thief burglar murderer killer rapist"
        " kidnapper hijacker smuggler dealer fugitive detainee hostage refugee migrant immigrant asylum-seeker"
        " pensioner retiree widower orphan infant youngster adult teen schoolchild pupil student graduate"
        " apprentice trainee volunteer activist campaigner protester protestor demonstrator organiser organizer"
        " founder co-founder successor predecessor rival opponent heir ally aide adviser advisor spokesperson"
        " representative delegate negotiator mediator witness bystander onlooker survivor motorist"
        " pedestrian commuter traveller traveler tourist hiker climber astronaut cosmonaut explorer"
        " landlord tenant neighbour neighbor employee employer contractor consultant freelancer whistleblower"
        " priest vicar pastor rabbi imam cardinal archbishop parent sibling twin cousin relative spouse"
        " client customer shopper donor voter citizen mayor councillor governor parliamentarian"
        " senator congressman minister monarch regent prince princess celebrity sufferer bassist vocalist"
        " agent spy frontman singer-songwriter helmsman chairman midfielder defender striker"
    )
) - word_set("she her hers herself he him his himself mr mrs ms private model cook count general host")
# of these, the ones that a company or a country can be as well
ROLES_OF_BODIES = word_set(
    "rival contractor owner producer developer builder operator broadcaster ally client customer employer heir winner"
    " partner successor opponent donor investor sponsor founder co-founder predecessor organiser organizer trader broker"
    " leader champion keeper forward guard baker cleaner designer neighbour neighbor tenant landlord dealer smuggler"
)
# nouns for one body of people, of which news speak in the singular and in the plural
COLLECTIVES = word_set(
    "police team club side party company council committee board band government crew jury family couple staff"
    " union group army parliament cabinet court firm gang public press opposition management leadership"
)
# a noun for a body by its sort: what a bare "the …" can mean
COMPANIES = word_set(
    "company firm group corporation manufacturer maker carmaker chipmaker retailer operator airline bank"
    " insurer supplier utility startup start-up contractor subsidiary publisher brewer builder developer"
    " shipyard producer business conglomerate"
)
COMPANY_WORDS = frozenset(
    word_set(
        "inc ltd plc llc corp co gmbh ag sa nv group holdings industries motors airlines bank energy systems"
    )
)
# words in the names of bodies that are no companies
OTHER_BODIES = word_set(
    "ministry department office agency authority council court parliament senate congress commission committee"
    " university college school institute hospital clinic church party league union alliance federation"
    " association foundation trust society club police army navy force forces government state states city town"
    " bureau board fund united rovers athletic wanderers fc rangers hotspur institution museum academy organisation"
    " organization nations house centre center service services survey observatory opera theatre laboratory movement"
    " front democrats republicans liberals greens conservatives labour tribunal assembly diet duma bundestag knesset"
)
BODY_NOUNS = (
    COMPANIES
    | OTHER_BODIES - word_set("centre center house front service assembly diet")
    | word_set("institute broadcaster newspaper magazine website charity band")
)
# words that no name of a person ends in
NO_LAST_NAMES = (
    OTHER_BODIES
    | COMPANY_WORDS
    | word_set(
        "street road avenue river lake bay island islands mountain mountains valley bridge park square airport station"
        " county province region district republic kingdom sea ocean beach harbor harbour port act law bill prize"
        " award medal cup open championship championships games war treaty agreement accord times post news journal"
        " magazine today mail herald tribune channel award awards festival day week year"
    )
)
# verbs of which only people and what they form can be the subject
WILLED = word_set(
    "say tell add argue claim state declare announce explain insist warn admit allege assert suggest acknowledge"
    " confirm deny write tweet maintain contend predict promise pledge vow threaten complain demand urge accuse"
    " criticise criticize blame refuse decline plan want hope intend expect decide agree ask call employ hire sell"
    " buy own operate invest pay sue vote negotiate believe dispute reject oppose support publish govern apologise"
    " apologize welcome condemn donate merge rent lend borrow praise appoint sack dismiss fire"
)
EVENTS = word_set("war deal treaty agreement election summit accord ceasefire")
