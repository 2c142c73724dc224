"""Makes ZhituMarks-Regular.ttf: four glyphs that draw nothing and take no room, for the marks in downloads.

The characters are ones that a shaper leaves out as ignorable, unless the font puts another glyph in their place: so each
is replaced by a glyph of its own (ccmp), which the PDF then names by its character.
"""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

FAMILY = "Zhitu Marks"
CHARACTERS = [0x2061, 0x2062, 0x2063, 0x2064]

# Readers leave out what is as wide as nothing, and take a font without any outline for a broken one.
WIDTH = 1


def speck():
    """A triangle of a thousandth of the letter's height: less than any screen or printer shows."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((1, 0))
    pen.lineTo((0, 1))
    pen.closePath()
    return pen.glyph()


plain = [f"mark{at}" for at in range(len(CHARACTERS))]
kept = [f"{name}.kept" for name in plain]
order = [".notdef", *plain, *kept]
builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder(order)
builder.setupCharacterMap(dict(zip(CHARACTERS, plain)))
builder.setupGlyf({name: speck() for name in order})
builder.setupHorizontalMetrics({name: (WIDTH, 0) for name in order})
builder.setupHorizontalHeader(ascent=880, descent=-120)
builder.setupNameTable({"familyName": FAMILY, "styleName": "Regular", "psName": "ZhituMarks-Regular"})
builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120, fsType=0)
builder.setupPost()
rules = "".join(f"sub {one} by {other};" for one, other in zip(plain, kept))
addOpenTypeFeaturesFromString(builder.font, f"feature ccmp {{ {rules} }} ccmp;")
# The same bytes each time.
builder.font["head"].created = builder.font["head"].modified = 0
builder.font.recalcTimestamp = False
builder.save(Path(__file__).parent / "ZhituMarks-Regular.ttf")
