"""Words of number, measure and change."""

from __future__ import annotations

from .words import word_set

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES: dict[str, float] = {word: number for number, word in enumerate(_SMALL.split())}
VALUES |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
VALUES |= {"a": 1, "an": 1}
SCALES: dict[str, float] = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "dozen": 12,
    "hundred": 100,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}
NUMBER_WORD = (
    r"(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|two|three|four(?:teen)?|five|fifteen|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve|thirteen)\b"
)
FRACTIONS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
}
MULTIPLES: dict[str, float] = {
    "doubled": 2,
    "doubling": 2,
    "double": 2,
    "twofold": 2,
    "twice": 2,
    "tripled": 3,
    "tripling": 3,
    "triple": 3,
    "threefold": 3,
    "quadrupled": 4,
    "fourfold": 4,
    "quintupled": 5,
    "fivefold": 5,
    "tenfold": 10,
    "halved": 0.5,
    "halving": 0.5,
}
COMPARATOR = (
    r"(?:well |far |slightly |just |a little )?(?:more|less|fewer|greater|higher|lower) than|at (?:the )?(?:least|most)|up to|as (?:many|much|few"
    r"|little) as|(?:no|not) (?:more|fewer|less) than|(?:just |well |slightly )?(?:over|under|above|below)|about|around|roughly"
    r"|approximately|nearly|almost|some|only|just|exactly|an estimated|estimated|a total of|an average of|a record"
    r"|close to|upwards of|barely|merely|another|a further|more or less|circa"
)
CURRENCY = {
    "dollars": "$",
    "dollar": "$",
    "euros": "€",
    "euro": "€",
    "pounds": "£",
    "yen": "¥",
    "yuan": "yuan",
    "rubles": "rouble",
    "roubles": "rouble",
    "rupees": "₹",
    "francs": "franc",
    "pesos": "peso",
    "kronor": "krona",
    "kroner": "krone",
    "cents": "cent",
    "pence": "penny",
    "lira": "lira",
    "naira": "naira",
    "rand": "rand",
    "shekels": "shekel",
}
_MEASURES = (
    "km:kilometres kilometers kilometre kilometer km; mile:miles mile; m:metres meters metre meter; ft:feet foot; inch:inches;"
    " cm:centimetres centimeters cm; mm:millimetres millimeters mm; kg:kilograms kilogrammes kilos kg; g:grams grammes;"
    " t:tonnes tonne; ton:tons ton; lb:lbs lb; l:litres liters; gallon:gallons; barrel:barrels; acre:acres acre; ha:hectares hectare;"
    " second:seconds; minute:minutes minute; hour:hours hour; day:days day; week:weeks week; month:months month;"
    " year:years year; decade:decades; century:centuries; degree:degrees; MW:megawatts mw; GW:gigawatts gw; mph:mph; km/h:km/h kph; point:points"
)
UNITS: dict[str, str] = {
    form: entry.split(":")[0].strip()
    for entry in _MEASURES.split(";")
    for form in entry.split(":")[1].split()
}
UNITS = {
    "percentage points": "percentage point",
    "percentage point": "percentage point",
    "basis points": "basis point",
    "percent": "%",
    "per cent": "%",
    "%": "%",
    "square kilometres": "km²",
    "square kilometers": "km²",
    "square miles": "square mile",
    "square metres": "m²",
    "square meters": "m²",
    **UNITS,
    **CURRENCY,
}
DOWN = word_set(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining decreased decrease decreases"
    " decreasing shrank shrunk shrink lost lose loses losing cut cuts cutting reduced reduce reduces plunged plunge slid sank slumped"
    " tumbled slipped dipped reduction loss lowered contracted"
)
CHANGES = (
    "rose|rise|rises|risen|rising|grew|grow|grows|grown|growing|increased|increase|increases|increasing|climbed|climbs|jumped|jump"
    "|jumps|surged|surges|soared|soars|gained|gains|raised|raises|expanded|added|up|down|"
    + "|".join(sorted(DOWN))
)
DOWN |= {"down"}
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?"
    "|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
# words that a number can be made of, though they are not tagged as one
TELLING = frozenset(
    {*MULTIPLES, *FRACTIONS, *(f"{word}s" for word in FRACTIONS), "two-thirds", "three-quarters", "dozen"}
)
