"""Measures: how English writes them, and the one name that each has in figures.

Written by the Stemma authors. Names are British English in the singular.
"""


def _table(rows: str) -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for row in rows.strip().splitlines():
        name, forms = (part.strip() for part in row.split("|"))
        for form in forms.split(", "):
            table[tuple(form.split())] = name
    return table


_LENGTHS = "metre kilometre centimetre millimetre mile foot inch yard".split()
_WRITTEN = {
    "metre": "metre metres meter meters",
    "kilometre": "kilometre kilometres kilometer kilometers km kms",
    "centimetre": "centimetre centimetres centimeter centimeters cm",
    "millimetre": "millimetre millimetres millimeter millimeters mm",
    "mile": "mile miles",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "yard": "yard yards",
}

MEASURES: dict[tuple[str, ...], str] = {
    **{(form,): name for name in _LENGTHS for form in _WRITTEN[name].split()},
    **{
        (power, form): f"{kind} {name}"
        for kind, powers in (("square", "square sq"), ("cubic", "cubic cu"))
        for power in powers.split()
        for name in _LENGTHS
        for form in (*_WRITTEN[name].split(), *(("m",) if name == "metre" else ()))
    },
    **_table("""
    percent | %, percent, per cent, pct, percentage
    percentage point | percentage point, percentage points, percent points
    basis point | basis point, basis points
    micrometre | micron, microns, micrometre, micrometres, micrometer, micrometers
    nanometre | nanometre, nanometres, nanometer, nanometers
    nautical mile | nautical mile, nautical miles
    light year | light year, light years, light - year, light - years
    astronomical unit | astronomical unit, astronomical units
    fathom | fathom, fathoms
    magnitude | magnitude
    hectare | hectare, hectares
    acre | acre, acres
    ton | ton, tons, short ton, short tons, long ton, long tons
    tonne | tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes
    kiloton | kiloton, kilotons, kilotonne, kilotonnes
    megaton | megaton, megatons, megatonne, megatonnes
    kilogram | kilogram, kilograms, kilogramme, kilogrammes, kilo, kilos, kg, kgs
    gram | gram, grams, gramme, grammes
    milligram | milligram, milligrams, mg
    microgram | microgram, micrograms
    ounce | ounce, ounces, oz
    pound | lb, lbs
    carat | carat, carats
    barrel | barrel, barrels, bbl
    gallon | gallon, gallons
    litre | litre, litres, liter, liters
    millilitre | millilitre, millilitres, milliliter, milliliters, ml
    pint | pint, pints
    quart | quart, quarts
    bushel | bushel, bushels
    mile per hour | mph, miles per hour, mile per hour, miles an hour, mile an hour, miles / hour
    kilometre per hour | kph, kmh, km / h, km per hour, kilometres per hour, kilometers per hour, kilometre per hour
    kilometre per hour | kilometer per hour, kilometres an hour, kilometers an hour, km an hour
    metre per second | metres per second, meters per second, metres a second, meters a second, m / s
    kilometre per second | kilometres per second, kilometers per second, kilometres a second, km / s
    kilometre per second | kilometers a second
    mile per second | miles per second, miles a second
    foot per second | feet per second, feet a second
    knot | knot, knots
    degree Celsius | degree celsius, degrees celsius, degree centigrade, degrees centigrade, degrees c, degree c
    degree Celsius | ° c, ℃, celsius
    degree Fahrenheit | degree fahrenheit, degrees fahrenheit, degrees f, degree f, ° f, ℉, fahrenheit
    kelvin | kelvin, kelvins
    degree | degree, degrees, °
    joule | joule, joules
    kilojoule | kilojoule, kilojoules
    kilowatt hour | kilowatt hour, kilowatt hours, kilowatt - hour, kilowatt - hours, kwh
    megawatt hour | megawatt hour, megawatt hours, megawatt - hour, megawatt - hours, mwh
    gigawatt hour | gigawatt hour, gigawatt hours, gigawatt - hour, gigawatt - hours, gwh
    terawatt hour | terawatt hour, terawatt hours, terawatt - hour, terawatt - hours, twh
    watt | watt, watts
    kilowatt | kilowatt, kilowatts, kw
    megawatt | megawatt, megawatts, mw
    gigawatt | gigawatt, gigawatts, gw
    terawatt | terawatt, terawatts, tw
    horsepower | horsepower, bhp
    calorie | calorie, calories
    kilocalorie | kilocalorie, kilocalories, kcal
    volt | volt, volts
    kilovolt | kilovolt, kilovolts, kv
    ampere | amp, amps, ampere, amperes
    hertz | hertz, hz
    kilohertz | kilohertz, khz
    megahertz | megahertz, mhz
    gigahertz | gigahertz, ghz
    decibel | decibel, decibels, db
    newton | newton, newtons
    pascal | pascal, pascals
    kilopascal | kilopascal, kilopascals, kpa
    hectopascal | hectopascal, hectopascals, hpa
    millibar | millibar, millibars
    sievert | sievert, sieverts
    millisievert | millisievert, millisieverts, msv
    becquerel | becquerel, becquerels
    byte | byte, bytes
    kilobyte | kilobyte, kilobytes, kb
    megabyte | megabyte, megabytes, mb
    gigabyte | gigabyte, gigabytes, gb
    terabyte | terabyte, terabytes, tb
    petabyte | petabyte, petabytes, pb
    megabit per second | mbps, megabits per second
    gigabit per second | gbps, gigabits per second
    """),
}
"""The words of a measure, in lower case, to its name."""

LONGEST = max(map(len, MEASURES))
FIRST_WORDS = frozenset(form[0] for form in MEASURES)

CASED: dict[str, str] = {
    "m": "metre",
    "g": "gram",
    "t": "tonne",
    "l": "litre",
    "C": "degree Celsius",
    "F": "degree Fahrenheit",
    "W": "watt",
    "V": "volt",
    "ha": "hectare",
    "yd": "yard",
    "mi": "mile",
    "pc": "percent",
    "in": "inch",
}
"""Abbreviations that mean a measure only where they are written so and stand right after the digits."""

PARTS: dict[str, tuple[str, int]] = {"foot": ("inch", 12), "pound": ("ounce", 16)}
"""Measures that are given together with a part of theirs ("5 feet 3 inches"), and how many parts they have."""

EXTENTS = frozenset(
    "tall high long deep wide thick away above below from off offshore apart across north south east west".split()
)
"""Words that show that the length before them is one."""

WEIGHTY = frozenset(
    "weigh weighs weighed weighing weight weights heavy heavier payload payloads thrust cargo lift lifts lifted "
    "lifting gained lost shed cocaine heroin marijuana explosives kg kilograms kilogrammes kilos lb lbs ounces tons "
    "tonnes cannabis meat fish fertiliser fertilizer uranium pressure force".split()
)
"""Words beside which pounds are a weight."""
